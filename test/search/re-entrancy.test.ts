import { describe, expect, it } from 'vitest';
import { type Station, StationSet } from '../../src/core';
import { Random } from '../support/random';
import { randomRoute } from '../support/random-routes';
import { rounds } from '../support/rounds';
import { passesFilter, randomFilter, randomPosition, randomRecords } from '../support/stations';

const here = { lng: 121.47, lat: 31.23, spread: 0.1 };
const random = new Random(161);
const records = randomRecords(random, 600, here);
const set = StationSet.from(records, { crs: 'gcj02' });

/** Asks the same set about everything while it is being asked. */
function whereThatAsks(filter: ReturnType<typeof randomFilter>) {
  const route = randomRoute(random, here, 'gcj02');
  const { where: _, ...rest } = filter;
  return (station: Station): boolean => {
    const from = station.position;
    set.nearest(from, { limit: 5 });
    set.nearest(from, { limit: 3, ...rest });
    set.nearest(from, { limit: 2, where: ({ id }) => id.length % 2 === 0 });
    set.nearestFirst(from, rest).next();
    set.along(route, { limit: 3, sort: 'detour', ...rest });
    set.inBounds([121.4, 31.2, 121.42, 31.22], rest);
    return passesFilter(station, filter);
  };
}

describe('a where() that asks the same set', () => {
  it('does not disturb nearest(), whatever the limit', () => {
    for (let i = 0; i < rounds(12, 25); i++) {
      const filter = randomFilter(random);
      const from = randomPosition(random, here);
      const options = { limit: random.pick([1, 10, 100, 200, undefined]) };
      const expected = set.nearest(from, { ...options, ...filter });
      const where = whereThatAsks(filter);
      const { services } = filter;
      expect(set.nearest(from, { ...options, where, services })).toEqual(expected);
      expect(set.nearest(from, { ...options, where })).toEqual(expected);
    }
  });

  it('does not disturb nearestFirst()', () => {
    for (let i = 0; i < 10; i++) {
      const filter = randomFilter(random);
      const from = randomPosition(random, here);
      const hits = [...set.nearestFirst(from, { where: whereThatAsks(filter) })];
      expect(hits).toEqual(set.nearest(from, filter));
    }
  });

  it('does not disturb along()', () => {
    for (let i = 0; i < rounds(40, 100); i++) {
      const filter = randomFilter(random);
      const route = randomRoute(random, here, 'gcj02');
      const options = {
        widthMeters: random.between(0, 600),
        sort: random.pick(['route', 'detour'] as const),
        passes: random.pick(['closest', 'all'] as const),
        limit: random.pick([3, 30, undefined]),
        fromMeters: random.pick([0, 500]),
      };
      const expected = set.along(route, { ...options, ...filter });
      const where = whereThatAsks(filter);
      const { services } = filter;
      expect(set.along(route, { ...options, where, services })).toEqual(expected);
      expect(set.along(route, { ...options, where })).toEqual(expected);
    }
  });

  it('may ask for the very filter that is about to be prepared', () => {
    const fresh = StationSet.from(records, { crs: 'gcj02' });
    const filter = { services: ['toilet', 'shower'] as const };
    const expected = set.nearest(here, filter);
    for (let i = 0; i < rounds(40, 100); i++) {
      const where = () => fresh.nearest(here, filter).length === expected.length;
      expect(fresh.nearest(here, { ...filter, where })).toEqual(expected);
    }
  });

  it('leaves the set as it was when it throws', () => {
    const before = set.nearest(here, { limit: 20 });
    const where = () => {
      throw new Error('no answer');
    };
    expect(() => set.nearest(here, { where })).toThrow('no answer');
    expect(() => set.prepare({ where })).toThrow('no answer');
    expect(set.nearest(here, { limit: 20 })).toEqual(before);
  });
});
