export type { MiniProgramApi } from './hosts/miniprogram/api';
export { type OpenLocationOptions, openLocation } from './hosts/miniprogram/open-location';
export { type MiniProgramOpenOptions, openStations } from './hosts/miniprogram/open-stations';
export * from './packs';
export * from './screens';
export { StationSet } from './stations/station-set';
