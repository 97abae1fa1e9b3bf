import { newtonStep } from './newton-step';

/*
 * BD-09 from GCJ-02, as published: a wobble of the distance and of the direction from 0° N 0° E, then a
 * step of a constant 0.0065° east and 0.006° north.
 */

const constantLng = 0.0065;
const constantLat = 0.006;
const turns = (Math.PI * 3000) / 180;
const radialDegrees = 0.00002;
const angularRadians = 0.000003;

/**
 * By how many degrees BD-09 moves a place of GCJ-02: eastward in `out[0]`, northward in `out[1]`. With
 * `slopes`, also how these change per degree, as `newtonStep` wants them.
 *
 * The published form goes through the angle and back. Turning by δ ≤ 3e-6 needs neither: cos δ is
 * 1 − δ²/2 and sin δ is δ to within 1e-17.
 */
function bd09Shift(lng: number, lat: number, out: Float64Array, slopes: boolean): void {
  const radius = Math.sqrt(lng * lng + lat * lat);
  const perRadius = radius === 0 ? 0 : radialDegrees / radius;
  const stretch = perRadius * Math.sin(lat * turns);
  const angle = angularRadians * Math.cos(lng * turns);
  const shrink = stretch - (1 + stretch) * 0.5 * angle * angle;
  const across = (1 + stretch) * angle;
  out[0] = constantLng + lng * shrink - lat * across;
  out[1] = constantLat + lat * shrink + lng * across;
  if (!slopes) return;
  const stretchByLat = perRadius * turns * Math.cos(lat * turns);
  const angleByLng = -angularRadians * turns * Math.sin(lng * turns);
  out[2] = stretch - lat * angleByLng;
  out[3] = lng * stretchByLat - angle;
  out[4] = lng * angleByLng + angle;
  out[5] = stretch + lat * stretchByLat;
}

/** The place in BD-09 of a place in GCJ-02, in `out[0]` and `out[1]`. */
export function addBd09(lng: number, lat: number, out: Float64Array): void {
  bd09Shift(lng, lat, out, false);
  out[0] = lng + out[0]!;
  out[1] = lat + out[1]!;
}

/**
 * The place of GCJ-02 that BD-09 moves to these degrees, in `out[0]` and `out[1]`: from the constant step
 * (4e-4° off at most), two of Newton's with the same slopes: 1e-7°, then 1e-10°.
 */
export function undoBd09(lng: number, lat: number, out: Float64Array): void {
  let guessLng = lng - constantLng;
  let guessLat = lat - constantLat;
  bd09Shift(guessLng, guessLat, out, true);
  newtonStep(guessLng, guessLat, guessLng + out[0]! - lng, guessLat + out[1]! - lat, out);
  guessLng = out[0]!;
  guessLat = out[1]!;
  bd09Shift(guessLng, guessLat, out, false);
  newtonStep(guessLng, guessLat, guessLng + out[0]! - lng, guessLat + out[1]! - lat, out);
}
