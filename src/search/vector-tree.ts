import type { Vector } from '../geo/ellipsoid';

/** A node with at most this many points is a leaf. 8, 16 and 32 measured alike. */
const leafSize = 16;

/** Numbers per point, and per node (its box: three least, three greatest). */
const perPoint = 3;
const perNode = 6;

/**
 * A static kd-tree over Earth-centred vectors.
 *
 * Nodes are numbered as in a heap: the children of node `n` are `2n + 1` and `2n + 2`, and each holds
 * half of its parent's points, so that neither children nor ranges need to be stored. Points lie in
 * tree order, a leaf's side by side.
 */
export class VectorTree {
  readonly size: number;
  /** Which item each place in the tree holds. */
  private readonly items: Uint32Array;
  private readonly points: Float64Array;
  private readonly boxes: Float64Array;

  /** Builds the tree in O(n log n); items are numbered in the order of `vectors`. */
  constructor(vectors: readonly Vector[]) {
    this.size = vectors.length;
    this.items = Uint32Array.from(vectors, (_, item) => item);
    this.points = new Float64Array(perPoint * this.size);
    vectors.forEach((vector, item) => {
      this.points[perPoint * item] = vector.x;
      this.points[perPoint * item + 1] = vector.y;
      this.points[perPoint * item + 2] = vector.z;
    });
    this.boxes = new Float64Array(perNode * nodeCount(this.size));
    if (this.size > 0) this.build(0, 0, this.size);
  }

  /** Boxes the points from `start` to `end` and sorts them into two halves; no deeper than log₂ n. */
  private build(node: number, start: number, end: number): void {
    const box = this.boxes;
    const at = perNode * node;
    let axis = 0;
    for (let k = 0; k < 3; k++) {
      let least = Number.POSITIVE_INFINITY;
      let greatest = Number.NEGATIVE_INFINITY;
      for (let i = start; i < end; i++) {
        const value = this.points[perPoint * i + k]!;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      box[at + k] = least;
      box[at + 3 + k] = greatest;
      if (greatest - least > box[at + 3 + axis]! - box[at + axis]!) axis = k;
    }
    if (end - start <= leafSize) return;
    const middle = (start + end) >> 1;
    this.select(middle, start, end - 1, axis);
    this.build(2 * node + 1, start, middle);
    this.build(2 * node + 2, middle, end);
  }

  /**
   * Quickselect (Hoare): puts the point that belongs there at `k`, smaller ones before it. Both scans
   * stop at equal values, so that a million equal points are split evenly and not one by one.
   */
  private select(k: number, first: number, last: number, axis: number): void {
    const points = this.points;
    let left = first;
    let right = last;
    while (left < right) {
      const pivot = points[perPoint * ((left + right) >> 1) + axis]!;
      let i = left;
      let j = right;
      while (i <= j) {
        while (points[perPoint * i + axis]! < pivot) i++;
        while (points[perPoint * j + axis]! > pivot) j--;
        if (i > j) break;
        this.swap(i, j);
        i++;
        j--;
      }
      if (k <= j) right = j;
      else if (k >= i) left = i;
      else return;
    }
  }

  private swap(i: number, j: number): void {
    const points = this.points;
    for (let k = 0; k < perPoint; k++) {
      const value = points[perPoint * i + k]!;
      points[perPoint * i + k] = points[perPoint * j + k]!;
      points[perPoint * j + k] = value;
    }
    const item = this.items[i]!;
    this.items[i] = this.items[j]!;
    this.items[j] = item;
  }

  /**
   * Visits points from near to far, roughly: the nearer child first.
   *
   * `visit` gets an item and its squared chord, and returns the greatest squared chord that still
   * interests it. A node farther than that is skipped. The distance to a node's box never exceeds, even
   * in rounding, that to a point in it: both are sums of squares of differences, and every step is
   * monotonic.
   */
  near(from: Vector, reach2: number, visit: (item: number, chord2: number) => number): void {
    if (this.size === 0) return;
    let reach = reach2;
    const stack: Pending[] = [
      { node: 0, start: 0, end: this.size, chord2: this.boxChord2(0, from) },
    ];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { node, start, end } = next;
      if (next.chord2 > reach) continue;
      if (end - start <= leafSize) {
        for (let i = start; i < end; i++) {
          const chord2 = this.pointChord2(i, from);
          if (chord2 <= reach) reach = visit(this.items[i]!, chord2);
        }
        continue;
      }
      const middle = (start + end) >> 1;
      const one = {
        node: 2 * node + 1,
        start,
        end: middle,
        chord2: this.boxChord2(2 * node + 1, from),
      };
      const other = {
        node: 2 * node + 2,
        start: middle,
        end,
        chord2: this.boxChord2(2 * node + 2, from),
      };
      // The last one pushed is the first one visited.
      if (one.chord2 <= other.chord2) stack.push(other, one);
      else stack.push(one, other);
    }
  }

  /** Visits every item in a box, edges included. */
  inBox(least: Vector, greatest: Vector, visit: (item: number) => void): void {
    if (this.size === 0) return;
    const stack = [{ node: 0, start: 0, end: this.size }];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { node, start, end } = next;
      if (!this.boxMeets(node, least, greatest)) continue;
      if (end - start <= leafSize) {
        for (let i = start; i < end; i++) {
          if (this.pointIn(i, least, greatest)) visit(this.items[i]!);
        }
        continue;
      }
      const middle = (start + end) >> 1;
      stack.push(
        { node: 2 * node + 1, start, end: middle },
        { node: 2 * node + 2, start: middle, end },
      );
    }
  }

  private pointChord2(i: number, from: Vector): number {
    const dx = this.points[perPoint * i]! - from.x;
    const dy = this.points[perPoint * i + 1]! - from.y;
    const dz = this.points[perPoint * i + 2]! - from.z;
    return dx * dx + dy * dy + dz * dz;
  }

  private boxChord2(node: number, from: Vector): number {
    const at = perNode * node;
    const dx = gap(this.boxes[at]!, this.boxes[at + 3]!, from.x);
    const dy = gap(this.boxes[at + 1]!, this.boxes[at + 4]!, from.y);
    const dz = gap(this.boxes[at + 2]!, this.boxes[at + 5]!, from.z);
    return dx * dx + dy * dy + dz * dz;
  }

  private boxMeets(node: number, least: Vector, greatest: Vector): boolean {
    const at = perNode * node;
    return (
      this.boxes[at]! <= greatest.x &&
      this.boxes[at + 3]! >= least.x &&
      this.boxes[at + 1]! <= greatest.y &&
      this.boxes[at + 4]! >= least.y &&
      this.boxes[at + 2]! <= greatest.z &&
      this.boxes[at + 5]! >= least.z
    );
  }

  private pointIn(i: number, least: Vector, greatest: Vector): boolean {
    const x = this.points[perPoint * i]!;
    const y = this.points[perPoint * i + 1]!;
    const z = this.points[perPoint * i + 2]!;
    return (
      x >= least.x &&
      x <= greatest.x &&
      y >= least.y &&
      y <= greatest.y &&
      z >= least.z &&
      z <= greatest.z
    );
  }
}

interface Pending {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly chord2: number;
}

/** How far `value` is from the interval; 0 inside. */
function gap(least: number, greatest: number, value: number): number {
  if (value < least) return least - value;
  return value > greatest ? value - greatest : 0;
}

/** One more than the greatest node number in use: halving rounds up at most once per level. */
function nodeCount(size: number): number {
  let levels = 1;
  for (let most = size; most > leafSize; most = Math.ceil(most / 2)) levels++;
  return 2 ** levels - 1;
}
