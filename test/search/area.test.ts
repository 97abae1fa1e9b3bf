import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { describe, expect, it } from 'vitest';
import {
  type Area,
  type Bounds,
  InvalidAreaError,
  InvalidGeoJsonError,
  InvalidOptionError,
  StationSet,
} from '../../src/core';
import { Random } from '../support/random';
import { passesFilter, randomFilter, randomRecords } from '../support/stations';

const ids = (stations: readonly { id: string }[]) => stations.map((station) => station.id);

describe('StationSet.inBounds()', () => {
  it('agrees with comparing every station, across the antimeridian too', () => {
    const random = new Random(51);
    for (const place of [
      { lng: 121.47, lat: 31.23, spread: 0.3 },
      { lng: 180, lat: -17, spread: 0.3 },
    ]) {
      const set = StationSet.from(randomRecords(random, 500, place), { crs: 'wgs84' });
      for (let i = 0; i < 200; i++) {
        const near = () => place.lng + random.between(-0.4, 0.4);
        const wrap = (lng: number) => (lng > 180 ? lng - 360 : lng);
        const [a, b] = [near(), near()].sort((x, y) => x - y) as [number, number];
        const [south, north] = [random.between(-90, 90), place.lat].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const [west, east] = [wrap(a), wrap(b)];
        const filter = randomFilter(random);
        const inside = set.filter().filter(({ position: { lng, lat } }) => {
          const between = west <= east ? lng >= west && lng <= east : lng >= west || lng <= east;
          return between && lat >= south && lat <= north;
        });
        const expected = inside.filter((station) => passesFilter(station, filter));
        expect(ids(set.inBounds([west, south, east, north], filter))).toEqual(ids(expected));
      }
    }
  });

  it('includes its edges, and knows that 180° E is 180° W', () => {
    const set = StationSet.from(
      [
        { id: 'west', position: [-180, 0] },
        { id: 'east', position: [180, 0] },
        { id: 'zero', position: [0, 0] },
      ],
      { crs: 'wgs84' },
    );
    expect(ids(set.inBounds([170, -1, 180, 1]))).toEqual(['west', 'east']);
    expect(ids(set.inBounds([-180, -1, -170, 1]))).toEqual(['west', 'east']);
    expect(ids(set.inBounds([170, -1, -170, 1]))).toEqual(['west', 'east']);
    expect(ids(set.inBounds([0, 0, 0, 0]))).toEqual(['zero']);
    expect(ids(set.inBounds([-180, -90, 180, 90]))).toEqual(['west', 'east', 'zero']);
    expect(StationSet.from([], { crs: 'wgs84' }).inBounds([-180, -90, 180, 90])).toEqual([]);
  });

  it.each([
    [[1, 2, 3]],
    [[0, 10, 1, 9]],
    [[0, 0, 181, 1]],
    [[0, 0, Number.NaN, 1]],
    ['0,0,1,1'],
    [undefined],
  ])('refuses %j', (bounds) => {
    const set = StationSet.from([], { crs: 'wgs84' });
    expect(() => set.inBounds(bounds as unknown as Bounds)).toThrow(InvalidOptionError);
  });
});

describe('StationSet.inArea()', () => {
  const random = new Random(52);
  const set = StationSet.from(
    randomRecords(random, 800, { lng: 121.47, lat: 31.23, spread: 0.3 }),
    { crs: 'gcj02' },
  );
  const square = (lng: number, lat: number, half: number) => [
    [lng - half, lat - half],
    [lng + half, lat - half],
    [lng + half, lat + half],
    [lng - half, lat + half],
    [lng - half, lat - half],
  ];

  it('agrees with Turf on every station, holes and several polygons included', () => {
    for (let i = 0; i < 60; i++) {
      const one = () => {
        const lng = 121.47 + random.between(-0.2, 0.2);
        const lat = 31.23 + random.between(-0.2, 0.2);
        const half = random.between(0.02, 0.2);
        return random.chance(0.5)
          ? [square(lng, lat, half), square(lng, lat, half / 2)]
          : [square(lng, lat, half)];
      };
      const area = (
        random.chance(0.5)
          ? { type: 'Polygon', coordinates: one() }
          : { type: 'MultiPolygon', coordinates: [one(), one()] }
      ) as Area;
      const filter = randomFilter(random);
      const expected = set
        .filter()
        .filter(({ position: { lng, lat } }) => booleanPointInPolygon([lng, lat], area as never));
      expect(ids(set.inArea(area, filter))).toEqual(
        ids(expected.filter((station) => passesFilter(station, filter))),
      );
      expect(set.inArea({ type: 'Feature', geometry: area as never })).toHaveLength(
        expected.length,
      );
    }
  });

  it('has its outline, and has not what is in a hole', () => {
    const small = StationSet.from(
      [
        { id: 'edge', position: [1, 0] },
        { id: 'hole', position: [0, 0] },
        { id: 'in', position: [0.75, 0] },
        { id: 'out', position: [2, 0] },
      ],
      { crs: 'wgs84' },
    );
    const area = { type: 'Polygon', coordinates: [square(0, 0, 1), square(0, 0, 0.5)] } as Area;
    expect(ids(small.inArea(area))).toEqual(['edge', 'in']);
  });

  it('takes a collection of features together, and knows that 180° E is 180° W', () => {
    const small = StationSet.from(
      [
        { id: 'a', position: [0, 0] },
        { id: 'b', position: [-180, 0] },
        { id: 'c', position: [180, 0] },
      ],
      { crs: 'wgs84' },
    );
    const polygon = (lng: number) =>
      ({ type: 'Polygon', coordinates: [square(lng, 0, 1)] }) as const;
    const features = [0, 179].map((lng) => ({ type: 'Feature', geometry: polygon(lng) }));
    expect(ids(small.inArea({ type: 'FeatureCollection', features } as Area))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(ids(small.inArea(polygon(-179) as Area))).toEqual(['b', 'c']);
    expect(small.inArea({ type: 'FeatureCollection', features: [] })).toEqual([]);
  });

  it('refuses areas that enclose nothing definite, naming the ring', () => {
    const area = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings }) as Area;
    const open = square(0, 0, 1).slice(0, 4);
    expect(() => set.inArea(area(open))).toThrow(InvalidAreaError);
    expect(() => set.inArea(area(open))).toThrow(
      'ring 1 must be closed (its last position must repeat the first, [-1,-1])',
    );
    expect(() => set.inArea(area(square(0, 0, 1), [[0, 0]]))).toThrow(
      'ring 2 must be an array of four or more positions',
    );
    expect(() =>
      set.inArea(
        area([
          [0, 0],
          [1, 91],
          [1, 0],
          [0, 0],
        ]),
      ),
    ).toThrow('position 2 of ring 1');
    expect(() => set.inArea(area())).toThrow(InvalidAreaError);
    const several = { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [open]] } as Area;
    expect(() => set.inArea(several)).toThrow('ring 1 of polygon 2');
    for (const input of [null, {}, { type: 'Point', coordinates: [0, 0] }, 'POLYGON((0 0))']) {
      expect(() => set.inArea(input as Area)).toThrow(InvalidGeoJsonError);
    }
  });
});
