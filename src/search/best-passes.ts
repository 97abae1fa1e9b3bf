import { metersOfChord2, reach2OfMeters } from '../geo/ellipsoid';
import type { Foot } from '../geo/foot';
import { Heap } from './heap';

/** One pass of a path by a place, at its closest. */
export interface Pass {
  readonly place: number;
  readonly foot: Foot;
  /** How far the place is from its foot. */
  readonly offsetMeters: number;
}

/** In the order of the path, or the closest first; then by path and rank. */
export type PassOrder = 'route' | 'detour';

/** The first passes of all that were added, in one of the orders. */
export class BestPasses {
  /** What a pass must not exceed to be kept, in metres along or, by detour, metres off. */
  worst = Number.POSITIVE_INFINITY;
  /** The worst that is kept on top. */
  private readonly heap: Heap<Pass>;

  /**
   * @param limit may be infinite
   * @param dip how much farther than from the path a place may be from the chords of its pieces
   */
  constructor(
    private readonly limit: number,
    private readonly order: PassOrder,
    private readonly ranks: Uint32Array,
    private readonly dip: number,
  ) {
    if (limit === 0) this.worst = Number.NEGATIVE_INFINITY;
    this.heap = new Heap((a, b) => this.isBefore(b, a));
  }

  /** No pass is worth less that begins so many metres along, as far from the chords as this. */
  bound(alongMeters: number, distance2: number): number {
    if (this.order === 'route') return alongMeters;
    const chord = Math.max(0, Math.sqrt(distance2) - this.dip);
    return metersOfChord2(chord * chord);
  }

  /** The greatest squared distance from a chord at which a pass could still be kept. */
  get useful2(): number {
    if (this.order === 'route') return Number.POSITIVE_INFINITY;
    const chord = Math.sqrt(reach2OfMeters(this.worst)) + this.dip;
    return chord * chord;
  }

  add(pass: Pass): void {
    const { heap, limit } = this;
    if (heap.size < limit) heap.push(pass);
    else if (heap.top !== undefined && this.isBefore(pass, heap.top)) heap.replaceTop(pass);
    if (heap.size === limit && heap.top !== undefined) this.worst = this.worthOf(heap.top);
  }

  private worthOf({ foot, offsetMeters }: Pass): number {
    return this.order === 'route' ? foot.alongMeters : offsetMeters;
  }

  private isBefore(a: Pass, b: Pass): boolean {
    if (this.worthOf(a) !== this.worthOf(b)) return this.worthOf(a) < this.worthOf(b);
    if (a.foot.alongMeters !== b.foot.alongMeters) return a.foot.alongMeters < b.foot.alongMeters;
    return this.ranks[a.place]! < this.ranks[b.place]!;
  }

  /** All that are kept, in order. Call it once, at the end. */
  sorted(): Pass[] {
    return this.heap.sorted();
  }
}
