import { newtonStep } from './newton-step';
import { cos, sin } from './trigonometry';

/*
 * GCJ-02 from WGS-84, as made public in 2010 and used by every open implementation since (eviltransform,
 * gcoord): two sums of waves, in metres, made degrees on the Krasovsky ellipsoid. Here without asking
 * where it applies; `outline.ts` knows that.
 */

/** Krasovsky 1940: semi-major axis in metres, first eccentricity squared. */
const axis = 6378245;
const eccentricity2 = 0.006693421622965943;

const radiansPerDegree = Math.PI / 180;

/** Closer than this to 105° E, in degrees, the formula's square root is too steep for a straight line. */
const cusp = 1e-3;

/**
 * By how many degrees GCJ-02 moves a place of WGS-84: eastward in `out[0]`, northward in `out[1]`. With
 * `slopes`, also how these change per degree: `out[2]` and `out[3]` eastward by longitude and latitude,
 * `out[4]` and `out[5]` northward.
 *
 * The formula has sines of twelve angles, but all of πx, 2πx and 6πx follow from πx/12 by doubling and
 * tripling it, so that six are left. What rounding adds stays below 1e-12°.
 */
function gcj02Shift(lng: number, lat: number, out: Float64Array, slopes: boolean): void {
  const x = lng - 105;
  const y = lat - 35;
  const root = Math.sqrt(Math.abs(x));

  const sinX12 = sin((x * Math.PI) / 12);
  const cosX12 = cos((x * Math.PI) / 12);
  const sinX6 = 2 * sinX12 * cosX12;
  const cosX6 = 1 - 2 * sinX12 * sinX12;
  const sinX3 = 2 * sinX6 * cosX6;
  const cosX3 = 1 - 2 * sinX6 * sinX6;
  const sinX = sinX3 * (3 - 4 * sinX3 * sinX3);
  const cosX = cosX3 * (4 * cosX3 * cosX3 - 3);
  const sin2X = 2 * sinX * cosX;
  const sin6X = sin2X * (3 - 4 * sin2X * sin2X);
  const sinX30 = sin((x * Math.PI) / 30);

  const sinY12 = sin((y * Math.PI) / 12);
  const cosY12 = cos((y * Math.PI) / 12);
  const sinY6 = 2 * sinY12 * cosY12;
  const cosY6 = 1 - 2 * sinY12 * sinY12;
  const sinY3 = 2 * sinY6 * cosY6;
  const sinY = sinY3 * (3 - 4 * sinY3 * sinY3);
  const sinY30 = sin((y * Math.PI) / 30);

  const shared = 20 * (sin6X + sin2X);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * (x + y) +
    0.1 * root +
    (shared + 20 * sinX + 40 * sinX3 + 150 * sinX12 + 300 * sinX30) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.1 * y * (2 * y + x) +
    0.2 * root +
    (shared + 20 * sinY + 40 * sinY3 + 160 * sinY12 + 320 * sinY30) * (2 / 3);

  const sinLat = sin(lat * radiansPerDegree);
  const cosLat = cos(lat * radiansPerDegree);
  const w2 = 1 - eccentricity2 * sinLat * sinLat;
  const w = Math.sqrt(w2);
  const degreesEast = w / (axis * radiansPerDegree * cosLat);
  const degreesNorth = (w2 * w) / (axis * (1 - eccentricity2) * radiansPerDegree);
  out[0] = east * degreesEast;
  out[1] = north * degreesNorth;
  if (!slopes) return;

  const cosY3 = 1 - 2 * sinY6 * sinY6;
  const cosY = cosY3 * (4 * cosY3 * cosY3 - 3);
  const cos2X = 1 - 2 * sinX * sinX;
  const cos6X = cos2X * (4 * cos2X * cos2X - 3);
  const sharedSlope = 120 * cos6X + 40 * cos2X;
  const rootSlope = Math.abs(x) < cusp ? 0 : x / (2 * root * root * root);
  const waves = (2 / 3) * Math.PI;
  const eastByX =
    1 +
    0.2 * x +
    0.1 * y +
    0.1 * rootSlope +
    waves *
      (sharedSlope + 20 * cosX + (40 / 3) * cosX3 + 12.5 * cosX12 + 10 * cos((x * Math.PI) / 30));
  const northByY =
    3 +
    0.4 * y +
    0.1 * x +
    waves * (20 * cosY + (40 / 3) * cosY3 + (40 / 3) * cosY12 + (32 / 3) * cos((y * Math.PI) / 30));
  out[2] = eastByX * degreesEast;
  // The second part: degrees of longitude grow shorter to the north.
  out[3] = (2 + 0.1 * x) * degreesEast + (out[0]! * radiansPerDegree * sinLat) / cosLat;
  out[4] = (2 + 0.1 * y + 0.2 * rootSlope + waves * sharedSlope) * degreesNorth;
  out[5] = northByY * degreesNorth;
}

/** The place in GCJ-02 of a place in WGS-84, in `out[0]` and `out[1]`. */
export function addGcj02(lng: number, lat: number, out: Float64Array): void {
  gcj02Shift(lng, lat, out, false);
  out[0] = lng + out[0]!;
  out[1] = lat + out[1]!;
}

/**
 * The place of WGS-84 that GCJ-02 moves to these degrees, in `out[0]` and `out[1]`.
 *
 * One plain step leaves less than 1e-4°, for the shift changes by less than a hundredth of a degree per
 * degree; one of Newton's from there less than 1e-9° (a tenth of a millimetre). At 105° E one more.
 */
export function undoGcj02(lng: number, lat: number, out: Float64Array): void {
  gcj02Shift(lng, lat, out, false);
  const guessLng = lng - out[0]!;
  const guessLat = lat - out[1]!;
  gcj02Shift(guessLng, guessLat, out, true);
  newtonStep(guessLng, guessLat, guessLng + out[0]! - lng, guessLat + out[1]! - lat, out);
  if (Math.abs(guessLng - 105) >= cusp) return;
  gcj02Shift(out[0]!, out[1]!, out, false);
  out[0] = lng - out[0]!;
  out[1] = lat - out[1]!;
}
