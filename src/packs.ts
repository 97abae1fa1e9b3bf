export type { AbortSignalLike } from './client/abort';
export type { Changes } from './client/changes';
export type { StationClient } from './client/client';
export type { Source } from './client/current';
export type { Origin } from './client/generation';
export type { Bundled, OpenOptions, RefreshPolicy } from './client/open-options';
export type { Phase } from './client/phases';
export type { RefreshOptions } from './client/refresher';
export type { ClientEvents, ClientStatus } from './client/status';
export type { Progress } from './client/update';
export type { CollectionFacts, StationCollection, StationFeature } from './dataset/geojson';
export type { HolidayCalendar } from './dataset/hours/holidays';
export type { ClockOptions } from './dataset/hours/local-clock';
export { type DescribeOptions, describe } from './dataset/schedule/describe';
export {
  type Instant,
  type Opening,
  openFor,
  openingAt,
  opensWithin,
} from './dataset/schedule/opening';
export type {
  DatedOffset,
  DayPlan,
  Exceptions,
  OpeningState,
  Period,
  Schedule,
  Week,
} from './dataset/schedule/schedule';
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
  InvalidHoursError,
  InvalidManifestError,
  InvalidOptionError,
  InvalidPackError,
  InvalidPositionError,
  InvalidRecordsError,
  InvalidRouteError,
  isYizhanError,
  type ManifestErrorCode,
  type RecordProblem,
  StorageError,
  type StorageErrorCode,
  UnknownCodeError,
  UpdateError,
  type UpdateErrorCode,
  YizhanError,
} from './errors';
export type { Bounds } from './geo/bounds';
export {
  type ConvertAllOptions,
  type ConvertOptions,
  type CoordinateArray,
  type Crs,
  convert,
  convertAll,
} from './geo/crs';
export type { Side } from './geo/foot';
export type { LngLat, Position } from './geo/position';
export {
  Route,
  type RouteDecodeOptions,
  type RouteEncodeFormat,
  type RouteEncodeOptions,
  type RouteOptions,
} from './geo/route';
export type { RouteFormat } from './geo/route-formats';
export { detectRoute } from './geo/route-formats/detect';
export type { RouteFeature } from './geo/route-formats/geojson';
export type { RouteGuess } from './geo/route-formats/guess';
export { type AlipayLocation, alipayLocation } from './links/alipay';
export type { MapAppName, Platform } from './links/map-app';
export type { TravelMode } from './links/modes';
export { type NavigationLink, navigationLink, navigationLinks } from './links/navigation-links';
export type { PlaceOptions } from './links/place';
export type { LinkOptions, NamedPosition } from './links/request';
export { photoUrls, safeUrl } from './links/safe-url';
export { type ShareOptions, shareText } from './links/share-text';
export { telLink } from './links/tel';
export { type WechatLocation, wechatLocation } from './links/wechat';
export type { AlongOptions, CorridorHit } from './search/along-query';
export type { Area, MultiPolygon, Polygon } from './search/area';
export type { Counts } from './search/counts';
export type { Filter } from './search/filter';
export type { NearestFirstOptions, NearestOptions, StationHit } from './search/nearest-query';
export type { TripOptions } from './search/trip';
export type { SetLinkOptions } from './stations/set-options';
