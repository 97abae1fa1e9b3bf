import { codeLists } from '../dataset/pack/codes';
import type { Pack } from '../dataset/pack/read-pack';
import type { Station } from '../dataset/station';
import { InvalidPackError } from '../errors';

/** Stands for welcoming everyone, which is what a station does that lists no audience. */
export const everyone = 'everyone';

/** The vocabularies whose codes have bits. */
export type CodeField = 'services' | 'audiences' | 'access' | 'kinds';

/** A station passes a clause when it has at least one of these codes. */
export interface Clause {
  readonly field: CodeField;
  readonly codes: readonly string[];
}

/**
 * What bits must hold. Asked of the bits of a node, it tells whether anything below can pass; asked of
 * those of a station, whether it does.
 */
export interface Demand {
  /** A bit of this mask must be set in this word: one clause, asked first. */
  readonly word: number;
  readonly mask: number;
  /** The same of all further clauses whose bits share a word: word, mask, word, mask… */
  readonly others: Int32Array;
  /** Clauses whose bits do not: a mask for every word of each, one of which must be hit. */
  readonly wide: Int32Array;
  readonly words: number;
}

/** The bit that every station has: what the first clause asks for when all clauses are wide. */
const ofEveryStation = 0;

/** Gives each code that a station has a bit of its own: 32 to a word, however many there are. */
export class CodeBits {
  readonly words: number;
  private readonly bitOf = {
    services: new Map<string, number>(),
    audiences: new Map<string, number>(),
    access: new Map<string, number>(),
    kinds: new Map<string, number>(),
  };

  /** Bits in the order of the codes; the first is that of every station. */
  constructor(codes: Iterable<readonly [CodeField, string]>) {
    let known = 1;
    for (const [field, code] of codes) {
      if (!this.bitOf[field].has(code)) this.bitOf[field].set(code, known++);
    }
    this.words = Math.ceil(known / 32);
  }

  static of(stations: readonly Station[]): CodeBits {
    const codes: [CodeField, string][] = [];
    const seen = new Set<string>();
    for (const station of stations) {
      eachCode(station, (field, code) => {
        const key = `${field} ${code}`;
        if (!seen.has(key)) codes.push([field, code]);
        seen.add(key);
      });
    }
    return new CodeBits(codes);
  }

  /** The codes of a pack in its order, so that its bits need only to be moved by one. */
  static ofPack({ codes }: Pack): CodeBits {
    return new CodeBits([
      ...codeLists.flatMap((field) => codes[field].map((code) => [field, code] as const)),
      ['audiences', everyone],
      ...codes.kinds.map((code) => ['kinds', code] as const),
    ]);
  }

  /** The words of bits of the station at each place of a pack. */
  bitsOfPack({ size, bits: planes, codes, kinds, ranks }: Pack): Int32Array {
    const { words } = this;
    const bits = new Int32Array(words * size);
    const planeTotal = planes.length / Math.max(1, size);
    for (let plane = 0; plane < planeTotal; plane++) {
      const word = plane >> 2;
      const shift = 8 * (plane & 3) + 1;
      for (let place = 0; place < size; place++) {
        const byte = planes[plane * size + ranks[place]!]!;
        const at = words * place + word;
        bits[at] = bits[at]! | (byte << shift);
        // The last bit of a word's last plane goes on to the next.
        if (shift === 25 && byte > 127) setBit(bits, words * place, 32 * (word + 1));
      }
    }
    const audiences = Array.from(
      { length: codes.audiences.length },
      (_, i) => 1 + codes.services.length + i,
    );
    const firstKind = this.bitOf.audiences.get(everyone)! + 1;
    const masks = new Int32Array(words);
    for (const bit of audiences) setBit(masks, 0, bit);
    for (let place = 0; place < size; place++) {
      const at = words * place;
      let listed = 0;
      for (let word = 0; word < words; word++) listed |= bits[at + word]! & masks[word]!;
      if (listed === 0) setBit(bits, at, firstKind - 1);
      setBit(bits, at, ofEveryStation);
      const kind = kinds.at(ranks[place]!);
      if (kind >= codes.kinds.length) throw new InvalidPackError('a kind of no known number');
      setBit(bits, at, firstKind + kind);
    }
    return bits;
  }

  /** The words of bits of each station, one after another. */
  bitsOf(stations: readonly Station[]): Int32Array {
    const { words } = this;
    const bits = new Int32Array(words * stations.length);
    stations.forEach((station, item) => {
      setBit(bits, words * item, ofEveryStation);
      eachCode(station, (field, code) => {
        setBit(bits, words * item, this.bitOf[field].get(code)!);
      });
    });
    return bits;
  }

  /**
   * The clauses as bits; nothing when there are none. A code that no station has is left out, so that its
   * clause may ask for what nothing holds.
   */
  demand(clauses: readonly Clause[]): Demand | undefined {
    if (clauses.length === 0) return undefined;
    const { words } = this;
    const narrow: number[] = [];
    const wide: number[] = [];
    for (const clause of clauses) {
      const masks = this.masksOf(clause);
      const used = masks.flatMap((mask, word) => (mask === 0 ? [] : [word, mask]));
      if (used.length > 2) wide.push(...masks);
      else narrow.push(...(used.length === 0 ? [0, 0] : used));
    }
    const [word = 0, mask = 1 << ofEveryStation, ...others] = narrow;
    return { word, mask, others: Int32Array.from(others), wide: Int32Array.from(wide), words };
  }

  private masksOf({ field, codes }: Clause): number[] {
    const masks = new Array<number>(this.words).fill(0);
    for (const code of codes) {
      const bit = this.bitOf[field].get(code);
      if (bit !== undefined) masks[bit >> 5] = masks[bit >> 5]! | (1 << (bit & 31));
    }
    return masks;
  }
}

/** Whether the words from `at` on meet a demand. */
export function meets(bits: Int32Array, at: number, demand: Demand): boolean {
  if ((bits[at + demand.word]! & demand.mask) === 0) return false;
  const { others, wide, words } = demand;
  for (let i = 0; i < others.length; i += 2) {
    if ((bits[at + others[i]!]! & others[i + 1]!) === 0) return false;
  }
  for (let clause = 0; clause < wide.length; clause += words) {
    let hit = 0;
    for (let word = 0; word < words; word++) hit |= bits[at + word]! & wide[clause + word]!;
    if (hit === 0) return false;
  }
  return true;
}

function eachCode(station: Station, visit: (field: CodeField, code: string) => void): void {
  for (const code of station.services) visit('services', code);
  for (const code of station.audiences) visit('audiences', code);
  if (station.audiences.length === 0) visit('audiences', everyone);
  for (const code of station.access) visit('access', code);
  visit('kinds', station.kind);
}

function setBit(bits: Int32Array, at: number, bit: number): void {
  const word = at + (bit >> 5);
  bits[word] = bits[word]! | (1 << (bit & 31));
}
