import { describe, expect, it } from 'vitest';
import {
  InvalidOptionError,
  InvalidPositionError,
  isYizhanError,
  Route,
  StationSet,
  UnknownCodeError,
  type YizhanError,
} from '../../src/core';

/* Bad input: a typed error with a stable code that says what was given and what is allowed. */

const set = StationSet.from([{ id: 'a', position: [121.47, 31.23], services: ['toilet'] }], {
  crs: 'gcj02',
});
const route = Route.from(
  [
    [121.4, 31.2],
    [121.5, 31.3],
  ],
  { crs: 'gcj02' },
);

function refusal(query: () => unknown): YizhanError {
  try {
    query();
  } catch (error) {
    if (isYizhanError(error)) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

describe('a position', () => {
  it.each<[string, unknown, string]>([
    ['a latitude of 91', [121, 91], 'expected lat between -90 and 90, got [121, 91]'],
    ['a longitude of 181', { lng: 181, lat: 0 }, 'expected lng between -180 and 180'],
    [
      'NaN',
      { lng: Number.NaN, lat: 31 },
      'expected finite numbers for lng and lat, got { lng: NaN, lat: 31 }',
    ],
    ['infinity', [Number.POSITIVE_INFINITY, 0], 'finite'],
    ['text', ['121', '31'], 'as numbers, got ["121", "31"]'],
    ['one number', [121], 'expected { lng, lat } or [lng, lat] in degrees'],
    ['nothing', undefined, 'got undefined'],
    ['null', null, 'got null'],
    ['latitude first', [31.23, 121.47], 'longitude comes first: were the two swapped?'],
    ['another library’s names', { longitude: 121, latitude: 31 }, 'expected { lng, lat }'],
  ])('is refused: %s', (_, position, message) => {
    const error = refusal(() => set.nearest(position as never));
    expect(error).toBeInstanceOf(InvalidPositionError);
    expect(error.code).toBe('INVALID_POSITION');
    expect(error.name).toBe('InvalidPositionError');
    expect(error.message).toContain(message);
  });

  it('is refused as the start on a route, by its name', () => {
    expect(refusal(() => set.along(route, { from: [0, 91] })).message).toContain(
      'Invalid option from: expected lat between',
    );
  });
});

describe('an option', () => {
  const here = [121.47, 31.23] as const;
  it.each<[string, () => unknown, string]>([
    [
      'limit -1',
      () => set.nearest(here, { limit: -1 }),
      'Invalid option limit: expected a whole number from 0 to 10000000',
    ],
    ['limit 1.5', () => set.nearest(here, { limit: 1.5 }), 'got 1.5'],
    ['limit 10^9', () => set.nearest(here, { limit: 1e9 }), 'got 1000000000'],
    ['limit as text', () => set.nearest(here, { limit: '5' as never }), 'got "5"'],
    [
      'a negative distance',
      () => set.nearest(here, { maxDistanceMeters: -1 }),
      'Invalid option maxDistanceMeters: expected a finite number of metres, 0 or more, got -1',
    ],
    [
      'an infinite distance',
      () => set.nearest(here, { maxDistanceMeters: Number.POSITIVE_INFINITY }),
      'got Infinity',
    ],
    [
      'a negative width',
      () => set.along(route, { widthMeters: -300 }),
      'Invalid option widthMeters: expected a finite number of metres, 0 or more, got -300',
    ],
    ['a negative start', () => set.along(route, { fromMeters: -1 }), 'fromMeters'],
    [
      'two starts',
      () => set.along(route, { fromMeters: 1, from: here }),
      'either from or fromMeters',
    ],
    ['a circuity below 1', () => set.along(route, { circuity: 0.9 }), 'circuity'],
    [
      'an unknown order',
      () => set.along(route, { sort: 'distance' as never }),
      'expected one of route, detour, got "distance"',
    ],
    [
      'unknown passes',
      () => set.along(route, { passes: 'first' as never }),
      'expected one of closest, all',
    ],
    [
      'a misspelt name',
      () => set.nearest(here, { service: ['toilet'] } as never),
      'where, limit, maxDistanceMeters (did you mean services?), got ["toilet"]',
    ],
    [
      'services as text',
      () => set.filter({ services: 'toilet' as never }),
      'expected a list of service codes, got "toilet"',
    ],
    [
      'a district as a number',
      () => set.filter({ districts: [310101 as never] }),
      'six-digit codes, as text',
    ],
    [
      'where that is no function',
      () => set.filter({ where: true as never }),
      'expected a function',
    ],
    [
      'where that answers later',
      () => set.filter({ where: (async () => false) as never }),
      'a function that answers at once',
    ],
    ['a hole in a list', () => set.filter({ districts: new Array(1) }), 'six-digit codes, as text'],
    ['options that are none', () => set.nearest(here, 5 as never), 'expected an object, got 5'],
    ['a route that is none', () => set.along([[121, 31]] as never), 'Route.from()'],
    [
      'records that are none',
      () => StationSet.from(7 as never, { crs: 'wgs84' }),
      'an array of station records',
    ],
    [
      'an unknown policy',
      () => StationSet.from([], { crs: 'wgs84', onInvalid: 'ignore' as never }),
      'expected one of throw, skip',
    ],
    ['no options at all', () => StationSet.from([], undefined as never), 'expected an object'],
  ])('is refused: %s', (_, query, message) => {
    const error = refusal(query);
    expect(error).toBeInstanceOf(InvalidOptionError);
    expect(error.code).toBe('INVALID_OPTION');
    expect(error.message).toContain(message);
  });
});

describe('a code', () => {
  it.each<[string, () => unknown, string]>([
    [
      'an unknown service',
      () => set.filter({ services: ['toilte' as never] }),
      'Unknown service in services "toilte"; did you mean toilet?',
    ],
    [
      'any unknown service',
      () => set.filter({ anyService: ['WC' as never] }),
      'Unknown service in anyService "WC" (allowed: water, rest,',
    ],
    [
      'an unknown audience',
      () => set.filter({ audience: 'food_rider' as never }),
      'did you mean food-rider?',
    ],
    ['an unknown way in', () => set.filter({ access: ['QR' as never] }), 'did you mean qr?'],
    [
      'an unknown kind',
      () => set.filter({ kinds: ['toString' as never] }),
      'Unknown kind in kinds "toString"',
    ],
    [
      'an own code of the wrong shape',
      () => set.filter({ services: ['x-' as never] }),
      "a dataset's own x-… code",
    ],
    [
      'no CRS',
      () => StationSet.from([], {} as never),
      'Unknown crs undefined (allowed: wgs84, gcj02, bd09)',
    ],
    [
      'an unknown CRS',
      () => StationSet.from([], { crs: 'gcj-02' as never }),
      'did you mean gcj02?',
    ],
    [
      'an unknown source CRS',
      () => StationSet.from([], { crs: 'gcj02', sourceCrs: 'utm' as never }),
      'Unknown sourceCrs "utm"',
    ],
    ['an unknown CRS to write', () => set.toGeoJson({ crs: 'utm' as never }), 'Unknown crs "utm"'],
  ])('is refused: %s', (_, query, message) => {
    const error = refusal(query);
    expect(error).toBeInstanceOf(UnknownCodeError);
    expect(error.code).toBe('UNKNOWN_CODE');
    expect(error.message).toContain(message);
  });
});

describe('isYizhanError()', () => {
  it('knows our errors from others, also those of another copy of the package', () => {
    const foreign = Object.assign(new Error('x'), {
      name: 'InvalidOptionError',
      code: 'INVALID_OPTION',
    });
    expect(isYizhanError(foreign)).toBe(true);
    expect(isYizhanError(new Error('x'))).toBe(false);
    expect(isYizhanError(Object.assign(new Error('x'), { code: 'ENOENT' }))).toBe(false);
    expect(isYizhanError({ name: 'YizhanError', code: 'x' })).toBe(false);
  });
});
