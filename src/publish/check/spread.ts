import { metersBetween, toVector } from '../../geo/ellipsoid';

/** Where most of many places are: the middle of them, and how far from it most lie. */
export interface Spread {
  readonly lng: number;
  readonly lat: number;
  /** Within it lie most of them, by far. */
  readonly usualMeters: number;
  /** Beyond it, a place is far from all the others. */
  readonly reachMeters: number;
}

/** Fewer places than that say nothing about where the others should be. */
const fewest = 8;

/**
 * The robust spread of places: up to half of them may be anywhere without moving it much.
 *
 * A place is far when it is ten times as far from the middle as the median place, and 50 km more: towns of
 * one country, and outlying islands of one city, are within; another country, or a city's default point, is
 * not. Within three times, and 20 km, it is where the others are.
 */
export function spreadOf(
  lng: ArrayLike<number>,
  lat: ArrayLike<number>,
  numbers: ArrayLike<number>,
): Spread | undefined {
  if (numbers.length < fewest) return undefined;
  const middle = {
    lng: medianOf(numbers, (at) => lng[at]!),
    lat: medianOf(numbers, (at) => lat[at]!),
  };
  const medianMeters = medianOf(numbers, (at) => metersFrom(middle, lng[at]!, lat[at]!));
  return {
    ...middle,
    usualMeters: 3 * medianMeters + 20_000,
    reachMeters: 10 * medianMeters + 50_000,
  };
}

/** Metres to a place from the middle. */
export function metersFrom(
  middle: { readonly lng: number; readonly lat: number },
  lng: number,
  lat: number,
): number {
  return metersBetween(toVector(middle), toVector({ lng, lat }));
}

function medianOf(numbers: ArrayLike<number>, value: (at: number) => number): number {
  const values = Float64Array.from(numbers, value).sort();
  return values[values.length >> 1]!;
}
