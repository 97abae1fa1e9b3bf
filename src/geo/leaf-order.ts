import { boxPoints, longestAxis } from './boxes';
import { leafCount, leavesOnTheLeft } from './complete-tree';
import { select } from './select';

/**
 * A leaf holds as many points; only the last one may hold fewer. 8 and 16 measured alike. Packs are written in this
 * order, so that another size is another format.
 */
export const leafSize = 16;

/**
 * Reorders points to the order of the leaves of a kd-tree, a leaf's side by side: every box of points is parted
 * across its longest side, so that as many leaves as a complete tree has there lie on either hand. Takes
 * O(n log n); the recursion is no deeper than log₂ of the number of leaves.
 *
 * @param items moved along with their points
 */
export function orderByLeaves(points: Float64Array, items: Uint32Array): void {
  const box = new Float64Array(6);
  const sort = (firstLeaf: number, leaves: number): void => {
    if (leaves === 1) return;
    const start = leafSize * firstLeaf;
    const end = Math.min(items.length, start + leafSize * leaves);
    boxPoints(box, 0, points, start, end);
    const left = leavesOnTheLeft(leaves);
    select(points, items, start + leafSize * left, start, end - 1, longestAxis(box, 0));
    sort(firstLeaf, left);
    sort(firstLeaf + left, leaves - left);
  };
  sort(0, leafCount(items.length, leafSize));
}
