import { distance2ToBox } from '../geo/boxes';
import type { Vector } from '../geo/ellipsoid';
import { meets } from './code-bits';
import { Heap } from './heap';
import type { Matching } from './matching';
import { leafSize, pointChord2, type VectorTree } from './vector-tree';

/** A place, or a node that may still hold some: nothing in it is nearer than `chord2`. */
interface Candidate {
  readonly chord2: number;
  readonly node: number;
  /** A place, or none when this is a node. */
  readonly place: number;
}

const none = -1;

/**
 * The places nearest to `from`, one after another, for as long as somebody asks (Hjaltason & Samet 1999).
 *
 * Nodes and places wait in one queue by their distance. What comes out first is nearer than all that is
 * still in there: a place is the next answer, and a node is opened. Of a node and a place equally far
 * the node is first, for it may hold a place of lower rank.
 */
export function* nearestFirst(
  tree: VectorTree,
  from: Vector,
  reach2: number,
  { demand, accept }: Matching,
): Generator<{ readonly place: number; readonly chord2: number }, void, undefined> {
  const queue = new Heap<Candidate>(
    (a, b) => a.chord2 < b.chord2 || (a.chord2 === b.chord2 && comesFirst(tree, a, b)),
  );
  const { x, y, z } = from;
  const { words, boxes, nodeBits, pointBits, items } = tree;
  const consider = (chord2: number, node: number, place: number): void => {
    if (chord2 > reach2) return;
    const bits = place === none ? nodeBits : pointBits;
    if (demand !== undefined && !meets(bits, words * (place === none ? node : place), demand))
      return;
    queue.push({ chord2, node, place });
  };
  consider(distance2ToBox(boxes, 0, x, y, z), 0, none);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { node, place, chord2 } = next;
    if (place !== none) {
      if (accept === undefined || accept(items[place]!)) yield { place, chord2 };
    } else if (node < tree.leaves - 1) {
      for (const child of [2 * node + 1, 2 * node + 2]) {
        consider(distance2ToBox(boxes, child, x, y, z), child, none);
      }
    } else {
      const start = tree.firstPlace(node);
      const end = Math.min(start + leafSize, tree.size);
      for (let i = start; i < end; i++) consider(pointChord2(tree, i, x, y, z), none, i);
    }
  }
}

function comesFirst({ ranks }: VectorTree, a: Candidate, b: Candidate): boolean {
  if (a.place === none || b.place === none) return a.place === none && b.place !== none;
  return ranks[a.place]! < ranks[b.place]!;
}
