import { InvalidRouteError } from '../errors';
import { boxBoth, boxPoints, perBox, perPoint, pointAt, putPoint } from './boxes';
import { leafCount, leafOrder, lowestNode, nodeCount } from './complete-tree';
import { chord2, metersBetween, scaled, straightAbove, toVector, type Vector } from './ellipsoid';
import type { LngLat } from './position';

/**
 * No piece of a path is longer. Up to here the straight chord, lifted onto the ellipsoid, is within
 * 1 mm of the geodesic.
 */
const longestPiece = 2_000;

/**
 * No path is longer: two and a half times round the Earth, which takes a tenth of a second to measure.
 * Beyond that it is no journey but broken text, of which a kilobyte could ask for minutes.
 */
const longestPath = 100_000_000;

/** So many pieces share a box. 4, 8 and 16 measured alike. */
const piecesPerBox = 8;

/** The smallest radius of curvature of the ellipsoid, b² / a: along the meridian at the equator. */
const leastRadius = 6_335_439;

/** A polyline on the ellipsoid, measured: short straight pieces between Earth-centred vectors. */
export interface Path {
  /** x, y, z of the corners of the pieces; at least one, and no two neighbours alike. */
  readonly corners: Float64Array;
  /** Metres from the start to each corner. */
  readonly meters: Float64Array;
  /** No chord of a piece dips deeper below the ground, in metres: less than 8 cm, for 10 m less than 2 µm. */
  readonly dip: number;
  readonly boxes: PathBoxes;
}

/** A complete binary tree of boxes around the chords of a path, in path order. */
interface PathBoxes {
  readonly boxes: Float64Array;
  readonly leaves: number;
  /** By node: the first of its pieces, and the one after the last. */
  readonly first: Int32Array;
  readonly end: Int32Array;
}

/**
 * Measures a polyline of WGS-84 positions.
 *
 * @throws InvalidRouteError when two neighbours are antipodes, for then no one way between them is shortest,
 * and when it is longer than 100,000 km
 */
export function measurePath(positions: readonly LngLat[]): Path {
  const vectors: Vector[] = [];
  let total = 0;
  positions.forEach((position, index) => {
    const next = toVector(position);
    const last = vectors[vectors.length - 1];
    if (last === undefined) vectors.push(next);
    // Repeated vertices have no direction of their own and nothing lies along them.
    else if (chord2(last, next) > 0) {
      if (areAntipodes(last, next)) {
        throw new InvalidRouteError(
          `vertices ${index} and ${index + 1} are on opposite sides of the Earth, and no one way between them is shortest`,
        );
      }
      total += metersBetween(last, next);
      if (total > longestPath) {
        throw new InvalidRouteError(
          `it is longer than ${longestPath / 1000} km at vertex ${index + 1}; is it what it was decoded as?`,
        );
      }
      addBetween(vectors, last, next);
      vectors.push(next);
    }
  });
  const corners = new Float64Array(perPoint * vectors.length);
  const meters = new Float64Array(vectors.length);
  let longest = 0;
  vectors.forEach((vector, i) => {
    putPoint(corners, i, vector);
    if (i === 0) return;
    const length = metersBetween(vectors[i - 1]!, vector);
    meters[i] = meters[i - 1]! + length;
    longest = Math.max(longest, length);
  });
  // L² / 8R, and a micrometre for rounding.
  const dip = (longest * longest) / (8 * leastRadius) + 1e-6;
  return { corners, meters, dip, boxes: boxPath(corners) };
}

function boxPath(corners: Float64Array): PathBoxes {
  const pieces = Math.max(1, corners.length / perPoint - 1);
  const leaves = leafCount(pieces, piecesPerBox);
  const nodes = nodeCount(leaves);
  const lowest = lowestNode(leaves);
  const boxes = new Float64Array(perBox * nodes);
  const first = new Int32Array(nodes);
  const end = new Int32Array(nodes);
  for (let leaf = nodes - 1; leaf >= leaves - 1; leaf--) {
    const start = piecesPerBox * leafOrder(leaf, lowest, leaves);
    first[leaf] = start;
    end[leaf] = Math.min(start + piecesPerBox, pieces);
    // One corner more than pieces, but for the path that has a single one.
    boxPoints(boxes, leaf, corners, start, Math.min(end[leaf]! + 1, corners.length / perPoint));
  }
  for (let node = leaves - 2; node >= 0; node--) {
    first[node] = first[2 * node + 1]!;
    end[node] = end[2 * node + 2]!;
    boxBoth(boxes, node, 2 * node + 1, 2 * node + 2);
  }
  return { boxes, leaves, first, end };
}

/** Opposite to within a metre: the direction between them would be chance. */
function areAntipodes(u: Vector, v: Vector): boolean {
  return chord2(u, scaled(v, -1)) < 1;
}

/**
 * Adds the corners needed so that no piece from `from` to `to` is too long: halves, and halves of those.
 *
 * The place straight below which the chord has its middle is the middle of the geodesic to within
 * 0.03 mm over 100 km, 3 mm over 300 km and 0.3 m over 1,000 km (measured against GeographicLib).
 */
function addBetween(vectors: Vector[], from: Vector, to: Vector): void {
  if (metersBetween(from, to) <= longestPiece) return;
  const middle = straightAbove({
    x: (from.x + to.x) / 2,
    y: (from.y + to.y) / 2,
    z: (from.z + to.z) / 2,
  });
  addBetween(vectors, from, middle);
  vectors.push(middle);
  addBetween(vectors, middle, to);
}

/** How many pieces; a path of one corner is one piece of no length. */
export function pieceCount(path: Path): number {
  return Math.max(1, path.meters.length - 1);
}

export function cornerAt({ corners }: Path, corner: number): Vector {
  return pointAt(corners, corner);
}

/** The corner at which a piece ends. */
export function endCorner(path: Path, piece: number): number {
  return Math.min(piece + 1, path.meters.length - 1);
}

/** The total length in metres. */
export function pathLength(path: Path): number {
  return path.meters[path.meters.length - 1]!;
}

/** The piece that holds the place so many metres from the start; at a corner, the piece that ends there. */
export function pieceAt(path: Path, alongMeters: number): number {
  let low = 0;
  let high = pieceCount(path) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (path.meters[middle]! < alongMeters) low = middle;
    else high = middle - 1;
  }
  return low;
}
