/** A box of degrees around points. */
export interface PointBox {
  readonly xmin: number;
  readonly ymin: number;
  readonly xmax: number;
  readonly ymax: number;
}

interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** Cells along each side of the square that the curve fills. */
const side = 2 ** 16;

/** The box around points; of none, one that is inside out. */
export function boxAround(points: Iterable<Point>): PointBox {
  let [xmin, ymin, xmax, ymax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lng, lat } of points) {
    if (lng < xmin) xmin = lng;
    if (lng > xmax) xmax = lng;
    if (lat < ymin) ymin = lat;
    if (lat > ymax) ymax = lat;
  }
  return { xmin, ymin, xmax, ymax };
}

/**
 * The points along a Hilbert curve, so that neighbours on the ground are neighbours in a file, and a part
 * of the file is a small part of the map. Ties stay in the order given.
 */
export function inHilbertOrder<P extends Point>(points: readonly P[]): P[] {
  const { xmin, ymin, xmax, ymax } = boxAround(points);
  const scale = (value: number, least: number, greatest: number) =>
    greatest === least ? 0 : Math.floor(((value - least) / (greatest - least)) * (side - 1));
  const places = points.map(({ lng, lat }) =>
    placeOnCurve(scale(lng, xmin, xmax), scale(lat, ymin, ymax)),
  );
  return points
    .map((_, i) => i)
    .sort((a, b) => places[a]! - places[b]! || a - b)
    .map((i) => points[i]!);
}

/** How far along the curve a cell lies: each step looks at the quarter the cell is in, and turns it upright. */
function placeOnCurve(column: number, row: number): number {
  let [x, y] = [column, row];
  let place = 0;
  for (let half = side / 2; half >= 1; half /= 2) {
    const right = (x & half) > 0 ? 1 : 0;
    const upper = (y & half) > 0 ? 1 : 0;
    place += half * half * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) [x, y] = [side - 1 - x, side - 1 - y];
      [x, y] = [y, x];
    }
  }
  return place;
}
