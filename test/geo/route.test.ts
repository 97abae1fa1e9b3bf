import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  convert,
  InvalidGeoJsonError,
  InvalidPositionError,
  InvalidRouteError,
  Route,
  type RouteFormat,
  UnknownCodeError,
} from '../../src/core';
import { footOnPath } from '../../src/geo/closest-foot';
import { toPosition, toVector } from '../../src/geo/ellipsoid';
import { cornerAt, pieceCount } from '../../src/geo/path';
import { closestOnGeodesic, geodesicMeters } from '../support/geodesic';
import { Random } from '../support/random';
import { isMissing, sharedData } from '../support/shared-data';

describe('Route', () => {
  it('measures its length on the ellipsoid, in whatever CRS it is', () => {
    const random = new Random(31);
    for (let i = 0; i < 100; i++) {
      const points = Array.from({ length: random.int(2, 50) }, () => ({
        lng: random.between(121, 122),
        lat: random.between(30.7, 31.7),
      }));
      const crs = random.pick(['wgs84', 'gcj02', 'bd09'] as const);
      const wgs = points.map((point) => convert(point, crs, 'wgs84'));
      const meters = wgs.slice(1).reduce((sum, to, j) => sum + geodesicMeters(wgs[j]!, to), 0);
      expect(Math.abs(Route.from(points, { crs }).lengthMeters - meters)).toBeLessThan(0.01);
    }
  });

  it('keeps to the geodesic: 1 mm over 100 km, 1 cm over 300 km, 0.5 m over 1,000 km', () => {
    const random = new Random(32);
    for (const [reach, allowed] of [
      [0.6, 0.001],
      [1.8, 0.01],
      [6, 0.5],
    ] as const) {
      for (let i = 0; i < 40; i++) {
        const from = { lng: random.between(-180, 180), lat: random.between(-70, 70) };
        const to = {
          lng: from.lng + random.between(-reach, reach),
          lat: from.lat + random.between(-reach, reach),
        };
        if (Math.abs(to.lng) > 180) continue;
        const { path } = Route.from([from, to], { crs: 'wgs84' });
        expect(pieceCount(path)).toBeGreaterThan(1);
        const corner = toPosition(cornerAt(path, random.int(0, pieceCount(path))));
        expect(closestOnGeodesic(from, to, corner).offset).toBeLessThan(allowed);
      }
    }
  });

  it('takes a place beside a street travelled both ways to be on the way out', () => {
    const random = new Random(33);
    // Rounding alone tells the two ways apart, and rarely does: once in these 20,000.
    for (let i = 0; i < 20_000; i++) {
      const a = { lng: random.between(116.35, 116.45), lat: random.between(39.85, 39.95) };
      const near = () => ({
        lng: a.lng + random.between(-0.01, 0.01),
        lat: a.lat + random.between(-0.01, 0.01),
      });
      const route = Route.from([a, near(), a], { crs: 'wgs84' });
      const { alongMeters } = footOnPath(route.path, toVector(near()));
      expect(alongMeters).toBeLessThanOrEqual(route.lengthMeters / 2 + 0.01);
    }
  });

  it('crosses the antimeridian the short way', () => {
    const route = Route.from(
      [
        [179.9, 0],
        [-179.9, 0],
      ],
      { crs: 'wgs84' },
    );
    expect(
      Math.abs(
        route.lengthMeters - geodesicMeters({ lng: 179.9, lat: 0 }, { lng: -179.9, lat: 0 }),
      ),
    ).toBeLessThan(0.01);
  });

  it('refuses a route of nothing, a vertex that is no position, and a leap to the antipodes', () => {
    expect(() => Route.from([], { crs: 'wgs84' })).toThrow(InvalidRouteError);
    expect(() => Route.from('0,0' as never, { crs: 'wgs84' })).toThrow(InvalidRouteError);
    expect(() =>
      Route.from(
        [
          [0, 0],
          [0, 91],
        ],
        { crs: 'wgs84' },
      ),
    ).toThrow(InvalidPositionError);
    expect(() =>
      Route.from(
        [
          [0, 0],
          [0, 91],
        ],
        { crs: 'wgs84' },
      ),
    ).toThrow('vertex 2 of the route');
    expect(() =>
      Route.from(
        [
          [0, 0],
          [180, 0],
        ],
        { crs: 'wgs84' },
      ),
    ).toThrow('vertices 1 and 2 are on opposite sides');
    expect(() => Route.from([[0, 0]], {} as never)).toThrow(UnknownCodeError);
  });

  it('refuses leaps round the world by the vertex, instead of measuring them for minutes', () => {
    const leaps = Array.from({ length: 5_000 }, (_, i): [number, number] => [(i % 2) * 170, 0]);
    expect(() => Route.from(leaps, { crs: 'wgs84' })).toThrow(
      'Invalid route: it is longer than 100000 km at vertex 7',
    );
  });

  it('does not let anybody change it', () => {
    const points: [number, number][] = [
      [0, 0],
      [0.1, 0],
    ];
    const route = Route.from(points, { crs: 'wgs84' });
    points[1]![0] = 50;
    expect(route.positions[1]).toEqual({ lng: 0.1, lat: 0 });
    expect(() => Object.assign(route.positions[0]!, { lng: 9 })).toThrow(TypeError);
  });
});

