/*
 * The numbering of a complete binary tree, as of a heap: the children of node `n` are `2n + 1` and
 * `2n + 2`, inner nodes come first and leaves last. So the shape follows from the number of leaves, and
 * no children need to be stored.
 */

/** How many leaves hold so many things, at least one. */
export function leafCount(size: number, perLeaf: number): number {
  // `| 0` lets the engine know a small integer: as a double it slows every search by an eighth.
  return Math.max(1, Math.ceil(size / perLeaf)) | 0;
}

export function nodeCount(leaves: number): number {
  return 2 * leaves - 1;
}

/** The first node of the lowest level. */
export function lowestNode(leaves: number): number {
  return (1 << (31 - Math.clz32(nodeCount(leaves)))) - 1;
}

/** A leaf's number from left to right: those of the lowest level come first. */
export function leafOrder(leaf: number, lowest: number, leaves: number): number {
  const order = leaf - lowest;
  return order < 0 ? order + leaves : order;
}

/** Of two leaves or more, how many are below the left child of the root. */
export function leavesOnTheLeft(leaves: number): number {
  const above = 1 << (31 - Math.clz32(leaves - 1));
  // Half of the level above the lowest, and of the lowest what has room there.
  return Math.min(above, leaves - above / 2);
}
