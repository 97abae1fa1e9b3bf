import { PbfReader, PbfWriter } from 'pbf';
import { InvalidPackError } from '../../errors';

/*
 * Protocol Buffers, read as if an enemy had written them. This is the only file that knows pbf, which trusts every
 * length: here each is checked against what is left before it is followed.
 */

export { PbfWriter as WireWriter };

const varint = 0;
const fixed64 = 1;
const lengthDelimited = 2;
const fixed32 = 5;

/** One field's value, to be read at most once, as what the field is. */
export interface WireField {
  /** @throws InvalidPackError */
  uint(): number;
  /** Zigzag. @throws InvalidPackError */
  sint(): number;
  /** A piece of the message, not a copy. @throws InvalidPackError */
  bytes(): Uint8Array;
  /** @throws InvalidPackError */
  text(): string;
}

/**
 * Calls `visit` for each field of a message. Fields it does not read are skipped.
 *
 * @throws InvalidPackError when the message ends in the middle of a field, or `visit` reads what is not there
 */
export function readMessage(
  bytes: Uint8Array,
  visit: (field: number, value: WireField) => void,
): void {
  const reader = new PbfReader(bytes);
  const within = (pos: number) => {
    if (pos > bytes.length) throw new InvalidPackError('an end in the middle of a field');
  };
  const uint = () => {
    let value: number;
    try {
      value = reader.readVarint();
    } catch (cause) {
      throw new InvalidPackError('a number that does not end', { cause });
    }
    within(reader.pos);
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new InvalidPackError('a number that is too large');
    }
    return value;
  };
  const value: WireField = {
    uint() {
      if (reader.type !== varint) throw new InvalidPackError('a field of another type');
      return uint();
    },
    sint() {
      const zigzag = value.uint();
      return zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2;
    },
    bytes() {
      if (reader.type !== lengthDelimited) throw new InvalidPackError('a field of another type');
      const end = uint() + reader.pos;
      within(end);
      const piece = bytes.subarray(reader.pos, end);
      reader.pos = end;
      return piece;
    },
    text() {
      return readUtf8(value.bytes());
    },
  };
  while (reader.pos < bytes.length) {
    const tag = uint();
    const start = reader.pos;
    reader.type = tag & 7;
    visit(Math.floor(tag / 8), value);
    if (reader.pos === start) skip();
  }

  function skip(): void {
    if (reader.type === varint) uint();
    else if (reader.type === lengthDelimited) reader.pos = uint() + reader.pos;
    else if (reader.type === fixed64) reader.pos += 8;
    else if (reader.type === fixed32) reader.pos += 4;
    else throw new InvalidPackError('a field of no known type');
    within(reader.pos);
  }
}

const decoder = typeof TextDecoder === 'undefined' ? undefined : new TextDecoder();

/** Text from UTF-8; bytes that are none become U+FFFD. */
export function readUtf8(bytes: Uint8Array): string {
  if (decoder !== undefined) return decoder.decode(bytes);
  // Engines without TextDecoder: pbf has its own, for texts that follow their length.
  const { length } = bytes;
  const prefix = [0, 7, 14, 21, 28].map((shift) => ((length >>> shift) & 127) | 128);
  prefix[4] = prefix[4]! & 127;
  const prefixed = new Uint8Array(prefix.length + length);
  prefixed.set(prefix);
  prefixed.set(bytes, prefix.length);
  return new PbfReader(prefixed).readString();
}

export function utf8Of(text: string): Uint8Array {
  const writer = new PbfWriter();
  writer.writeString(text);
  const reader = new PbfReader(writer.finish());
  return reader.readBytes();
}

/** Writes a field of bytes that were written before; nothing when there are none. */
export function writeBytesField(writer: PbfWriter, field: number, bytes: Uint8Array): void {
  if (bytes.length > 0) writer.writeBytesField(field, bytes);
}
