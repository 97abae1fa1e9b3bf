import { Route } from '../../src/core';
import { metersOfChord2 } from '../../src/geo/ellipsoid';
import type { LngLat } from '../../src/geo/position';
import { BestPasses, type Pass } from '../../src/search/best-passes';
import { CorridorWalk } from '../../src/search/corridor';
import { kdbushCorridor } from './along-kdbush';
import { kdbushRunsCorridor } from './along-kdbush-runs';
import { turfCorridor } from './along-turf';
import { type AlongContestant, type Corridor, type Passed, widthMeters } from './corridor';
import type { Data } from './data';

/** One route of a set of 200,000 took Turf 24 s: only the sample. */
const mostForTurf = 10_000;

export function alongContestants(data: Data): AlongContestant[] {
  const { stations } = data;
  const contestants = [
    ...ourContestants(data),
    peer('kdbush range by segment', kdbushCorridor(stations, widthMeters)),
    peer('kdbush range by run', kdbushRunsCorridor(stations, widthMeters, 'cut each time')),
    peer(
      'kdbush range by run, cut before',
      kdbushRunsCorridor(stations, widthMeters, 'cut before'),
    ),
  ];
  if (stations.length > mostForTurf) return contestants;
  const turf = peer('Turf buffer and snap', turfCorridor(stations, widthMeters));
  return [...contestants, { ...turf, inputs: 2, rounds: 3 }];
}

function peer(name: string, corridor: Corridor): AlongContestant {
  return { name, corridor, run: (route) => corridor(route).length };
}

function ourContestants(data: Data): AlongContestant[] {
  const made = new Map<readonly LngLat[], Route>();
  const make = (positions: readonly LngLat[]): Route => Route.from(positions, { crs: 'wgs84' });
  const madeBefore = (positions: readonly LngLat[]): Route => {
    const route = made.get(positions) ?? make(positions);
    made.set(positions, route);
    return route;
  };
  return [
    publicAlong('yizhan, Route made before', data, madeBefore),
    bareWalk('yizhan, bare walk', data, madeBefore),
    publicAlong('yizhan with Route.from', data, make),
  ];
}

/** What apps call: options checked, and whole hits with the side, the detour and where to leave. */
function publicAlong(
  name: string,
  { set }: Data,
  routeOf: (positions: readonly LngLat[]) => Route,
): AlongContestant {
  return {
    name,
    run: (positions) => set.along(routeOf(positions), { widthMeters }).length,
    corridor: (positions) =>
      set
        .along(routeOf(positions), { widthMeters })
        .map(({ station, alongMeters, offsetMeters }) => ({
          id: station.id,
          along: alongMeters,
          offset: offsetMeters,
        })),
  };
}

/** The walk of both trees by itself: places and feet in order, and nothing made of them. */
function bareWalk(
  name: string,
  { index, stations }: Data,
  routeOf: (positions: readonly LngLat[]) => Route,
): AlongContestant {
  const { tree } = index;
  const walk = (positions: readonly LngLat[]): Pass[] => {
    const { path } = routeOf(positions);
    const best = new BestPasses(Number.POSITIVE_INFINITY, 'route', tree.ranks, path.dip);
    const search = {
      demand: undefined,
      accept: undefined,
      widthMeters,
      isWithin: (offsetMeters: number) => offsetMeters <= widthMeters,
      fromMeters: 0,
      every: false,
    };
    new CorridorWalk(tree, path, search, best).run();
    return best.sorted();
  };
  const passedOf = ({ place, foot }: Pass): Passed => ({
    id: stations[tree.items[place]!]!.id,
    along: foot.alongMeters,
    offset: metersOfChord2(foot.chord2),
  });
  return {
    name,
    run: (positions) => walk(positions).length,
    corridor: (positions) => walk(positions).map(passedOf),
  };
}
