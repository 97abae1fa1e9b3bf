import { readFileSync } from 'node:fs';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { type Crs, convert, InvalidPositionError, UnknownCodeError } from '../../src/core';
import { geodesicMeters } from '../support/geodesic';
import { Random } from '../support/random';
import { isMissing, sharedData } from '../support/shared-data';

const all: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];
const theirs = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

function randomPlace(random: Random) {
  return { lng: random.between(73, 135), lat: random.between(18, 54) };
}

describe('convert()', () => {
  it('agrees with gcoord forward to 1e-9°', () => {
    const random = new Random(21);
    for (let i = 0; i < 5_000; i++) {
      const place = randomPlace(random);
      for (const [from, to] of [
        ['wgs84', 'gcj02'],
        ['gcj02', 'bd09'],
        ['wgs84', 'bd09'],
      ] as const) {
        const ours = convert(place, from, to);
        const [lng, lat] = gcoord.transform([place.lng, place.lat], theirs[from], theirs[to]) as [
          number,
          number,
        ];
        expect(Math.abs(ours.lng - lng)).toBeLessThan(1e-9);
        expect(Math.abs(ours.lat - lat)).toBeLessThan(1e-9);
      }
    }
  });

  it('comes back within 1 mm, through any pair of systems', () => {
    const random = new Random(22);
    for (let i = 0; i < 5_000; i++) {
      const place = randomPlace(random);
      const from = random.pick(all);
      const to = random.pick(all);
      expect(geodesicMeters(place, convert(convert(place, from, to), to, from))).toBeLessThan(
        0.001,
      );
    }
  });

  it('ends for every finite position, also where others never return', () => {
    const random = new Random(23);
    const hard = [
      [100, 0.8293],
      [120, 0.8293],
      [72.006, 31],
      [72.0045, 35],
    ] as const;
    const anywhere = Array.from(
      { length: 2_000 },
      () => [random.between(-180, 180), random.between(-90, 90)] as const,
    );
    for (const [lng, lat] of [...hard, ...anywhere]) {
      for (const from of all) {
        for (const to of all) {
          const result = convert([lng, lat], from, to);
          expect(geodesicMeters({ lng, lat }, result)).toBeLessThan(2_000);
        }
      }
    }
  });

  it('leaves positions outside the box, and within one system, alone', () => {
    expect(convert([-0.1276, 51.5072], 'wgs84', 'bd09')).toEqual({ lng: -0.1276, lat: 51.5072 });
    expect(convert([121.4737, 31.2304], 'bd09', 'bd09')).toEqual({ lng: 121.4737, lat: 31.2304 });
  });

  it('refuses what is no position and no system', () => {
    expect(() => convert([181, 0], 'wgs84', 'gcj02')).toThrow(InvalidPositionError);
    expect(() => convert([121, 31], 'wgs85' as Crs, 'gcj02')).toThrow('did you mean wgs84?');
    expect(() => convert([121, 31], 'wgs84', 'toString' as Crs)).toThrow(UnknownCodeError);
  });

  const vectors = 'coord-transform-vectors/eviltransform.csv';
  it.skipIf(isMissing(vectors))('reproduces the published vectors', () => {
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
});
