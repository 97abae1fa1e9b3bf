import { describe, expect, it } from 'vitest';
import {
  InvalidOptionError,
  InvalidPositionError,
  type Station,
  type StationHit,
  StationSet,
  UnknownCodeError,
} from '../../src/core';
import { Random } from '../support/random';
import { randomFilter, randomPosition, randomRecords } from '../support/stations';

const here = { lng: 121.47, lat: 31.23, spread: 0.2 };
const random = new Random(131);
const set = StationSet.from(randomRecords(random, 700, here), { crs: 'gcj02' });

/** What can be compared quickly: nothing that says who it is or where is left out. */
const brief = (hits: Iterable<StationHit>) =>
  Array.from(hits, ({ station, distanceMeters, bearingDegrees }) =>
    [station.id, distanceMeters, bearingDegrees].join(),
  );

describe('StationSet.nearestFirst()', () => {
  it('gives what nearest() gives without a limit, in the same order', () => {
    for (let i = 0; i < 600; i++) {
      const from = randomPosition(random, here);
      const options = {
        maxDistanceMeters: random.chance(0.5) ? random.between(0, 30_000) : undefined,
        ...randomFilter(random),
      };
      expect(brief(set.nearestFirst(from, options))).toEqual(brief(set.nearest(from, options)));
    }
  });

  it('does so around poles, across the antimeridian, and for nothing', () => {
    for (const around of [
      { lng: 180, lat: 0, spread: 0.01 },
      { lng: 50, lat: 90, spread: 0.01 },
    ]) {
      const there = StationSet.from(randomRecords(random, 300, around), { crs: 'wgs84' });
      for (let i = 0; i < 30; i++) {
        const from = randomPosition(random, around);
        expect(brief(there.nearestFirst(from))).toEqual(brief(there.nearest(from)));
      }
    }
    expect([...StationSet.from([], { crs: 'wgs84' }).nearestFirst(here)]).toEqual([]);
    expect([...set.nearestFirst(here, { services: ['x-none'] })]).toEqual([]);
  });

  it('breaks ties by id', () => {
    const ids = Array.from({ length: 100 }, () => random.int(0, 1e9).toString(36));
    const records = ids.map((id) => ({ id, position: here }));
    const tied = StationSet.from(records, { crs: 'wgs84' });
    const given = [...tied.nearestFirst([121, 31])].map((hit) => hit.station.id);
    expect(given).toEqual(ids.sort((a, b) => (a < b ? -1 : 1)));
  });

  it('goes on after a pause where it stopped, and asks where() once a station and no sooner than needed', () => {
    const asked: Station[] = [];
    const hits = set.nearestFirst(here, {
      services: ['toilet'],
      where: (station) => asked.push(station) > 0,
    });
    expect(asked).toHaveLength(0);
    const all = set.nearest(here, { services: ['toilet'] }).map((hit) => hit.station);
    expect(all.length).toBeGreaterThan(50);
    for (let i = 0; i < all.length; i++) {
      expect(hits.next().value.station).toBe(all[i]);
      expect(asked).toEqual(all.slice(0, i + 1));
      set.nearest([121.4, 31.1], { limit: 20 });
    }
    expect(hits.next()).toEqual({ done: true, value: undefined });
    expect(hits.next()).toEqual({ done: true, value: undefined });
    expect(asked).toHaveLength(all.length);
  });

  it('lets two go on side by side', () => {
    for (let i = 0; i < 30; i++) {
      const questions = [0, 1].map(() => ({
        from: randomPosition(random, here),
        filter: randomFilter(random),
      }));
      const iterators = questions.map(({ from, filter }) => set.nearestFirst(from, filter));
      const given: StationHit[][] = [[], []];
      for (let step = 0; step < 3_000; step++) {
        const which = random.int(0, 1);
        const next = iterators[which]!.next();
        if (!next.done) given[which]!.push(next.value);
      }
      questions.forEach(({ from, filter }, which) => {
        expect(brief(given[which]!)).toEqual(brief(set.nearest(from, filter)));
      });
    }
  });

  it('can be left early, and then is over', () => {
    const seen: string[] = [];
    for (const hit of set.nearestFirst(here)) {
      seen.push(hit.station.id);
      if (seen.length === 7) break;
    }
    expect(seen).toEqual(set.nearest(here, { limit: 7 }).map((hit) => hit.station.id));
    const hits = set.nearestFirst(here);
    hits.next();
    expect(hits.return?.()).toEqual({ done: true, value: undefined });
    expect(hits.next().done).toBe(true);
  });

  it('refuses what is amiss at the call, not at the first station', () => {
    const refused: [() => unknown, new (...args: never[]) => Error][] = [
      [() => set.nearestFirst([121, 91]), InvalidPositionError],
      [() => set.nearestFirst(here, { maxDistanceMeters: -1 }), InvalidOptionError],
      [() => set.nearestFirst(here, { limit: 3 } as never), InvalidOptionError],
      [() => set.nearestFirst(here, { where: 1 as never }), InvalidOptionError],
      [() => set.nearestFirst(here, { services: ['toilte' as never] }), UnknownCodeError],
      [() => set.nearestFirst(here, null as never), InvalidOptionError],
    ];
    for (const [query, error] of refused) expect(query).toThrow(error);
  });
});
