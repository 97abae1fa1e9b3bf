import { describe, expect, it } from 'vitest';
import { sampleCrs } from '../../src/cli/sample';
import { type Audience, convert, type Filter, type Service } from '../../src/core';
import { access, audiences, services } from '../../src/dataset/vocabulary';
import { reach2OfMeters, toVector, type Vector } from '../../src/geo/ellipsoid';
import { subtree } from '../../src/search/build-tree';
import { readFilter } from '../../src/search/filter';
import { matching, placesOf } from '../../src/search/matching';
import { nearestPlaces } from '../../src/search/nearest';
import { placesPassing } from '../support/nearest-oracle';
import { Random } from '../support/random';
import { rounds } from '../support/rounds';
import { sampleSet } from '../support/sample-set';
import { randomPosition } from '../support/stations';

/* How many places a search looks at. */

const set = sampleSet({ crs: 'wgs84', sourceCrs: sampleCrs });
const index = set['index'];

const codes = <T extends object>(table: T) => Object.keys(table) as Extract<keyof T, string>[];

/** Three services, an audience and a way in: together, and one by one. */
function combined(random: Random): { whole: Filter; parts: Filter[] } {
  const all: Service[] = [0, 1, 2].map(() => random.pick(codes(services)));
  const audience: Audience = random.pick(codes(audiences));
  const ways = random.some(codes(access), 3);
  return {
    whole: { services: all, audience, access: ways },
    parts: [...all.map((code) => ({ services: [code] })), { audience }, { access: ways }],
  };
}

function visits(filter: Filter, from: Vector, limit: number, reach2: number): number {
  const match = matching(index, readFilter(filter));
  return nearestPlaces(index.tree, from, { limit, reach2, ...match }).visited;
}

function somewhere(random: Random): Vector {
  return toVector(
    convert(randomPosition(random, { lng: 121.47, lat: 31.23, spread: 0.4 }), 'gcj02', 'wgs84'),
  );
}

describe('a filter that nothing passes', () => {
  it('looks at nothing, whatever the limit', () => {
    const random = new Random(170);
    for (const filter of [{ services: ['x-none'] }, { kinds: ['x-none'] }] as Filter[]) {
      for (const limit of [1, 100, 1_000, Number.POSITIVE_INFINITY]) {
        expect(visits(filter, somewhere(random), limit, Number.POSITIVE_INFINITY)).toBe(0);
      }
    }
  });
});

describe('a combined filter', () => {
  it('never looks at more places than any part of it alone, at the same reach', () => {
    const random = new Random(171);
    let fewer = 0;
    for (let i = 0; i < rounds(150, 300); i++) {
      const { whole, parts } = combined(random);
      for (let j = 0; j < 5; j++) {
        const from = somewhere(random);
        const reach2 = reach2OfMeters(random.pick([500, 3_000, 20_000, 1e9]));
        const together = visits(whole, from, Number.POSITIVE_INFINITY, reach2);
        for (const part of parts) {
          const alone = visits(part, from, Number.POSITIVE_INFINITY, reach2);
          expect(together).toBeLessThanOrEqual(alone);
          if (together < alone) fewer++;
        }
      }
    }
    // Or else it would say nothing.
    expect(fewer).toBeGreaterThan(rounds(1_000, 2_000));
  });

  it('never does so either with a limit that is not reached', () => {
    const random = new Random(173);
    let fewer = 0;
    for (let i = 0; i < rounds(700, 1_500); i++) {
      const { whole, parts } = combined(random);
      const from = somewhere(random);
      const reach2 = reach2OfMeters(random.between(500, 3_000));
      const together = visits(whole, from, 100, reach2);
      for (const part of parts) {
        const search = { limit: 100, reach2, ...matching(index, readFilter(part)) };
        const alone = nearestPlaces(index.tree, from, search);
        if (alone.count === 100) continue;
        expect(together).toBeLessThanOrEqual(alone.visited);
        if (together < alone.visited) fewer++;
      }
    }
    expect(fewer).toBeGreaterThan(rounds(230, 500));
  });

  it('once prepared looks at no more places for the nearest ten than its least selective part', () => {
    const random = new Random(172);
    const infinite = Number.POSITIVE_INFINITY;
    let prepared = 0;
    let part = 0;
    for (let i = 0; i < rounds(60, 150); i++) {
      const { whole, parts } = combined(random);
      const places = placesOf(index, matching(index, readFilter(whole)));
      const tree = subtree(index.tree, places);
      const held = parts.map((alone) => placesPassing(set, alone).stations.length);
      const leastSelective = parts[held.indexOf(Math.max(...held))]!;
      const search = { limit: 10, reach2: infinite, demand: undefined, accept: undefined };
      for (let j = 0; j < 20; j++) {
        const from = somewhere(random);
        prepared += nearestPlaces(tree, from, search).visited;
        part += visits(leastSelective, from, 10, infinite);
      }
    }
    expect(prepared).toBeGreaterThan(0);
    expect(prepared).toBeLessThanOrEqual(part);
  });
});
