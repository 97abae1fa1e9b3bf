import type { LngLat } from '../../../geo/position';
import type { Coordinate } from './coordinate';
import { readBritishGrid, readChineseGrid, readNationalGrid } from './grids';

/** Where most of a table's positions are: it tells what the odd ones among them mean. */
export type Region = 'china' | 'britain' | undefined;

/** A position in degrees, and what it was written in when that was something else. */
export interface Degrees extends LngLat {
  readonly decimals: number;
  /** EPSG:3857, 1e-6°, …: known for sure. */
  readonly unit?: string | undefined;
  /** A surveyors' grid is no Chinese map app's: it is turned into WGS-84 here. */
  readonly isWgs84?: boolean;
  /** It could mean something else: somebody should look. */
  readonly isGuess?: boolean | undefined;
}

/** Where the rest of a table is. */
export interface Near {
  /** The row before: within a degree it decides. */
  readonly previous: LngLat | undefined;
  /** The middle of the table. */
  readonly middle: LngLat | undefined;
}

interface Range {
  readonly lng: readonly [number, number];
  readonly lat: readonly [number, number];
}

const ranges: Readonly<Record<Exclude<Region, undefined>, Range>> = {
  china: { lng: [73, 136], lat: [3, 54] },
  britain: { lng: [-11, 3], lat: [49, 61] },
};

const isIn = ({ lng, lat }: Range, x: number, y: number) =>
  x > lng[0] && x < lng[1] && y > lat[0] && y < lat[1];

/** The region that nearly all positions of a sample are in, in either order. */
export function regionOf(pairs: readonly (readonly [number, number])[]): Region {
  const degrees = pairs.filter(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 180);
  for (const region of ['china', 'britain'] as const) {
    const inside = degrees.filter(
      ([x, y]) => isIn(ranges[region], x, y) || isIn(ranges[region], y, x),
    );
    if (degrees.length > 0 && inside.length >= degrees.length * 0.8) return region;
  }
  return undefined;
}

/** The medians of the pairs that are in the region as they stand. */
export function middleOf(
  pairs: readonly (readonly [number, number])[],
  region: Region,
): LngLat | undefined {
  const inside = pairs.filter(([x, y]) => region !== undefined && isIn(ranges[region], x, y));
  const median = (axis: 0 | 1) =>
    inside.map((pair) => pair[axis]).sort((a, b) => a - b)[Math.floor(inside.length / 2)];
  const [lng, lat] = [median(0), median(1)];
  return lng === undefined || lat === undefined ? undefined : { lng, lat };
}

/** Of the sphere of Web Mercator, EPSG:3857. */
const radius = 6_378_137;

/**
 * Degrees from what was written: degrees themselves, their millionths, Web Mercator metres, a grid
 * that its numbers give away, or degrees that lost their point. `undefined` for all other metres,
 * whose origin nobody can know. Degrees that are merely out of place stay as they are, for the checks.
 *
 * @param near what of two readings the nearer one is of: sheets are sorted by area
 */
export function toDegrees(
  x: Coordinate,
  y: Coordinate,
  {
    region,
    grid: told,
    ...near
  }: Near & { readonly region: Region; readonly grid?: string | undefined },
): Degrees | undefined {
  const decimals = Math.min(x.decimals, y.decimals);
  if (Math.abs(x.value) <= 180 && Math.abs(y.value) <= 180) return asDegrees(x, y, decimals);
  const national = told === undefined ? undefined : readNationalGrid(told, x.value, y.value);
  if (national !== undefined) return { ...national, decimals: 5, isWgs84: true };
  const china = fromWhole(x.value, y.value);
  if (china !== undefined) return china;
  // A metre is five decimals.
  const grid = region === 'britain' ? nearest(x, y, near) : readChineseGrid(x.value, y.value);
  if (grid !== undefined && isIn(ranges[region ?? 'china'], grid.lng, grid.lat)) {
    const { lng, lat } = grid;
    return region === 'britain'
      ? { lng, lat, decimals: 5, isGuess: true }
      : { lng, lat, decimals: 5, unit: grid.unit, isWgs84: true };
  }
  return region === undefined ? undefined : withPoints(x, y, ranges[region]);
}

/** 2⁰ 96' 62.66 cannot be minutes: then those of its pair are none either, but digits behind the point. */
function asDegrees(x: Coordinate, y: Coordinate, decimals: number): Degrees {
  const isGuess = x.isGuess || y.isGuess;
  if (!isGuess) return { lng: x.value, lat: y.value, decimals };
  const areDigits = x.digits !== undefined && y.digits !== undefined && (x.isOver || y.isOver);
  const [lng, lat] = areDigits ? [x.digits!, y.digits!] : [x.value, y.value];
  return { lng, lat, decimals, isGuess };
}

function fromWhole(x: number, y: number): Degrees | undefined {
  for (const power of [6, 7, 8]) {
    const [lng, lat] = [x / 10 ** power, y / 10 ** power];
    if (isIn(ranges.china, lng, lat)) return { lng, lat, unit: `1e-${power}°`, decimals: power };
  }
  const lng = (x / radius) * (180 / Math.PI);
  const lat = (2 * Math.atan(Math.exp(y / radius)) - Math.PI / 2) * (180 / Math.PI);
  return isIn(ranges.china, lng, lat) ? { lng, lat, unit: 'EPSG:3857', decimals: 5 } : undefined;
}

function nearest(x: Coordinate, y: Coordinate, { previous, middle }: Near) {
  const readings = readBritishGrid(x.value, y.value, x.axis !== undefined && y.axis !== undefined);
  const far = (reading: LngLat) => {
    const fromPrevious = previous ? degreesApart(reading, previous) : Number.POSITIVE_INFINITY;
    if (fromPrevious < 1) return fromPrevious;
    return 1 + (middle ? degreesApart(reading, middle) : 0);
  };
  return readings.sort((a, b) => far(a) - far(b))[0];
}

/** In degrees of latitude; close enough to compare. */
function degreesApart(a: LngLat, b: LngLat): number {
  const narrow = Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot((a.lng - b.lng) * narrow, a.lat - b.lat);
}

/** 1214737 and 312304 in a table of degrees: the only place for the point that leads into the region. */
function withPoints(x: Coordinate, y: Coordinate, range: Range): Degrees | undefined {
  if (x.decimals > 0 || y.decimals > 0) return undefined;
  for (const [a, b] of [
    [x, y],
    [y, x],
  ] as const) {
    const lng = withPoint(a.value, range.lng);
    const lat = withPoint(b.value, range.lat);
    if (lng === undefined || lat === undefined) continue;
    return {
      lng: lng.value,
      lat: lat.value,
      decimals: Math.min(lng.power, lat.power),
      isGuess: true,
    };
  }
  return undefined;
}

function withPoint(value: number, [least, most]: readonly [number, number]) {
  // Fewer than four decimals are no digits that got lost but another number.
  for (let power = 4; power <= 15; power++) {
    const shifted = value / 10 ** power;
    if (shifted > least && shifted < most) return { value: shifted, power };
  }
  return undefined;
}
