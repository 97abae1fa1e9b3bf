import { featureCollection, nearestPoint, point } from '@turf/turf';
import { around as aroundBoxes } from 'geoflatbush';
import { around as aroundPoints } from 'geokdbush';
import type { Station } from '../../src/core';
import { flatbushOf } from './flatbush-of';
import { kdbushOf } from './kdbush-of';
import type { NearestContestant } from './nearest-contestant';
import { Scan } from './scan';

/** Everywhere on Earth, in kilometres. */
const anywhere = Number.POSITIVE_INFINITY;

/** @param nodeSize other than the default of 64 */
export function geokdbush(
  stations: readonly Station[],
  limit: number,
  nodeSize?: number,
): NearestContestant {
  const index = kdbushOf(stations, nodeSize);
  return byItems(nameOf('geokdbush', nodeSize), stations, ({ lng, lat }) =>
    aroundPoints(index, lng, lat, limit),
  );
}

/**
 * With a filter as fast as one can be: one look at a byte that was prepared beforehand. The usual way,
 * `stations[item].services.includes(…)`, makes it 3 to 10 times slower and is not what is raced.
 *
 * @param held by item: 1 where it passes
 * @param nodeSize other than the default of 64
 */
export function filteredGeokdbush(
  stations: readonly Station[],
  limit: number,
  held: Uint8Array,
  nodeSize?: number,
): NearestContestant {
  const index = kdbushOf(stations, nodeSize);
  const passes = (item: number): boolean => held[item] === 1;
  return byItems(nameOf('geokdbush', nodeSize), stations, ({ lng, lat }) =>
    aroundPoints(index, lng, lat, limit, anywhere, passes),
  );
}

/** @param nodeSize other than the default of 16 */
export function geoflatbush(
  stations: readonly Station[],
  limit: number,
  nodeSize?: number,
): NearestContestant {
  const index = flatbushOf(stations, nodeSize);
  return byItems(nameOf('geoflatbush', nodeSize), stations, ({ lng, lat }) =>
    aroundBoxes(index, lng, lat, limit),
  );
}

export function everyStation(stations: readonly Station[], limit: number): NearestContestant {
  const scan = new Scan(stations);
  return byItems('Haversine to every station', stations, (from) => scan.nearest(from, limit));
}

export function turf(stations: readonly Station[]): NearestContestant {
  const name = 'Turf nearestPoint';
  const points = featureCollection(
    stations.map(({ position }, item) => point([position.lng, position.lat], { item })),
  );
  return byItems(name, stations, ({ lng, lat }) => [
    nearestPoint([lng, lat], points).properties.featureIndex,
  ]);
}

function nameOf(peer: string, nodeSize: number | undefined): string {
  return nodeSize === undefined ? peer : `${peer}, nodes of ${nodeSize}`;
}

function byItems(
  name: string,
  stations: readonly Station[],
  nearest: NearestItems,
): NearestContestant {
  return {
    name,
    run: (from) => nearest(from)[0]!,
    ids: (from) => Array.from(nearest(from), (item) => stations[item]!.id),
  };
}

type NearestItems = (from: Parameters<NearestContestant['run']>[0]) => ArrayLike<number>;
