import type { ClockOptions } from '../dataset/hours/local-clock';
import { perDegree } from '../dataset/pack/content';
import { PackedStations } from '../dataset/pack/packed-stations';
import type { Pack } from '../dataset/pack/read-pack';
import type { Station } from '../dataset/station';
import { StationList } from '../dataset/station-list';
import type { StationSource } from '../dataset/station-source';
import { perPoint, putPoint } from '../geo/boxes';
import { type Crs, convertChecked } from '../geo/crs';
import { putVectors, toVector } from '../geo/ellipsoid';
import { buildTree, restoreTree } from './build-tree';
import { CodeBits } from './code-bits';
import { Openings } from './openings';
import { ranksOf } from './ranks';
import { VectorTree } from './vector-tree';

/** What queries search. A station is known by its number in the order of the records: its item. */
export interface StationIndex {
  /** The CRS of the stations' positions. */
  readonly crs: Crs;
  readonly stations: StationSource;
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
  const codes = CodeBits.of(stations);
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
  const source = new StationList(stations, crs, clock);
  return { crs, stations: source, codes, openings: new Openings(source, clock), tree };
}

/** Indexes the stations of a pack, which come in the order of the tree: in one pass. */
export function indexPack(pack: Pack, crs: Crs): StationIndex {
  const { size, lngs, lats, ranks, head } = pack;
  const codes = CodeBits.ofPack(pack);
  const raw = VectorTree.allocate(size, codes.words, false);
  putVectors(raw.points, lngs, lats, perDegree);
  codes.putBitsOfPack(raw.pointBits, pack);
  raw.items.set(ranks);
  raw.ranks.set(ranks);
  const tree = restoreTree(raw);
  const stations = new PackedStations(pack, crs);
  return { crs, stations, codes, openings: new Openings(stations, head.clock), tree };
}
