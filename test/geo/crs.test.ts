import { readFileSync } from 'node:fs';
import coordtransform from 'coordtransform';
import { describe, expect, it } from 'vitest';
import {
  type Crs,
  convert,
  convertAll,
  InvalidOptionError,
  InvalidPositionError,
  type LngLat,
  UnknownCodeError,
} from '../../src/core';
import { geodesicMeters } from '../support/geodesic';
import { anyCrs, gcoordTransform, mainlandPlace } from '../support/mainland';
import { Random } from '../support/random';
import { isMissing, sharedData } from '../support/shared-data';

const forward = [
  ['wgs84', 'gcj02'],
  ['gcj02', 'bd09'],
  ['wgs84', 'bd09'],
] as const;

function degreesApart(a: LngLat, b: LngLat): number {
  return Math.max(Math.abs(a.lng - b.lng), Math.abs(a.lat - b.lat));
}

/** To WGS-84, in one step for each system. */
function coordtransformBack({ lng, lat }: LngLat, from: 'gcj02' | 'bd09'): LngLat {
  const shifted = from === 'bd09' ? coordtransform.bd09togcj02(lng, lat) : ([lng, lat] as const);
  const [x, y] = coordtransform.gcj02towgs84(...shifted);
  return { lng: x, lat: y };
}

describe('convert()', () => {
  it.each(forward)('agrees with gcoord from %s to %s within 1e-9°', (from, to) => {
    const random = new Random(21);
    let worst = 0;
    for (let i = 0; i < 20_000; i++) {
      const place = mainlandPlace(random);
      const expected = gcoordTransform(place, from, to);
      worst = Math.max(worst, degreesApart(convert(place, from, to), expected));
    }
    expect(worst).toBeLessThan(1e-9);
  });

  it('comes back within 1 mm, through any pair of systems', () => {
    const random = new Random(22);
    for (let i = 0; i < 20_000; i++) {
      const place = mainlandPlace(random);
      const from = random.pick(anyCrs);
      const to = random.pick(anyCrs);
      const back = convert(convert(place, from, to), to, from);
      // A thousandth of a millimetre of degrees is no distance for a geodesic: 1e-8° is 1 mm.
      expect(degreesApart(place, back)).toBeLessThan(1e-9);
    }
  });

  it('comes back where the formula has its cusp, at 105° E', () => {
    const random = new Random(24);
    for (let i = 0; i < 5_000; i++) {
      const lng = 105 + random.pick([-1, 1]) * 10 ** -random.between(1, 13);
      const place = { lng, lat: random.between(24, 40) };
      const back = convert(convert(place, 'wgs84', 'gcj02'), 'gcj02', 'wgs84');
      expect(degreesApart(place, back)).toBeLessThan(1e-9);
    }
  });

  it('does better than what is in use', () => {
    // What a round trip leaves: decimetres and metres, where ours leaves less than 0.01 mm.
    const random = new Random(25);
    const worst = { ours: 0, gcoord: 0, coordtransform: 0 };
    for (let i = 0; i < 5_000; i++) {
      const place = mainlandPlace(random);
      for (const from of ['gcj02', 'bd09'] as const) {
        const shifted = convert(place, 'wgs84', from);
        const backs = {
          ours: convert(shifted, from, 'wgs84'),
          gcoord: gcoordTransform(shifted, from, 'wgs84'),
          coordtransform: coordtransformBack(shifted, from),
        };
        for (const name of ['ours', 'gcoord', 'coordtransform'] as const)
          worst[name] = Math.max(worst[name], geodesicMeters(place, backs[name]));
      }
    }
    expect(worst.ours).toBeLessThan(1e-5);
    expect(worst.gcoord).toBeGreaterThan(0.1);
    expect(worst.coordtransform).toBeGreaterThan(1);
  });

  it('ends for every position, also where others never return', () => {
    const random = new Random(23);
    const hard = [
      [100, 0.8293],
      [120, 0.8293],
      [72.006, 31],
      [72.0045, 35],
      [0, 0],
      [180, 90],
      [-180, -90],
      [105, 35],
    ] as const;
    const anywhere = Array.from(
      { length: 5_000 },
      () => [random.between(-180, 180), random.between(-90, 90)] as const,
    );
    const nearTheBox = Array.from(
      { length: 5_000 },
      () =>
        [
          random.pick([72.004, 137.8347]) + random.between(-0.02, 0.02),
          random.between(0, 57),
        ] as const,
    );
    for (const [lng, lat] of [...hard, ...anywhere, ...nearTheBox]) {
      for (const from of anyCrs) {
        for (const to of anyCrs) {
          for (const outline of ['mainland', 'box'] as const) {
            const result = convert([lng, lat], from, to, { outline });
            expect(degreesApart({ lng, lat }, result)).toBeLessThan(0.03);
          }
        }
      }
    }
  });

  it('leaves positions in one system alone', () => {
    expect(convert([121.4737, 31.2304], 'bd09', 'bd09')).toEqual({ lng: 121.4737, lat: 31.2304 });
  });

  it('refuses what is no position, no system and no option', () => {
    expect(() => convert([181, 0], 'wgs84', 'gcj02')).toThrow(InvalidPositionError);
    expect(() => convert([121, 31], 'wgs85' as Crs, 'gcj02')).toThrow('did you mean wgs84?');
    expect(() => convert([121, 31], 'wgs84', 'toString' as Crs)).toThrow(UnknownCodeError);
    expect(() => convert([121, 31], 'wgs84', 'gcj02', { outline: 'sea' as 'box' })).toThrow(
      'Invalid option outline: expected one of mainland, box, got "sea"',
    );
    expect(() => convert([121, 31], 'wgs84', 'gcj02', { outlines: 'box' } as object)).toThrow(
      'did you mean outline?',
    );
  });
});

