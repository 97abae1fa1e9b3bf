import { perDegree } from '../../dataset/pack/content';
import { writePack } from '../../dataset/pack/write-pack';
import type { Station } from '../../dataset/station';
import type { Bounds } from '../../geo/bounds';
import { contentOf } from '../../stations/pack-content';
import type { StationSet } from '../../stations/station-set';

/** One area's pack, not gzipped yet. */
export interface AreaPack {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** WGS-84. */
  readonly bounds: Bounds;
}

export function packArea(set: StationSet, stations: readonly Station[]): AreaPack {
  const content = contentOf(set, stations);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lng, lat } of content.rows) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return {
    bytes: writePack(content),
    count: stations.length,
    bounds: [west / perDegree, south / perDegree, east / perDegree, north / perDegree],
  };
}
