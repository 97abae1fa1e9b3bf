import { Route } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { kdbushCorridor } from './along-kdbush';
import { turfCorridor } from './along-turf';
import type { Data } from './data';
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

export function alongContestants({ set, stations }: Data): AlongContestant[] {
  const prepared = new Map<readonly LngLat[], Route>();
  const prepare = (positions: readonly LngLat[]): Route => {
    const route = prepared.get(positions) ?? Route.from(positions, { crs: 'wgs84' });
    prepared.set(positions, route);
    return route;
  };
  const ours = (route: Route): Passed[] =>
    set.along(route, { widthMeters }).map(({ station, alongMeters, offsetMeters }) => ({
      id: station.id,
      along: alongMeters,
      offset: offsetMeters,
    }));
  const contestants = [
    contestant('yizhan', (positions) => ours(Route.from(positions, { crs: 'wgs84' }))),
    contestant('yizhan, Route made before', (positions) => ours(prepare(positions))),
    contestant('kdbush range by segment', kdbushCorridor(stations, widthMeters)),
  ];
  // One route of the larger set took Turf 24 s: left out there.
  if (stations.length > 10_000) return contestants;
  const turf = contestant('Turf buffer and snap', turfCorridor(stations, widthMeters));
  return [...contestants, { ...turf, rounds: 3 }];
}

function contestant(name: string, corridor: Corridor): AlongContestant {
  return { name, corridor, run: (route) => corridor(route).length };
}
