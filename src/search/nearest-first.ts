import { distance2ToBox, distance2ToPoint } from '../geo/boxes';
import type { Vector } from '../geo/ellipsoid';
import { leafSize } from '../geo/leaf-order';
import { meets } from './code-bits';
import { Heap } from './heap';
import type { Matching } from './matching';
import { rounded, roundingSlack, type VectorTree } from './vector-tree';

/** A place and the squared chord to it. */
export interface Neighbour {
  readonly place: number;
  readonly chord2: number;
}

/** A place, or a node that may still hold some: nothing in it is nearer than `chord2`. */
interface Candidate extends Neighbour {
  readonly node: number;
}

const none = -1;

/**
 * The places nearest to `from`, one after another, for as long as somebody asks (Hjaltason & Samet 1999).
 *
 * Nodes and places wait in one queue by their distance. What comes out first is nearer than all that is
 * still in there: a place is the next answer, and a node is opened. Of a node and a place equally far
 * the node is first, for it may hold a place of lower rank.
 */
export class NearestFirst {
  /** How many places were looked at so far. */
  visited = 0;
  private readonly queue: Heap<Candidate>;

  /** @param reach2 the greatest squared chord, included */
  constructor(
    private readonly tree: VectorTree,
    private readonly from: Vector,
    private readonly reach2: number,
    private readonly matching: Matching,
  ) {
    this.queue = new Heap(
      (a, b) => a.chord2 < b.chord2 || (a.chord2 === b.chord2 && comesFirst(tree, a, b)),
    );
    this.addNode(0);
  }

  /** The next place, if there is one. */
  next(): Neighbour | undefined {
    const { tree, queue } = this;
    const { accept } = this.matching;
    for (let top = queue.pop(); top !== undefined; top = queue.pop()) {
      if (top.place !== none) {
        if (accept === undefined || accept(tree.items[top.place]!)) return top;
      } else if (top.node < tree.leaves - 1) {
        this.addNode(2 * top.node + 1);
        this.addNode(2 * top.node + 2);
      } else {
        this.addPlaces(top.node);
      }
    }
    return undefined;
  }

  private addNode(node: number): void {
    const { tree } = this;
    const { x, y, z } = this.from;
    const { demand } = this.matching;
    if (demand !== undefined && !meets(tree.nodeBits, tree.words * node, demand)) return;
    // Of what is in there, the nearest may be rounded to less.
    this.add(distance2ToBox(tree.boxes, node, x, y, z) / roundingSlack, node, none);
  }

  private addPlaces(leaf: number): void {
    const { tree } = this;
    const { x, y, z } = this.from;
    const { demand } = this.matching;
    const start = tree.firstPlace(leaf);
    const end = Math.min(start + leafSize, tree.size);
    this.visited += end - start;
    for (let place = start; place < end; place++) {
      if (demand !== undefined && !meets(tree.pointBits, tree.words * place, demand)) continue;
      this.add(rounded(distance2ToPoint(tree.points, place, x, y, z)), none, place);
    }
  }

  private add(chord2: number, node: number, place: number): void {
    if (chord2 <= this.reach2) this.queue.push({ chord2, node, place });
  }
}

function comesFirst({ ranks }: VectorTree, a: Candidate, b: Candidate): boolean {
  if (a.place === none || b.place === none) return a.place === none && b.place !== none;
  return ranks[a.place]! < ranks[b.place]!;
}
