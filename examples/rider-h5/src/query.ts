import type { CorridorHit, Filter, LngLat, StationClient, StationHit } from 'yizhan';
import { speedKmh } from './ride';
import { placeAt, route } from './route';
import type { State } from './state';
import { timed } from './timing';

export type Hit = CorridorHit | StationHit;

export const widthMeters = 300;
const nearMeters = 3000;

export const isAhead = (hit: Hit): hit is CorridorHit => 'aheadMeters' in hit;

/** Where the rider is: where they say, else where the ride is. */
export function placeOf({ chosenPlace, riddenMeters }: State): LngLat {
  return chosenPlace ?? placeAt(riddenMeters).place;
}

/** The filter that the chips make. Stations that are closed for good or not yet there are nothing to ride to. */
function filterOf({ services }: State): Filter {
  return { services: [...services], where: ({ status }) => status === 'active' };
}

/** What the rider is shown: ahead of them along the route, or around them. */
export function ask(client: StationClient, state: State): Hit[] {
  const filter = filterOf(state);
  if (state.view === 'ahead')
    return timed(() =>
      client.along(route, {
        ...filter,
        widthMeters,
        fromMeters: state.riddenMeters,
        departAt: new Date(),
        speedKmh,
        ...(state.isOpenOnly && { openAt: 'arrival', includeUnknown: false }),
      }),
    );
  return timed(() =>
    client.nearest(placeOf(state), {
      ...filter,
      maxDistanceMeters: nearMeters,
      ...(state.isOpenOnly && { openAt: new Date(), includeUnknown: false }),
    }),
  );
}

/** All stations of the map, by the same filter; in the corridor or not. */
export function askForMap(client: StationClient, state: State) {
  const filter = filterOf(state);
  const openNow = state.isOpenOnly && { openAt: new Date(), includeUnknown: false };
  const along = client.along(route, { ...filter, ...openNow, widthMeters });
  const inCorridor = new Map(along.map(({ station, alongMeters }) => [station.id, alongMeters]));
  return { stations: client.filter({ ...filter, ...openNow }), inCorridor };
}
