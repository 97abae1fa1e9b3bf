import { distance2ToBox, perPoint } from '../geo/boxes';
import type { Vector } from '../geo/ellipsoid';
import { Best, insertionLimit } from './best';
import { meets } from './code-bits';
import type { Matching } from './matching';
import { leafSize, type VectorTree } from './vector-tree';

export interface NearestSearch extends Matching {
  /** The most places to find. */
  readonly limit: number;
  /** The greatest squared chord, included. */
  readonly reach2: number;
}

/** Places nearest first; of two equally near, the one of lower rank. To be read before the next search. */
export interface Found {
  readonly count: number;
  readonly places: Uint32Array;
  /** The squared chord to each. */
  readonly chords2: Float64Array;
  /** How many places were looked at. */
  readonly visited: number;
}

/** What a search needs besides the tree. Allocating it would take longer than the search. */
class Scratch {
  readonly from = new Float64Array(3);
  /** The other sides, still to be visited: a path through 2³² points has no more than 32. */
  readonly nodes = new Int32Array(32);
  readonly gaps2 = new Float64Array(32);
  readonly places = new Uint32Array(insertionLimit);
  readonly chords2 = new Float64Array(insertionLimit);
}

const scratch = new Scratch();

const nowhere = -1;

/**
 * The places nearest to `from`.
 *
 * It goes down to the leaf on its own side of every split, and remembers the other sides. From a leaf, it
 * goes back to the last side that may hold something nearer than the worst place kept so far. Two bounds
 * tell: nothing beyond a split is nearer than the split, and nothing in a box is nearer than the box. Both
 * hold to the last bit, as subtracting, squaring and adding round monotonically. The first costs one
 * subtraction on the way down; the second cuts corners.
 */
export function nearestPlaces(tree: VectorTree, from: Vector, search: NearestSearch): Found {
  const { limit, demand, accept } = search;
  // Whoever is asked to accept a station may begin a search of their own.
  const memory = accept === undefined ? scratch : new Scratch();
  const { nodes, gaps2 } = memory;
  const best = new Best(limit, tree.ranks, memory.places, memory.chords2);
  const { size, words, points, boxes, pointBits, nodeBits, axes, splits } = tree;
  const { x, y, z } = from;
  const coordinates = memory.from;
  coordinates[0] = x;
  coordinates[1] = y;
  coordinates[2] = z;
  const inner = tree.leaves - 1;
  let reach2 = search.reach2;
  let visited = 0;
  let waiting = 0;
  let node = limit > 0 ? 0 : nowhere;
  while (node !== nowhere) {
    while (node < inner && node !== nowhere) {
      const gap = coordinates[axes[node]!]! - splits[node]!;
      const left = 2 * node + 1;
      const near = gap > 0 ? left + 1 : left;
      const far = 2 * left + 1 - near;
      if (demand === undefined || meets(nodeBits, words * far, demand)) {
        gaps2[waiting] = gap * gap;
        nodes[waiting] = far;
        waiting++;
      }
      node = demand === undefined || meets(nodeBits, words * near, demand) ? near : nowhere;
    }
    if (node !== nowhere) {
      const start = tree.firstPlace(node);
      const end = Math.min(start + leafSize, size);
      visited += end - start;
      for (let place = start; place < end; place++) {
        if (demand !== undefined && !meets(pointBits, words * place, demand)) continue;
        const dx = points[perPoint * place]! - x;
        const dy = points[perPoint * place + 1]! - y;
        const dz = points[perPoint * place + 2]! - z;
        const chord2 = dx * dx + dy * dy + dz * dz;
        if (chord2 > reach2) continue;
        if (accept !== undefined && !accept(tree.items[place]!)) continue;
        reach2 = Math.min(reach2, best.add(chord2, place));
      }
    }
    node = nowhere;
    while (node === nowhere && waiting > 0) {
      waiting--;
      if (gaps2[waiting]! > reach2) continue;
      if (distance2ToBox(boxes, nodes[waiting]!, x, y, z) <= reach2) node = nodes[waiting]!;
    }
  }
  best.finish();
  const { count, places, chords2 } = best;
  return { count, places, chords2, visited };
}