describe("convert() with outline: 'box'", () => {
  it.each(forward)('is gcoord from %s to %s, anywhere on Earth', (from, to) => {
    const random = new Random(26);
    for (let i = 0; i < 5_000; i++) {
      const place = { lng: random.between(-179, 179), lat: random.between(-89, 89) };
      const ours = convert(place, from, to, { outline: 'box' });
      expect(degreesApart(ours, gcoordTransform(place, from, to))).toBeLessThan(1e-9);
    }
  });

  it('moves the cities that the formula was not made for, as gcoord does', () => {
    for (const place of [
      { lng: 114.1694, lat: 22.3193 },
      { lng: 126.978, lat: 37.5665 },
      { lng: 103.8198, lat: 1.3521 },
    ]) {
      const boxed = convert(place, 'wgs84', 'gcj02', { outline: 'box' });
      expect(degreesApart(boxed, gcoordTransform(place, 'wgs84', 'gcj02'))).toBeLessThan(1e-9);
      expect(geodesicMeters(place, boxed)).toBeGreaterThan(100);
      expect(convert(place, 'wgs84', 'gcj02')).toEqual(place);
    }
  });

  it('comes back within 1 mm inside the box', () => {
    const random = new Random(27);
    for (let i = 0; i < 5_000; i++) {
      const place = { lng: random.between(73, 137), lat: random.between(2, 55) };
      const from = random.pick(anyCrs);
      const to = random.pick(anyCrs);
      const there = convert(place, from, to, { outline: 'box' });
      expect(degreesApart(convert(there, to, from, { outline: 'box' }), place)).toBeLessThan(1e-9);
    }
  });
});

describe('convertAll()', () => {
  const random = new Random(28);
  const places = Array.from({ length: 500 }, () =>
    random.chance(0.8)
      ? mainlandPlace(random)
      : { lng: random.between(-180, 180), lat: random.between(-90, 90) },
  );
  const flat = Float64Array.from(places.flatMap(({ lng, lat }) => [lng, lat]));

  it('does to each what convert() does, and leaves the input alone', () => {
    for (const from of anyCrs) {
      for (const to of anyCrs) {
        for (const outline of ['mainland', 'box'] as const) {
          const before = flat.slice();
          const all = convertAll(flat, from, to, { outline });
          const each = places.flatMap((place) => {
            const { lng, lat } = convert(place, from, to, { outline });
            return [lng, lat];
          });
          expect(Array.from(all)).toEqual(each);
          expect(flat).toEqual(before);
        }
      }
    }
  });

  it('writes where it is told to, also over its input', () => {
    const expected = convertAll(flat, 'wgs84', 'bd09');
    const into = new Float64Array(flat.length);
    expect(convertAll(flat, 'wgs84', 'bd09', { into })).toBe(into);
    expect(into).toEqual(expected);
    const own = flat.slice();
    expect(convertAll(own, 'wgs84', 'bd09', { into: own })).toBe(own);
    expect(own).toEqual(expected);
  });

  it('writes over another part of its input without reading what it wrote', () => {
    const memory = Float64Array.from([...flat, 0, 0]);
    const before = memory.subarray(0, flat.length);
    const expected = convertAll(before.slice(), 'wgs84', 'gcj02');
    expect(convertAll(before, 'wgs84', 'gcj02', { into: memory.subarray(2) })).toEqual(expected);
  });

  it('takes and gives Float32Array, and an empty array', () => {
    const narrow = convertAll(Float32Array.of(121.5, 31.25), 'wgs84', 'gcj02');
    expect(narrow).toBeInstanceOf(Float32Array);
    expect(narrow[0]).toBe(Math.fround(convert([121.5, 31.25], 'wgs84', 'gcj02').lng));
    expect(convertAll(new Float64Array(0), 'wgs84', 'bd09')).toHaveLength(0);
  });

  it('refuses a bad position by its number, before it writes anything', () => {
    const bad = Float64Array.of(121, 31, 121, Number.NaN);
    const untouched = bad.slice();
    expect(() => convertAll(bad, 'wgs84', 'gcj02', { into: bad })).toThrow(
      'Invalid position 2 of the array: expected finite numbers for lng and lat',
    );
    expect(bad).toEqual(untouched);
    expect(() => convertAll(Float64Array.of(31, 121), 'wgs84', 'gcj02')).toThrow('swapped');
  });

  it('refuses what is no array of pairs', () => {
    for (const value of [[121, 31], 'x', undefined, Float64Array.of(121), new Int32Array(2)]) {
      expect(() => convertAll(value as Float64Array, 'wgs84', 'gcj02')).toThrow(InvalidOptionError);
    }
    expect(() => convertAll(flat, 'wgs84', 'gcj02', { into: new Float64Array(2) })).toThrow(
      'Invalid option into: expected a Float64Array or Float32Array of 1000 numbers',
    );
  });
});

