import type { ProviderIds } from '../dataset/station';
import type { Crs } from '../geo/crs';
import type { ModeWords, TravelMode } from './modes';
import type { Stop } from './place';

/** The map apps that links can be made for. `geo` is whichever app answers `geo:` links. */
export type MapAppName = 'amap' | 'tencent' | 'baidu' | 'petal' | 'apple' | 'google' | 'geo';

/** Where a link is to be opened. `web` is any browser, of which nothing is known. */
export type Platform = 'web' | 'android' | 'ios' | 'harmony';

/** What is known of the journey before an app is chosen. */
export interface Journey {
  readonly platform: Platform;
  readonly hasFrom: boolean;
  /** Who calls, for the providers' statistics. */
  readonly caller: string;
  readonly tencentKey: string | undefined;
  readonly placeIds: ProviderIds;
  readonly address: string;
}

/** A journey as one link tells it: in the link's CRS, by a mode it has, without what it cannot carry. */
export interface Trip {
  readonly mode: TravelMode;
  /** The mode in the link's own words. */
  readonly modeWord: string;
  readonly to: Stop;
  readonly from: Stop | undefined;
  readonly via: readonly Stop[];
}

/** One link that an app has on a platform. */
export interface Target {
  /** What its coordinates are in. */
  readonly crs: Crs;
  /** The modes it opens in, in its own words. None: it only shows the place. */
  readonly modes: ModeWords;
  /** Whether it can start elsewhere than where the rider is. */
  readonly takesFrom: boolean;
  /** How many places it can pass in this mode. */
  mostVia(mode: TravelMode): number;
  url(trip: Trip): string;
}

/** What an app has for a journey, best first. */
export type MapApp = (journey: Journey) => readonly Target[];

export const none = (): number => 0;

/** `31.230400,121.473700`, the order of all but Amap. */
export const latLng = (stop: Stop): string => `${stop.lat},${stop.lng}`;
