import { InvalidGeoJsonError } from '../errors';
import { type Crs, convertChecked, readCrs } from '../geo/crs';
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
  readonly yizhan: { readonly crs: Crs; readonly terms?: OwnTerms };
  readonly features: readonly StationFeature[];
}

/** What a feature collection holds: records to be checked, and the CRS and terms if it states them. */
export interface GeoJsonContent {
  readonly records: readonly unknown[];
  readonly crs: Crs | undefined;
  /** Not checked yet. */
  readonly terms: OwnTerms | undefined;
}

/** @throws InvalidGeoJsonError, UnknownCodeError when the collection states a CRS that is none */
export function readGeoJson(input: unknown): GeoJsonContent {
  const { type, features, yizhan } = (input ?? {}) as Record<string, unknown>;
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new InvalidGeoJsonError('a FeatureCollection of Point features', input);
  }
  const { crs, terms } = (yizhan ?? {}) as { crs?: unknown; terms?: OwnTerms };
  return {
    records: features.map(featureToRecord),
    crs: crs === undefined ? undefined : readCrs(crs, "CRS in the collection's yizhan.crs"),
    terms,
  };
}

/** A record from a feature. What is not a feature stays as it is, for the record check to report. */
export function featureToRecord(feature: unknown): unknown {
  const { type, id, geometry, properties } = (feature ?? {}) as Record<string, unknown>;
  if (type !== 'Feature') return feature;
  const { type: shape, coordinates } = (geometry ?? {}) as Record<string, unknown>;
  const record = Object.fromEntries(Object.entries(properties ?? {}));
  if (id !== undefined && id !== null) record['id'] = typeof id === 'number' ? String(id) : id;
  record['position'] = shape === 'Point' ? coordinates : geometry;
  return record;
}

/** The collection of `stations`, moved from one CRS to another. */
export function writeGeoJson(
  stations: readonly Station[],
  terms: OwnTerms,
  from: Crs,
  to: Crs,
): StationCollection {
  return {
    type: 'FeatureCollection',
    yizhan: Object.keys(terms).length === 0 ? { crs: to } : { crs: to, terms },
    features: stations.map((station) => writeFeature(station, from, to)),
  };
}

function writeFeature(station: Station, from: Crs, to: Crs): StationFeature {
  const { id, position, ...properties } = station;
  const { lng, lat } = convertChecked(position, from, to);
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [lng, lat] }, properties };
}
