import { distance2OfBoxes, size2OfBox } from '../geo/boxes';
import { reach2OfMeters } from '../geo/ellipsoid';
import { leafSize } from '../geo/leaf-order';
import type { Path } from '../geo/path';
import type { BestPasses } from './best-passes';
import { meets } from './code-bits';
import type { Matching } from './matching';
import { PassFinder, type PassOptions } from './passes';
import type { VectorTree } from './vector-tree';

export interface CorridorSearch extends Matching, PassOptions {
  /** Whether a pass counts by the time at which it comes. */
  readonly isOpenThen?: ((item: number, alongMeters: number) => boolean) | undefined;
}

/**
 * Finds the passes of a path by the places of a tree, in one walk of both trees.
 *
 * Each node of the tree comes with the boxes of the path that are near enough to it. For its children those
 * are looked at again, and split where they are larger than the child; a child that no box is near is left
 * out with all below it. So what reaches a leaf is near the path, and each of its points needs to look at
 * that part of the path alone.
 */
export class CorridorWalk {
  /** How many places were looked at. */
  visited = 0;
  private readonly finder: PassFinder;
  private readonly margin2: number;
  /** A stack: of each node on the way down, the parts of the path near it, in path order. */
  private readonly near: number[] = [];
  private top = 0;

  /** @param best keeps what is found; what it could not use any more is not looked at */
  constructor(
    private readonly tree: VectorTree,
    private readonly path: Path,
    private readonly search: CorridorSearch,
    private readonly best: BestPasses,
  ) {
    // A chord runs below the ground, so a place may be that much farther from it than from the path.
    const margin = Math.sqrt(reach2OfMeters(search.widthMeters)) + path.dip;
    this.margin2 = margin * margin;
    this.finder = new PassFinder(tree, path, search, this.margin2);
  }

  run(): void {
    if (this.best.worst < 0) return;
    this.near[0] = 0;
    this.top = 1;
    this.visit(0, 0, 1);
  }

  /** A node, and where on the stack the parts near it begin and end. */
  private visit(node: number, start: number, end: number): void {
    if (node >= this.tree.leaves - 1) {
      this.visitLeaf(node, start, end);
      return;
    }
    const left = 2 * node + 1;
    const right = left + 1;
    const base = this.top;
    const leftBound = this.keepNear(left, start, end);
    const middle = this.top;
    const rightBound = this.keepNear(right, start, end);
    const { top } = this;
    // The better side first, so that the other may not be needed.
    const rightFirst = rightBound < leftBound;
    if (rightFirst && rightBound <= this.best.worst) this.visit(right, middle, top);
    if (leftBound <= this.best.worst) this.visit(left, base, middle);
    if (!rightFirst && rightBound <= this.best.worst) this.visit(right, middle, top);
    this.top = base;
  }

  /**
   * Puts on the stack which of the parts from `start` to `end` are near a node.
   *
   * @returns a bound on what its passes are worth; when there can be none, not even infinity would do
   */
  private keepNear(node: number, start: number, end: number): number {
    const { tree, near, search, path } = this;
    if (search.demand !== undefined && !meets(tree.nodeBits, tree.words * node, search.demand)) {
      return Number.NaN;
    }
    const first = this.top;
    const size2 = size2OfBox(tree.boxes, node);
    let least2 = Number.POSITIVE_INFINITY;
    for (let i = start; i < end; i++) {
      least2 = Math.min(least2, this.keepNearPart(node, size2, near[i]!));
    }
    if (this.top === first) return Number.NaN;
    return this.best.bound(path.meters[path.boxes.first[near[first]!]!]!, least2);
  }

  /** Keeps a part, or what of it is near; returns the square of the least distance. */
  private keepNearPart(node: number, size2: number, part: number): number {
    const { boxes, leaves, end } = this.path.boxes;
    const distance2 = distance2OfBoxes(this.tree.boxes, node, boxes, part);
    if (distance2 > this.margin2 || end[part]! <= this.finder.firstPiece) {
      return Number.POSITIVE_INFINITY;
    }
    if (part >= leaves - 1 || size2OfBox(boxes, part) <= size2) {
      this.near[this.top] = part;
      this.top++;
      return distance2;
    }
    const left2 = this.keepNearPart(node, size2, 2 * part + 1);
    return Math.min(left2, this.keepNearPart(node, size2, 2 * part + 2));
  }

  private visitLeaf(leaf: number, start: number, end: number): void {
    const { tree, search, best } = this;
    const { demand, accept, isOpenThen } = search;
    const first = tree.firstPlace(leaf);
    const next = Math.min(first + leafSize, tree.size);
    this.visited += next - first;
    for (let place = first; place < next; place++) {
      if (demand !== undefined && !meets(tree.pointBits, tree.words * place, demand)) continue;
      const passes = this.finder.passesBy(place, this.near, start, end, best.useful2);
      if (passes.length === 0) continue;
      const item = tree.items[place]!;
      if (accept !== undefined && !accept(item)) continue;
      for (const pass of passes) {
        if (isOpenThen === undefined || isOpenThen(item, pass.foot.alongMeters)) best.add(pass);
      }
    }
  }
}