interface ChinaCity {
  readonly coords: {
    readonly [system in 'WGS84' | 'GCJ02' | 'BD09']: readonly [number, number];
  };
}

describe('published places', () => {
  const vectors = 'coord-transform-vectors/eviltransform.csv';
  it.skipIf(isMissing(vectors))('reproduces the vectors of eviltransform', () => {
    // Its two vectors from BD-09 stop after one step of the way back: 41 m off what leads there.
    const rows = readFileSync(sharedData(vectors), 'utf8').match(/^wgs2gcj,.*$/gm) ?? [];
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const [lat, lng, expectedLat, expectedLng] = row.split(',').slice(1).map(Number) as [
        number,
        number,
        number,
        number,
      ];
      const expected = { lng: expectedLng, lat: expectedLat };
      expect(geodesicMeters(convert({ lng, lat }, 'wgs84', 'gcj02'), expected)).toBeLessThan(0.2);
    }
  });

  // A provider's own conversions of 664 cities. The published formula is 0.7 m off them, and is what everybody uses.
  const cities = 'coord-transform-vectors/china-cities.json';
  it.skipIf(isMissing(cities))('is within 0.8 m of what a provider gives for 664 cities', () => {
    const list = JSON.parse(readFileSync(sharedData(cities), 'utf8')) as readonly ChinaCity[];
    expect(list).toHaveLength(664);
    const worst = (from: Crs, to: Crs, system: 'WGS84' | 'GCJ02' | 'BD09', by: typeof system) =>
      Math.max(
        ...list.map(({ coords }) => {
          const [lng, lat] = coords[by];
          return geodesicMeters(convert(coords[system], from, to), { lng, lat });
        }),
      );
    expect(worst('wgs84', 'gcj02', 'WGS84', 'GCJ02')).toBeLessThan(0.8);
    expect(worst('gcj02', 'wgs84', 'GCJ02', 'WGS84')).toBeLessThan(0.8);
    expect(worst('gcj02', 'bd09', 'GCJ02', 'BD09')).toBeLessThan(0.02);
    expect(worst('bd09', 'gcj02', 'BD09', 'GCJ02')).toBeLessThan(0.02);
    expect(worst('bd09', 'wgs84', 'BD09', 'WGS84')).toBeLessThan(0.8);
  });

  const toilets = 'shanghai-metro-toilets/stations-sample.csv';
  it.skipIf(isMissing(toilets))("finds the metro operator's BD-09 where its WGS-84 is", () => {
    const [header, ...rows] = readFileSync(sharedData(toilets), 'utf8').trim().split('\n');
    const names = header!.split(',');
    expect(rows.length).toBeGreaterThanOrEqual(30);
    for (const row of rows) {
      const cells = row.split(',');
      const at = (system: string): LngLat => ({
        lng: Number(cells[names.indexOf(`${system}_lng`)]),
        lat: Number(cells[names.indexOf(`${system}_lat`)]),
      });
      for (const from of anyCrs) {
        for (const to of anyCrs) {
          expect(geodesicMeters(convert(at(from), from, to), at(to))).toBeLessThan(0.7);
        }
      }
    }
  });
});
