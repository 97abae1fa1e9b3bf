import { describe, expect, it } from 'vitest';
import { type Filter, type Station, type StationRecord, StationSet } from '../../src/core';
import { readFilter } from '../../src/search/filter';
import { matching } from '../../src/search/matching';
import { expectNearestLikeBruteForce } from '../support/nearest-oracle';
import { Random } from '../support/random';
import { randomRoute } from '../support/random-routes';
import { passesFilter, randomPosition } from '../support/stations';

const here = { lng: 121.47, lat: 31.23, spread: 0.1 };
const idOf = ({ id }: Station) => id;

/** So many codes that no vocabulary has. */
function own<T extends string>(name: T, size: number) {
  return Array.from({ length: size }, (_, i) => `x-${name}-${i}` as const);
}

/** A dataset of its own, with so many codes of each sort. */
function dataset(random: Random, size: number, each: number) {
  const services = own('service', each);
  const kinds = own('kind', each);
  const access = own('access', Math.ceil(each / 3));
  const audiences = own('audience', Math.ceil(each / 3));
  const records: StationRecord[] = Array.from({ length: size }, (_, i) => ({
    id: `s${i}`,
    position: randomPosition(random, here),
    services: random.some(services, 6),
    kind: random.pick(kinds),
    access: random.some(access, 3),
    audiences: random.chance(0.5) ? [] : random.some(audiences, 3),
  }));
  const set = StationSet.from(records, { crs: 'wgs84' });
  /** Lists long enough to reach from the first word to the last; now and then a code nobody has. */
  const filter = (): Filter => ({
    services: random.chance(0.3) ? random.some(services, 2) : undefined,
    anyService: random.chance(0.6)
      ? random.some([...services, 'x-nobody'] as const, random.pick([2, 20]))
      : undefined,
    audience: random.chance(0.3) ? random.pick([...audiences, 'x-nobody'] as const) : undefined,
    access: random.chance(0.4) ? random.some(access, 10) : undefined,
    kinds: random.chance(0.5) ? random.some(kinds, 30) : undefined,
  });
  return { set, services, kinds, access, filter };
}

describe('a dataset with many codes of its own', () => {
  it.each([
    [10, 1],
    [22, 2],
    [60, 6],
    [200, 17],
  ])('finds what passes with %i services and as many kinds, in %i words of bits', (each, words) => {
    const random = new Random(200 + each);
    const { set, filter } = dataset(random, 1_000, each);
    expect(set['index'].codes.words).toBe(words);
    let found = 0;
    for (let i = 0; i < 150; i++) {
      const asked = filter();
      const expected = set.filter().filter((station) => passesFilter(station, asked));
      found += expected.length;
      expect(set.filter(asked).map(idOf)).toEqual(expected.map(idOf));
      const options = { limit: random.int(1, 30), ...asked };
      expectNearestLikeBruteForce(set, randomPosition(random, here), options);
      const where = (station: Station) => passesFilter(station, asked);
      const route = randomRoute(random, here, 'wgs84');
      expect(set.along(route, asked)).toEqual(set.along(route, { where }));
    }
    expect(found).toBeGreaterThan(2_500);
  });

  it('finds what passes clauses that all lie in several words', () => {
    const random = new Random(212);
    const { set, services, kinds, access } = dataset(random, 1_000, 60);
    const spread = <T>(list: readonly T[]) => list.filter((_, i) => i % 2 === random.int(0, 1));
    for (let i = 0; i < 100; i++) {
      const filter: Filter = {
        anyService: spread(services),
        kinds: spread(kinds),
        access: random.chance(0.5) ? spread(access) : undefined,
      };
      const { demand } = matching(set['index'], readFilter(filter));
      expect(demand!.wide.length).toBeGreaterThanOrEqual(2 * demand!.words);
      const expected = set.filter().filter((station) => passesFilter(station, filter));
      expect(expected.length).toBeGreaterThan(0);
      expect(set.filter(filter).map(idOf)).toEqual(expected.map(idOf));
      expectNearestLikeBruteForce(set, randomPosition(random, here), { limit: 10, ...filter });
    }
  });

  it('finds nothing for a code nobody has, and the rest for a list that holds one', () => {
    const random = new Random(213);
    const { set, services } = dataset(random, 300, 60);
    const [first] = services;
    const having = set.filter().filter((station) => station.services.includes(first!));
    expect(having.length).toBeGreaterThan(0);
    expect(set.filter({ anyService: ['x-nobody', first!] })).toEqual(having);
    expect(set.filter({ anyService: [first!, first!] })).toEqual(having);
    for (const filter of [
      { services: [first!, 'x-nobody'] },
      { anyService: ['x-nobody', 'toilet'] },
      { kinds: ['x-nobody'] },
      { access: ['open'] },
      // A code of one vocabulary says nothing in another.
      { kinds: [first!] },
    ] as Filter[]) {
      expect(set.filter(filter)).toEqual([]);
      expect(set.nearest(here, filter)).toEqual([]);
    }
    // Those that list no audience welcome anybody.
    const open = set.filter().filter((station) => station.audiences.length === 0);
    expect(set.filter({ audience: 'x-nobody' })).toEqual(open);
    expect(set.filter({ audience: 'trucker' })).toEqual(open);
  });
});
