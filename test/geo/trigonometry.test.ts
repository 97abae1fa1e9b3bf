import { describe, expect, it } from 'vitest';
import { acos, asin, atan2, cos, lengthOf, sin } from '../../src/geo/trigonometry';
import { Random } from '../support/random';
import { rounds } from '../support/rounds';

/* Against whole numbers of 220 bits, by series that are summed until nothing is left. */

const bits = 220n;
const one = 1n << bits;

/** Exactly: every double is a whole number times a power of two. */
function fixed(value: number): bigint {
  let [scaled, shift] = [value, 0n];
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift++;
  }
  return (BigInt(scaled) << bits) >> shift;
}

function sumOf(first: bigint, next: (term: bigint, count: bigint) => bigint): bigint {
  let sum = 0n;
  let term = first;
  for (let count = 1n; term !== 0n; count++) {
    sum += term;
    term = next(term, count);
  }
  return sum;
}

const exactSin = (x: bigint) =>
  sumOf(x, (term, n) => -((((term * x) >> bits) * x) >> bits) / (2n * n * (2n * n + 1n)));
const exactCos = (x: bigint) =>
  sumOf(one, (term, n) => -((((term * x) >> bits) * x) >> bits) / (2n * n * (2n * n - 1n)));

/** In units of the last place of the right answer. */
function offBy(actual: number, exact: bigint): number {
  const right = Number(exact) / Number(one);
  const exponent = Math.floor(Math.log2(Math.abs(right)));
  return Number(fixed(actual) - exact) / Number(one) / 2 ** (exponent - 52);
}

/** An arc is as far off as the sine of its end is, by how steep the sine is there. */
function arcOffBy(angle: number, y: bigint, x: bigint): number {
  const exact = fixed(angle);
  const [s, c] = [exactSin(exact), exactCos(exact)];
  const length = Number(lengthOf(Number(x), Number(y)));
  const off = Number((y * c - x * s) >> bits) / length;
  return off / 2 ** (Math.floor(Math.log2(Math.abs(angle))) - 52);
}

describe('trigonometry of our own', () => {
  it('is at most 1.6 units in the last place off for sines and cosines', () => {
    const random = new Random(1);
    let most = 0;
    for (let i = 0; i < rounds(3_000, 100_000); i++) {
      // Degrees on Earth, and what the waves of GCJ-02 are made of.
      const x = random.between(-1, 1) * (i % 2 === 0 ? Math.PI : 700);
      const [s, c] = [offBy(sin(x), exactSin(fixed(x))), offBy(cos(x), exactCos(fixed(x)))];
      most = Math.max(most, Math.abs(s), Math.abs(c));
    }
    expect(most).toBeGreaterThan(0.5);
    expect(most).toBeLessThan(1.6);
  });

  it('is at most 4 units in the last place off for arcs', () => {
    const random = new Random(2);
    let most = 0;
    for (let i = 0; i < rounds(3_000, 100_000); i++) {
      const [x, y] = [random.between(-1, 1), random.between(-1, 1) * 10 ** -random.between(0, 7)];
      for (const [up, across] of [
        [y, x],
        [x, y],
      ] as const)
        most = Math.max(most, Math.abs(arcOffBy(atan2(up, across), fixed(up), fixed(across))));
    }
    expect(most).toBeGreaterThan(0.5);
    expect(most).toBeLessThan(4);
  });

  it('is exact where a turn is cut in quarters, and has the signs of zero', () => {
    for (const [y, x] of [
      [0, 1],
      [-0, 1],
      [0, -1],
      [-0, -1],
      [1, 0],
      [-1, 0],
      [0, 0],
    ] as const)
      expect(atan2(y, x)).toBe(Math.atan2(y, x));
    expect([sin(0), cos(0), asin(0), acos(1)]).toEqual([0, 1, 0, 0]);
    expect([asin(1), asin(-1), acos(-1)]).toEqual([Math.PI / 2, -Math.PI / 2, Math.PI]);
  });

  it('agrees with the engine', () => {
    const random = new Random(3);
    for (let i = 0; i < 1_000; i++) {
      const x = random.between(-1, 1);
      expect(Math.abs(asin(x) - Math.asin(x))).toBeLessThan(1e-15);
      expect(Math.abs(acos(x) - Math.acos(x))).toBeLessThan(2e-15);
      expect(lengthOf(x, 0.5)).toBeCloseTo(Math.hypot(x, 0.5), 15);
    }
  });
});

it('is used wherever an answer depends on it: the engine gives other last digits', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  for (const folder of [
    'geo',
    'geo/route-formats',
    'search',
    'dataset/hours',
    'dataset/pack',
    'links',
    'stations',
  ]) {
    for (const name of readdirSync(`src/${folder}`)) {
      if (!name.endsWith('.ts') || name === 'trigonometry.ts') continue;
      const text = readFileSync(`src/${folder}/${name}`, 'utf8');
      expect(text, name).not.toMatch(/Math\.(a?(sin|cos|tan)h?|atan2|hypot|exp|log\w*|cbrt|pow)\(/);
    }
  }
});
