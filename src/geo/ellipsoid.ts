import type { LngLat } from './position';
import { asin, atan2, cos, sin } from './trigonometry';

/*
 * Distance on the WGS-84 ellipsoid without geodesics: every place is kept as its Earth-centred vector
 * (ECEF, metres), and the straight chord between two vectors orders and measures them.
 */

/** WGS-84 (NIMA TR8350.2): semi-major axis in metres and first eccentricity squared. */
const a = 6378137;
const e2 = 0.0066943799901413165;
/** Squares of the semi-axes. */
const a2 = a * a;
const b2 = a2 * (1 - e2);

/**
 * Mean radius (2a + b) / 3 in metres. Turning a chord into an arc of this radius is within 1 cm of the
 * geodesic up to 95 km (11.6 mm at 100 km, north from the equator), 0.0012 % up to 1,000 km and 0.03 % up
 * to 5,000 km; near-antipodal pairs are worse, 4 % at 20,000 km.
 */
const meanRadius = 6371008.8;

const radiansPerDegree = Math.PI / 180;

/** An Earth-centred vector in metres. */
export interface Vector {
  x: number;
  y: number;
  z: number;
}

/** The vector of a WGS-84 position on the ellipsoid. */
export function toVector(position: LngLat): Vector {
  const lng = position.lng * radiansPerDegree;
  const lat = position.lat * radiansPerDegree;
  const sinLat = sin(lat);
  const primeVertical = a / Math.sqrt(1 - e2 * sinLat * sinLat);
  const fromAxis = primeVertical * cos(lat);
  return {
    // 180° W and 180° E are one meridian, and every longitude is the same place at a pole: exact
    // zeros there keep equal places equal, so that ties stay ties.
    x: Math.abs(position.lat) === 90 ? 0 : fromAxis * cos(lng),
    y: Math.abs(position.lng) === 180 || Math.abs(position.lat) === 90 ? 0 : fromAxis * sin(lng),
    z: primeVertical * (1 - e2) * sinLat,
  };
}

/**
 * Writes the vectors of many positions into an array, three numbers each: as {@link toVector}, but for the last bit,
 * and with few steps for each.
 *
 * @param perDegree what a degree is, in the units of the positions
 */
export function putVectors(
  points: Float64Array,
  lngs: Int32Array,
  lats: Int32Array,
  perDegree: number,
): void {
  const unit = radiansPerDegree / perDegree;
  for (let i = 0, at = 0; i < lngs.length; i++, at += 3) {
    const lng = lngs[i]! * unit;
    const lat = lats[i]! * unit;
    const sinLat = sin(lat);
    const primeVertical = a / Math.sqrt(1 - e2 * sinLat * sinLat);
    const fromAxis = primeVertical * cos(lat);
    points[at] = fromAxis * cos(lng);
    points[at + 1] = fromAxis * sin(lng);
    points[at + 2] = primeVertical * (1 - e2) * sinLat;
  }
  // The exact zeros of `toVector`, seldom needed.
  for (const sign of [-1, 1]) {
    const [pole, antimeridian] = [sign * 90 * perDegree, sign * 180 * perDegree];
    for (let i = lats.indexOf(pole); i >= 0; i = lats.indexOf(pole, i + 1)) {
      points[3 * i] = 0;
      points[3 * i + 1] = 0;
    }
    for (let i = lngs.indexOf(antimeridian); i >= 0; i = lngs.indexOf(antimeridian, i + 1)) {
      points[3 * i + 1] = 0;
    }
  }
}

/** The WGS-84 position of a vector on the ellipsoid, exact there: tan(lat) = z / ((1 - e²) · distance from the axis). */
export function toPosition(v: Vector): LngLat {
  const fromAxis = Math.sqrt(v.x * v.x + v.y * v.y);
  return {
    lng: atan2(v.y, v.x) / radiansPerDegree,
    lat: atan2(v.z, (1 - e2) * fromAxis) / radiansPerDegree,
  };
}

/** Moves a vector along its own line from the Earth's centre onto the ellipsoid. */
export function lift(v: Vector): Vector {
  const scale = 1 / Math.sqrt((v.x * v.x + v.y * v.y) / a2 + (v.z * v.z) / b2);
  return { x: v.x * scale, y: v.y * scale, z: v.z * scale };
}

