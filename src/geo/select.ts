import { perPoint } from './boxes';

/**
 * Quickselect (Hoare): reorders the points from `first` to `last` so that the one that belongs at `k` by
 * its coordinate on an axis is there, none that is greater before it and none that is less behind it.
 * `items` are moved along.
 *
 * The pivot is picked by a generator, the same at every build: stations come in all sorts of orders, and
 * a pivot from the middle takes quadratic time for a road listed there and back. Both scans stop at equal
 * values, so that a million equal points are parted evenly, not one by one.
 */
export function select(
  points: Float64Array,
  items: Uint32Array,
  k: number,
  first: number,
  last: number,
  axis: number,
): void {
  let left = first;
  let right = last;
  let random = 1;
  while (left < right) {
    // A linear congruential generator (Numerical Recipes); its high bits are the random ones.
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    const pick = left + Math.floor((random / 2 ** 32) * (right - left + 1));
    const pivot = points[perPoint * pick + axis]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (points[perPoint * i + axis]! < pivot) i++;
      while (points[perPoint * j + axis]! > pivot) j--;
      if (i > j) break;
      swap(points, items, i, j);
      i++;
      j--;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

function swap(points: Float64Array, items: Uint32Array, i: number, j: number): void {
  for (let axis = 0; axis < perPoint; axis++) {
    const value = points[perPoint * i + axis]!;
    points[perPoint * i + axis] = points[perPoint * j + axis]!;
    points[perPoint * j + axis] = value;
  }
  const item = items[i]!;
  items[i] = items[j]!;
  items[j] = item;
}
