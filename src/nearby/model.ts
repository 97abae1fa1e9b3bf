import type { StationClient } from '../client/client';
import type { Access, Audience, Service } from '../dataset/vocabulary';
import type { LngLat } from '../geo/position';
import type { Route } from '../geo/route';
import type { StationSet } from '../stations/station-set';
import type { Locale, Words } from './words';

/** What the element asks its questions: a client that keeps itself up to date, or a set as it is. */
export type Stations = StationClient | StationSet;

/** A district to choose where no location can be had. */
export interface District {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  /** Where to look from: in the stations' CRS. */
  readonly position: LngLat;
}

/** Where the rider is, as far as it is known. */
export type Place =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'locating' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' }
  | KnownPlace;

interface KnownPlace {
  readonly kind: 'here' | 'district';
  readonly position: LngLat;
  /** Within how many metres. */
  readonly accuracy?: number | undefined;
  /** The district's. */
  readonly name?: string | undefined;
}

/** All that the list depends on. */
export interface Model {
  readonly set: StationSet;
  /** Not needed for what lies along a route. */
  readonly place: KnownPlace | undefined;
  /** Shown instead of what is near. */
  readonly route: Route | undefined;
  readonly services: readonly Service[];
  readonly openNow: boolean;
  readonly audience: Audience | undefined;
  readonly access: readonly Access[] | undefined;
  readonly reachMeters: number;
  /** Rows. */
  readonly shown: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly locale: Locale;
  readonly words: Words;
}
