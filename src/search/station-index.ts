import type { Station } from '../dataset/station';
import { type Crs, convertChecked } from '../geo/crs';
import { toVector, type Vector } from '../geo/ellipsoid';
import { ranksOf } from './ranks';
import { VectorTree } from './vector-tree';

/** What the queries by distance search. Stations are known by their number, in the order of the records. */
export interface StationIndex {
  /** The CRS of the stations' positions. */
  readonly crs: Crs;
  readonly stations: readonly Station[];
  readonly vectors: readonly Vector[];
  /** Each station's place in the order of ids, which breaks ties. */
  readonly ranks: Uint32Array;
  readonly tree: VectorTree;
}

/** Indexes stations in O(n log n); all the trigonometry of later queries is done here. */
export function indexStations(stations: readonly Station[], crs: Crs): StationIndex {
  const vectors = stations.map(({ position }) => toVector(convertChecked(position, crs, 'wgs84')));
  return {
    crs,
    stations,
    vectors,
    ranks: ranksOf(stations.map((station) => station.id)),
    tree: new VectorTree(vectors),
  };
}
