import { boxPoints, longestAxis, perBox, perPoint, pointAt, putPoint } from '../geo/boxes';
import { leavesOnTheLeft } from '../geo/complete-tree';
import { select } from './select';
import { leafSize, VectorTree } from './vector-tree';

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
 * Builds a tree in O(n log n); the recursion is no deeper than log₂ of the number of leaves.
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
  sort(tree, 0, 0, tree.leaves);
  for (let place = 0; place < size; place++) {
    const point = order[place]!;
    tree.ranks[place] = points.ranks[point]!;
    for (let word = 0; word < words; word++) {
      tree.pointBits[words * place + word] = points.bits[words * point + word]!;
    }
    order[place] = points.items[point]!;
  }
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

/** Boxes the points below a node and parts them where its widest side has as many on either hand. */
function sort(tree: VectorTree, node: number, firstLeaf: number, leaves: number): void {
  const start = leafSize * firstLeaf;
  const end = Math.min(tree.size, start + leafSize * leaves);
  boxPoints(tree.boxes, node, tree.points, start, end);
  if (leaves === 1) return;
  const axis = longestAxis(tree.boxes, node);
  const left = leavesOnTheLeft(leaves);
  const middle = start + leafSize * left;
  select(tree.points, tree.items, middle, start, end - 1, axis);
  const one = 2 * node + 1;
  const other = one + 1;
  sort(tree, one, firstLeaf, left);
  sort(tree, other, firstLeaf + left, leaves - left);
  tree.axes[node] = axis;
  tree.splits[node] =
    (tree.boxes[perBox * one + 3 + axis]! + tree.boxes[perBox * other + axis]!) / 2;
}

/** Gives every node the bits of all its points, from the leaves upwards. */
function uniteBits(tree: VectorTree): void {
  const { words, pointBits, nodeBits, leaves, size } = tree;
  const inner = leaves - 1;
  for (let leaf = inner; leaf < inner + leaves; leaf++) {
    const start = tree.firstPlace(leaf);
    const end = Math.min(size, start + leafSize);
    for (let place = start; place < end; place++) unite(nodeBits, leaf, pointBits, place, words);
  }
  for (let node = inner - 1; node >= 0; node--) {
    unite(nodeBits, node, nodeBits, 2 * node + 1, words);
    unite(nodeBits, node, nodeBits, 2 * node + 2, words);
  }
}

function unite(into: Int32Array, at: number, from: Int32Array, what: number, words: number): void {
  for (let word = 0; word < words; word++) {
    into[words * at + word] = into[words * at + word]! | from[words * what + word]!;
  }
}
