import { InvalidPackError } from '../../errors';
import { Planes, packPlanes } from './planes';
import { readMessage, readUtf8, utf8Of, WireWriter, writeBytesField } from './wire';

/*
 * A column of texts: all of them in one piece of UTF-8, each followed by the byte FF, which UTF-8 never has. (Lengths
 * beside them would be 3 % more to download.) Where texts mostly repeat, each distinct one stands there once, the most
 * frequent first, and every station has its number.
 */

/** The fields of the message TextColumn in docs/station-pack.proto. */
const tags = { field: 1, text: 2, values: 3 } as const;

/** What follows each text. */
const end = 0xff;

/** Texts by item. Nothing is looked for before it is asked for. */
export class TextColumn {
  /** Where each text ends. Found by the first who asks. */
  private ends: Uint32Array | undefined;
  /** What was read, of a column of distinct texts. */
  private readonly known: string[] = [];

  private constructor(
    readonly field: string,
    private readonly size: number,
    private readonly text: Uint8Array,
    /** By item: 0 for none, else the number of a text, from 1. */
    private readonly values: Planes | undefined,
  ) {}

  /** @throws InvalidPackError */
  static read(bytes: Uint8Array, size: number): TextColumn {
    let field = '';
    let text: Uint8Array = new Uint8Array(0);
    let packed: Uint8Array | undefined;
    readMessage(bytes, (tag, value) => {
      if (tag === tags.field) field = value.text();
      else if (tag === tags.text) text = value.bytes();
      else if (tag === tags.values) packed = value.bytes();
    });
    const values = packed === undefined ? undefined : new Planes(packed, size);
    return new TextColumn(field, size, text, values);
  }

  /**
   * The text of an item, if it has one.
   *
   * @throws InvalidPackError when there are more or fewer texts than there should be
   */
  at(item: number): string | undefined {
    const { values } = this;
    if (values === undefined) return this.decode(item);
    const number = values.at(item);
    if (number === 0) return undefined;
    this.known[number] ??= this.decode(number - 1) ?? '';
    return this.known[number];
  }

  private decode(i: number): string | undefined {
    this.ends ??= this.findEnds();
    const { ends } = this;
    if (i >= ends.length) throw new InvalidPackError(`a number of ${this.field} that nothing has`);
    const start = i === 0 ? 0 : ends[i - 1]! + 1;
    return ends[i] === start ? undefined : readUtf8(this.text.subarray(start, ends[i]));
  }

  private findEnds(): Uint32Array {
    const { text, values, size, field } = this;
    const ends = new Uint32Array(values === undefined ? size : countEnds(text));
    let count = 0;
    for (let at = 0; at < text.length; at++) if (text[at] === end) ends[count++] = at;
    if (count !== ends.length) {
      throw new InvalidPackError(`${count} texts of ${field} for ${size} stations`);
    }
    return ends;
  }
}

function countEnds(text: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text[at] === end) count++;
  return count;
}

/** The message of a column of texts by item; nothing when none has one. */
export function writeTexts(
  field: string,
  texts: readonly (string | undefined)[],
): Uint8Array | undefined {
  const counts = new Map<string, number>();
  let present = 0;
  for (const text of texts) {
    if (text === undefined) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    present++;
  }
  if (present === 0) return undefined;
  const writer = new WireWriter();
  writer.writeStringField(tags.field, field);
  if (fewestUses * counts.size > present) {
    writePieces(writer, texts);
  } else {
    const distinct = [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([text]) => text);
    const numbers = new Map(distinct.map((text, i) => [text, i + 1]));
    writePieces(writer, distinct);
    const values = texts.map((text) => (text === undefined ? 0 : numbers.get(text)!));
    writeBytesField(writer, tags.values, packPlanes(values));
  }
  return writer.finish();
}

/** Texts that come less often on average are found again by gzip, for fewer bytes than their numbers take. */
const fewestUses = 4;

function writePieces(writer: WireWriter, texts: readonly (string | undefined)[]): void {
  const pieces = texts.map((text) => utf8Of(text ?? ''));
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length + 1, 0)).fill(end);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length + 1;
  }
  writeBytesField(writer, tags.text, all);
}
