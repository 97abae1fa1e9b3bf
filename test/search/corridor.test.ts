import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AlongOptions, type CorridorHit, Route, StationSet } from '../../src/core';
import type { Crs } from '../../src/geo/crs';
import { expectAlongLikeBruteForce } from '../support/corridor-oracle';
import { geodesicMeters } from '../support/geodesic';
import { Random } from '../support/random';
import { busLine } from '../support/recorded-routes';
import { isMissing, sharedData } from '../support/shared-data';
import { randomFilter, randomRecords } from '../support/stations';

function inOrder(hits: readonly CorridorHit[]): boolean {
  return hits.every((hit, i) => i === 0 || hits[i - 1]!.alongMeters <= hit.alongMeters);
}

describe('StationSet.along()', () => {
  it('agrees with every segment tried as a geodesic, on random routes', () => {
    const random = new Random(11);
    const places = [
      { lng: 121.4737, lat: 31.2304, spread: 0.04, width: 400 },
      { lng: 179.999, lat: -16.8, spread: 0.03, width: 300 },
      { lng: 12, lat: 89.98, spread: 0.01, width: 500 },
      { lng: -0.1276, lat: 51.5072, spread: 0.6, width: 5_000 },
    ];
    let hits = 0;
    for (const place of places) {
      const set = StationSet.from(randomRecords(random, 60, place), { crs: 'wgs84' });
      for (let i = 0; i < 12; i++) {
        const points = randomRecords(random, random.int(2, 12), place).map(
          (record) => record.position,
        );
        hits += expectAlongLikeBruteForce(set, Route.from(points, { crs: 'wgs84' }), {
          widthMeters: random.between(0, place.width),
          ...(random.chance(0.5) ? randomFilter(random) : {}),
        });
      }
    }
    expect(hits).toBeGreaterThan(300);
  });

  it('follows the geodesic between vertices 100 km apart within 5 cm', () => {
    const random = new Random(12);
    for (let i = 0; i < 20; i++) {
      const from = { lng: random.between(75, 130), lat: random.between(-60, 60) };
      const to = {
        lng: from.lng + random.between(-0.6, 0.6),
        lat: from.lat + random.between(-0.6, 0.6),
      };
      const middle = { lng: (from.lng + to.lng) / 2, lat: (from.lat + to.lat) / 2, spread: 0.3 };
      const set = StationSet.from(randomRecords(random, 20, middle), { crs: 'wgs84' });
      expectAlongLikeBruteForce(set, Route.from([from, to], { crs: 'wgs84' }), {
        widthMeters: 20_000,
      });
    }
  });

  const mapbox = 'routes/mapbox-directions/route1.geojson';
  it.skipIf(isMissing(mapbox))(
    'agrees with a brute force along a recorded route of 28,458 vertices',
    () => {
      const random = new Random(13);
      const route = Route.decode(readFileSync(sharedData(mapbox), 'utf8'), {
        format: 'geojson',
        crs: 'wgs84',
      });
      // Beside seeded places of the route, where something can be found.
      const records = Array.from({ length: 40 }, (_, i) => {
        const { lng, lat } = random.pick(route.positions);
        return {
          id: `s${i}`,
          position: {
            lng: lng + random.between(-0.004, 0.004),
            lat: lat + random.between(-0.004, 0.004),
          },
        };
      });
      const set = StationSet.from(records, { crs: 'wgs84' });
      expect(expectAlongLikeBruteForce(set, route, { widthMeters: 300 })).toBeGreaterThan(20);
      expect(inOrder(set.along(route))).toBe(true);
    },
  );

  const buses = 'routes/echarts-cn-lines/lines-bus.json';
  it.skipIf(isMissing(buses))(
    'agrees with a brute force along Beijing bus lines, in three CRS at once',
    () => {
      const random = new Random(14);
      const lines = JSON.parse(readFileSync(sharedData(buses), 'utf8')) as number[][];
      const records = randomRecords(random, 150, { lng: 116.4, lat: 39.92, spread: 0.12 });
      let hits = 0;
      for (let i = 0; i < 40; i++) {
        const crs = random.pick<Crs>(['wgs84', 'gcj02', 'bd09']);
        const set = StationSet.from(records, { crs, sourceCrs: 'wgs84' });
        const route = Route.from(busLine(random.pick(lines)), { crs: 'bd09' });
        hits += expectAlongLikeBruteForce(set, route, { widthMeters: random.between(50, 1_000) });
      }
      expect(hits).toBeGreaterThan(50);
    },
  );

  const east = Route.from(
    [
      [0, 0],
      [0.1, 0],
    ],
    { crs: 'wgs84' },
  );
  const at = (id: string, lng: number, lat: number) => ({ id, position: { lng, lat } });

  it('tells sides, what is ahead, where to leave the route, and what the detour costs', () => {
    const set = StationSet.from(
      [at('north', 0.05, 0.001), at('south', 0.02, -0.002), at('on', 0.08, 0)],
      { crs: 'wgs84' },
    );
    const hits = set.along(east, { fromMeters: 1_000 });
    expect(hits.map((hit) => [hit.station.id, hit.side])).toEqual([
      ['south', 'right'],
      ['north', 'left'],
      ['on', 'on'],
    ]);
    for (const hit of hits) {
      expect(hit.aheadMeters).toBeCloseTo(hit.alongMeters - 1_000, 9);
      expect(hit.detourMeters).toBeCloseTo(2 * 1.3 * hit.offsetMeters, 9);
      expect(hit.joinAt.lat).toBeCloseTo(0, 9);
      expect(hit.joinAt.lng).toBeCloseTo(hit.station.position.lng, 6);
    }
    expect(set.along(east, { circuity: 1 })[0]!.detourMeters).toBeCloseTo(
      2 * hits[0]!.offsetMeters,
      9,
    );
    expect(set.along(east, { sort: 'detour', limit: 2 }).map((hit) => hit.station.id)).toEqual([
      'on',
      'north',
    ]);
    expect(set.along(east, { limit: 0 })).toEqual([]);
  });

  it('reaches as far as an offset it gave out, and no farther', () => {
    const random = new Random(15);
    const set = StationSet.from(randomRecords(random, 300, { lng: 0.05, lat: 0, spread: 0.05 }), {
      crs: 'wgs84',
    });
    for (const { offsetMeters } of set.along(east, { widthMeters: 5_000 }).slice(0, 100)) {
      const widest = set.along(east, { widthMeters: offsetMeters }).map((hit) => hit.offsetMeters);
      expect(Math.max(...widest)).toBe(offsetMeters);
    }
  });

  it('drops what is behind, by metres or by position', () => {
    const set = StationSet.from(
      [at('a', 0.01, 0.001), at('b', 0.05, 0.001), at('c', 0.09, 0.001)],
      { crs: 'wgs84' },
    );
    const ids = (options: AlongOptions) => set.along(east, options).map((hit) => hit.station.id);
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ fromMeters: 3_000 })).toEqual(['b', 'c']);
    // A few metres past b: it is behind although the rider is still within the width of it.
    expect(ids({ from: { lng: 0.0501, lat: 0.0002 } })).toEqual(['c']);
    expect(ids({ from: [0.0499, 0] })).toEqual(['b', 'c']);
    expect(ids({ fromMeters: 1e9 })).toEqual([]);
  });

  it('still has a station ahead when the rider is at the very place to leave for it', () => {
    const random = new Random(16);
    const set = StationSet.from(
      randomRecords(random, 60, { lng: 121.47, lat: 31.23, spread: 0.02 }),
      { crs: 'gcj02' },
    );
    for (let i = 0; i < 40; i++) {
      const points = Array.from(
        { length: 6 },
        () => [random.between(121.45, 121.49), random.between(31.21, 31.25)] as const,
      );
      const route = Route.from(points, { crs: 'bd09' });
      for (const { station, joinAt, alongMeters } of set.along(route, {
        widthMeters: 100,
        passes: 'all',
      })) {
        const hits = set.along(route, { widthMeters: 100, passes: 'all', fromMeters: alongMeters });
        expect(hits.some((hit) => hit.station === station && hit.aheadMeters === 0)).toBe(true);
        const there = set.along(route, { widthMeters: 100, passes: 'all', from: joinAt });
        expect(there.some((hit) => hit.station === station)).toBe(true);
      }
    }
  });

  it('gives a street travelled both ways back again on the way back', () => {
    const thereAndBack = Route.from(
      [
        [0, 0],
        [0.05, 0],
        [0, 0],
      ],
      { crs: 'wgs84' },
    );
    const set = StationSet.from([at('a', 0.01, 0.001)], { crs: 'wgs84' });
    expect(set.along(thereAndBack)).toMatchObject([{ side: 'left' }]);
    const all = set.along(thereAndBack, { passes: 'all' });
    expect(all.map((hit) => hit.side)).toEqual(['left', 'right']);
    expect(all[0]!.alongMeters + all[1]!.alongMeters).toBeCloseTo(thereAndBack.lengthMeters, 3);
    expect(set.along(thereAndBack, { fromMeters: 2_000 })).toMatchObject([{ side: 'right' }]);
  });

  it('counts a loop around the block as one pass when it never leaves the width, else as several', () => {
    const block = Route.from(
      [
        [0, 0],
        [0.002, 0],
        [0.002, 0.002],
        [0, 0.002],
        [0, -0.02],
      ],
      { crs: 'wgs84' },
    );
    const set = StationSet.from([at('middle', 0.001, 0.0011)], { crs: 'wgs84' });
    expect(set.along(block, { widthMeters: 250, passes: 'all' })).toHaveLength(1);
    expect(set.along(block, { widthMeters: 120, passes: 'all' })).toHaveLength(3);
    // Past the closest side, the next side of the block is still to come.
    const [hit] = set.along(block, { widthMeters: 250, fromMeters: 560 });
    expect(hit!.aheadMeters).toBeGreaterThan(0);
  });

  it('takes a route of one point, repeated vertices, and one that crosses itself', () => {
    const set = StationSet.from([at('a', 0.001, 0), at('far', 1, 1)], { crs: 'wgs84' });
    for (const points of [
      [[0, 0]],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ] as [number, number][][]) {
      const hits = set.along(Route.from(points, { crs: 'wgs84' }));
      expect(hits).toMatchObject([
        { station: { id: 'a' }, alongMeters: 0, aheadMeters: 0, side: 'on' },
      ]);
      expect(hits[0]!.offsetMeters).toBeCloseTo(
        geodesicMeters({ lng: 0, lat: 0 }, { lng: 0.001, lat: 0 }),
        2,
      );
    }
    const plain = Route.from(
      [
        [0, 0],
        [0.01, 0.01],
      ],
      { crs: 'wgs84' },
    );
    const repeated = Route.from(
      [
        [0, 0],
        [0, 0],
        [0.01, 0.01],
        [0.01, 0.01],
      ],
      { crs: 'wgs84' },
    );
    expect(set.along(repeated)).toEqual(set.along(plain));
    const eight = Route.from(
      [
        [0, 0],
        [0.01, 0.01],
        [0.01, 0],
        [0, 0.01],
      ],
      { crs: 'wgs84' },
    );
    const crossing = StationSet.from([at('x', 0.005, 0.005)], { crs: 'wgs84' });
    expect(crossing.along(eight, { widthMeters: 100 })).toHaveLength(1);
    expect(crossing.along(eight, { widthMeters: 100, passes: 'all' })).toHaveLength(2);
  });

  it('tells the outside of a sharp bend from its inside', () => {
    const left = Route.from(
      [
        [0, 0],
        [0.01, 0],
        [0.001, 0.002],
      ],
      { crs: 'wgs84' },
    );
    const set = StationSet.from(
      [at('out', 0.0105, 0.0004), at('in', 0.006, 0.0004), at('out2', 0.0105, -0.0004)],
      { crs: 'wgs84' },
    );
    const sides = Object.fromEntries(set.along(left).map((hit) => [hit.station.id, hit.side]));
    expect(sides).toEqual({ out: 'right', in: 'left', out2: 'right' });
    // A turn on the spot, or all but: what is beyond it is where it was on the way there.
    const beyond = StationSet.from([at('a', -0.0005, 0.0105)], { crs: 'wgs84' });
    for (const lng of [0, 1e-12, -1e-12]) {
      const turn = Route.from(
        [
          [0, 0],
          [0, 0.01],
          [lng, 0],
        ],
        { crs: 'wgs84' },
      );
      expect(beyond.along(turn)[0]!.side).toBe('left');
    }
  });

  it('finds nothing in an empty set or for a filter that matches nothing, and asks where() once a station', () => {
    expect(StationSet.from([], { crs: 'wgs84' }).along(east)).toEqual([]);
    const set = StationSet.from([at('a', 0.01, 0.001)], { crs: 'wgs84' });
    expect(set.along(east, { services: ['toilet'] })).toEqual([]);
    const winding = Route.from(
      Array.from({ length: 200 }, (_, i) => [i * 1e-4, (i % 2) * 1e-4] as const),
      { crs: 'wgs84' },
    );
    let asked = 0;
    set.along(winding, { where: () => Boolean(++asked) });
    expect(asked).toBe(1);
  });

  it('gives the earlier pass and the lower id when two are equally close', () => {
    const random = new Random(17);
    const both = StationSet.from(
      randomRecords(random, 300, { lng: 116.4, lat: 39.9, spread: 0.05 }),
      { crs: 'wgs84' },
    );
    for (let i = 0; i < 20; i++) {
      const out = Array.from(
        { length: 5 },
        () => [random.between(116.35, 116.45), random.between(39.85, 39.95)] as const,
      );
      const route = Route.from([...out, ...[...out].reverse()], { crs: 'wgs84' });
      for (const hit of both.along(route)) {
        expect(hit.alongMeters).toBeLessThanOrEqual(route.lengthMeters / 2 + 0.01);
      }
    }
    const set = StationSet.from([at('b', 0.05, 0.001), at('a', 0.05, 0.001)], { crs: 'wgs84' });
    expect(set.along(east).map((hit) => hit.station.id)).toEqual(['a', 'b']);
    expect(set.along(east, { sort: 'detour' }).map((hit) => hit.station.id)).toEqual(['a', 'b']);
  });
});
