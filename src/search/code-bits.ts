import { bitCount, codeLists } from '../dataset/pack/codes';
import { planesOf } from '../dataset/pack/planes';
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

/** Gives each code that a station has a bit of its own: 32 to a word, however many there are. */
export class CodeBits {
  readonly words: number;
  /** The bit that every station has, after all others: what the first clause asks for when all clauses are wide. */
  private readonly every: number;
  private readonly bitOf = {
    services: new Map<string, number>(),
    audiences: new Map<string, number>(),
    access: new Map<string, number>(),
    kinds: new Map<string, number>(),
  };

  /** Bits in the order of the codes. */
  constructor(codes: Iterable<readonly [CodeField, string]>) {
    let known = 0;
    for (const [field, code] of codes) {
      if (!this.bitOf[field].has(code)) this.bitOf[field].set(code, known++);
    }
    this.every = known;
    this.words = Math.ceil((known + 1) / 32);
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

  /** The codes of a pack in its order, so that its bits are those of stations; then its kinds. */
  static ofPack({ codes }: Pack): CodeBits {
    const lists = codeLists.flatMap((field) => codes[field].map((code) => [field, code] as const));
    const kinds = codes.kinds.map((code) => ['kinds', code] as const);
    return new CodeBits([['audiences', everyone], ...lists, ...kinds]);
  }

  /**
   * Writes the words of bits of the station at each place of a pack. Bits of no code are left out.
   *
   * @throws InvalidPackError when a station is of no kind
   */
  putBitsOfPack(bits: Int32Array, { size, bits: planes, codes, kinds }: Pack): void {
    const { words } = this;
    const listed = bitCount(codes);
    const listedMasks = this.masks(Array.from({ length: listed }, (_, bit) => bit));
    const kindMasks = codes.kinds.map((_, kind) => this.masks([listed + kind, this.every]));
    const kindOf = kinds.all();
    for (let word = 0; word < words; word++) {
      const [a, b, c, d] = planesOf(planes.subarray(4 * size * word, 4 * size * (word + 1)), size);
      const mask = listedMasks[word]!;
      const masks = Int32Array.from(kindMasks, (own) => own[word]!);
      for (let place = 0, at = word; place < size; place++, at += words) {
        const kind = kindOf[place]!;
        if (kind >= masks.length) throw new InvalidPackError('a kind of no known number');
        const ofLists = a[place]! | (b[place]! << 8) | (c[place]! << 16) | (d[place]! << 24);
        bits[at] = (ofLists & mask) | masks[kind]!;
      }
    }
  }

  /** The words of bits of each station, one after another. */
  bitsOf(stations: readonly Station[]): Int32Array {
    const { words } = this;
    const bits = new Int32Array(words * stations.length);
    stations.forEach((station, item) => {
      setBit(bits, words * item, this.every);
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
    const { words, every } = this;
    const narrow: number[] = [];
    const wide: number[] = [];
    for (const clause of clauses) {
      const masks = this.masksOf(clause);
      const used = masks.flatMap((mask, word) => (mask === 0 ? [] : [word, mask]));
      if (used.length > 2) wide.push(...masks);
      else narrow.push(...(used.length === 0 ? [0, 0] : used));
    }
    const [word = every >> 5, mask = 1 << (every & 31), ...others] = narrow;
    return { word, mask, others: Int32Array.from(others), wide: Int32Array.from(wide), words };
  }

  private masksOf({ field, codes }: Clause): number[] {
    const bits = codes.map((code) => this.bitOf[field].get(code));
    return this.masks(bits.filter((bit) => bit !== undefined));
  }

  /** Words of these bits. */
  private masks(bits: readonly number[]): number[] {
    const masks = new Array<number>(this.words).fill(0);
    for (const bit of bits) masks[bit >> 5] = masks[bit >> 5]! | (1 << (bit & 31));
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
