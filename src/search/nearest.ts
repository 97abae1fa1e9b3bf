import { distance2ToBox, perPoint } from '../geo/boxes';
import type { Vector } from '../geo/ellipsoid';
import { leafSize } from '../geo/leaf-order';
import { meets } from './code-bits';
import type { Matching } from './matching';
import { NearestFirst } from './nearest-first';
import { rounded, roundingSlack, type VectorTree } from './vector-tree';

export interface NearestSearch extends Matching {
  /** The most places to find; may be infinite. */
  readonly limit: number;
  /** The greatest squared chord, included. */
  readonly reach2: number;
}

/** Places nearest first; of two equally near, the one of lower rank. To be read before the next search. */
export interface Found {
  readonly count: number;
  readonly places: ArrayLike<number>;
  /** The squared chord to each. */
  readonly chords2: ArrayLike<number>;
  /** How many places were looked at. */
  readonly visited: number;
}

/** More are better found one after another: of 50 that takes up to three times as long, of 200 less. */
const few = 128;

/** The places nearest to `from`. */
export function nearestPlaces(tree: VectorTree, from: Vector, search: NearestSearch): Found {
  if (search.limit > few) return findMany(tree, from, search);
  // Whoever is asked to accept a station may begin a search of their own.
  if (isInUse) return findFew(tree, from, search, new Scratch());
  if (search.accept === undefined) return findFew(tree, from, search, scratch);
  isInUse = true;
  try {
    return findFew(tree, from, search, scratch);
  } finally {
    isInUse = false;
  }
}

function findMany(tree: VectorTree, from: Vector, search: NearestSearch): Found {
  const one = new NearestFirst(tree, from, search.reach2, search);
  const places: number[] = [];
  const chords2: number[] = [];
  for (let next = one.next(); next !== undefined; next = one.next()) {
    places.push(next.place);
    chords2.push(next.chord2);
    if (places.length === search.limit) break;
  }
  return { count: places.length, places, chords2, visited: one.visited };
}

/** What a search needs besides the tree. Allocating it would take longer than the search. */
class Scratch {
  readonly from = new Float64Array(3);
  /** The other sides, still to be visited: a path through 2³² points has no more than 32. */
  readonly nodes = new Int32Array(32);
  readonly gaps2 = new Float64Array(32);
  readonly places = new Uint32Array(few);
  readonly chords2 = new Float64Array(few);
}

const scratch = new Scratch();
let isInUse = false;

const nowhere = -1;

/**
 * Goes down to the leaf on the query's side of every split, and remembers the other sides. From a leaf it
 * goes back to the last side that may hold something nearer than the worst place kept so far.
 *
 * Two bounds tell that: nothing beyond a split is nearer than the split, and nothing in a box is nearer
 * than the box. Both hold to the last bit, as subtracting, squaring and adding round monotonically. The
 * first costs one subtraction on the way down; the second cuts corners.
 *
 * It is one long function because it is the innermost: putting places in order, for one, takes a tenth
 * longer as a function of its own.
 */
function findFew(tree: VectorTree, from: Vector, search: NearestSearch, memory: Scratch): Found {
  const { limit, demand, accept } = search;
  const { nodes, gaps2, places, chords2 } = memory;
  const { size, words, points, boxes, ranks, pointBits, nodeBits, axes, splits } = tree;
  const { x, y, z } = from;
  const coordinates = memory.from;
  coordinates[0] = x;
  coordinates[1] = y;
  coordinates[2] = z;
  const inner = tree.leaves - 1;
  let reach2 = search.reach2;
  /** What is exactly as far may still be rounded to the reach. */
  let farthest2 = reach2 * roundingSlack;
  let count = 0;
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
        const chord2 = rounded(dx * dx + dy * dy + dz * dz);
        if (chord2 > reach2) continue;
        // As far as the worst that is kept, and that one is of lower rank.
        if (count === limit && chord2 === reach2 && ranks[place]! > ranks[places[count - 1]!]!) {
          continue;
        }
        if (accept !== undefined && !accept(tree.items[place]!)) continue;
        if (count < limit) count++;
        let at = count - 1;
        for (; at > 0; at--) {
          const other = places[at - 1]!;
          const otherChord2 = chords2[at - 1]!;
          if (chord2 > otherChord2) break;
          if (chord2 === otherChord2 && ranks[place]! > ranks[other]!) break;
          places[at] = other;
          chords2[at] = otherChord2;
        }
        places[at] = place;
        chords2[at] = chord2;
        if (count === limit) {
          reach2 = chords2[limit - 1]!;
          farthest2 = reach2 * roundingSlack;
        }
      }
    }
    node = nowhere;
    while (node === nowhere && waiting > 0) {
      waiting--;
      if (gaps2[waiting]! > farthest2) continue;
      if (distance2ToBox(boxes, nodes[waiting]!, x, y, z) <= farthest2) node = nodes[waiting]!;
    }
  }
  return { count, places, chords2, visited };
}
