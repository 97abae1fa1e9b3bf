import { feature } from '@rapideditor/country-coder';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { convert, type LngLat, StationSet } from '../../src/core';
import { ringCorners } from '../../src/geo/outline';
import { enclaves } from '../../src/geo/outline-enclaves';
import { kilometersTo } from '../outline/grow-line';
import { inRings } from '../outline/in-rings';
import { countryPolygons } from '../outline/natural-earth';
import { geodesicMeters } from '../support/geodesic';
import {
  gcoordTransform,
  isInHongKongOrMacau,
  mainlandPlace,
  territoryAt,
} from '../support/mainland';
import { Random } from '../support/random';

/* Where GCJ-02 and BD-09 apply, judged by Natural Earth and by country-coder's borders. */

const shifted = ['gcj02', 'bd09'] as const;

function expectWhole(place: LngLat, name: string): void {
  for (const crs of shifted) {
    const ours = convert(place, 'wgs84', crs);
    const theirs = gcoordTransform(place, 'wgs84', crs);
    const apart = Math.max(Math.abs(ours.lng - theirs.lng), Math.abs(ours.lat - theirs.lat));
    expect(apart, `${name} in ${crs}`).toBeLessThan(1e-9);
  }
}

function expectNone(place: LngLat, name: string): void {
  for (const crs of shifted) {
    expect(convert(place, 'wgs84', crs), `${name} in ${crs}`).toEqual(place);
    expect(convert(place, crs, 'wgs84'), `${name} from ${crs}`).toEqual(place);
  }
}

