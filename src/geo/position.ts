import { InvalidPositionError } from '../errors';

/** Degrees, longitude before latitude. */
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

/** A place on Earth in degrees, in whatever CRS the app speaks: `{ lng, lat }` or `[lng, lat]`. */
export type Position = LngLat | readonly [lng: number, lat: number];

/**
 * Reads a position in either form and refuses everything that is not a place on Earth.
 *
 * @param what names the value in the error, worked out only when there is one: `position`, `vertex 12`
 * @throws InvalidPositionError when it is not two finite numbers in range; when the two would be in
 * range the other way round, the message says so
 */
export function readPosition(value: unknown, what = () => 'position'): LngLat {
  const expected = positionFault(value);
  if (expected !== undefined) throw new InvalidPositionError(what(), value, expected);
  const [lng, lat] = coordinatesOf(value);
  return { lng: lng as number, lat: lat as number };
}

/** What a position in either form should be and is not, in words; `undefined` when nothing is wrong. */
export function positionFault(value: unknown): string | undefined {
  const [lng, lat] = coordinatesOf(value);
  if (typeof lng !== 'number' || typeof lat !== 'number') {
    return '{ lng, lat } or [lng, lat] in degrees, as numbers';
  }
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return 'finite numbers for lng and lat';
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return undefined;
  const wrong = Math.abs(lat) > 90 ? 'lat between -90 and 90' : 'lng between -180 and 180';
  const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
  return swapped ? `${wrong} (longitude comes first: were the two swapped?)` : wrong;
}

/** The two values of either form, unchecked. */
function coordinatesOf(value: unknown): readonly [unknown, unknown] {
  if (Array.isArray(value)) return [value[0], value[1]];
  const { lng, lat } = (value ?? {}) as { lng?: unknown; lat?: unknown };
  return [lng, lat];
}
