import { around } from 'geokdbush';
import type { Service, Station } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import type { Data } from './data';
import { haversine } from './distance';
import { kdbushOf } from './kdbush-of';
import type { Contestant } from './measure';

export const limit = 10;

/** A contestant of which the answer can be looked at. */
export interface NearestContestant extends Contestant<LngLat> {
  /** Ids of the nearest stations, nearest first. */
  readonly ids: (from: LngLat) => string[];
}

/** The nearest ten that have a service, or the nearest ten of all. */
export function nearestContestants(
  { set, stations }: Data,
  service: Service | undefined,
): NearestContestant[] {
  const index = kdbushOf(stations);
  const options = service === undefined ? { limit } : { limit, services: [service] };
  const predicate =
    service === undefined
      ? undefined
      : (item: number) => stations[item]!.services.includes(service);
  const ask = (from: LngLat) => set.nearest(from, options);
  const peer = (from: LngLat) =>
    around(index, from.lng, from.lat, limit, Number.POSITIVE_INFINITY, predicate);
  const scan = (from: LngLat) => nearestByScan(stations, from, service);
  return [
    {
      name: 'yizhan',
      run: (from) => ask(from)[0]?.distanceMeters ?? 0,
      ids: (from) => ask(from).map(({ station }) => station.id),
    },
    {
      name: 'geokdbush',
      run: (from) => peer(from)[0] ?? 0,
      ids: (from) => peer(from).map((item) => stations[item]!.id),
    },
    {
      name: 'Haversine to every station',
      run: (from) => scan(from)[0]?.meters ?? 0,
      ids: (from) => scan(from).map(({ station }) => station.id),
      inputs: 10,
    },
  ];
}

interface Measured {
  readonly station: Station;
  readonly meters: number;
}

/** One pass that keeps the best ten in order: quicker than sorting all of them. */
export function nearestByScan(
  stations: readonly Station[],
  from: LngLat,
  service: Service | undefined,
): Measured[] {
  const best: Measured[] = [];
  for (const station of stations) {
    if (service !== undefined && !station.services.includes(service)) continue;
    const meters = haversine(from, station.position);
    if (best.length === limit && meters >= best[limit - 1]!.meters) continue;
    let place = best.length;
    while (place > 0 && meters < best[place - 1]!.meters) place--;
    best.splice(place, 0, { station, meters });
    if (best.length > limit) best.pop();
  }
  return best;
}
