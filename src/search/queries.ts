import type { Station } from '../dataset/station';
import type { Side } from '../geo/path';
import type { LngLat, Position } from '../geo/position';
import type { Filter } from './filter';

export interface NearestOptions extends Filter {
  /** The most stations to return; none when 0. @default no limit */
  readonly limit?: number | undefined;
  /** No station farther than this. @default no limit */
  readonly maxDistanceMeters?: number | undefined;
}

/** A station near a position. */
export interface StationHit {
  readonly station: Station;
  /** On the WGS-84 ellipsoid: within 1 cm of the geodesic up to 100 km, 0.0012 % up to 1,000 km. */
  readonly distanceMeters: number;
  /** Where to look for it from the position: clockwise from true north, 0 to 360. */
  readonly bearingDegrees: number;
}

export interface AlongOptions extends Filter {
  /** How far to either side of the route. @default 300 */
  readonly widthMeters?: number | undefined;
  /** How far along the route the rider is; stations passed before are left out. @default 0 */
  readonly fromMeters?: number | undefined;
  /** The same as a position, in the set's CRS: the place of the route closest to it. */
  readonly from?: Position | undefined;
  /** `route`: in the order they are passed. `detour`: the smallest detour first. @default 'route' */
  readonly sort?: 'route' | 'detour' | undefined;
  /** The most hits to return, counted after sorting; none when 0. @default no limit */
  readonly limit?: number | undefined;
  /** `closest`: each station once, where the route comes closest. `all`: every time it passes. @default 'closest' */
  readonly passes?: 'closest' | 'all' | undefined;
  /**
   * How much longer the way there is than a straight line, 1 or more.
   * @default 1.3: Newell (1980) gives 1.2 for trips in cities, and short ones are more circuitous (Giacomin & Levinson 2015)
   */
  readonly circuity?: number | undefined;
}

/** A station along a route. */
export interface CorridorHit {
  readonly station: Station;
  /** From the start of the route to `joinAt`. */
  readonly alongMeters: number;
  /** From the rider to `joinAt`, along the route. */
  readonly aheadMeters: number;
  /** From `joinAt` to the station, straight. */
  readonly offsetMeters: number;
  /** Seen in the direction of travel; `on` within 1 cm of the line, and straight ahead of the route's end. */
  readonly side: Side;
  /** There and back again: twice the offset times `circuity`. */
  readonly detourMeters: number;
  /** The place of the route closest to the station, in the set's CRS. */
  readonly joinAt: LngLat;
}
