import { Heap } from './heap';

/** Up to so many, putting each in order at once is quicker than a heap. */
export const insertionLimit = 128;

interface Neighbour {
  readonly place: number;
  readonly chord2: number;
}

/** The nearest of all the places that were added, nearest first; of two equally near, the one of lower rank first. */
export class Best {
  count = 0;
  /** For large limits: the worst that is kept on top. */
  private readonly heap: Heap<Neighbour> | undefined;

  /**
   * @param limit at least 1; may be infinite
   * @param places, chords2 memory for {@link insertionLimit} places and the squared chords to them
   */
  constructor(
    private readonly limit: number,
    private readonly ranks: Uint32Array,
    public places: Uint32Array,
    public chords2: Float64Array,
  ) {
    this.heap =
      limit <= insertionLimit
        ? undefined
        : new Heap((a, b) => this.isBefore(b.chord2, b.place, a.chord2, a.place));
  }

  /** @returns the squared chord beyond which nothing is of interest any more */
  add(chord2: number, place: number): number {
    if (this.heap !== undefined) return this.addToHeap(this.heap, { place, chord2 });
    const { places, chords2, limit } = this;
    let at = this.count;
    if (at < limit) this.count++;
    else if (this.isBefore(chord2, place, chords2[at - 1]!, places[at - 1]!)) at--;
    else return chords2[at - 1]!;
    for (; at > 0 && this.isBefore(chord2, place, chords2[at - 1]!, places[at - 1]!); at--) {
      places[at] = places[at - 1]!;
      chords2[at] = chords2[at - 1]!;
    }
    places[at] = place;
    chords2[at] = chord2;
    return this.count === limit ? chords2[limit - 1]! : Number.POSITIVE_INFINITY;
  }

  private addToHeap(heap: Heap<Neighbour>, found: Neighbour): number {
    if (heap.size < this.limit) heap.push(found);
    else if (this.isBefore(found.chord2, found.place, heap.top!.chord2, heap.top!.place)) {
      heap.replaceTop(found);
    }
    return heap.size === this.limit ? heap.top!.chord2 : Number.POSITIVE_INFINITY;
  }

  private isBefore(chord2: number, place: number, otherChord2: number, other: number): boolean {
    return (
      chord2 < otherChord2 || (chord2 === otherChord2 && this.ranks[place]! < this.ranks[other]!)
    );
  }

  /** Call it once, when all are added. */
  finish(): void {
    const { heap } = this;
    if (heap === undefined) return;
    this.count = heap.size;
    this.places = new Uint32Array(heap.size);
    this.chords2 = new Float64Array(heap.size);
    for (let at = heap.size - 1; at >= 0; at--) {
      const { place, chord2 } = heap.pop()!;
      this.places[at] = place;
      this.chords2[at] = chord2;
    }
  }
}
