import { describe, expect, it } from 'vitest';
import { sampleCrs } from '../../src/cli/sample';
import { type Route, StationSet } from '../../src/core';
import { expectAlongLikeBruteForce } from '../support/corridor-oracle';
import { placesPassing } from '../support/nearest-oracle';
import { Random } from '../support/random';
import { randomRoute, thereAndBack, windingRoute } from '../support/random-routes';
import {
  busLines,
  recordedDrive,
  recordedRides,
  recordedRoutesAreMissing,
} from '../support/recorded-routes';
import { rounds } from '../support/rounds';
import { sampleSet } from '../support/sample-set';
import {
  type Cluster,
  randomCodes,
  randomFilter,
  randomPosition,
  randomRecords,
} from '../support/stations';
import { ukIsMissing, ukRecords } from '../support/uk-toilets';

/** Asks along so many routes, 20 with each filter, and counts the hits. */
function ask(
  set: StationSet,
  random: Random,
  times: number,
  widest: number,
  route: () => Route,
): number {
  let hits = 0;
  for (let asked = 0; asked < times; ) {
    const filter = random.chance(0.5) ? randomFilter(random) : {};
    const passing = placesPassing(set, filter);
    for (let i = 0; i < 20 && asked < times; i++, asked++) {
      const options = { widthMeters: random.between(0, widest), ...filter };
      hits += expectAlongLikeBruteForce(set, route(), options, passing);
    }
  }
  return hits;
}

/** Stations beside a route, where something can be found. */
function recordsBeside(random: Random, { positions }: Route, size: number) {
  return Array.from({ length: size }, (_, i) => ({
    id: `s${i}`,
    position: randomPosition(random, { ...random.pick(positions), spread: 0.004 }),
    ...randomCodes(random),
  }));
}

describe('StationSet.along() agrees with every segment tried', () => {
  it('on a thousand routes or more through the sample, some of them there and back', () => {
    const random = new Random(121);
    const set = sampleSet({ crs: 'gcj02', sourceCrs: sampleCrs });
    const stations = set.filter();
    const hits = ask(set, random, rounds(1_000, 2_500), 400, () => {
      const around = {
        ...random.pick(stations).position,
        spread: random.pick([0.005, 0.02, 0.05]),
      };
      return (random.chance(0.3) ? thereAndBack : randomRoute)(random, around, 'gcj02');
    });
    expect(hits).toBeGreaterThan(rounds(4_000, 10_000));
  });

  it.skipIf(ukIsMissing)('on hundreds of routes through 11,410 real places', () => {
    const random = new Random(122);
    const records = ukRecords().map((record) => ({ ...record, ...randomCodes(random) }));
    const set = StationSet.from(records, { crs: 'wgs84' });
    const stations = set.filter();
    const hits = ask(set, random, rounds(300, 700), 2_000, () =>
      randomRoute(random, { ...random.pick(stations).position, spread: 0.1 }, 'wgs84'),
    );
    expect(hits).toBeGreaterThan(rounds(400, 1_000));
  });

  it.skipIf(ukIsMissing)('on roads of 1,500 km and 50,000 vertices', () => {
    const random = new Random(123);
    const set = StationSet.from(ukRecords(), { crs: 'wgs84' });
    for (let i = 0; i < rounds(2, 3); i++) {
      const route = windingRoute(random, { lng: -1.5, lat: 52.5 }, 50_000, 0.00033);
      expect(route.lengthMeters).toBeGreaterThan(1_200_000);
      expectAlongLikeBruteForce(set, route, { widthMeters: 1_000 });
    }
  });

  it('on hundreds of routes at poles and across the antimeridian', () => {
    const random = new Random(124);
    const centres: Cluster[] = [
      { lng: 180, lat: 0, spread: 0.05 },
      { lng: -179.99, lat: 71, spread: 0.1 },
      { lng: 0, lat: 89.99, spread: 0.02 },
      { lng: 77, lat: -90, spread: 0.01 },
    ];
    for (const centre of centres) {
      // Near a pole, every longitude is near.
      const records = randomRecords(random, 300, centre).map((record, i) =>
        Math.abs(centre.lat) > 89 && i % 2 === 0
          ? {
              ...record,
              position: { lng: random.between(-180, 180), lat: 89.99 * Math.sign(centre.lat) },
            }
          : record,
      );
      const set = StationSet.from(records, { crs: 'wgs84' });
      const hits = ask(set, random, rounds(70, 200), 800, () =>
        randomRoute(random, centre, 'wgs84'),
      );
      expect(hits).toBeGreaterThan(rounds(60, 300));
    }
  });

  describe.skipIf(recordedRoutesAreMissing)('on recorded routes:', () => {
    it('300 bus lines', () => {
      const random = new Random(125);
      const lines = busLines();
      const records = randomRecords(random, 1_000, { lng: 116.4, lat: 39.92, spread: 0.15 });
      const set = StationSet.from(records, { crs: 'gcj02', sourceCrs: 'wgs84' });
      expect(ask(set, random, 300, 500, () => random.pick(lines))).toBeGreaterThan(300);
    });

    it('25 rides, four times each', () => {
      const random = new Random(126);
      for (const ride of recordedRides()) {
        const set = StationSet.from(recordsBeside(random, ride, 60), { crs: 'bd09' });
        expect(ask(set, random, 4, 500, () => ride)).toBeGreaterThan(0);
      }
    });

    it('a drive of 28,458 vertices', () => {
      const random = new Random(127);
      const drive = recordedDrive();
      const set = StationSet.from(recordsBeside(random, drive, 400), { crs: 'wgs84' });
      expect(ask(set, random, 5, 500, () => drive)).toBeGreaterThan(500);
    });
  });
});