/**
 * The place on the ellipsoid straight above a point below ground: where a plumb line to the point
 * begins. Each step corrects the direction of the line; from there on it changes by less than e² of
 * what it did before, and five steps reach the last bit for depths of a chord's dip.
 */
export function straightAbove(v: Vector): Vector {
  let place = lift(v);
  for (let step = 0; step < 5; step++) {
    const up = upAt(place);
    // Solves |v + height · up| = 1 in units of the semi-axes; v is inside, so there is one root above.
    const p = (up.x * up.x + up.y * up.y) / a2 + (up.z * up.z) / b2;
    const q = (v.x * up.x + v.y * up.y) / a2 + (v.z * up.z) / b2;
    const r = (v.x * v.x + v.y * v.y) / a2 + (v.z * v.z) / b2 - 1;
    const height = (Math.sqrt(q * q - p * r) - q) / p;
    place = { x: v.x + height * up.x, y: v.y + height * up.y, z: v.z + height * up.z };
  }
  return place;
}

/** The unit vector pointing straight up at a place on the ellipsoid. */
export function upAt(v: Vector): Vector {
  const up = { x: v.x / a2, y: v.y / a2, z: v.z / b2 };
  return scaled(up, 1 / Math.sqrt(dot(up, up)));
}

export function dot(u: Vector, v: Vector): number {
  return u.x * v.x + u.y * v.y + u.z * v.z;
}

export function cross(u: Vector, v: Vector): Vector {
  return { x: u.y * v.z - u.z * v.y, y: u.z * v.x - u.x * v.z, z: u.x * v.y - u.y * v.x };
}

export function difference(u: Vector, v: Vector): Vector {
  return { x: u.x - v.x, y: u.y - v.y, z: u.z - v.z };
}

export function scaled(v: Vector, by: number): Vector {
  return { x: v.x * by, y: v.y * by, z: v.z * by };
}

/** The square of the straight line between two places, in m². */
export function chord2(u: Vector, v: Vector): number {
  const dx = u.x - v.x;
  const dy = u.y - v.y;
  const dz = u.z - v.z;
  return dx * dx + dy * dy + dz * dz;
}

/** Metres along the ground for a squared chord. */
export function metersOfChord2(squared: number): number {
  // The ellipsoid is up to 7 km wider than the sphere of the mean radius: clamp, or asin gives NaN.
  return 2 * meanRadius * asin(Math.min(1, Math.sqrt(squared) / (2 * meanRadius)));
}

/**
 * A squared chord that no place within so many metres exceeds; infinite from half way round the Earth
 * on. It errs on the large side, by a part in 10¹², so that a distance we gave out reaches as far again:
 * compare with {@link metersOfChord2} where it must be exact.
 */
export function reach2OfMeters(meters: number): number {
  if (meters >= Math.PI * meanRadius) return Number.POSITIVE_INFINITY;
  const chord = 2 * meanRadius * sin(meters / (2 * meanRadius));
  return chord * chord * (1 + 1e-12);
}

/** Metres along the ground between two places. */
export function metersBetween(u: Vector, v: Vector): number {
  return metersOfChord2(chord2(u, v));
}

/** Unit vectors on the ground at a place. */
export interface Compass {
  readonly east: Vector;
  readonly north: Vector;
}

/** The compass at a position. At a pole every direction is along the meridian of its stated longitude. */
export function compassAt({ lng, lat }: LngLat): Compass {
  const sinLng = sin(lng * radiansPerDegree);
  const cosLng = cos(lng * radiansPerDegree);
  const sinLat = sin(lat * radiansPerDegree);
  const cosLat = cos(lat * radiansPerDegree);
  return {
    east: { x: -sinLng, y: cosLng, z: 0 },
    north: { x: -sinLat * cosLng, y: -sinLat * sinLng, z: cosLat },
  };
}

/**
 * Where a difference of vectors leads, in degrees clockwise from true north, 0 to 360 (not 360 itself).
 * 0 when there is no difference.
 */
export function bearingOf({ east, north }: Compass, d: Vector): number {
  const degrees = atan2(dot(east, d), dot(north, d)) / radiansPerDegree;
  // Adding 360 to the tiniest negative angle rounds up to 360 itself; adding 0 turns -0 into 0.
  return degrees >= 0 ? degrees + 0 : (degrees + 360) % 360;
}
