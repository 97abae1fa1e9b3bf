import { distance2ToBox } from './boxes';
import type { Vector } from './ellipsoid';
import { distance2ToChord, type Foot, footOn, isCloser } from './foot';
import type { Path } from './path';

/** Where on a path to look. */
export interface PathParts {
  /** Nodes of the path's boxes, from `start` to `end` of this list. */
  readonly parts: readonly number[];
  readonly start: number;
  readonly end: number;
  /** Nothing before this piece. */
  readonly firstPiece: number;
  /** The greatest squared distance from the chord of a piece. */
  readonly reach2: number;
}

/*
 * What a search needs: boxes still to be visited, how far they are, and the pieces found. Nobody is called
 * back from in here, so one of each will do; they grow with the first searches.
 */
const waiting: number[] = [];
const gaps2: number[] = [];
const pieces: number[] = [];
const chords2: number[] = [];

/**
 * The closest place of some parts of a path; of two equally close, the one nearer to the start.
 *
 * The nearer box is opened first, and what is farther than the closest chord found so far is left out.
 */
export function closestFoot(path: Path, place: Vector, where: PathParts): Foot | undefined {
  const { parts, firstPiece } = where;
  const { boxes, leaves, first, end } = path.boxes;
  const { x, y, z } = place;
  let near2 = where.reach2;
  let top = 0;
  let count = 0;
  for (let i = where.start; i < where.end; i++) {
    const part = parts[i]!;
    const gap2 = distance2ToBox(boxes, part, x, y, z);
    if (gap2 > near2 || end[part]! <= firstPiece) continue;
    // The nearest so far stays on top.
    const below = top > 0 && gaps2[top - 1]! < gap2;
    waiting[top] = below ? waiting[top - 1]! : part;
    gaps2[top] = below ? gaps2[top - 1]! : gap2;
    if (below) {
      waiting[top - 1] = part;
      gaps2[top - 1] = gap2;
    }
    top++;
  }
  while (top > 0) {
    top--;
    if (gaps2[top]! > near2) continue;
    const part = waiting[top]!;
    if (part < leaves - 1) {
      const left = 2 * part + 1;
      const left2 = distance2ToBox(boxes, left, x, y, z);
      const right2 = distance2ToBox(boxes, left + 1, x, y, z);
      const leftLast = left2 <= right2;
      waiting[top] = leftLast ? left + 1 : left;
      gaps2[top] = leftLast ? right2 : left2;
      waiting[top + 1] = leftLast ? left : left + 1;
      gaps2[top + 1] = leftLast ? left2 : right2;
      top += 2;
      continue;
    }
    for (let piece = Math.max(first[part]!, firstPiece); piece < end[part]!; piece++) {
      const chord2 = distance2ToChord(path, piece, x, y, z);
      if (chord2 > near2) continue;
      pieces[count] = piece;
      chords2[count] = chord2;
      count++;
      near2 = Math.min(near2, closestPossible2(path, chord2));
    }
  }
  return closestOfPieces(path, place, pieces, chords2, 0, count);
}

/**
 * The closest place of some pieces; of two equally close, the one nearer to the start.
 *
 * @param chords2 the squared distance from the chord of each; those that are hardly farther than the
 * closest are measured exactly
 */
export function closestOfPieces(
  path: Path,
  place: Vector,
  pieces: readonly number[],
  chords2: readonly number[],
  start: number,
  end: number,
): Foot | undefined {
  let least2 = Number.POSITIVE_INFINITY;
  for (let i = start; i < end; i++) least2 = Math.min(least2, chords2[i]!);
  const enough2 = closestPossible2(path, least2);
  let best: Foot | undefined;
  for (let i = start; i < end; i++) {
    if (chords2[i]! > enough2) continue;
    const foot = footOn(path, pieces[i]!, place);
    if (best === undefined || isCloser(foot, best)) best = foot;
    else if (foot.piece < best.piece && !isCloser(best, foot)) best = foot;
  }
  return best;
}

/**
 * The squared distance beyond which no chord can belong to the closest piece, when one is as near as this:
 * a chord is off its piece by no more than the dip.
 */
function closestPossible2(path: Path, chord2: number): number {
  const distance = Math.sqrt(chord2) + 2 * path.dip;
  return distance * distance;
}

/** The closest place of the whole path; of two equally close, the one nearer to the start. */
export function footOnPath(path: Path, place: Vector): Foot {
  const whole = { parts: [0], start: 0, end: 1, firstPiece: 0, reach2: Number.POSITIVE_INFINITY };
  return closestFoot(path, place, whole)!;
}
