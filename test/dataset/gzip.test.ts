import { constants, gunzipSync, gzipSync, crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/dataset/crc32';
import { gunzip, gzip, unpacked } from '../../src/dataset/gzip';
import { InvalidPackError } from '../../src/errors';
import { Random } from '../support/random';

/* Node's zlib is the oracle. */

const most = 2 ** 24;

function randomBytes(random: Random, length: number, alphabet: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.int(0, alphabet - 1));
}

/** As `toEqual` would, which takes a hundred times as long. */
function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  expect(Buffer.compare(actual, expected)).toBe(0);
}

function refusal(packed: Uint8Array, mostBytes = most): string {
  try {
    gunzip(packed, mostBytes);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidPackError);
    expect((error as InvalidPackError).code).toBe('INVALID_PACK');
    return (error as Error).message;
  }
  throw new Error('It was unpacked');
}

/** Whether it is read as the same bytes; else it has to be refused. */
function isSame(damaged: Uint8Array): boolean {
  let bytes: Uint8Array;
  try {
    bytes = gunzip(damaged, text.length);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidPackError);
    return false;
  }
  expectSame(bytes, text);
  return true;
}

const text = new TextEncoder().encode('驿站 '.repeat(500));
const packed = gzip(text);

describe('crc32', () => {
  it('is the one that zlib has', () => {
    const random = new Random(1);
    for (let round = 0; round < 300; round++) {
      const bytes = randomBytes(random, random.int(0, 200), 256);
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});

describe('gzip', () => {
  it('is read by zlib, and states neither time nor name', () => {
    expect(new Uint8Array(gunzipSync(packed))).toEqual(text);
    expect([...packed.subarray(0, 10)]).toEqual([31, 139, 8, 0, 0, 0, 0, 0, 2, 3]);
    expect(gzip(text)).toEqual(packed);
  });

  it('has the bytes it had: another version of fflate that packs otherwise breaks every delta', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251);
    expect([gzip(bytes).length, crc32(gzip(bytes))]).toMatchInlineSnapshot(`
      [
        328,
        303336499,
      ]
    `);
  });
});

describe('gunzip', () => {
  it('gives back what was packed, by us or by zlib, at every level and in every kind of block', () => {
    const random = new Random(2);
    for (let round = 0; round < 60; round++) {
      const length = random.pick([0, 1, 2, 100, 8191, 40_000, 70_000]);
      const bytes = randomBytes(random, length, random.pick([1, 2, 16, 256]));
      expectSame(gunzip(gzip(bytes), length), bytes);
      const strategy = random.pick([
        0,
        constants.Z_FIXED,
        constants.Z_HUFFMAN_ONLY,
        constants.Z_RLE,
      ]);
      const other = gzipSync(bytes, { level: random.int(0, 9), strategy });
      expectSame(gunzip(other, length), bytes);
    }
  });

  it('F13: refuses data cut short anywhere', () => {
    for (let length = 0; length < packed.length; length++) refusal(packed.subarray(0, length));
  });

  it('F14: refuses a wrong checksum, and a wrong length', () => {
    for (let at = packed.length - 8; at < packed.length; at++) {
      const wrong = packed.slice();
      wrong[at]! ^= 1;
      expect(refusal(wrong)).toMatch(/checksum|stated|become|allowed/);
    }
  });

  it('F15: refuses whatever follows, before the trailer as well, and another member', () => {
    const tail = packed.subarray(-8);
    for (const extra of [[0], [0, 0], [1, 2, 3], [1, 2, 3, 4], Array(30).fill(0), [...packed]]) {
      refusal(Uint8Array.from([...packed, ...extra]));
      // Checksum and length stay where a reader from the end finds them.
      expect(refusal(Uint8Array.from([...packed, ...extra, ...tail]))).toMatch(
        /after|bad gzip|more/,
      );
      expect(refusal(Uint8Array.from([...packed.subarray(0, -8), ...extra, ...tail]))).toMatch(
        /after|bad gzip/,
      );
    }
    refusal(Uint8Array.from([...packed, ...gzip(new Uint8Array(0))]));
  });

  it('refuses any flipped bit, or gives the same bytes', () => {
    let same = 0;
    for (let bit = 0; bit < packed.length * 8; bit++) {
      const at = bit >> 3;
      const flipped = packed.slice();
      flipped[at]! ^= 1 << (bit & 7);
      // Time and system are no data.
      if (at >= 4 && at < 10) expectSame(gunzip(flipped, most), text);
      else if (isSame(flipped)) same++;
    }
    // What fills up the last byte, and a length of a code that is not used, are no data either.
    expect(same).toBeLessThan(20);
  });

  it('is not asked where nothing is packed', () => {
    expectSame(unpacked(packed), text);
    expect(unpacked(text)).toBe(text);
  });

  it('refuses text, nothing, and zlib data without a gzip header', () => {
    expect(refusal(new TextEncoder().encode('<html><body>login</body></html>'))).toContain(
      'no gzip data',
    );
    expect(refusal(new Uint8Array(0))).toContain('cut short');
  });

  it('refuses more than is allowed, though it is honest', () => {
    expect(refusal(packed, text.length - 1)).toContain(`${text.length - 1} allowed`);
  });

  it('F83: stops a bomb at the length it states, and takes no memory for the rest', () => {
    const bomb = Uint8Array.from(gzipSync(Buffer.alloc(200 * 2 ** 20)));
    expect(refusal(bomb)).toContain('allowed');
    // One that lies about its length.
    new DataView(bomb.buffer).setUint32(bomb.length - 4, 1_000_000, true);
    global.gc?.();
    const before = process.memoryUsage();
    const peak = { arrayBuffers: 0 };
    const original = Uint8Array.prototype.set;
    Uint8Array.prototype.set = function (...args) {
      peak.arrayBuffers = Math.max(peak.arrayBuffers, this.byteLength);
      return original.apply(this, args);
    };
    try {
      expect(refusal(bomb)).toContain('more coming out');
    } finally {
      Uint8Array.prototype.set = original;
    }
    // The largest buffer anybody wrote into, and all of them together.
    expect(peak.arrayBuffers).toBeLessThan(20 * 2 ** 20);
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(80 * 2 ** 20);
  });

  it('F85: does not set memory aside for a length that cannot be', () => {
    const lie = packed.slice();
    new DataView(lie.buffer).setUint32(lie.length - 4, 60 * 2 ** 20, true);
    expect(refusal(lie, 64 * 2 ** 20)).toContain('cannot become');
  });

  it('survives random damage: an error of ours, or the right bytes', () => {
    const random = new Random(3);
    for (let round = 0; round < 3000; round++) {
      const damaged = packed.slice(
        0,
        random.chance(0.3) ? random.int(0, packed.length) : undefined,
      );
      for (let i = random.int(0, 4); i >= 0; i--)
        if (damaged.length > 0) damaged[random.int(0, damaged.length - 1)] = random.int(0, 255);
      isSame(damaged);
    }
  });
});
