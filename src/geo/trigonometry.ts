/*
 * Sine, cosine and arctangent of two numbers, alike in every engine to the last bit. The language leaves `Math.sin` and
 * its kin to the engine, and engines differ: of the same distance V8 and JavaScriptCore gave other last digits. The four
 * operations and the square root are rounded alike everywhere, and nothing else is used here.
 *
 * Series of Taylor within an eighth of a turn, where the first term left out is below 3e-18. How far off they are at
 * most is measured in `test/geo/trigonometry.test.ts`.
 */

/** A quarter of a turn in three parts, of which whole multiples of the first two are exact (Cody and Waite, 1980). */
const quarter = 1.5707963267341256;
const quarterRest = 6.077100506303966e-11;
const quarterLeast = 2.0222662487959506e-21;

/** @param x radians, at most a million */
export function sin(x: number): number {
  const turns = quartersIn(x);
  const rest = restOf(x, turns);
  switch (turns & 3) {
    case 0:
      return sinNearZero(rest);
    case 1:
      return cosNearZero(rest);
    case 2:
      return -sinNearZero(rest);
    default:
      return -cosNearZero(rest);
  }
}

/** @param x radians, at most a million */
export function cos(x: number): number {
  const turns = quartersIn(x);
  const rest = restOf(x, turns);
  switch (turns & 3) {
    case 0:
      return cosNearZero(rest);
    case 1:
      return -sinNearZero(rest);
    case 2:
      return -cosNearZero(rest);
    default:
      return sinNearZero(rest);
  }
}

/** The angle of `(x, y)` in radians, from -π to π, as `Math.atan2` has it. */
export function atan2(y: number, x: number): number {
  const [across, up] = [Math.abs(x), Math.abs(y)];
  const isSteep = up > across;
  const angle = isSteep ? Math.PI / 2 - eighthOf(across, up) : eighthOf(up, across);
  const half = x < 0 ? Math.PI - angle : angle;
  return y < 0 || (y === 0 && 1 / y < 0) ? -half : half;
}

/** @param x from -1 to 1 */
export function asin(x: number): number {
  if (Math.abs(x) < smallSine) return asinNearZero(x);
  return atan2(x, Math.sqrt((1 - x) * (1 + x)));
}

/** @param x from -1 to 1 */
export function acos(x: number): number {
  return atan2(Math.sqrt((1 - x) * (1 + x)), x);
}

/** Of the vector `(x, y)`: `Math.hypot` is the engine's own as well. */
export function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** Distances up to 800 km are arcs of no more than this: for them eight terms of the series do, below 2e-18 of it. */
const smallSine = 1 / 16;

function asinNearZero(x: number): number {
  const z = x * x;
  const tail =
    z *
    (35 / 1_152 +
      z * (63 / 2_816 + z * (231 / 13_312 + z * (143 / 10_240 + (z * 6_435) / 557_056))));
  return x + x * z * (1 / 6 + z * (3 / 40 + z * (5 / 112 + tail)));
}

/** The nearest whole number of quarters of a turn. */
function quartersIn(x: number): number {
  return Math.floor(x * (2 / Math.PI) + 0.5);
}

function restOf(x: number, quarters: number): number {
  return x - quarters * quarter - quarters * quarterRest - quarters * quarterLeast;
}

function sinNearZero(x: number): number {
  const z = x * x;
  const tail =
    z *
    (1 / 362_880 +
      z *
        (-1 / 39_916_800 +
          z * (1 / 6_227_020_800 + z * (-1 / 1_307_674_368_000 + z / 355_687_428_096_000))));
  return x + x * z * (-1 / 6 + z * (1 / 120 + z * (-1 / 5_040 + tail)));
}

function cosNearZero(x: number): number {
  const z = x * x;
  const half = z / 2;
  const tail =
    z *
    (1 / 40_320 +
      z *
        (-1 / 3_628_800 +
          z * (1 / 479_001_600 + z * (-1 / 87_178_291_200 + z / 20_922_789_888_000))));
  // What the subtraction loses comes back.
  const most = 1 - half;
  return most + (1 - most - half + z * z * (1 / 24 + z * (-1 / 720 + tail)));
}

/** The angle of `(long, short)`, 0 ≤ short ≤ long: a guess to 0.004, and how far it is off by three terms of a series. */
function eighthOf(short: number, long: number): number {
  if (short === 0) return 0;
  const slope = short / long;
  const guess = slope * (Math.PI / 4 + 0.273 * (1 - slope));
  const [s, c] = [sinNearZero(guess), cosNearZero(guess)];
  const off = (short * c - long * s) / (long * c + short * s);
  const square = off * off;
  return guess + off * (1 + square * (-1 / 3 + square / 5));
}
