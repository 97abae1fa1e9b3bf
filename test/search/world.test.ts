import { describe, expect, it } from 'vitest';
import { StationSet } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { expectAlongLikeBruteForce } from '../support/corridor-oracle';
import { expectNearestLikeBruteForce, placesPassing } from '../support/nearest-oracle';
import { Random } from '../support/random';
import { randomRoute, windingRoute } from '../support/random-routes';
import { rounds } from '../support/rounds';
import { randomFilter, randomPosition } from '../support/stations';
import { worldRecords } from '../support/world';

describe('among all places of the world', () => {
  const random = new Random(111);
  const set = StationSet.from(worldRecords(random), { crs: 'wgs84' });
  const stations = set.filter();

  const near = (spread: number): LngLat =>
    randomPosition(random, { ...random.pick(stations).position, spread });

  /** Mostly where people live, but also at sea, at a pole and on the antimeridian. */
  function somewhere(): LngLat {
    const { lng, lat } = near(0.3);
    const chance = random.next();
    if (chance < 0.1) return random.pick(stations).position;
    if (chance < 0.2) return randomPosition(random, { lng: 0, lat: 0, spread: 180 });
    if (chance < 0.25) return { lng, lat: random.pick([-90, 90, 89.9, -89.9]) };
    if (chance < 0.3) return { lng: random.pick([-180, 180, 179.99, -179.99]), lat };
    return { lng, lat };
  }

  it('are 199,568', () => {
    expect(set.size).toBe(199_568);
  });

  it('need no more than 48 bytes each to be searched', () => {
    const { tree } = set['index'];
    expect(tree.words).toBe(2);
    expect(tree.buffer.byteLength / tree.size).toBeLessThanOrEqual(48);
  });

  it('nearest() answers thousands of questions like a brute force by geodesics', () => {
    for (let f = 0; f < rounds(20, 65); f++) {
      const filter = randomFilter(random);
      const passing = placesPassing(set, filter);
      for (let i = 0; i < 100; i++) {
        const options = {
          limit: random.chance(0.03) ? random.int(100, 1_000) : random.int(1, 20),
          maxDistanceMeters: random.chance(0.2) ? random.between(0, 400_000) : undefined,
          ...filter,
        };
        expectNearestLikeBruteForce(set, somewhere(), options, passing);
      }
    }
  });

  it('nearest() without a limit finds all within a distance', () => {
    const everywhere = placesPassing(set, {});
    for (let i = 0; i < 100; i++) {
      const options = { maxDistanceMeters: random.between(0, 150_000) };
      expectNearestLikeBruteForce(set, somewhere(), options, everywhere);
    }
  });

  it('along() answers hundreds of questions like every segment tried', () => {
    let hits = 0;
    for (let f = 0; f < rounds(8, 20); f++) {
      const filter = random.chance(0.5) ? randomFilter(random) : {};
      const passing = placesPassing(set, filter);
      for (let i = 0; i < 30; i++) {
        const around = { ...near(0), spread: random.pick([0.05, 0.3]) };
        const route = randomRoute(random, around, 'wgs84');
        const options = { widthMeters: random.between(0, 5_000), ...filter };
        hits += expectAlongLikeBruteForce(set, route, options, passing);
      }
    }
    expect(hits).toBeGreaterThan(rounds(300, 1_000));
  });

  it('along() answers on roads of 1,500 km and 50,000 vertices', () => {
    for (let i = 0; i < rounds(2, 3); i++) {
      const road = windingRoute(random, near(0), 50_000, 0.0003);
      expectAlongLikeBruteForce(set, road, { widthMeters: 1_000, services: ['toilet'] });
    }
  });
});
