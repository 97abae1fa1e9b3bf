import { boxPoints, distance2ToBox, perPoint } from './boxes';

/*
 * Balls around points that lie side by side, many in one array: the middle's x, y and z, then the radius.
 *
 * Around a straight piece of road a ball is as tight as a box, and one comparison tells whether a place is
 * near it, where a box takes three: branches are what a search spends its time on.
 */

/** Numbers per ball. */
export const perBall = 4;

/** More than rounding adds up to, in metres. */
const rounding = 1e-6;

/** Puts a ball around points: that of their box. */
export function ballPoints(
  balls: Float64Array,
  ball: number,
  points: Float64Array,
  start: number,
  end: number,
): void {
  const box = new Float64Array(2 * perPoint);
  boxPoints(box, 0, points, start, end);
  let diagonal2 = 0;
  for (let axis = 0; axis < perPoint; axis++) {
    const least = box[axis]!;
    const greatest = box[perPoint + axis]!;
    balls[perBall * ball + axis] = (least + greatest) / 2;
    diagonal2 += (greatest - least) ** 2;
  }
  balls[perBall * ball + 3] = Math.sqrt(diagonal2) / 2 + rounding;
}

export function radiusOf(balls: Float64Array, ball: number): number {
  return balls[perBall * ball + 3]!;
}

/** The square of the distance from a point to the middle of a ball. */
export function distance2ToMiddle(
  balls: Float64Array,
  ball: number,
  x: number,
  y: number,
  z: number,
): number {
  const dx = balls[perBall * ball]! - x;
  const dy = balls[perBall * ball + 1]! - y;
  const dz = balls[perBall * ball + 2]! - z;
  return dx * dx + dy * dy + dz * dz;
}

/** Whether a ball comes nearer to a point than so many metres, when this is the squared distance to its middle. */
export function reaches(balls: Float64Array, ball: number, near: number, middle2: number): boolean {
  const reach = near + balls[perBall * ball + 3]!;
  return middle2 <= reach * reach;
}

/** How many metres apart a ball and a box are at least. */
export function metersBetween(
  balls: Float64Array,
  ball: number,
  boxes: Float64Array,
  box: number,
): number {
  const [x, y, z] = [
    balls[perBall * ball]!,
    balls[perBall * ball + 1]!,
    balls[perBall * ball + 2]!,
  ];
  return Math.max(0, Math.sqrt(distance2ToBox(boxes, box, x, y, z)) - radiusOf(balls, ball));
}