describe('Route.decode()', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [0.1, 0],
    ],
  };
  const options = { format: 'geojson', crs: 'wgs84' } as const;

  it('reads lines, features, collections and text', () => {
    const feature = { type: 'Feature', properties: {}, geometry: line };
    const collection = { type: 'FeatureCollection', features: [feature] };
    for (const input of [line, feature, collection, JSON.stringify(feature)]) {
      expect(Route.decode(input, options).positions).toEqual([
        { lng: 0, lat: 0 },
        { lng: 0.1, lat: 0 },
      ]);
    }
  });

  it('joins several lines in order', () => {
    const lines = {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [0.1, 0],
        ],
        [
          [0.1, 0],
          [0.1, 0.1],
        ],
      ],
    };
    const route = Route.decode(lines, options);
    expect(route.positions).toHaveLength(3);
    expect(route.lengthMeters).toBeCloseTo(
      Route.from(
        [
          [0, 0],
          [0.1, 0],
          [0.1, 0.1],
        ],
        { crs: 'wgs84' },
      ).lengthMeters,
      6,
    );
  });

  it('leaves out waypoints beside the line, and ends for features in features', () => {
    const point = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [9, 9] },
    };
    const nothing = { type: 'Feature', properties: {}, geometry: null };
    const features = [point, { type: 'Feature', properties: {}, geometry: line }, nothing];
    expect(Route.decode({ type: 'FeatureCollection', features }, options).positions).toHaveLength(
      2,
    );
    expect(() => Route.decode({ type: 'FeatureCollection', features: [point] }, options)).toThrow(
      InvalidGeoJsonError,
    );
    let deep: unknown = line;
    for (let i = 0; i < 200_000; i++) deep = { type: 'Feature', geometry: deep };
    expect(() => Route.decode(deep, options)).toThrow(InvalidGeoJsonError);
  });

  it('refuses what is no line', () => {
    for (const input of [
      { type: 'Point', coordinates: [0, 0] },
      null,
      7,
      'hello',
      { type: 'MultiLineString', coordinates: [7] },
    ]) {
      expect(() => Route.decode(input, options), JSON.stringify(input)).toThrow(
        InvalidGeoJsonError,
      );
    }
    expect(() => Route.decode({ type: 'LineString', coordinates: [[0, 'x']] }, options)).toThrow(
      InvalidPositionError,
    );
    expect(() => Route.decode(line, { format: 'kml' as RouteFormat, crs: 'wgs84' })).toThrow(
      UnknownCodeError,
    );
    expect(() => Route.decode(line, undefined as never)).toThrow('expected { format, crs }');
  });

  const mapbox = 'routes/mapbox-directions/route1.geojson';
  it.skipIf(isMissing(mapbox))('reads a recorded route of 28,458 vertices', () => {
    const route = Route.decode(readFileSync(sharedData(mapbox), 'utf8'), options);
    expect(route.positions).toHaveLength(28_458);
    const meters = route.positions
      .slice(1)
      .reduce((sum, to, i) => sum + geodesicMeters(route.positions[i]!, to), 0);
    expect(Math.abs(route.lengthMeters - meters)).toBeLessThan(0.5);
  });
});
