import type { LngLat } from '../position';
import { cos, lengthOf } from '../trigonometry';
import type { Encoded } from './encoded';
import { decodeFlexible } from './flexible';
import { known, type RouteGuess, undecided } from './guess';
import { decodePolyline } from './polyline';

/** So many vertices are decoded for a look. */
const glance = 2000;

/**
 * Neighbours of a route with 6 decimals are nearer to each other than this, in degrees. With 5 decimals
 * ten times as much is allowed: the length of its steps shall not make the one likelier than the other.
 */
const longestStep = 5;

/** A text that is not encoded coordinates starts with small numbers: next to the Gulf of Guinea's 0, 0. */
const nearZero = 1;

/** What an encoded text is, from where it would lie in each format; `meters` when its length is stated. */
export function guessEncoded(text: string, meters?: unknown): RouteGuess {
  const encoded: Encoded = {
    text,
    fail: (message) => {
      throw new RangeError(message);
    },
  };
  const flexible = reading(longestStep, () => decodeFlexible(encoded, glance));
  if (flexible !== undefined) return guessFlexible(flexible);
  const five = reading(10 * longestStep, () => decodePolyline(encoded, 5, glance));
  const six = reading(longestStep, () => decodePolyline(encoded, 6, glance));
  const open = 'the CRS is not in it; state it';
  if (five === undefined && six === undefined)
    return undecided([], 'in no format known here is it a route of at least two vertices');
  if (five === undefined)
    return known('polyline6', undefined, `a polyline of 6 decimals: of 5 it is no route; ${open}`);
  if (six === undefined)
    return known('polyline5', undefined, `a polyline of 5 decimals: of 6 it is no route; ${open}`);
  const places = `with 5 decimals it begins at ${place(five)}, with 6 at ${place(six)}`;
  if (typeof meters === 'number' && five.length < glance) {
    if (isLength(five, meters)) return known('polyline5', undefined, `its length tells; ${open}`);
    if (isLength(six, meters)) return known('polyline6', undefined, `its length tells; ${open}`);
  }
  if (five.every(isInChina)) return known('polyline5', undefined, `in China: ${places}; ${open}`);
  return undecided(['polyline5', 'polyline6'], `${places}; state which, and the CRS`);
}

/** A polyline cannot be taken for a flexible one: with its first letter it would begin at latitude 0. */
function guessFlexible(points: readonly LngLat[]): RouteGuess {
  // Where Chinese law shifts no coordinates all CRS agree.
  if (!points.some(isNearChina))
    return known('flexible', 'wgs84', 'a flexible polyline of HERE, in WGS-84');
  return known(
    'flexible',
    undefined,
    'a flexible polyline of HERE in or near China, where it may be in GCJ-02 instead of WGS-84; state the CRS',
  );
}

/** The vertices, when they can be those of a route with steps of so many degrees at most. */
function reading(most: number, decode: () => LngLat[]): readonly LngLat[] | undefined {
  try {
    const points = decode();
    const { lng, lat } = points[0]!;
    if (points.length < 2 || Math.max(Math.abs(lng), Math.abs(lat)) < nearZero) return undefined;
    const near = points.every((point, i) => {
      const last = points[Math.max(0, i - 1)]!;
      return Math.abs(point.lng - last.lng) < most && Math.abs(point.lat - last.lat) < most;
    });
    return near ? points : undefined;
  } catch {
    return undefined;
  }
}

function isInChina({ lng, lat }: LngLat): boolean {
  return lng > 73 && lng < 135.2 && lat > 18 && lat < 53.7;
}

/** The box in which GCJ-02 differs from WGS-84. */
function isNearChina({ lng, lat }: LngLat): boolean {
  return lng > 72 && lng < 138 && lat > 0.8 && lat < 56;
}

/** Within a half of the length; the other precision is ten times off. */
function isLength(points: readonly LngLat[], meters: number): boolean {
  const length = points.reduce((sum, { lng, lat }, i) => {
    const last = points[Math.max(0, i - 1)]!;
    const east = (lng - last.lng) * cos((lat * Math.PI) / 180);
    return sum + 111_195 * lengthOf(east, lat - last.lat);
  }, 0);
  return Math.abs(length - meters) < meters / 2;
}

function place(points: readonly LngLat[]): string {
  const { lng, lat } = points[0]!;
  return `lat ${lat.toFixed(2)}, lng ${lng.toFixed(2)}`;
}
