import type { ClockOptions } from '../dataset/hours/local-clock';
import type { Station } from '../dataset/station';
import { perPoint, putPoint } from '../geo/boxes';
import { type Crs, convertChecked } from '../geo/crs';
import { toVector } from '../geo/ellipsoid';
import { buildTree } from './build-tree';
import { CodeBits } from './code-bits';
import { Openings } from './openings';
import { ranksOf } from './ranks';
import type { VectorTree } from './vector-tree';

/** What queries search. A station is known by its number in the order of the records: its item. */
export interface StationIndex {
  /** The CRS of the stations' positions. */
  readonly crs: Crs;
  readonly stations: readonly Station[];
  readonly codes: CodeBits;
  readonly openings: Openings;
  /** Those of the stations that are searched. */
  readonly tree: VectorTree;
}

/** Indexes stations in O(n log n); all the trigonometry of later queries is done here. */
export function indexStations(
  stations: readonly Station[],
  crs: Crs,
  clock: ClockOptions,
): StationIndex {
  const codes = new CodeBits(stations);
  const vectors = new Float64Array(perPoint * stations.length);
  stations.forEach(({ position }, item) => {
    putPoint(vectors, item, toVector(convertChecked(position, crs, 'wgs84')));
  });
  const tree = buildTree({
    size: stations.length,
    vectors,
    words: codes.words,
    bits: codes.bitsOf(stations),
    items: Uint32Array.from(stations, (_, item) => item),
    ranks: ranksOf(stations.map((station) => station.id)),
  });
  return { crs, stations, codes, openings: new Openings(stations, crs, clock), tree };
}
