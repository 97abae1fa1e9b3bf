import { newtonStep } from './newton-step';
import { cos, sin } from './trigonometry';

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
 * By how many degrees BD-09 moves a place of GCJ-02: eastward in `out[0]`, northward in `out[1]`. The
 * waves are given: the sine of the latitude's, the cosine of the longitude's.
 *
 * The published form goes through the angle and back. Turning by δ ≤ 3e-6 needs neither: cos δ is
 * 1 − δ²/2 and sin δ is δ to within 1e-17.
 */
function bd09Shift(
  lng: number,
  lat: number,
  sinLat: number,
  cosLng: number,
  out: Float64Array,
): void {
  const stretch = stretchPerSine(lng, lat) * sinLat;
  const angle = angularRadians * cosLng;
  const shrink = stretch - (1 + stretch) * 0.5 * angle * angle;
  const across = (1 + stretch) * angle;
  out[0] = constantLng + lng * shrink - lat * across;
  out[1] = constantLat + lat * shrink + lng * across;
}

function stretchPerSine(lng: number, lat: number): number {
  const radius = Math.sqrt(lng * lng + lat * lat);
  return radius === 0 ? 0 : radialDegrees / radius;
}

/** The place in BD-09 of a place in GCJ-02, in `out[0]` and `out[1]`. */
export function addBd09(lng: number, lat: number, out: Float64Array): void {
  bd09Shift(lng, lat, sin(lat * turns), cos(lng * turns), out);
  out[0] = lng + out[0]!;
  out[1] = lat + out[1]!;
}

/**
 * The place of GCJ-02 that BD-09 moves to these degrees, in `out[0]` and `out[1]`: from the constant step
 * (4e-4° off at most), two of Newton's with the same slopes: 1e-7°, then 1e-10°.
 */
export function undoBd09(lng: number, lat: number, out: Float64Array): void {
  const guessLng = lng - constantLng;
  const guessLat = lat - constantLat;
  const sinLat = sin(guessLat * turns);
  const cosLat = cos(guessLat * turns);
  const sinLng = sin(guessLng * turns);
  const cosLng = cos(guessLng * turns);
  const perSine = stretchPerSine(guessLng, guessLat);
  const stretch = perSine * sinLat;
  const stretchByLat = perSine * turns * cosLat;
  const angle = angularRadians * cosLng;
  const angleByLng = -angularRadians * turns * sinLng;
  out[2] = stretch - guessLat * angleByLng;
  out[3] = guessLng * stretchByLat - angle;
  out[4] = guessLng * angleByLng + angle;
  out[5] = stretch + guessLat * stretchByLat;
  bd09Shift(guessLng, guessLat, sinLat, cosLng, out);
  newtonStep(guessLng, guessLat, guessLng + out[0]! - lng, guessLat + out[1]! - lat, out);

  const nextLng = out[0]!;
  const nextLat = out[1]!;
  // The waves a step of h ≤ 0.02 radians farther on, by their sums: cos h is 1 − h²/2 to 1e-8 of the
  // shift, sin h is h − h³/6 to 1e-10.
  const byLat = (nextLat - guessLat) * turns;
  const byLng = (nextLng - guessLng) * turns;
  const nextSinLat =
    sinLat * (1 - (byLat * byLat) / 2) + cosLat * (byLat - (byLat * byLat * byLat) / 6);
  const nextCosLng =
    cosLng * (1 - (byLng * byLng) / 2) - sinLng * (byLng - (byLng * byLng * byLng) / 6);
  bd09Shift(nextLng, nextLat, nextSinLat, nextCosLng, out);
  newtonStep(nextLng, nextLat, nextLng + out[0]! - lng, nextLat + out[1]! - lat, out);
}
