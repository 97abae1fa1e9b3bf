import { InvalidPackError } from '../../errors';
import { WireWriter } from './wire';

/*
 * Columns of numbers: varints side by side, as Protocol Buffers pack them. Every number takes a byte at least, so
 * that no count is believed which the bytes cannot hold.
 */

/** So many whole numbers below 2³². @throws InvalidPackError unless the bytes hold exactly as many */
function readUints(bytes: Uint8Array, count: number): Uint32Array {
  if (count > bytes.length) throw wrongCount(count);
  const values = new Uint32Array(count);
  const { length } = bytes;
  let at = 0;
  for (let i = 0; i < count; i++) {
    let byte = at < length ? bytes[at]! : tooShort(count);
    at++;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = at < length ? bytes[at]! : tooShort(count);
      at++;
      if (shift > 28 || (shift === 28 && byte > 15)) {
        throw new InvalidPackError('a number of more than 32 bits');
      }
      value |= (byte & 127) << shift;
    }
    values[i] = value;
  }
  if (at !== length) throw wrongCount(count);
  return values;
}

/** As many as there are. @throws InvalidPackError */
export function readAllUints(bytes: Uint8Array): Uint32Array {
  return readUints(bytes, countOf(bytes));
}

/** How many varints end in these bytes. */
export function countOf(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! < 128) count++;
  return count;
}

/**
 * So many whole numbers of 32 bits, of which each is written as its difference from the one before, zigzag. Sums
 * wrap around, as integers of 32 bits do.
 *
 * @throws InvalidPackError, also when a number is beyond `least` or `most`
 */
export function readRunning(
  bytes: Uint8Array,
  count: number,
  least = -(2 ** 31),
  most = 2 ** 31 - 1,
): Int32Array {
  const steps = readUints(bytes, count);
  const values = new Int32Array(steps.buffer);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const step = steps[i]!;
    sum = (sum + ((step >>> 1) ^ -(step & 1))) | 0;
    if (sum < least || sum > most) {
      throw new InvalidPackError(`a number that is not from ${least} to ${most}`);
    }
    values[i] = sum;
  }
  return values;
}

function tooShort(count: number): never {
  throw wrongCount(count);
}

function wrongCount(count: number): InvalidPackError {
  return new InvalidPackError(`a column of more or fewer than ${count} numbers`);
}

export function packUints(values: ArrayLike<number>): Uint8Array {
  const writer = new WireWriter();
  for (let i = 0; i < values.length; i++) writer.writeVarint(values[i]!);
  return writer.finish();
}

export function packRunning(values: ArrayLike<number>): Uint8Array {
  const writer = new WireWriter();
  let before = 0;
  for (let i = 0; i < values.length; i++) {
    const step = (values[i]! - before) | 0;
    writer.writeVarint(((step << 1) ^ (step >> 31)) >>> 0);
    before = values[i]!;
  }
  return writer.finish();
}
