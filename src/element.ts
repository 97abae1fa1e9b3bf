export { defineNearby } from './element/define';
export type { NearbyEvents } from './element/events';
export type { Locate } from './element/locate';
export { YizhanNearby } from './element/nearby';
export type { District, Stations } from './nearby/model';
export type { Locale, Words } from './nearby/words';
