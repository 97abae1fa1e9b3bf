export { defineNearby } from './element/define';
export type { NearbyEvents } from './element/events';
export type { Locate } from './element/locate';
export type { District, Stations } from './element/model';
export { YizhanNearby } from './element/nearby';
export type { Locale, Words } from './element/words';
