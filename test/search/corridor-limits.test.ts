import { describe, expect, it } from 'vitest';
import {
  type AlongOptions,
  type CorridorHit,
  InvalidOptionError,
  type LngLat,
  Route,
  type Station,
  StationSet,
} from '../../src/core';
import { Random } from '../support/random';
import { randomRoute, thereAndBack } from '../support/random-routes';
import { rounds } from '../support/rounds';
import { randomFilter, randomRecords } from '../support/stations';

const here = { lng: 121.47, lat: 31.23, spread: 0.05 };
const random = new Random(231);
const set = StationSet.from(randomRecords(random, 1_200, here), { crs: 'gcj02' });

const someRoute = () =>
  (random.chance(0.3) ? thereAndBack : randomRoute)(random, here, random.pick(['gcj02', 'bd09']));

/** All that could differ, quick to compare. */
const brief = (hits: readonly CorridorHit[]) =>
  hits.map(({ station, joinAt, ...rest }) =>
    [station.id, joinAt.lng, joinAt.lat, ...Object.values(rest)].join(),
  );

function randomOptions(): AlongOptions {
  return {
    widthMeters: random.between(0, 800),
    sort: random.pick(['route', 'detour', undefined]),
    passes: random.pick(['closest', 'all', undefined]),
    fromMeters: random.chance(0.4) ? random.between(0, 20_000) : undefined,
    circuity: random.chance(0.2) ? random.between(1, 2) : undefined,
    maxDetourMeters: random.chance(0.2) ? random.between(0, 2_000) : undefined,
    ...(random.chance(0.5) ? randomFilter(random) : {}),
  };
}

function isOneSpot(a: LngLat, b: LngLat): boolean {
  return a.lng === b.lng && a.lat === b.lat;
}

describe('limit of along()', () => {
  it('gives the first of the unlimited answer', () => {
    let cut = 0;
    for (let i = 0; i < rounds(200, 500); i++) {
      const route = someRoute();
      const options = randomOptions();
      const all = brief(set.along(route, options));
      for (const limit of [0, 1, random.int(2, 10), random.int(11, 200), all.length, 10_000_000]) {
        const hits = set.along(route, { ...options, limit });
        expect(brief(hits)).toEqual(all.slice(0, limit));
        if (limit < all.length) cut++;
      }
    }
    expect(cut).toBeGreaterThan(rounds(400, 1_000));
  });

  it.each([0, 0.002])('does so where many are nearly as far, %f degrees off', (lat) => {
    // One piece, whose chord runs 6 cm below the ground: to go by the chord would mistake the order.
    const straight = Route.from(
      [
        [-0.008, 0],
        [0.008, 0],
      ],
      { crs: 'wgs84' },
    );
    const records = Array.from({ length: 3_000 }, (_, i) => ({
      id: `s${i}`,
      position: { lng: random.between(-0.008, 0.008), lat: lat + random.between(0, 1e-6) },
    }));
    const beside = StationSet.from(records, { crs: 'wgs84' });
    const all = brief(beside.along(straight, { sort: 'detour' }));
    expect(all).toHaveLength(3_000);
    for (let limit = 1; limit < 3_000; limit = Math.ceil(limit * 1.3)) {
      const hits = beside.along(straight, { sort: 'detour', limit });
      expect(brief(hits)).toEqual(all.slice(0, limit));
    }
  });

  it('counts after sorting: by the way, or by the detour', () => {
    for (let i = 0; i < rounds(60, 150); i++) {
      const route = someRoute();
      const options = randomOptions();
      const onTheWay = set.along(route, { ...options, sort: 'route' });
      const byDetour = set.along(route, { ...options, sort: 'detour' });
      const isBefore = (a: CorridorHit, b: CorridorHit) =>
        a.alongMeters < b.alongMeters ||
        (a.alongMeters === b.alongMeters && a.station.id <= b.station.id);
      onTheWay.slice(1).forEach((hit, j) => {
        expect(isBefore(onTheWay[j]!, hit)).toBe(true);
      });
      byDetour.slice(1).forEach((hit, j) => {
        expect(byDetour[j]!.detourMeters).toBeLessThanOrEqual(hit.detourMeters);
      });
      expect(brief(byDetour).sort()).toEqual(brief(onTheWay).sort());
    }
  });
});

