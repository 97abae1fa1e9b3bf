import * as flexible from '@here/flexpolyline';
import * as polyline from '@mapbox/polyline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Crs,
  convert,
  InvalidOptionError,
  InvalidRouteError,
  Route,
  type RouteEncodeOptions,
  UnknownCodeError,
} from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { decodeFlexible } from '../../src/geo/route-formats/flexible';
import { decodeLngLatList } from '../../src/geo/route-formats/lng-lat-list';
import { decodePolyline, encodePolyline } from '../../src/geo/route-formats/polyline';
import { cities, cityRoute } from '../support/city-routes';
import { Random } from '../support/random';

const options = { crs: 'wgs84' } as const;

/** Anywhere on Earth, from one vertex to far leaps; at times the same place again. */
function randomLine(random: Random): LngLat[] {
  if (random.chance(0.3)) return cityRoute(random, random.pick(cities), random.int(1, 60));
  return Array.from({ length: random.int(1, 20) }, () => ({
    lng: random.between(-180, 180),
    lat: random.between(-90, 90),
  }));
}

const pairs = (line: readonly LngLat[]) => line.map(({ lng, lat }): [number, number] => [lat, lng]);
const places = (list: readonly (readonly number[])[]) =>
  list.map(([lat, lng]) => ({ lng: lng!, lat: lat! }));

