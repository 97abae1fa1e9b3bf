export type { StationCollection, StationFeature } from './dataset/geojson';
export type { OnInvalid } from './dataset/records';
export type {
  Offer,
  Parking,
  ProviderIds,
  Station,
  StationRecord,
  StationStatus,
} from './dataset/station';
export {
  type Access,
  type Audience,
  type Kind,
  labelOf,
  type OwnCode,
  type OwnTerms,
  type Service,
  type Term,
  type VocabularyName,
  vocabularies,
} from './dataset/vocabulary';
export {
  DataFileError,
  type DataFileErrorCode,
  describeProblem,
  InvalidAreaError,
  InvalidGeoJsonError,
  InvalidOptionError,
  InvalidPositionError,
  InvalidRecordsError,
  InvalidRouteError,
  isYizhanError,
  type RecordProblem,
  UnknownCodeError,
  YizhanError,
} from './errors';
export type { Bounds } from './geo/bounds';
export { type Crs, convert } from './geo/crs';
export type { Side } from './geo/foot';
export type { LngLat, Position } from './geo/position';
export { Route, type RouteDecodeOptions, type RouteFormat, type RouteOptions } from './geo/route';
export type { AlongOptions, CorridorHit } from './search/along-query';
export type { Area, MultiPolygon, Polygon } from './search/area';
export type { Counts } from './search/counts';
export type { Filter } from './search/filter';
export type { NearestFirstOptions, NearestOptions, StationHit } from './search/nearest-query';
export { StationSet, type StationSetOptions } from './search/station-set';
