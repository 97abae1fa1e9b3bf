import KDBush from 'kdbush';
import type { Station } from '../../src/core';

/** kdbush over longitude and latitude. @param nodeSize as its own default unless given */
export function kdbushOf(stations: readonly Station[], nodeSize?: number): KDBush {
  const index = new KDBush(stations.length, nodeSize);
  for (const { position } of stations) index.add(position.lng, position.lat);
  return index.finish();
}