/** Degrees in units of 10^-decimals, as a codec keeps them. */
const anyLine = (decimals: number) =>
  fc
    .array(
      fc.record({
        lng: fc.integer({ min: -180 * 10 ** decimals, max: 180 * 10 ** decimals }),
        lat: fc.integer({ min: -90 * 10 ** decimals, max: 90 * 10 ** decimals }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    .map((line) =>
      line.map(({ lng, lat }) => ({ lng: lng / 10 ** decimals, lat: lat / 10 ** decimals })),
    );

/** Without a Route: leaps around the Earth are slow to measure, and refused when they end at antipodes. */
const text = (given: string) => ({
  text: given,
  fail: (message: string): never => {
    throw new Error(message);
  },
});

/** The largest difference of a coordinate, in degrees. */
function farthest(ours: readonly LngLat[], theirs: readonly LngLat[]): number {
  return ours.reduce((most, { lng, lat }, i) => {
    return Math.max(most, Math.abs(lng - theirs[i]!.lng), Math.abs(lat - theirs[i]!.lat));
  }, 0);
}

const pairsOf = (list: readonly number[]) =>
  Array.from({ length: list.length / 2 }, (_, i) => [list[2 * i]!, list[2 * i + 1]!]);

describe.each([5, 6] as const)('polyline%i', (precision) => {
  const format = `polyline${precision}` as const;

  it('is written and read as @mapbox/polyline does, for 5,000 lines', () => {
    const random = new Random(500 + precision);
    for (let i = 0; i < 5_000; i++) {
      const line = randomLine(random);
      const theirs = polyline.encode(pairs(line), precision);
      expect(encodePolyline(line, precision)).toBe(theirs);
      expect(decodePolyline(text(theirs), precision)).toEqual(
        places(polyline.decode(theirs, precision)),
      );
    }
  });

  it('comes back exactly when it has no more decimals', () => {
    fc.assert(
      fc.property(anyLine(precision), (line) => {
        expect(decodePolyline(text(encodePolyline(line, precision)), precision)).toEqual(line);
      }),
      { seed: 51, numRuns: 1_000 },
    );
  });

  it('comes back through Route, in any CRS, to half a unit', () => {
    const random = new Random(520 + precision);
    for (let i = 0; i < 300; i++) {
      const from = random.pick(['wgs84', 'gcj02', 'bd09'] as const satisfies readonly Crs[]);
      const to = random.pick(['wgs84', 'gcj02', 'bd09'] as const satisfies readonly Crs[]);
      const route = Route.from(cityRoute(random, random.pick(cities), random.int(1, 40)), {
        crs: from,
      });
      const back = Route.decode(route.encode({ format, crs: to }), { format, crs: to });
      expect(back.crs).toBe(to);
      const meant = route.positions.map((position) => convert(position, from, to));
      expect(farthest(back.positions, meant)).toBeLessThan(0.51 / 10 ** precision);
    }
  });
});

describe('encode()', () => {
  const route = Route.from(
    [
      [121.46, 31.23],
      [121.46, 31.23],
      [121.48, 31.23],
    ],
    { crs: 'gcj02' },
  );

  it('writes GeoJSON that says its CRS and comes back as it was', () => {
    const feature = route.encode({ format: 'geojson' });
    expect(feature).toEqual({
      type: 'Feature',
      yizhan: { crs: 'gcj02' },
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [121.46, 31.23],
          [121.46, 31.23],
          [121.48, 31.23],
        ],
      },
    });
    for (const written of [feature, JSON.stringify(feature)]) {
      const back = Route.decode(written, { format: 'geojson', crs: 'gcj02' });
      expect(back.positions).toEqual(route.positions);
    }
    feature.properties['name'] = 'may be added to';
  });

  it('converts', () => {
    const { coordinates } = route.encode({ format: 'geojson', crs: 'wgs84' }).geometry;
    const { lng, lat } = convert([121.46, 31.23], 'gcj02', 'wgs84');
    expect(coordinates[0]).toEqual([lng, lat]);
  });

  it('does not let GeoJSON be taken for what it says it is not', () => {
    const feature = route.encode({ format: 'geojson' });
    expect(() => Route.decode(feature, { format: 'geojson', crs: 'wgs84' })).toThrow(
      InvalidOptionError,
    );
  });

  it('writes a route of one position as a line, which GeoJSON needs two for', () => {
    const feature = Route.from([[1, 2]], options).encode({ format: 'geojson' });
    expect(feature.geometry.coordinates).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(Route.decode(feature, { format: 'geojson', ...options }).lengthMeters).toBe(0);
  });

  it('refuses other formats, options and CRS', () => {
    const refused = (given: unknown) => () => route.encode(given as RouteEncodeOptions);
    expect(refused({ format: 'amap' })).toThrow(UnknownCodeError);
    expect(refused({ format: 'polyline5', crs: 'wgs-84' })).toThrow(UnknownCodeError);
    expect(refused({ format: 'polyline5', precision: 6 })).toThrow(InvalidOptionError);
    expect(refused(undefined)).toThrow(InvalidOptionError);
  });
});

describe('flexible', () => {
  const format = 'flexible';

  it('is read as @here/flexpolyline does, for 5,000 lines of every precision and third dimension', () => {
    const random = new Random(53);
    for (let i = 0; i < 5_000; i++) {
      const precision = random.int(0, 15);
      const thirdDim = random.pick([0, 1, 2, 3] as const);
      const line = randomLine(random);
      const written = flexible.encode({
        precision,
        thirdDim,
        thirdDimPrecision: random.int(0, 3),
        polyline: pairs(line).map((pair) => [...pair, random.between(-100, 9_000)]),
      });
      const theirs = places(flexible.decode(written).polyline);
      const ours = decodeFlexible(text(written));
      expect(ours).toHaveLength(theirs.length);
      expect(farthest(ours, theirs)).toBeLessThan(1e-9);
    }
  });

  it('refuses another version, and letters it does not have', () => {
    const refused = (given: string) => () => Route.decode(given, { format, ...options });
    expect(refused('CFoz5xJ67i1B')).toThrow('begins with B');
    expect(refused('BFoz5xJ67i!1B')).toThrow('"!" is not used in this format, at character 11');
    expect(refused('BF')).toThrow(InvalidRouteError);
  });
});

describe('tencent', () => {
  it('comes back from the differences, as text and from degrees, for 300 lines', () => {
    const random = new Random(54);
    for (let i = 0; i < 300; i++) {
      const line = cityRoute(random, random.pick(cities), random.int(1, 200)).map(
        ({ lng, lat }) => ({ lng: Math.round(lng * 1e6), lat: Math.round(lat * 1e6) }),
      );
      const list = line.flatMap(({ lng, lat }, j) => {
        const last = line[j - 1];
        return last === undefined ? [lat / 1e6, lng / 1e6] : [lat - last.lat, lng - last.lng];
      });
      const degrees = line.flatMap(({ lng, lat }) => [lat / 1e6, lng / 1e6]);
      for (const given of [list, JSON.stringify(list), degrees]) {
        const { positions } = Route.decode(given, { format: 'tencent', crs: 'gcj02' });
        expect(positions).toHaveLength(line.length);
        expect(farthest(positions, places(pairsOf(degrees)))).toBeLessThan(1e-10);
      }
    }
  });
});

describe('amap and baidu', () => {
  it('come back, whatever separates them', () => {
    fc.assert(
      fc.property(
        anyLine(6),
        fc.constantFrom(',', '，', ', ', ' , '),
        fc.constantFrom(';', '；', '; ', '\n', ';\r\n', ' '),
        fc.boolean(),
        (line, comma, semicolon, ended) => {
          const written =
            line
              .map(({ lng, lat }) => `${lng.toFixed(6)}${comma}${lat.toFixed(6)}`)
              .join(semicolon) + (ended ? semicolon : '');
          expect(decodeLngLatList(text(written))).toEqual(line);
        },
      ),
      { seed: 55, numRuns: 1_000 },
    );
  });
});

describe('a route of a million vertices', () => {
  it('is read in linear time', () => {
    const line = cityRoute(new Random(56), cities[0]!, 1_000_000);
    const encoded = encodePolyline(line, 6);
    const started = performance.now();
    expect(decodePolyline(text(encoded), 6)).toHaveLength(line.length);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
