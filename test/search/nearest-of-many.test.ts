import { describe, expect, it } from 'vitest';
import { sampleCrs } from '../../src/cli/sample';
import { type NearestOptions, StationSet } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { expectNearestLikeBruteForce, placesPassing } from '../support/nearest-oracle';
import { Random } from '../support/random';
import { rounds } from '../support/rounds';
import { sampleSet } from '../support/sample-set';
import { randomCodes, randomFilter, randomPosition, randomRecords } from '../support/stations';
import { ukIsMissing, ukRecords } from '../support/uk-toilets';

/** Asks so many questions: 20 with each filter. */
function ask(
  set: StationSet,
  random: Random,
  times: number,
  from: () => LngLat,
  options: () => NearestOptions,
): void {
  for (let asked = 0; asked < times; ) {
    const filter = randomFilter(random);
    const passing = placesPassing(set, filter);
    for (let i = 0; i < 20; i++, asked++) {
      expectNearestLikeBruteForce(set, from(), { ...options(), ...filter }, passing);
    }
  }
}

describe('StationSet.nearest() is exact', () => {
  it('from thousands of places around the sample, near and far', () => {
    const random = new Random(101);
    const set = sampleSet({ crs: 'gcj02', sourceCrs: sampleCrs });
    const stations = set.filter();
    ask(
      set,
      random,
      rounds(2_500, 5_000),
      () => {
        const { position } = random.pick(stations);
        return random.chance(0.1) ? position : randomPosition(random, { ...position, spread: 0.1 });
      },
      () => ({
        limit: random.chance(0.02) ? undefined : random.pick([1, 10, random.int(2, 200)]),
        maxDistanceMeters: random.chance(0.3) ? random.between(0, 30_000) : undefined,
      }),
    );
  });

  it.skipIf(ukIsMissing)('from thousands of places around 11,410 real ones', () => {
    const random = new Random(102);
    const records = ukRecords().map((record) => ({ ...record, ...randomCodes(random) }));
    const set = StationSet.from(records, { crs: 'wgs84' });
    ask(
      set,
      random,
      rounds(1_500, 3_000),
      () => ({ lng: random.between(-8, 2), lat: random.between(49.9, 60) }),
      () => ({
        limit: random.chance(0.01) ? undefined : random.int(1, 60),
        maxDistanceMeters: random.chance(0.3) ? random.between(0, 300_000) : undefined,
      }),
    );
  });

  it('from thousands of places at poles and the antimeridian, among many that are equal', () => {
    const random = new Random(103);
    const centres = [
      { lng: 0, lat: 90, spread: 0.05 },
      { lng: -120, lat: -90, spread: 2 },
      { lng: 180, lat: 0, spread: 0.01 },
      { lng: -180, lat: 66.5, spread: 1 },
      { lng: 179.9999, lat: -16.8, spread: 0.0005 },
      { lng: 12, lat: 0, spread: 0 },
    ];
    for (const centre of centres) {
      // Whole thousandths, so that many are in one place, and others equally far on either side.
      const records = randomRecords(random, 500, centre).map((record) => {
        const { lng, lat } = record.position as LngLat;
        return { ...record, position: { lng: whole(lng), lat: whole(lat) } };
      });
      const set = StationSet.from(records, { crs: 'wgs84' });
      ask(
        set,
        random,
        rounds(300, 500),
        () => {
          const { lng, lat } = randomPosition(random, { ...centre, spread: centre.spread * 1.2 });
          if (random.chance(0.1)) return { lng: random.pick([180, -180]), lat };
          return random.chance(0.5) ? { lng: whole(lng), lat: whole(lat) } : { lng, lat };
        },
        () => ({
          limit: random.chance(0.1) ? undefined : random.int(0, 140),
          maxDistanceMeters: random.chance(0.2) ? random.between(0, 5_000) : undefined,
        }),
      );
    }
  });

  it('among stations in one place, in the order of their ids, whatever the limit', () => {
    const random = new Random(104);
    const position = { lng: 121.47, lat: 31.23 };
    const records = Array.from({ length: 1_000 }, () => ({
      id: random.int(0, 1e12).toString(36),
      position,
    }));
    const ids = records.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
    const set = StationSet.from(records, { crs: 'wgs84' });
    for (const limit of [0, 1, 2, 15, 16, 17, 127, 128, 129, 500, 999, 1_000, 1_001]) {
      const hits = set.nearest({ lng: 121.5, lat: 31.2 }, { limit });
      expect(hits.map((hit) => hit.station.id)).toEqual(ids.slice(0, limit));
    }
  });
});

function whole(degrees: number): number {
  return Math.round(degrees * 1_000) / 1_000;
}
