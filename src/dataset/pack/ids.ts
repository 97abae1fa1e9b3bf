import { InvalidPackError } from '../../errors';
import { packUints, readUints } from './numbers';
import { readMessage, readUtf8, utf8Of, WireWriter, writeBytesField } from './wire';

/*
 * Ids in ascending order (by UTF-16 code unit, which is how ties are broken), each written as what follows what it
 * shares with the one before: ids that count up take a byte or two.
 */

/** The fields of the message SortedIds in docs/station-pack.proto. */
const tags = { shared: 1, lengths: 2, text: 3 } as const;

export class SortedIds {
  private constructor(
    readonly size: number,
    /** How many bytes each shares with the one before. */
    private readonly shared: Uint32Array,
    /** Where what follows begins in `text`, of each, and of one more. */
    private readonly starts: Uint32Array,
    private readonly text: Uint8Array,
  ) {}

  /** @throws InvalidPackError when they are not distinct and in order */
  static read(bytes: Uint8Array, size: number): SortedIds {
    let packedShared: Uint8Array = new Uint8Array(0);
    let packedLengths: Uint8Array = new Uint8Array(0);
    let text: Uint8Array = new Uint8Array(0);
    readMessage(bytes, (tag, value) => {
      if (tag === tags.shared) packedShared = value.bytes();
      else if (tag === tags.lengths) packedLengths = value.bytes();
      else if (tag === tags.text) text = value.bytes();
    });
    const shared = readUints(packedShared, size);
    const lengths = readUints(packedLengths, size);
    const starts = new Uint32Array(size + 1);
    // The id before, to compare with.
    let before = new Uint8Array(64);
    let length = 0;
    for (let rank = 0; rank < size; rank++) {
      const same = shared[rank]!;
      const start = starts[rank]!;
      const end = start + lengths[rank]!;
      if (
        same > length ||
        end > text.length ||
        same + lengths[rank]! > longestId ||
        end === start
      ) {
        throw new InvalidPackError('an id that is not written as it should be');
      }
      if (same < length && !(orderOf(before[same]!) < orderOf(text[start]!))) {
        throw new InvalidPackError('ids that are not in order');
      }
      length = same + lengths[rank]!;
      if (length > before.length) {
        const longer = new Uint8Array(2 * length);
        longer.set(before);
        before = longer;
      }
      for (let i = start; i < end; i++) before[same + i - start] = text[i]!;
      starts[rank + 1] = end;
    }
    if (starts[size] !== text.length) throw new InvalidPackError('ids that end elsewhere');
    return new SortedIds(size, shared, starts, text);
  }

  /** The id of a rank: what it shares is looked for backwards. */
  at(rank: number): string {
    const { shared, starts, text } = this;
    let needed = shared[rank]!;
    const start = starts[rank]!;
    const end = starts[rank + 1]!;
    const bytes = new Uint8Array(needed + end - start);
    bytes.set(text.subarray(start, end), needed);
    for (let earlier = rank - 1; needed > 0; earlier--) {
      const from = shared[earlier]!;
      if (from >= needed) continue;
      const at = starts[earlier]!;
      bytes.set(text.subarray(at, at + needed - from), from);
      needed = from;
    }
    return readUtf8(bytes);
  }

  /** The rank of an id; -1 when there is none such. */
  rankOf(id: string): number {
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.at(middle);
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/** Longer than anybody's, and short enough that ids which share almost all of it stay harmless. */
export const longestId = 4096;

/** UTF-8 sorts what lies beyond U+FFFF last; UTF-16 puts it between U+D7FF (ED…) and U+E000 (EE…). */
function orderOf(byte: number): number {
  return byte >= 0xf0 ? 0xed + (byte - 0xef) / 32 : byte;
}

/** @param ids ascending */
export function writeIds(ids: readonly string[]): Uint8Array {
  const pieces = ids.map(utf8Of);
  const shared = pieces.map((piece, i) => sharedLength(piece, pieces[i - 1]));
  const ends = pieces.map((piece, i) => piece.subarray(shared[i]!));
  const text = new Uint8Array(ends.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const end of ends) {
    text.set(end, at);
    at += end.length;
  }
  const writer = new WireWriter();
  writeBytesField(writer, tags.shared, packUints(shared));
  writeBytesField(writer, tags.lengths, packUints(ends.map(({ length }) => length)));
  writeBytesField(writer, tags.text, text);
  return writer.finish();
}

function sharedLength(one: Uint8Array, other: Uint8Array | undefined): number {
  let length = 0;
  while (other !== undefined && length < other.length && one[length] === other[length]) length++;
  return length;
}
