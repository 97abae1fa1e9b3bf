import { describe, expect, it } from 'vitest';
import {
  type Bounds,
  type CorridorHit,
  type Filter,
  type Polygon,
  type Station,
  type StationHit,
  StationSet,
} from '../../src/core';
import { Random } from '../support/random';
import { randomRoute } from '../support/random-routes';
import { passesFilter, randomFilter, randomPosition, randomRecords } from '../support/stations';

const here = { lng: 121.47, lat: 31.23, spread: 0.1 };
const random = new Random(141);
const set = StationSet.from(randomRecords(random, 800, here), { crs: 'gcj02' });

const idOf = ({ id }: Station) => id;
const hitOf = ({ station, distanceMeters }: StationHit) => `${station.id} ${distanceMeters}`;
const passOf = ({ station, alongMeters, offsetMeters, side }: CorridorHit) =>
  [station.id, alongMeters, offsetMeters, side].join();

/** A filter in two: together they ask for the same. */
function parted(filter: Filter): [Filter, Filter] {
  const one: Record<string, unknown> = {};
  const other: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(filter)) {
    (random.chance(0.5) ? one : other)[name] = value;
  }
  const [first, ...rest] = filter.services ?? [];
  if (rest.length > 0) {
    one['services'] = [first];
    other['services'] = rest;
  }
  return [one, other];
}

/** Every question a set answers, asked of both. */
function expectSameAnswers(prepared: StationSet, rest: Filter, whole: Filter): void {
  const from = randomPosition(random, here);
  const options = {
    limit: random.chance(0.5) ? random.int(0, 30) : undefined,
    maxDistanceMeters: random.chance(0.3) ? random.between(0, 10_000) : undefined,
  };
  expect(prepared.nearest(from, { ...options, ...rest }).map(hitOf)).toEqual(
    set.nearest(from, { ...options, ...whole }).map(hitOf),
  );
  expect(Array.from(prepared.nearestFirst(from, rest), hitOf)).toEqual(
    set.nearest(from, whole).map(hitOf),
  );
  const route = randomRoute(random, here, 'gcj02');
  const along = {
    widthMeters: random.between(0, 1_000),
    sort: random.pick(['route', 'detour'] as const),
    passes: random.pick(['closest', 'all'] as const),
    fromMeters: random.pick([0, 1_000]),
  };
  expect(prepared.along(route, { ...along, ...rest }).map(passOf)).toEqual(
    set.along(route, { ...along, ...whole }).map(passOf),
  );
  const box: Bounds = [121.4, 31.2, random.between(121.41, 121.6), random.between(31.21, 31.4)];
  expect(prepared.inBounds(box, rest).map(idOf)).toEqual(set.inBounds(box, whole).map(idOf));
  const triangle: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [121.4, 31.2],
        [box[2], 31.2],
        [121.45, box[3]],
        [121.4, 31.2],
      ],
    ],
  };
  expect(prepared.inArea(triangle, rest).map(idOf)).toEqual(set.inArea(triangle, whole).map(idOf));
  expect(prepared.filter(rest).map(idOf)).toEqual(set.filter(whole).map(idOf));
  expect(prepared.count(rest)).toEqual(set.count(whole));
}

describe('StationSet.prepare()', () => {
  it('answers every question like the whole set with both filters', () => {
    for (let i = 0; i < 200; i++) {
      const whole = randomFilter(random);
      const [first, rest] = parted(whole);
      expectSameAnswers(set.prepare(first), rest, whole);
    }
  });

  it('can be done again to what it gave', () => {
    for (let i = 0; i < 100; i++) {
      const whole = randomFilter(random);
      const [first, others] = parted(whole);
      const [second, third] = parted(others);
      expectSameAnswers(set.prepare(first).prepare(second), third, whole);
    }
  });

  it('gives a set of those stations and no others', () => {
    for (let i = 0; i < 50; i++) {
      const filter = randomFilter(random);
      const prepared = set.prepare(filter);
      const stations = set.filter().filter((station) => passesFilter(station, filter));
      expect(prepared.size).toBe(stations.length);
      expect(prepared.filter()).toEqual(stations);
      for (const station of set.filter()) {
        expect(prepared.get(station.id)).toBe(
          stations.includes(station) ? set.get(station.id) : undefined,
        );
      }
      const ids = new Set(stations.map(idOf));
      const whole = set.toGeoJson();
      expect(prepared.toGeoJson()).toEqual({
        ...whole,
        features: whole.features.filter((feature) => ids.has(feature.id)),
      });
    }
  });

  it('gives an empty set for what nothing has', () => {
    const nothing = set.prepare({ services: ['x-none'] });
    expect(nothing.size).toBe(0);
    expectSameAnswers(nothing, {}, { services: ['x-none'] });
    expect(nothing.prepare({ services: ['toilet'] }).filter()).toEqual([]);
    expect(nothing.toGeoJson().features).toEqual([]);
  });

  it('asks where() at once, about each station that passes the rest, and not again', () => {
    const asked: Station[] = [];
    const prepared = set.prepare({
      services: ['toilet'],
      districts: ['310101'],
      where: (station) => asked.push(station) % 2 === 0,
    });
    const rest = set.filter({ services: ['toilet'], districts: ['310101'] });
    expect(asked).toHaveLength(rest.length);
    expect(new Set(asked)).toEqual(new Set(rest));
    expect(prepared.size).toBe(Math.floor(rest.length / 2));
    prepared.nearest(here);
    prepared.count();
    expect(asked).toHaveLength(rest.length);
  });

  it('leaves the set it came from as it was', () => {
    const before = set.nearest(here).map(hitOf);
    set.prepare({ services: ['toilet'] }).nearest(here);
    expect(set.nearest(here).map(hitOf)).toEqual(before);
    expect(set.prepare({}).nearest(here).map(hitOf)).toEqual(before);
  });
});
