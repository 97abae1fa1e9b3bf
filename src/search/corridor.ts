import { chord2, metersOfChord2, reach2OfMeters, type Vector } from '../geo/ellipsoid';
import {
  chord2ToPiece,
  chordDip,
  endOf,
  type Foot,
  footOn,
  isCloser,
  type Path,
  pieceAt,
  pieceCount,
  sameSpot,
} from '../geo/path';
import type { VectorTree } from './vector-tree';

/** How many pieces of a path share one search of the tree. 4 and 8 measured alike, 64 half as fast. */
const piecesPerSearch = 8;

/** One pass of a path by an item, at its closest place. */
export interface Pass {
  readonly item: number;
  readonly foot: Foot;
}

/**
 * Every pass of the path by an item that `accept` lets through, within `widthMeters` of it and not
 * before `fromMeters`.
 *
 * A pass is one stretch of the path that stays within the width of the item. Within one piece the
 * distance first falls and then rises, so two neighbouring pieces belong to one stretch exactly when
 * the corner between them is within the width too.
 */
export function passesAlong(
  tree: VectorTree,
  vectorOf: (item: number) => Vector,
  path: Path,
  options: {
    readonly widthMeters: number;
    readonly fromMeters: number;
    readonly accept: (item: number) => boolean;
  },
): Pass[] {
  const { widthMeters, fromMeters } = options;
  const reach2 = reach2OfMeters(widthMeters);
  const margin = Math.sqrt(reach2) + chordDip;
  const accept = memoized(options.accept);
  const firstPiece = pieceAt(path, fromMeters - sameSpot);
  const stretches = new Map<number, Stretch[]>();
  for (let first = firstPiece; first < pieceCount(path); first += piecesPerSearch) {
    const last = Math.min(first + piecesPerSearch, pieceCount(path)) - 1;
    const [least, greatest] = boxAround(path, first, last, margin);
    tree.inBox(least, greatest, (item) => {
      if (!accept(item)) return;
      const place = vectorOf(item);
      for (let piece = first; piece <= last; piece++) {
        // Most pieces are too far, which the chord below the ground tells without measuring the foot.
        if (chord2ToPiece(path, piece, place) > margin * margin) continue;
        const foot = footOn(path, piece, place);
        if (metersOfChord2(foot.chord2) > widthMeters) continue;
        const known = stretches.get(item);
        if (known === undefined) stretches.set(item, [{ last: piece, feet: [foot] }]);
        else extend(known, foot, chord2(path.corners[piece]!, place) <= reach2);
      }
    });
  }
  const passes: Pass[] = [];
  for (const [item, list] of stretches) {
    for (const { feet } of list) {
      const foot = closest(fromMeters > 0 ? ahead(feet, fromMeters - sameSpot) : feet);
      if (foot !== undefined) passes.push({ item, foot });
    }
  }
  return passes;
}

/** Neighbouring pieces that stay within the width of one item, each with its closest place. */
interface Stretch {
  last: number;
  readonly feet: Foot[];
}

/** Adds the next foot in path order to the last stretch, or begins another. */
function extend(stretches: Stretch[], foot: Foot, cornerIsNear: boolean): void {
  const current = stretches[stretches.length - 1]!;
  if (cornerIsNear && foot.piece === current.last + 1) {
    current.last = foot.piece;
    current.feet.push(foot);
  } else {
    stretches.push({ last: foot.piece, feet: [foot] });
  }
}

/**
 * The feet that are still to come. What follows a foot left behind begins at the start of its piece
 * for as long as the path leads away from the item; that is no approach, so it is left behind as well.
 */
function ahead(feet: readonly Foot[], fromMeters: number): readonly Foot[] {
  const first = feet.findIndex((foot) => foot.alongMeters >= fromMeters);
  if (first === -1) return [];
  if (first === 0) return feet;
  let next = first;
  while (next < feet.length && feet[next]!.t === 0) next++;
  return feet.slice(next);
}

/** Of two equally close, the one that comes first. */
function closest(feet: readonly Foot[]): Foot | undefined {
  let best = feet[0];
  for (const foot of feet) if (isCloser(foot, best!)) best = foot;
  return best;
}

/** Each item's closest pass; of two equally close, the earlier. */
export function closestPasses(passes: readonly Pass[]): Pass[] {
  const best = new Map<number, Pass>();
  for (const pass of passes) {
    const known = best.get(pass.item);
    if (known === undefined || isCloser(pass.foot, known.foot)) best.set(pass.item, pass);
  }
  return [...best.values()];
}

function boxAround(path: Path, first: number, last: number, margin: number): [Vector, Vector] {
  const start = path.corners[first]!;
  const least = { ...start };
  const greatest = { ...start };
  for (let piece = first; piece <= last; piece++) {
    const { x, y, z } = endOf(path, piece);
    least.x = Math.min(least.x, x);
    least.y = Math.min(least.y, y);
    least.z = Math.min(least.z, z);
    greatest.x = Math.max(greatest.x, x);
    greatest.y = Math.max(greatest.y, y);
    greatest.z = Math.max(greatest.z, z);
  }
  return [
    { x: least.x - margin, y: least.y - margin, z: least.z - margin },
    { x: greatest.x + margin, y: greatest.y + margin, z: greatest.z + margin },
  ];
}

/** A caller's test is asked once per item, however often the path comes by. */
function memoized(accept: (item: number) => boolean): (item: number) => boolean {
  const answers = new Map<number, boolean>();
  return (item) => {
    let answer = answers.get(item);
    if (answer === undefined) {
      answer = accept(item);
      answers.set(item, answer);
    }
    return answer;
  };
}
