import { StationSet } from '../../src/core';
import { perPoint } from '../../src/geo/boxes';
import { buildTree, type Points } from '../../src/search/build-tree';
import type { VectorTree } from '../../src/search/vector-tree';
import type { Data } from './data';
import { flatbushOf } from './flatbush-of';
import { kdbushOf } from './kdbush-of';
import type { Contestant } from './measure';

/** The tree by itself, as the peers' indexes are: from what is known of each station to what is searched. */
export function treeBuilders({ index, stations }: Data): Contestant<undefined>[] {
  const points = pointsOf(index.tree);
  return [
    { name: 'yizhan buildTree', run: () => buildTree(points).size },
    { name: 'kdbush', run: () => kdbushOf(stations).ids.length },
    { name: 'flatbush', run: () => flatbushOf(stations).numItems },
  ];
}

/** From data in memory to a set that answers, beside what reading the text costs in any case. */
export function setBuilders({ set, stations }: Data): Contestant<undefined>[] {
  const collection = set.toGeoJson();
  const text = JSON.stringify(collection);
  return [
    { name: 'yizhan StationSet.from', run: () => StationSet.from(stations, { crs: 'wgs84' }).size },
    {
      name: 'yizhan StationSet.fromGeoJson',
      run: () => StationSet.fromGeoJson(collection, { crs: 'wgs84' }).size,
    },
    { name: 'JSON.parse of that GeoJSON', run: () => JSON.parse(text).features.length },
    { name: 'kdbush index of positions', run: () => kdbushOf(stations).ids.length },
  ];
}

/** What a tree was built from: its points in the order of the records, as they came. */
function pointsOf({ size, words, points, pointBits, items, ranks }: VectorTree): Points {
  const vectors = new Float64Array(perPoint * size);
  const bits = new Int32Array(words * size);
  const ranksByItem = new Uint32Array(size);
  items.forEach((item, place) => {
    vectors.set(points.subarray(perPoint * place, perPoint * (place + 1)), perPoint * item);
    bits.set(pointBits.subarray(words * place, words * (place + 1)), words * item);
    ranksByItem[item] = ranks[place]!;
  });
  return { size, words, vectors, bits, ranks: ranksByItem, items: items.slice().sort() };
}
