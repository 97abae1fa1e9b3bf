import { InvalidGeoJsonError } from '../errors';
import { type Crs, convertChecked, readCrs } from '../geo/crs';
import type { ClockOptions } from './hours/local-clock';
import type { Station } from './station';
import type { OwnTerms } from './vocabulary';

/** A station as a GeoJSON feature: `id` and `position` in their GeoJSON places, all else in `properties`. */
export interface StationFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] };
  readonly properties: { readonly [field: string]: unknown };
}

/**
 * Stations as a GeoJSON feature collection. GeoJSON has no standard way to say that coordinates are
 * not WGS-84, so the member `yizhan` says what they are; it also holds the dataset's own terms.
 */
export interface StationCollection {
  readonly type: 'FeatureCollection';
  readonly yizhan: CollectionFacts;
  readonly features: readonly StationFeature[];
}

/** What holds for all stations of a collection. Dated offsets begin at an instant in milliseconds, the first at `null`. */
export interface CollectionFacts {
  readonly crs: Crs;
  readonly terms?: OwnTerms;
  readonly utcOffsetMinutes?: ClockOptions['utcOffsetMinutes'];
  readonly holidays?: ClockOptions['holidays'];
}

/** What a feature collection holds: records to be checked, and the CRS and terms if it states them. */
export interface GeoJsonContent {
  readonly records: readonly unknown[];
  readonly crs: Crs | undefined;
  /** Not checked yet. */
  readonly terms: OwnTerms | undefined;
  /** Not checked yet. */
  readonly clock: ClockOptions;
}

/** @throws InvalidGeoJsonError, UnknownCodeError when the collection states a CRS that is none */
export function readGeoJson(input: unknown): GeoJsonContent {
  const { type, features, crs: named, yizhan = {} } = (input ?? {}) as Record<string, unknown>;
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new InvalidGeoJsonError('a FeatureCollection of Point features', input);
  }
  if (typeof yizhan !== 'object' || yizhan === null) {
    throw new InvalidGeoJsonError('the member yizhan to be an object such as { crs }', yizhan);
  }
  const { crs, terms, utcOffsetMinutes, holidays } = yizhan as Partial<CollectionFacts>;
  return {
    records: features.map(featureToRecord),
    crs:
      crs === undefined ? readNamedCrs(named) : readCrs(crs, "CRS in the collection's yizhan.crs"),
    terms,
    clock: { utcOffsetMinutes, holidays },
  };
}

/**
 * The CRS that a collection names the way GeoJSON did before RFC 7946, as GDAL and QGIS still write it.
 * EPSG:4490 (CGCS2000) is WGS-84 to within centimetres.
 */
function readNamedCrs(named: unknown): Crs | undefined {
  if (named === undefined || named === null) return undefined;
  const { name } = ((named as { properties?: unknown }).properties ?? {}) as { name?: unknown };
  if (typeof name === 'string' && /(CRS84|EPSG:+(4326|4490))$/.test(name)) return 'wgs84';
  throw new InvalidGeoJsonError('coordinates in degrees of WGS-84 (CRS84, EPSG:4326)', named);
}

/** A record from a feature. What is not a feature stays as it is, for the record check to report. */
export function featureToRecord(feature: unknown): unknown {
  const { type, id, geometry, properties } = (feature ?? {}) as Record<string, unknown>;
  if (type !== 'Feature') return feature;
  const { type: shape, coordinates } = (geometry ?? {}) as Record<string, unknown>;
  const record = Object.fromEntries(Object.entries(properties ?? {}));
  const own = id === undefined || id === null ? record['id'] : id;
  // The feature's own id and geometry win; properties of these names are kept among the other data.
  if ('id' in record && String(record['id']) !== String(own))
    record['properties.id'] = record['id'];
  if ('position' in record) record['properties.position'] = record['position'];
  record['id'] = typeof own === 'number' ? String(own) : own;
  record['position'] = shape === 'Point' ? coordinates : geometry;
  return record;
}

/** What to write of a collection besides its stations. */
export interface CollectionHead {
  readonly crs: Crs;
  readonly terms: OwnTerms;
  readonly clock: ClockOptions;
}

/** The collection of `stations`, moved from their CRS to the one it states. */
export function writeGeoJson(
  stations: readonly Station[],
  from: Crs,
  { crs, terms, clock: { utcOffsetMinutes, holidays } }: CollectionHead,
): StationCollection {
  return {
    type: 'FeatureCollection',
    yizhan: {
      crs,
      ...(Object.keys(terms).length > 0 && { terms }),
      ...(utcOffsetMinutes !== undefined && { utcOffsetMinutes }),
      ...(holidays !== undefined && { holidays }),
    },
    features: stations.map((station) => writeFeature(station, from, crs)),
  };
}

function writeFeature(station: Station, from: Crs, to: Crs): StationFeature {
  const { id, position, ...properties } = station;
  const { lng, lat } = convertChecked(position, from, to);
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [lng, lat] }, properties };
}
