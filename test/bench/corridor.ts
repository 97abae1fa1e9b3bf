import type { LngLat } from '../../src/geo/position';
import type { Contestant } from './measure';

export const widthMeters = 200;

/** A station in the corridor. */
export interface Passed {
  readonly id: string;
  readonly along: number;
  readonly offset: number;
}

/** The stations in the corridor of a route, in the order they are passed. */
export type Corridor = (route: readonly LngLat[]) => Passed[];

/** A contestant of which the answer can be looked at. */
export interface AlongContestant extends Contestant<readonly LngLat[]> {
  readonly corridor: Corridor;
}
