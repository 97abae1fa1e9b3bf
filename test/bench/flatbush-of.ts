import Flatbush from 'flatbush';
import type { Station } from '../../src/core';

/** flatbush over longitude and latitude, each point a box of no size. @param nodeSize as its own default unless given */
export function flatbushOf(stations: readonly Station[], nodeSize?: number): Flatbush {
  const index = new Flatbush(stations.length, nodeSize);
  for (const { position } of stations) index.add(position.lng, position.lat);
  index.finish();
  return index;
}
