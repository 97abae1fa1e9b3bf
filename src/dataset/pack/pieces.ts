import { InvalidPackError } from '../../errors';
import { countOf, packRunning, readRunning } from './numbers';
import { type WireWriter, writeBytesField } from './wire';

/*
 * Many short texts in one piece of UTF-8, each followed by the byte FF, which UTF-8 never has. (Lengths beside them
 * would be 3 % more to download.) Of every 64th it is written where it starts, so that a single one is found without
 * looking through all: twice as many are 0.3 % more to download.
 */

const end = 0xff;
const blockSize = 64;

/** Texts by number. Nothing is looked for before it is asked for. */
export class Pieces {
  /** The block that was looked into last, how many of its texts were found, and where they end. */
  private block = -1;
  private found = 0;
  private readonly ends = new Uint32Array(blockSize);

  private constructor(
    private readonly what: string,
    private readonly text: Uint8Array,
    /** Where blocks start: all but the first. */
    private readonly starts: Int32Array,
  ) {}

  /** @param what they are, for messages. @throws InvalidPackError */
  static read(what: string, text: Uint8Array, starts: Uint8Array): Pieces {
    return new Pieces(what, text, readRunning(starts, countOf(starts), 0, text.length));
  }

  /** The bytes of a text; none where it is empty. @throws InvalidPackError when it is not there */
  at(i: number): Uint8Array {
    const block = Math.floor(i / blockSize);
    if (block !== this.block) this.found = 0;
    this.block = block;
    const at = i % blockSize;
    for (; this.found <= at; this.found++) {
      const stop = this.text.indexOf(end, this.startOf(block, this.found));
      if (stop === -1) throw this.missing();
      this.ends[this.found] = stop;
    }
    return this.text.subarray(this.startOf(block, at), this.ends[at]!);
  }

  /** How many there are. @throws InvalidPackError when blocks start elsewhere than they should */
  check(): number {
    const { text, starts } = this;
    let count = 0;
    for (let from = 0; from < text.length; count++) {
      const isFirst = count > 0 && count % blockSize === 0;
      if (isFirst && starts[count / blockSize - 1] !== from) throw this.missing();
      const found = text.indexOf(end, from);
      if (found === -1) throw this.missing();
      from = found + 1;
    }
    if (starts.length !== Math.max(0, Math.ceil(count / blockSize) - 1)) throw this.missing();
    return count;
  }

  /** Where a text of a block starts: after the one before it, which was found. */
  private startOf(block: number, at: number): number {
    if (at > 0) return this.ends[at - 1]! + 1;
    if (block === 0) return 0;
    const start = this.starts[block - 1];
    if (start === undefined || this.text[start - 1] !== end) throw this.missing();
    return start;
  }

  private missing(): InvalidPackError {
    return new InvalidPackError(`one of its ${this.what} is missing`);
  }
}

/** Writes them as two fields of a message. */
export function writePieces(
  writer: WireWriter,
  tags: { readonly text: number; readonly starts: number },
  pieces: readonly Uint8Array[],
): void {
  const text = new Uint8Array(pieces.reduce((sum, { length }) => sum + length + 1, 0)).fill(end);
  const starts: number[] = [];
  let at = 0;
  pieces.forEach((piece, i) => {
    if (i > 0 && i % blockSize === 0) starts.push(at);
    text.set(piece, at);
    at += piece.length + 1;
  });
  writeBytesField(writer, tags.text, text);
  writeBytesField(writer, tags.starts, packRunning(starts));
}
