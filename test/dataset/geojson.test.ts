import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  InvalidGeoJsonError,
  InvalidOptionError,
  labelOf,
  StationSet,
  UnknownCodeError,
} from '../../src/core';
import { Random } from '../support/random';
import { randomRecords } from '../support/stations';

const feature = (id: unknown, coordinates: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  geometry: { type: 'Point', coordinates },
  properties,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('StationSet.fromGeoJson()', () => {
  it('reads back what toGeoJson() wrote, in any CRS', () => {
    const records = randomRecords(new Random(41), 200, { lng: 121.47, lat: 31.23, spread: 0.2 });
    const set = StationSet.from(records, { crs: 'gcj02' });
    expect(
      StationSet.fromGeoJson(JSON.parse(JSON.stringify(set.toGeoJson())), {
        crs: 'gcj02',
      }).filter(),
    ).toEqual(set.filter());
    const moved = StationSet.fromGeoJson(set.toGeoJson({ crs: 'wgs84' }), { crs: 'gcj02' });
    for (const station of moved.filter()) {
      const { lng, lat } = set.get(station.id)!.position;
      expect(station.position.lng).toBeCloseTo(lng, 9);
      expect(station.position.lat).toBeCloseTo(lat, 9);
    }
  });

  it('takes the CRS that the collection states, unless told otherwise', () => {
    const stated = { ...collection(feature('a', [121.47, 31.23])), yizhan: { crs: 'gcj02' } };
    const lng = (sourceCrs?: 'wgs84') =>
      StationSet.fromGeoJson(stated, { crs: 'wgs84', sourceCrs }).get('a')!.position.lng;
    expect(lng()).toBeLessThan(121.47);
    expect(lng('wgs84')).toBe(121.47);
    expect(() =>
      StationSet.fromGeoJson({ ...stated, yizhan: { crs: 'utm' } }, { crs: 'wgs84' }),
    ).toThrow(UnknownCodeError);
  });

  it("keeps the dataset's own terms, and reads them back", () => {
    const terms = {
      services: { 'x-foot-bath': { zh: '足浴', en: 'foot bath', icon: 'foot' } },
    } as const;
    const set = StationSet.from([{ id: 'a', position: [0, 0], services: ['x-foot-bath'] }], {
      crs: 'wgs84',
      terms,
    });
    expect(labelOf('services', 'x-foot-bath', 'zh', set.terms)).toBe('足浴');
    expect(labelOf('services', 'x-sauna', 'zh', set.terms)).toBe('x-sauna');
    expect(labelOf('services', 'toilet', 'en', set.terms)).toBe('toilet');
    expect(labelOf('services', 'constructor', 'en')).toBe('constructor');
    expect(StationSet.fromGeoJson(set.toGeoJson(), { crs: 'wgs84' }).terms).toEqual(terms);
    const bad = [
      7,
      { shops: {} },
      { services: 7 },
      { services: { sauna: { zh: '桑拿', en: 'sauna' } } },
      { kinds: { 'x-a': { zh: 'a' } } },
    ];
    for (const wrong of bad) {
      expect(
        () => StationSet.from([], { crs: 'wgs84', terms: wrong as never }),
        JSON.stringify(wrong),
      ).toThrow(InvalidOptionError);
    }
  });

  it('takes ids from the feature or its properties, numbers too, and a third coordinate', () => {
    const set = StationSet.fromGeoJson(
      collection(feature(7, [1, 2, 30]), feature(undefined, [3, 4], { id: 'p', name: 'P' })),
      { crs: 'wgs84' },
    );
    expect(set.get('7')?.position).toEqual({ lng: 1, lat: 2 });
    expect(set.get('p')?.name).toBe('P');
  });

  it("keeps properties named like the feature's own id and position", () => {
    const odd = feature('f', [1, 2], { id: 'p', position: 'north gate' });
    const { extra } = StationSet.fromGeoJson(collection(odd), { crs: 'wgs84' }).get('f')!;
    expect(extra).toEqual({ 'properties.id': 'p', 'properties.position': 'north gate' });
  });

  it('reads the CRS that older GeoJSON names, and refuses one that is not in degrees of WGS-84', () => {
    const named = (name: string) => ({
      ...collection(feature('a', [121.47, 31.23])),
      crs: { type: 'name', properties: { name } },
    });
    for (const name of [
      'urn:ogc:def:crs:OGC:1.3:CRS84',
      'urn:ogc:def:crs:EPSG::4326',
      'EPSG:4490',
    ]) {
      const set = StationSet.fromGeoJson(named(name), { crs: 'gcj02' });
      expect(set.get('a')?.position.lng).toBeGreaterThan(121.474);
    }
    const british = named('urn:ogc:def:crs:EPSG::27700');
    expect(() => StationSet.fromGeoJson(british, { crs: 'wgs84' })).toThrow(InvalidGeoJsonError);
    const text = { ...collection(), yizhan: 'gcj02' };
    expect(() => StationSet.fromGeoJson(text, { crs: 'wgs84' })).toThrow(InvalidGeoJsonError);
  });

  it('refuses what is not a feature collection, and lists features that are no stations', () => {
    for (const input of [
      null,
      undefined,
      'x',
      [],
      {},
      { type: 'FeatureCollection' },
      feature('a', [1, 2]),
    ]) {
      expect(() => StationSet.fromGeoJson(input, { crs: 'wgs84' }), JSON.stringify(input)).toThrow(
        InvalidGeoJsonError,
      );
    }
    const line = {
      type: 'Feature',
      id: 'l',
      geometry: {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
      properties: null,
    };
    const nowhere = { type: 'Feature', id: 'n', geometry: null, properties: {} };
    const set = StationSet.fromGeoJson(collection(line, nowhere, 5, feature('a', [1, 2])), {
      crs: 'wgs84',
      onInvalid: 'skip',
    });
    expect(set.size).toBe(1);
    expect(set.skipped.map((problem) => [problem.record, problem.field])).toEqual([
      [1, 'position'],
      [2, 'position'],
      [3, ''],
    ]);
  });

  it('throws only our own errors, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true }),
        fc.anything(),
        (geometry, properties) => {
          const input = collection({ type: 'Feature', id: 'a', geometry, properties });
          const set = StationSet.fromGeoJson(input, { crs: 'wgs84', onInvalid: 'skip' });
          expect(set.size + new Set(set.skipped.map((problem) => problem.record)).size).toBe(1);
        },
      ),
      { seed: 42, numRuns: 500 },
    );
  });
});
