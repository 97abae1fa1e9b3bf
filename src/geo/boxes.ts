import type { Vector } from './ellipsoid';

/*
 * Boxes around Earth-centred vectors, many in one array: the least x, y and z of each, then the greatest.
 *
 * No point in a box is nearer than the box itself, and that holds to the last bit: subtracting, squaring
 * and adding all round monotonically.
 */

/** Numbers per vector, and per box. */
export const perPoint = 3;
export const perBox = 6;

/** Writes a vector into an array of them; quicker than `set` from a list. */
export function putPoint(points: Float64Array, point: number, { x, y, z }: Vector): void {
  points[perPoint * point] = x;
  points[perPoint * point + 1] = y;
  points[perPoint * point + 2] = z;
}

/** Reads a vector from an array of them. */
export function pointAt(points: Float64Array, point: number): Vector {
  const at = perPoint * point;
  return { x: points[at]!, y: points[at + 1]!, z: points[at + 2]! };
}

/** The square of the distance from one of many vectors to a point. */
export function distance2ToPoint(
  points: Float64Array,
  point: number,
  x: number,
  y: number,
  z: number,
): number {
  const at = perPoint * point;
  const dx = points[at]! - x;
  const dy = points[at + 1]! - y;
  const dz = points[at + 2]! - z;
  return dx * dx + dy * dy + dz * dz;
}

/** The square of the distance from a point to a box; 0 inside. */
export function distance2ToBox(
  boxes: Float64Array,
  box: number,
  x: number,
  y: number,
  z: number,
): number {
  const at = perBox * box;
  const dx = gap(boxes[at]!, boxes[at + 3]!, x);
  const dy = gap(boxes[at + 1]!, boxes[at + 4]!, y);
  const dz = gap(boxes[at + 2]!, boxes[at + 5]!, z);
  return dx * dx + dy * dy + dz * dz;
}

/** How far `value` is from an interval; 0 inside. */
function gap(least: number, greatest: number, value: number): number {
  if (value < least) return least - value;
  return value > greatest ? value - greatest : 0;
}

/** The square of the distance between two boxes; 0 where they meet. */
export function distance2OfBoxes(
  boxes: Float64Array,
  box: number,
  others: Float64Array,
  other: number,
): number {
  let sum = 0;
  const at = perBox * box;
  const otherAt = perBox * other;
  for (let axis = 0; axis < 3; axis++) {
    const below = others[otherAt + axis]! - boxes[at + 3 + axis]!;
    const above = boxes[at + axis]! - others[otherAt + 3 + axis]!;
    const apart = Math.max(below, above, 0);
    sum += apart * apart;
  }
  return sum;
}

/** The square of a box's diagonal. */
export function size2OfBox(boxes: Float64Array, box: number): number {
  let sum = 0;
  for (let axis = perBox * box; axis < perBox * box + 3; axis++) {
    const side = boxes[axis + 3]! - boxes[axis]!;
    sum += side * side;
  }
  return sum;
}

/** Puts a box around points that lie side by side. */
export function boxPoints(
  boxes: Float64Array,
  box: number,
  points: Float64Array,
  start: number,
  end: number,
): void {
  for (let axis = 0; axis < perPoint; axis++) {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (let i = perPoint * start + axis; i < perPoint * end; i += perPoint) {
      const value = points[i]!;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    boxes[perBox * box + axis] = least;
    boxes[perBox * box + 3 + axis] = greatest;
  }
}

/** Puts a box around two others of the same array. */
export function boxBoth(boxes: Float64Array, box: number, one: number, other: number): void {
  for (let axis = 0; axis < perPoint; axis++) {
    const a = perBox * one + axis;
    const b = perBox * other + axis;
    boxes[perBox * box + axis] = Math.min(boxes[a]!, boxes[b]!);
    boxes[perBox * box + 3 + axis] = Math.max(boxes[a + 3]!, boxes[b + 3]!);
  }
}

/** The axis along which a box is longest. */
export function longestAxis(boxes: Float64Array, box: number): number {
  let longest = 0;
  let length = -1;
  for (let axis = 0; axis < 3; axis++) {
    const side = boxes[perBox * box + 3 + axis]! - boxes[perBox * box + axis]!;
    if (side > length) {
      length = side;
      longest = axis;
    }
  }
  return longest;
}
