import { describe, expect, it } from 'vitest';
import { sampleCrs } from '../../src/cli/sample';
import type { Filter } from '../../src/core';
import { StationSet } from '../../src/core';
import { geodesicBearing, geodesicMeters } from '../support/geodesic';
import { expectNearestLikeBruteForce, placesPassing } from '../support/nearest-oracle';
import { Random } from '../support/random';
import { rounds } from '../support/rounds';
import { sampleSet } from '../support/sample-set';
import { randomFilter, randomPosition, randomRecords } from '../support/stations';

describe('StationSet.nearest()', () => {
  it('agrees with a brute force by geodesics over cities, poles and the antimeridian', () => {
    const random = new Random(1);
    const places = [
      { lng: 121.4737, lat: 31.2304, spread: 0.3 },
      { lng: 179.99, lat: -16.8, spread: 0.2 },
      { lng: 0, lat: 89.9, spread: 0.1 },
      { lng: 30, lat: -89.95, spread: 0.05 },
      { lng: -0.1276, lat: 51.5072, spread: 0.001 },
    ];
    for (const place of places) {
      const records = randomRecords(random, 400, place);
      const set = StationSet.from(records, { crs: 'wgs84' });
      for (let i = 0; i < 120; i++) {
        expectNearestLikeBruteForce(set, randomPosition(random, place), {
          limit: random.chance(0.1) ? undefined : random.int(0, 40),
          maxDistanceMeters: random.chance(0.5) ? undefined : random.between(0, 40_000),
          ...randomFilter(random),
        });
      }
    }
  });

  it('answers thousands of seeded questions about the sample like a brute force by geodesics', () => {
    const random = new Random(5);
    const set = sampleSet({ crs: 'bd09', sourceCrs: sampleCrs });
    const filters = Array.from({ length: rounds(150, 300) }, () => randomFilter(random));
    for (const filter of filters) {
      const passing = placesPassing(set, filter);
      for (let i = 0; i < 10; i++) {
        const from = { lng: random.between(120.85, 122), lat: random.between(30.68, 31.87) };
        const options = {
          limit: random.chance(0.03) ? undefined : random.int(0, 60),
          maxDistanceMeters: random.chance(0.5) ? random.between(0, 20_000) : undefined,
          ...filter,
        };
        expectNearestLikeBruteForce(set, from, options, passing);
      }
    }
  });

  it('measures within 1 cm up to 100 km, 0.0012 % up to 1,000 km and 0.03 % up to 5,000 km', () => {
    const random = new Random(2);
    for (let i = 0; i < rounds(8_000, 20_000); i++) {
      const from = { lng: random.between(-180, 180), lat: random.between(-90, 90) };
      const reach = random.pick([0.5, 5, 30]);
      const to = {
        lng: wrap(random.between(from.lng - reach, from.lng + reach)),
        lat: Math.max(-90, Math.min(90, random.between(from.lat - reach, from.lat + reach))),
      };
      const set = StationSet.from([{ id: 'a', position: to }], { crs: 'wgs84' });
      const [hit] = set.nearest(from);
      const meters = geodesicMeters(from, to);
      const allowed =
        meters <= 100_000 ? 0.01 : meters <= 1_000_000 ? meters * 12e-6 : meters * 3e-4;
      if (meters <= 5_000_000)
        expect(Math.abs(hit!.distanceMeters - meters)).toBeLessThanOrEqual(allowed);
      if (meters > 1 && meters < 100_000 && Math.abs(from.lat) < 89) {
        const turn = Math.abs(hit!.bearingDegrees - geodesicBearing(from, to)) % 360;
        expect(Math.min(turn, 360 - turn)).toBeLessThan(0.01);
      }
    }
  });

  it('breaks ties by id, also at the last place', () => {
    const position = { lng: 121, lat: 31 };
    const ids = ['b', 'd', 'a', 'é', 'c', '10', '9', '__proto__'];
    const set = StationSet.from(
      [...ids.map((id) => ({ id, position })), { id: 'far', position: { lng: 121.1, lat: 31 } }],
      { crs: 'wgs84' },
    );
    const sorted = [...ids].sort((a, b) => (a < b ? -1 : 1));
    for (let limit = 0; limit <= ids.length; limit++) {
      const hits = set.nearest(position, { limit });
      expect(hits.map((hit) => hit.station.id)).toEqual(sorted.slice(0, limit));
      expect(hits.every((hit) => hit.distanceMeters === 0 && hit.bearingDegrees === 0)).toBe(true);
    }
  });

  it('breaks ties by id where distances differ by rounding alone', () => {
    const around = (id: string, lng: number) => ({ id, position: { lng, lat: 89.99 } });
    const set = StationSet.from(
      [around('b', -120.123), around('a', 33.7), around('c', 77.1), around('0', 5.3)],
      { crs: 'wgs84' },
    );
    const hits = set.nearest([0, 90]);
    expect(new Set(hits.map((hit) => hit.distanceMeters)).size).toBe(1);
    expect(hits.map((hit) => hit.station.id)).toEqual(['0', 'a', 'b', 'c']);
    expect(set.nearest([0, 90], { limit: 2 })).toEqual(hits.slice(0, 2));
    expect([...set.nearestFirst([0, 90])]).toEqual(hits);
  });

  it('takes 180° E and 180° W, and every longitude at a pole, for one place', () => {
    const set = StationSet.from(
      [
        { id: 'east', position: [180, 10] },
        { id: 'west', position: [-180, 10] },
        { id: 'pole', position: [77, 90] },
      ],
      { crs: 'wgs84' },
    );
    expect(set.nearest([180, 10], { limit: 2 }).map((hit) => hit.distanceMeters)).toEqual([0, 0]);
    expect(set.nearest([-3, 90], { limit: 1 })[0]).toMatchObject({ distanceMeters: 0 });
  });

  it('reaches as far as a distance it gave out, and no farther', () => {
    const random = new Random(6);
    const set = sampleSet({ crs: sampleCrs });
    for (let i = 0; i < 300; i++) {
      const from = { lng: random.between(121, 122), lat: random.between(30.8, 31.6) };
      const hits = set.nearest(from, { limit: random.int(1, 20) });
      const last = hits[hits.length - 1]!.distanceMeters;
      expect(set.nearest(from, { maxDistanceMeters: last })).toEqual(hits);
      expect(set.nearest(from, { maxDistanceMeters: last - 1e-6 })).toHaveLength(hits.length - 1);
    }
    expect(set.nearest(set.filter()[0]!.position, { maxDistanceMeters: 0 })).toHaveLength(1);
  });

  it('gives everything without a limit, and nothing from an empty set or for a filter that matches nothing', () => {
    const random = new Random(3);
    const set = StationSet.from(randomRecords(random, 500, { lng: 121, lat: 31, spread: 50 }), {
      crs: 'wgs84',
    });
    expect(set.nearest([121, 31])).toHaveLength(500);
    expect(set.nearest([-59, -31])).toHaveLength(500);
    expect(set.nearest([121, 31], { where: () => false })).toEqual([]);
    expect(set.nearest([121, 31], { districts: ['999999'] })).toEqual([]);
    const empty = StationSet.from([], { crs: 'wgs84' });
    expect(empty.nearest([121, 31])).toEqual([]);
    expect(empty.size).toBe(0);
  });

  it('builds from a hundred thousand equal points', () => {
    const position = { lng: 121, lat: 31 };
    const records = Array.from({ length: 100_000 }, (_, i) => ({ id: `s${i}`, position }));
    const set = StationSet.from(records, { crs: 'wgs84' });
    expect(set.nearest(position, { limit: 3 }).map((hit) => hit.station.id)).toEqual([
      's0',
      's1',
      's10',
    ]);
  });

  it('asks where() only about stations that pass everything else', () => {
    const random = new Random(4);
    const set = StationSet.from(randomRecords(random, 300, { lng: 121, lat: 31, spread: 1 }), {
      crs: 'wgs84',
    });
    const filter: Filter = {
      services: ['toilet'],
      where: (station) => {
        expect(station.services).toContain('toilet');
        return true;
      },
    };
    expect(set.nearest([121, 31], filter)).toHaveLength(
      set.filter({ services: ['toilet'] }).length,
    );
  });
});

function wrap(lng: number): number {
  return lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng;
}
