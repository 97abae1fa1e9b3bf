import { InvalidPackError } from '../../errors';
import { Pieces, writePieces } from './pieces';
import { Planes, packPlanes } from './planes';
import { readMessage, readUtf8, utf8Of, WireWriter, writeBytesField } from './wire';

/*
 * A column of texts: one for every station. Where they mostly repeat, each distinct one stands there once, the most
 * frequent first, and every station has its number.
 */

/** The fields of the message TextColumn in docs/station-pack.proto. */
const tags = { field: 1, text: 2, values: 3, starts: 4 } as const;

/** Texts by item. */
export class TextColumn {
  /** What was read, of a column of distinct texts. */
  private readonly known: string[] = [];

  private constructor(
    readonly field: string,
    private readonly size: number,
    private readonly pieces: Pieces,
    /** By item: 0 for none, else the number of a text, from 1. */
    private readonly values: Planes | undefined,
  ) {}

  /** @throws InvalidPackError */
  static read(bytes: Uint8Array, size: number): TextColumn {
    let field = '';
    let text: Uint8Array = new Uint8Array(0);
    let starts: Uint8Array = new Uint8Array(0);
    let packed: Uint8Array | undefined;
    readMessage(bytes, (tag, value) => {
      if (tag === tags.field) field = value.text();
      else if (tag === tags.text) text = value.bytes();
      else if (tag === tags.values) packed = value.bytes();
      else if (tag === tags.starts) starts = value.bytes();
    });
    const values = packed === undefined ? undefined : new Planes(packed, size);
    return new TextColumn(field, size, Pieces.read(`texts of ${field}`, text, starts), values);
  }

  /**
   * The text of an item, if it has one.
   *
   * @throws InvalidPackError when it should be there and is not
   */
  at(item: number): string | undefined {
    const { values, known } = this;
    if (values === undefined) return this.decode(item);
    const number = values.at(item);
    if (number === 0) return undefined;
    known[number] ??= this.decode(number - 1) ?? '';
    return known[number];
  }

  /** @throws InvalidPackError when there are more or fewer than one for every station, or they are not in order */
  check(): void {
    const count = this.pieces.check();
    if (this.values === undefined && count !== this.size) {
      throw new InvalidPackError(`${count} texts of ${this.field} for ${this.size} stations`);
    }
  }

  private decode(i: number): string | undefined {
    const piece = this.pieces.at(i);
    return piece.length === 0 ? undefined : readUtf8(piece);
  }
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
    writePieces(
      writer,
      tags,
      texts.map((text) => utf8Of(text ?? '')),
    );
  } else {
    const distinct = [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([text]) => text);
    const numbers = new Map(distinct.map((text, i) => [text, i + 1]));
    writePieces(writer, tags, distinct.map(utf8Of));
    const values = texts.map((text) => (text === undefined ? 0 : numbers.get(text)!));
    writeBytesField(writer, tags.values, packPlanes(values));
  }
  return writer.finish();
}

/** Texts that come less often on average are found again by gzip, for fewer bytes than their numbers take. */
const fewestUses = 4;