describe('the outline', () => {
  it.each<[string, number, number]>([
    ['Hong Kong, Victoria Harbour', 114.1694, 22.3193],
    ['Hong Kong, Sheung Shui', 114.128, 22.501],
    ['Hong Kong, the airport', 113.915, 22.308],
    ['Macau, the middle', 113.5439, 22.1987],
    ['Macau, Taipa, the airport', 113.5755, 22.1496],
    ['Taipei', 121.5654, 25.033],
    ['Kaohsiung', 120.3014, 22.6273],
    ['Kinmen', 118.3171, 24.4321],
    ['Matsu, Nangan', 119.94, 26.155],
    ['Penghu', 119.5793, 23.5711],
    ['Seoul', 126.978, 37.5665],
    ['Pyongyang', 125.7625, 39.0392],
    ['Hanoi', 105.8342, 21.0278],
    ['Singapore', 103.8198, 1.3521],
    ['Vladivostok', 131.8855, 43.1155],
    ['Khabarovsk', 135.0719, 48.4802],
    ['Ulaanbaatar', 106.9057, 47.8864],
    ['Almaty', 76.8512, 43.222],
    ['Kathmandu', 85.324, 27.7172],
    ['Thimphu', 89.639, 27.4728],
    ['Tokyo', 139.6917, 35.6895],
  ])('does not move %s', (name, lng, lat) => expectNone({ lng, lat }, name));

  it.each<[string, number, number]>([
    ['Shenzhen, Luohu port', 114.1126, 22.5338],
    ['Shenzhen, Futian port', 114.066, 22.522],
    ['Shenzhen, Shenzhen Bay port', 113.9445, 22.505],
    ['Shenzhen, Shatoujiao', 114.2245, 22.5575],
    ['Shenzhen, Dapeng', 114.4745, 22.6],
    ['Zhuhai, Gongbei port', 113.5486, 22.2178],
    ['Zhuhai, Wanzai', 113.524, 22.197],
    ['Zhuhai, Hengqin port', 113.5435, 22.142],
    ['Zhuhai, Dangan Island', 114.26, 22.03],
    ['Xiamen, Zengcuoan', 118.125, 24.43],
    ['Xiamen, Dadeng', 118.33, 24.565],
    ['Sansha', 112.3338, 16.8335],
    ['Hunchun, Fangchuan', 130.63, 42.42],
    ['Fuyuan, Heixiazi', 134.65, 48.37],
    ['Alxa, the border', 103.74, 41.825],
    ['Bortala, the border', 82.085, 45.25],
    ['Tacheng, the border', 82.365, 45.95],
    ['Kizilsu, the border', 78.155, 41.37],
    ['Dandong', 124.39, 40.12],
    ['Heihe', 127.49, 50.245],
    ['Manzhouli', 117.43, 49.59],
    ['Khorgas', 80.41, 44.21],
    ['Ruili', 97.85, 24.01],
    ['Hekou', 103.96, 22.51],
    ['Dongxing', 107.97, 21.545],
    ['Shanghai, Chongming', 121.98, 31.52],
    ['Zhoushan, Shengsi', 122.82, 30.71],
  ])('moves %s by all of the shift', (name, lng, lat) => expectWhole({ lng, lat }, name));

  it('holds every corner of the border and coast in Natural Earth', () => {
    const rings = countryPolygons('156').flat();
    // Some islands of the South China Sea, Sansha's aside, are not the mainland.
    const corners = rings.flat().filter(([, lat]) => lat! > 16);
    expect(corners.length).toBeGreaterThan(10_000);
    for (const [lng, lat] of corners) {
      const place = { lng: lng!, lat: lat! };
      if (!isInHongKongOrMacau(place)) expectWhole(place, `${lng}, ${lat}`);
    }
  });

  it('holds the mainland by another map, too', () => {
    const random = new Random(31);
    let tried = 0;
    while (tried < 1_500) {
      const place = { lng: random.between(73, 136), lat: random.between(18, 54) };
      if (territoryAt(place) !== 'CN') continue;
      tried++;
      // At sea that map goes far out.
      const kilometers = kilometersToMainland(place);
      if (kilometers < 1) expectWhole(place, `${place.lng}, ${place.lat}`);
    }
  });

  it('leaves other lands alone, from 27 km beyond the border', () => {
    const random = new Random(32);
    let tried = 0;
    while (tried < 1_500) {
      const place = { lng: random.between(68, 141), lat: random.between(5, 58) };
      const country = territoryAt(place);
      if (country === null || ['CN', 'HK', 'MO', 'TW'].includes(country)) continue;
      tried++;
      if (kilometersToMainland(place) < 27) continue;
      expectNone(place, `${place.lng}, ${place.lat} in ${country}`);
    }
  });

  it.each([
    ['HK', 1.7],
    ['MO', 1.7],
  ])('leaves %s alone, from %d km beyond its border', (country, kilometers) => {
    const random = new Random(33);
    const rings = (feature(country)!.geometry as MultiPolygon).coordinates.flat();
    const [west, south, east, north] = boxOf(rings.flat());
    let tried = 0;
    while (tried < 1_000) {
      const place = { lng: random.between(west, east), lat: random.between(south, north) };
      if (territoryAt(place) !== country) continue;
      if (kilometersToRings(place, rings) < kilometers) continue;
      tried++;
      expectNone(place, `${place.lng}, ${place.lat}`);
    }
  });

  it('leaves Taiwan alone, Kinmen and Penghu with it', () => {
    const random = new Random(37);
    const taiwan = countryPolygons('158');
    const [west, south, east, north] = boxOf(taiwan.flat(2));
    for (let tried = 0; tried < 1_000; ) {
      const place = { lng: random.between(west, east), lat: random.between(south, north) };
      if (!inRings(place, taiwan)) continue;
      tried++;
      expectNone(place, `${place.lng}, ${place.lat}`);
    }
  });

  it('gives way to the exact formula nowhere in the mainland', () => {
    const random = new Random(34);
    for (let i = 0; i < 3_000; i++) expectWhole(mainlandPlace(random), 'inside');
  });
});

function boxOf(corners: readonly Position[]): [number, number, number, number] {
  const lngs = corners.map(([lng]) => lng!);
  const lats = corners.map(([, lat]) => lat!);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

function kilometersToRings(place: LngLat, rings: readonly (readonly Position[])[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [lng1, lat1] = ring[i - 1]!;
      const [lng2, lat2] = ring[i]!;
      // Farther off in latitude alone than what is known already.
      const away = Math.max(Math.min(lat1!, lat2!) - place.lat, place.lat - Math.max(lat1!, lat2!));
      if (away * 111 > least) continue;
      const a = { lng: lng1!, lat: lat1! };
      least = Math.min(least, kilometersTo(place, a, { lng: lng2!, lat: lat2! }));
    }
  }
  return least;
}

