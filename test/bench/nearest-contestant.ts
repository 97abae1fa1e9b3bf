import type { LngLat } from '../../src/geo/position';
import type { Contestant } from './measure';

/** A contestant of which the answer can be looked at. */
export interface NearestContestant extends Contestant<LngLat> {
  /** Ids of the nearest stations, nearest first. */
  readonly ids: (from: LngLat) => string[];
}
