import { boxBoth, boxPoints, longestAxis, perBox, perPoint, pointAt, putPoint } from '../geo/boxes';
import { leafSize, orderByLeaves } from '../geo/leaf-order';
import { VectorTree } from './vector-tree';

/** What a tree is built from: everything by point, in any order. */
export interface Points {
  readonly size: number;
  /** x, y, z of each. */
  readonly vectors: Float64Array;
  /** How many words of bits each has. */
  readonly words: number;
  readonly bits: Int32Array;
  /** Which item each is. */
  readonly items: Uint32Array;
  readonly ranks: Uint32Array;
}

/**
 * Builds a tree in O(n log n).
 *
 * @param shared in memory that threads can share
 */
export function buildTree(points: Points, shared = false): VectorTree {
  const { size, words } = points;
  const tree = VectorTree.allocate(size, words, shared);
  tree.points.set(points.vectors);
  // Until the end, `items` says which point of the input came to each place.
  const order = tree.items;
  for (let place = 0; place < size; place++) order[place] = place;
  orderByLeaves(tree.points, order);
  for (let place = 0; place < size; place++) {
    const point = order[place]!;
    tree.ranks[place] = points.ranks[point]!;
    for (let word = 0; word < words; word++) {
      tree.pointBits[words * place + word] = points.bits[words * point + word]!;
    }
    order[place] = points.items[point]!;
  }
  boxNodes(tree);
  uniteBits(tree);
  return tree;
}

/**
 * Completes a tree whose points lie in the order of the leaves already, as packs have them: in one pass, without
 * sorting. Where they do not after all (an engine whose sine differs in the last bit), another is built.
 */
export function restoreTree(tree: VectorTree): VectorTree {
  if (!boxNodes(tree)) return buildTree({ ...tree, vectors: tree.points, bits: tree.pointBits });
  uniteBits(tree);
  return tree;
}

/** A tree of some of the points of another, with the same items, ranks and bits. */
export function subtree(tree: VectorTree, places: readonly number[]): VectorTree {
  const size = places.length;
  const { words } = tree;
  const vectors = new Float64Array(perPoint * size);
  const bits = new Int32Array(words * size);
  places.forEach((place, i) => {
    putPoint(vectors, i, pointAt(tree.points, place));
    for (let word = 0; word < words; word++) {
      bits[words * i + word] = tree.pointBits[words * place + word]!;
    }
  });
  const items = Uint32Array.from(places, (place) => tree.items[place]!);
  const ranks = Uint32Array.from(places, (place) => tree.ranks[place]!);
  return buildTree({ size, vectors, words, bits, items, ranks });
}

/**
 * Puts boxes around the points of every node, and says where its halves part, in one pass over points that lie in
 * the order of the leaves.
 *
 * @returns whether they do: `false` when the halves of a node overlap on its longest side
 */
function boxNodes(tree: VectorTree): boolean {
  const { boxes, axes, splits, leaves } = tree;
  const inner = leaves - 1;
  for (let leaf = inner; leaf < inner + leaves; leaf++) {
    const start = tree.firstPlace(leaf);
    boxPoints(boxes, leaf, tree.points, start, Math.min(tree.size, start + leafSize));
  }
  for (let node = inner - 1; node >= 0; node--) {
    const one = 2 * node + 1;
    const other = one + 1;
    boxBoth(boxes, node, one, other);
    const axis = longestAxis(boxes, node);
    const below = boxes[perBox * one + 3 + axis]!;
    const above = boxes[perBox * other + axis]!;
    if (below > above) return false;
    axes[node] = axis;
    splits[node] = (below + above) / 2;
  }
  return true;
}

/** Gives every node the bits of all its points, from the leaves upwards. */
function uniteBits(tree: VectorTree): void {
  const { words, pointBits, nodeBits, leaves, size } = tree;
  const inner = leaves - 1;
  for (let leaf = inner; leaf < inner + leaves; leaf++) {
    const start = tree.firstPlace(leaf);
    const end = Math.min(size, start + leafSize);
    for (let word = 0; word < words; word++) {
      let united = 0;
      for (let place = start; place < end; place++) united |= pointBits[words * place + word]!;
      nodeBits[words * leaf + word] = united;
    }
  }
  for (let at = words * inner - 1; at >= 0; at--) {
    // The halves of a node are the nodes 2n + 1 and 2n + 2.
    const node = Math.floor(at / words);
    const half = at + words * (node + 1);
    nodeBits[at] = nodeBits[half]! | nodeBits[half + words]!;
  }
}
