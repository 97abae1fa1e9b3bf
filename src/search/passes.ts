import { distance2ToBox, distance2ToPoint, pointAt } from '../geo/boxes';
import { closestFoot, closestOfPieces } from '../geo/closest-foot';
import { metersOfChord2, reach2OfMeters, type Vector } from '../geo/ellipsoid';
import { distance2ToChord, type Foot, footOn, isCloser, sameSpot } from '../geo/foot';
import { type Path, pieceAt } from '../geo/path';
import type { Pass } from './best-passes';
import type { VectorTree } from './vector-tree';

const none: readonly Pass[] = [];

export interface PassOptions {
  /** How far from the path at most. */
  readonly widthMeters: number;
  /** Whether a place so far from the path is within the width, to the last bit. */
  readonly isWithin: (offsetMeters: number) => boolean;
  /** Nothing that is passed before. */
  readonly fromMeters: number;
  /** Every pass, or of each place only the closest. */
  readonly every: boolean;
}

/**
 * Finds the passes of a path by one place after another.
 *
 * A pass is one stretch of the path that stays within the width of the place. Within one piece the
 * distance first falls and then rises, so two neighbouring pieces belong to one stretch exactly when the
 * corner between them is within the width too.
 */
export class PassFinder {
  private readonly reach2: number;
  /** The one the rider is on; what comes before is behind. */
  readonly firstPiece: number;
  /**
   * The pieces near the place at hand, in path order, and the squared distance from their chords. Emptying
   * arrays would cost more than filling them, so they are written over.
   */
  private readonly pieces: number[] = [];
  private readonly chords2: number[] = [];
  private count = 0;
  private x = 0;
  private y = 0;
  private z = 0;

  constructor(
    private readonly tree: VectorTree,
    private readonly path: Path,
    private readonly options: PassOptions,
    /** The greatest squared distance from the chord of a piece at which the piece may be within the width. */
    private readonly margin2: number,
  ) {
    this.reach2 = reach2OfMeters(options.widthMeters);
    this.firstPiece = pieceAt(path, options.fromMeters - sameSpot);
  }

  /**
   * The passes by a place, in path order.
   *
   * @param parts the boxes of the path near it, from `start` to `end`
   * @param useful2 the squared distance from a chord beyond which a pass is of no use
   */
  passesBy(
    place: number,
    parts: readonly number[],
    start: number,
    end: number,
    useful2: number,
  ): readonly Pass[] {
    const { path, firstPiece, margin2 } = this;
    const vector = pointAt(this.tree.points, place);
    // Where a stretch may have begun behind the rider, the closest piece need not be the one that counts.
    const startsHere =
      this.options.fromMeters > 0 &&
      distance2ToChord(path, firstPiece, vector.x, vector.y, vector.z) <= margin2;
    if (!this.options.every && !startsHere) {
      const reach2 = Math.min(margin2, useful2);
      const foot = closestFoot(path, vector, { parts, start, end, firstPiece, reach2 });
      const pass = this.passAt(place, foot);
      return pass === undefined ? none : [pass];
    }
    this.x = vector.x;
    this.y = vector.y;
    this.z = vector.z;
    this.count = 0;
    for (let i = start; i < end; i++) this.collect(parts[i]!);
    return this.passesOf(place, vector);
  }

  /** Collects the pieces of a part of the path whose chords are near. */
  private collect(part: number): void {
    const { path, x, y, z, margin2 } = this;
    const { boxes, leaves, first, end } = path.boxes;
    if (end[part]! <= this.firstPiece || distance2ToBox(boxes, part, x, y, z) > margin2) return;
    if (part < leaves - 1) {
      this.collect(2 * part + 1);
      this.collect(2 * part + 2);
      return;
    }
    for (let piece = Math.max(first[part]!, this.firstPiece); piece < end[part]!; piece++) {
      const chord2 = distance2ToChord(path, piece, x, y, z);
      if (chord2 > margin2) continue;
      this.pieces[this.count] = piece;
      this.chords2[this.count] = chord2;
      this.count++;
    }
  }

  /** The passes that the collected pieces make up. */
  private passesOf(place: number, vector: Vector): Pass[] {
    const passes: Pass[] = [];
    for (let first = 0; first < this.count; ) {
      let next = first + 1;
      while (next < this.count && this.continues(next)) next++;
      const pass = this.passAt(place, this.closestOf(first, next, vector));
      first = next;
      if (pass === undefined) continue;
      if (this.options.every || passes.length === 0) passes.push(pass);
      else if (isCloser(pass.foot, passes[0]!.foot)) passes[0] = pass;
    }
    return passes;
  }

  /** Whether the piece is in one stretch with the one before it. */
  private continues(i: number): boolean {
    const piece = this.pieces[i]!;
    return (
      this.pieces[i - 1] === piece - 1 &&
      distance2ToPoint(this.path.corners, piece, this.x, this.y, this.z) <= this.reach2
    );
  }

  /** The closest place of a stretch; of two equally close, the first. */
  private closestOf(start: number, end: number, vector: Vector): Foot | undefined {
    const { fromMeters } = this.options;
    const mayBeBehind = fromMeters > 0 && this.path.meters[this.pieces[start]!]! < fromMeters;
    const next = mayBeBehind ? this.firstAhead(start, end, vector) : start;
    return closestOfPieces(this.path, vector, this.pieces, this.chords2, next, end);
  }

  /**
   * Where what is still to come begins, of a stretch that may have begun behind the rider. What follows a
   * foot left behind begins at the start of its piece for as long as the path leads away from the place;
   * that is no approach, so it is left behind as well.
   */
  private firstAhead(start: number, end: number, vector: Vector): number {
    const ahead = this.options.fromMeters - sameSpot;
    for (let i = start; i < end; i++) {
      const foot = footOn(this.path, this.pieces[i]!, vector);
      if (foot.alongMeters >= ahead && (i === start || foot.t > 0)) return i;
    }
    return end;
  }

  /** The pass at a foot, if there is one and it is within the width. */
  private passAt(place: number, foot: Foot | undefined): Pass | undefined {
    if (foot === undefined) return undefined;
    const offsetMeters = metersOfChord2(foot.chord2);
    return this.options.isWithin(offsetMeters) ? { place, foot, offsetMeters } : undefined;
  }
}
