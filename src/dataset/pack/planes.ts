import { InvalidPackError } from '../../errors';

/** Numbers of 32 bits have four. */
const mostPlanes = 4;

/**
 * A column of small numbers: the lowest byte of each, then the next higher one of each, as many as the greatest needs.
 * Any of them can be read without the others, so that opening a pack does not decode them.
 */
export class Planes {
  private readonly count: number;

  /** @throws InvalidPackError when they are not the planes of so many numbers */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly size: number,
  ) {
    this.count = countOf(bytes, size);
  }

  /** The numbers side by side: where they have one plane, that itself. */
  all(): ArrayLike<number> {
    const { bytes, count, size } = this;
    if (count === 1) return bytes;
    const values = new Uint32Array(size);
    if (count > 1) for (let item = 0; item < size; item++) values[item] = this.at(item);
    return values;
  }

  at(item: number): number {
    let value = 0;
    for (let plane = this.count - 1; plane >= 0; plane--) {
      value = value * 256 + this.bytes[plane * this.size + item]!;
    }
    return value;
  }
}

function countOf(bytes: Uint8Array, size: number): number {
  const count = size === 0 ? 0 : bytes.length / size;
  if (count * size !== bytes.length || count % 1 !== 0 || count > mostPlanes) {
    throw new InvalidPackError(`${bytes.length} bytes of numbers for ${size} stations`);
  }
  return count;
}

/** Four planes, the lowest first; of zeros where there are fewer. @throws InvalidPackError */
export function planesOf(
  bytes: Uint8Array,
  size: number,
): readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array] {
  const count = countOf(bytes, size);
  const none = new Uint8Array(count === mostPlanes ? 0 : size);
  const plane = (number: number) =>
    number < count ? bytes.subarray(number * size, (number + 1) * size) : none;
  return [plane(0), plane(1), plane(2), plane(3)];
}

export function packPlanes(values: readonly number[]): Uint8Array {
  const greatest = values.reduce((most, value) => Math.max(most, value), 0);
  let count = 0;
  while (count < mostPlanes && greatest >= 256 ** count) count++;
  const bytes = new Uint8Array(count * values.length);
  values.forEach((value, item) => {
    for (let plane = 0; plane < count; plane++) {
      bytes[plane * values.length + item] = Math.floor(value / 256 ** plane);
    }
  });
  return bytes;
}