/** Kilometres to the mainland's border or coast; 0 inside it. */
function kilometersToMainland(place: LngLat): number {
  const polygons = countryPolygons('156');
  return inRings(place, polygons) ? 0 : kilometersToRings(place, polygons.flat());
}

const corner = ([lng, lat]: readonly [number, number]): LngLat => ({ lng, lat });
const lines: readonly { name: string; corners: readonly LngLat[]; degrees: number }[] = [
  {
    name: 'the ring',
    corners: ringCorners().map(corner),
    degrees: 0.04,
  },
  { name: 'Hong Kong', corners: enclaves[0]!.map(corner), degrees: 0.025 },
  { name: 'Macau', corners: enclaves[1]!.map(corner), degrees: 0.025 },
];

/** A place within a few kilometres of one of the lines. */
function nearLine(random: Random, { corners, degrees }: (typeof lines)[number]): LngLat {
  const k = random.int(0, corners.length - 1);
  const a = corners[k]!;
  const b = corners[(k + 1) % corners.length]!;
  const at = random.next();
  return {
    lng: a.lng + at * (b.lng - a.lng) + random.between(-degrees, degrees),
    lat: a.lat + at * (b.lat - a.lat) + random.between(-degrees, degrees),
  };
}

describe.each(lines)('at the edge of $name', (line) => {
  it('comes back within 1 mm, as inside', () => {
    const random = new Random(35);
    for (let i = 0; i < 1_500; i++) {
      const place = nearLine(random, line);
      for (const [to, over] of [
        ['gcj02', 'gcj02'],
        ['bd09', 'bd09'],
        ['gcj02', 'bd09'],
        ['bd09', 'gcj02'],
      ] as const) {
        const there = convert(convert(place, 'wgs84', to), to, over);
        const back = convert(there, over, 'wgs84');
        expect(Math.abs(back.lng - place.lng), `${place.lng}, ${place.lat}`).toBeLessThan(1e-8);
        expect(Math.abs(back.lat - place.lat), `${place.lng}, ${place.lat}`).toBeLessThan(1e-8);
      }
    }
  });

  it('does not jump: places a metre apart stay within 2.5 m, and from there within 15 m', () => {
    const random = new Random(36);
    for (let i = 0; i < 6_000; i++) {
      const place = nearLine(random, line);
      const turn = random.between(0, 2 * Math.PI);
      const next = {
        lng: place.lng + 1e-5 * Math.cos(turn),
        lat: place.lat + 1e-5 * Math.sin(turn),
      };
      const meters = geodesicMeters(place, next);
      for (const crs of shifted) {
        const there = geodesicMeters(convert(place, 'wgs84', crs), convert(next, 'wgs84', crs));
        expect(there / meters).toBeLessThan(2.5);
        expect(there / meters).toBeGreaterThan(1 / 15);
      }
    }
  });
});

describe('a query across the edge', () => {
  it.each(shifted)('changes its distance by little with every step, in %s', (crs) => {
    // From Futian into Hong Kong, a metre at a time in the app's own degrees.
    const start = convert([114.06, 22.53], 'wgs84', crs);
    const station = convert([114.0605, 22.5], 'wgs84', crs);
    const set = StationSet.from([{ id: 'a', position: station }], { crs });
    let before: number | undefined;
    for (let meters = 0; meters < 4_000; meters++) {
      const rider = { lng: start.lng, lat: start.lat - meters * 0.9e-5 };
      const { distanceMeters } = set.nearest(rider, { limit: 1 })[0]!;
      if (before !== undefined) expect(Math.abs(distanceMeters - before)).toBeLessThan(4);
      before = distanceMeters;
    }
    expect(before).toBeLessThan(2_000);
  });
});
