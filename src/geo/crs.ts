import { UnknownCodeError } from '../errors';
import { type LngLat, type Position, readPosition } from './position';

/**
 * A coordinate reference system: `wgs84` is what satellites give, `gcj02` what Chinese map providers
 * (Amap, Tencent) must use in mainland China, `bd09` Baidu's on top of that.
 */
export type Crs = 'wgs84' | 'gcj02' | 'bd09';

const crsNames: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];

/** @throws UnknownCodeError when `value` is not a CRS; `what` names the option in the message */
export function readCrs(value: unknown, what: string): Crs {
  if (crsNames.includes(value as Crs)) return value as Crs;
  throw new UnknownCodeError(what, value, crsNames);
}

/**
 * Converts one position between coordinate reference systems.
 *
 * Forward conversions are the published formulas; the way back solves them in a fixed number of steps
 * to well below a millimetre, and so ends for every input. Both shifts are applied inside the
 * formula's own box, 72.004–137.8347° E and 0.8293–55.8271° N, and elsewhere the three agree. The box
 * also holds places where no map uses them (Hong Kong, Taiwan, Seoul, Hanoi).
 *
 * @throws InvalidPositionError, UnknownCodeError
 * @example
 * const { lng, lat } = convert([121.5272106, 31.1774276], 'wgs84', 'gcj02');
 * [lng.toFixed(6), lat.toFixed(6)]; // ['121.531542', '31.175304']
 */
export function convert(position: Position, from: Crs, to: Crs): LngLat {
  const source = readCrs(from, 'CRS to convert from');
  const target = readCrs(to, 'CRS to convert to');
  return convertChecked(readPosition(position), source, target);
}

/** {@link convert} for values that have been checked already. */
export function convertChecked(position: LngLat, from: Crs, to: Crs): LngLat {
  if (from === to) return position;
  let { lng, lat } = position;
  if (from === 'bd09') ({ lng, lat } = undo(bd09Shift, lng, lat));
  if (from !== 'wgs84' && to === 'wgs84') return undo(gcj02Shift, lng, lat);
  if (from === 'wgs84') ({ lng, lat } = apply(gcj02Shift, lng, lat));
  if (to === 'bd09') ({ lng, lat } = apply(bd09Shift, lng, lat));
  return { lng, lat };
}

/** By how many degrees a system moves the place with these coordinates. */
type Shift = (lng: number, lat: number) => LngLat;

function apply(shift: Shift, lng: number, lat: number): LngLat {
  const by = shift(lng, lat);
  return { lng: lng + by.lng, lat: lat + by.lat };
}

/**
 * Each step shrinks the error at least a hundredfold: the shift changes by less than 0.01° per degree
 * (measured at 300,000 places), but for a square root next to 105° E that is too small to matter. From
 * at most 0.011° to below 1e-12° takes five; two to spare.
 */
const undoSteps = 7;

/** The place that `shift` moves to the given one. */
function undo(shift: Shift, lng: number, lat: number): LngLat {
  let guess: LngLat = { lng, lat };
  for (let step = 0; step < undoSteps; step++) {
    const by = shift(guess.lng, guess.lat);
    guess = { lng: lng - by.lng, lat: lat - by.lat };
  }
  return guess;
}

const unmoved: LngLat = { lng: 0, lat: 0 };

function outsideBox(lng: number, lat: number): boolean {
  return lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271;
}

/** Krasovsky 1940, the ellipsoid the formula uses: semi-major axis in metres, first eccentricity squared. */
const krasovskyAxis = 6378245;
const krasovskyEccentricity2 = 0.006693421622965943;

/** GCJ-02 from WGS-84, as made public in 2010 and used by every open implementation since (eviltransform, gcoord). */
const gcj02Shift: Shift = (lng, lat) => {
  if (outsideBox(lng, lat)) return unmoved;
  const x = lng - 105;
  const y = lat - 35;
  const root = 0.1 * Math.sqrt(Math.abs(x));
  const shared = waves(x, 6, 2, 20);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    2 * root +
    (shared + waves(y, 1, 1 / 3, 20, 40) + waves(y, 1 / 12, 1 / 30, 160, 320)) * (2 / 3);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    root +
    (shared + waves(x, 1, 1 / 3, 20, 40) + waves(x, 1 / 12, 1 / 30, 150, 300)) * (2 / 3);
  const sin = Math.sin((lat * Math.PI) / 180);
  const w2 = 1 - krasovskyEccentricity2 * sin * sin;
  const w = Math.sqrt(w2);
  const metresPerDegreeNorth =
    (((krasovskyAxis * (1 - krasovskyEccentricity2)) / (w2 * w)) * Math.PI) / 180;
  const metresPerDegreeEast =
    ((krasovskyAxis / w) * Math.cos((lat * Math.PI) / 180) * Math.PI) / 180;
  return { lng: east / metresPerDegreeEast, lat: north / metresPerDegreeNorth };
};

/** Two sine waves of the formula: half-turns per degree and metres of each. */
function waves(
  at: number,
  turns1: number,
  turns2: number,
  metres1: number,
  metres2 = metres1,
): number {
  return metres1 * Math.sin(at * turns1 * Math.PI) + metres2 * Math.sin(at * turns2 * Math.PI);
}

const bd09Turns = (Math.PI * 3000) / 180;

/** BD-09 from GCJ-02: a small wobble of radius and angle, then a constant step. */
const bd09Shift: Shift = (lng, lat) => {
  if (outsideBox(lng, lat)) return unmoved;
  const radius = Math.sqrt(lng * lng + lat * lat) + 0.00002 * Math.sin(lat * bd09Turns);
  const angle = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * bd09Turns);
  return {
    lng: radius * Math.cos(angle) + 0.0065 - lng,
    lat: radius * Math.sin(angle) + 0.006 - lat,
  };
};