describe('maxDetourMeters', () => {
  /** A width in which every detour as long as this lies. */
  const wideEnough = (detour: number, circuity = 1.3) => (detour / (2 * circuity)) * 1.01 + 1;

  it('gives those of a wide corridor whose detour is no longer', () => {
    let beyond = 0;
    for (let i = 0; i < rounds(120, 300); i++) {
      const route = someRoute();
      const { widthMeters: _, fromMeters: __, ...rest } = randomOptions();
      const options = { ...rest, passes: 'closest' as const };
      const maxDetourMeters = random.between(0, 3_000);
      const widthMeters = wideEnough(maxDetourMeters, options.circuity);
      const { maxDetourMeters: ___, ...unlimited } = options;
      const expected = set
        .along(route, { ...unlimited, widthMeters })
        .filter((hit) => hit.detourMeters <= maxDetourMeters);
      const hits = set.along(route, { ...options, maxDetourMeters });
      expect(brief(hits)).toEqual(brief(expected));
      beyond += hits.filter((hit) => hit.offsetMeters > 300).length;
      // A width given as well is kept to as well.
      const narrow = set.along(route, { ...options, maxDetourMeters, widthMeters: 200 });
      expect(brief(narrow)).toEqual(brief(hits.filter((hit) => hit.offsetMeters <= 200)));
    }
    // Alone, it reaches farther than the usual 300 m.
    expect(beyond).toBeGreaterThan(rounds(400, 1_000));
  });

  it('reaches as far as a detour it gave out, and no farther', () => {
    for (let i = 0; i < 100; i++) {
      const route = someRoute();
      const circuity = random.chance(0.5) ? undefined : random.between(1, 3);
      const hits = set.along(route, { widthMeters: 600, sort: 'detour', circuity });
      if (hits.length === 0) continue;
      const { detourMeters, station } = random.pick(hits);
      const reached = set.along(route, { maxDetourMeters: detourMeters, circuity });
      expect(reached.map((hit) => hit.station)).toContain(station);
      expect(Math.max(...reached.map((hit) => hit.detourMeters))).toBe(detourMeters);
    }
  });

  it('of 0 gives only what lies on the route', () => {
    const stations = set.filter().slice(0, 40);
    const route = Route.from(
      stations.map(({ position }) => position),
      { crs: 'gcj02' },
    );
    const hits = set.along(route, { maxDetourMeters: 0 });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every((hit) => hit.offsetMeters === 0 && hit.side === 'on')).toBe(true);
    const found = hits.map((hit) => hit.station);
    expect(found.map(({ id }) => id).sort()).toEqual(
      set
        .filter()
        .filter(({ position }) => stations.some((other) => isOneSpot(other.position, position)))
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('is no limit when it is not given, however long ways are', () => {
    const east = Route.from(
      [
        [121, 31],
        [121.1, 31],
      ],
      { crs: 'gcj02' },
    );
    const one = StationSet.from([{ id: 'a', position: [121.05, 31.001] }], { crs: 'gcj02' });
    expect(one.along(east, { circuity: 1e308 })).toHaveLength(1);
  });

  it.each([-1, -1e-9, Number.NaN, Number.POSITIVE_INFINITY, '100', null, true, 10n])(
    'of %s is refused',
    (maxDetourMeters) => {
      const query = () => set.along(someRoute(), { maxDetourMeters: maxDetourMeters as never });
      expect(query).toThrow(InvalidOptionError);
      expect(query).toThrow('maxDetourMeters');
    },
  );
});

describe('fromMeters', () => {
  it('keeps every pass that is still to come, and gives none that is behind', () => {
    let kept = 0;
    for (let i = 0; i < 200; i++) {
      const route = someRoute();
      const filter = random.chance(0.5) ? randomFilter(random) : {};
      const options = { widthMeters: random.between(0, 500), passes: 'all' as const, ...filter };
      const fromMeters = random.between(0, route.lengthMeters);
      const ahead = set.along(route, { ...options, fromMeters });
      for (const { alongMeters, aheadMeters } of ahead) {
        expect(alongMeters).toBeGreaterThanOrEqual(fromMeters - 0.01);
        expect(aheadMeters).toBe(Math.max(0, alongMeters - fromMeters));
      }
      const found = new Set(
        ahead.map(({ station, alongMeters }) => `${station.id} ${alongMeters}`),
      );
      for (const { station, alongMeters } of set.along(route, options)) {
        if (alongMeters < fromMeters) continue;
        expect(found).toContain(`${station.id} ${alongMeters}`);
        kept++;
      }
    }
    expect(kept).toBeGreaterThan(5_000);
  });
});

describe('where() along a route', () => {
  it('is asked once about each station in the corridor that passes all else, and about no other', () => {
    for (let i = 0; i < 300; i++) {
      const route = someRoute();
      const { where: _, limit: __, ...options } = randomOptions();
      const asked: Station[] = [];
      const where = (station: Station) => asked.push(station) % 2 === 0;
      set.along(route, { ...options, where });
      const inCorridor = new Set(set.along(route, options).map((hit) => hit.station));
      expect(asked).toHaveLength(inCorridor.size);
      expect(new Set(asked)).toEqual(inCorridor);
      const before = asked.length;
      set.along(route, { ...options, where, limit: 3 });
      const more = asked.slice(before);
      expect(new Set(more).size).toBe(more.length);
      expect(more.every((station) => inCorridor.has(station))).toBe(true);
    }
  });
});
