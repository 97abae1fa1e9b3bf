import { InvalidPackError } from '../../errors';
import { Pieces, writePieces } from './pieces';
import { Planes, packPlanes } from './planes';
import { readMessage, readUtf8, utf8Of, WireWriter, writeBytesField } from './wire';

/*
 * Ids in ascending order (by UTF-16 code unit, which is how ties are broken), each written as what follows what it
 * shares with the one before: ids that count up take a byte or two.
 */

/** The fields of the message SortedIds in docs/station-pack.proto. */
const tags = { shared: 1, text: 2, starts: 3 } as const;

export class SortedIds {
  private isChecked = false;

  private constructor(
    readonly size: number,
    /** How many bytes each shares with the one before. */
    private readonly shared: Planes,
    /** The rest of each. */
    private readonly pieces: Pieces,
  ) {}

  /** @throws InvalidPackError */
  static read(bytes: Uint8Array, size: number): SortedIds {
    let shared: Uint8Array = new Uint8Array(0);
    let text: Uint8Array = new Uint8Array(0);
    let starts: Uint8Array = new Uint8Array(0);
    readMessage(bytes, (tag, value) => {
      if (tag === tags.shared) shared = value.bytes();
      else if (tag === tags.text) text = value.bytes();
      else if (tag === tags.starts) starts = value.bytes();
    });
    return new SortedIds(size, new Planes(shared, size), Pieces.read('ids', text, starts));
  }

  /** The id of a rank: what it shares is looked for backwards. @throws InvalidPackError */
  at(rank: number): string {
    const { shared, pieces } = this;
    const piece = pieces.at(rank);
    let needed = shared.at(rank);
    if (piece.length === 0 || needed + piece.length > longestId) throw wrong();
    const bytes = new Uint8Array(needed + piece.length);
    bytes.set(piece, needed);
    for (let earlier = rank - 1; needed > 0; earlier--) {
      if (earlier < 0) throw wrong();
      const from = shared.at(earlier);
      if (from >= needed) continue;
      const rest = pieces.at(earlier);
      if (rest.length < needed - from) throw wrong();
      bytes.set(rest.subarray(0, needed - from), from);
      needed = from;
    }
    return readUtf8(bytes);
  }

  /**
   * The rank of an id; -1 when there is none such.
   *
   * @throws InvalidPackError, see {@link SortedIds.check}
   */
  rankOf(id: string): number {
    this.check();
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

  /**
   * Done once, and not before somebody looks for an id.
   *
   * @throws InvalidPackError when some are missing, alike or out of order
   */
  check(): void {
    if (this.isChecked) return;
    const { size, shared, pieces } = this;
    if (pieces.check() !== size) throw wrong();
    const before = new Uint8Array(longestId);
    let length = 0;
    for (let rank = 0; rank < size; rank++) {
      const same = shared.at(rank);
      const piece = pieces.at(rank);
      if (same > length || piece.length === 0 || same + piece.length > longestId) throw wrong();
      if (same < length && !(orderOf(before[same]!) < orderOf(piece[0]!))) {
        throw new InvalidPackError('ids that are not in order');
      }
      before.set(piece, same);
      length = same + piece.length;
    }
    this.isChecked = true;
  }
}

function wrong(): InvalidPackError {
  return new InvalidPackError('an id that is not written as it should be');
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
  const writer = new WireWriter();
  writeBytesField(writer, tags.shared, packPlanes(shared));
  writePieces(
    writer,
    tags,
    pieces.map((piece, i) => piece.subarray(shared[i]!)),
  );
  return writer.finish();
}

function sharedLength(one: Uint8Array, other: Uint8Array | undefined): number {
  let length = 0;
  while (other !== undefined && length < other.length && one[length] === other[length]) length++;
  return length;
}
