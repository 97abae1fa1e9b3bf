import KDBush from 'kdbush';
import type { Station } from '../../src/core';

/** kdbush over longitude and latitude, with its own default settings. */
export function kdbushOf(stations: readonly Station[]): KDBush {
  const index = new KDBush(stations.length);
  for (const { position } of stations) index.add(position.lng, position.lat);
  return index.finish();
}
