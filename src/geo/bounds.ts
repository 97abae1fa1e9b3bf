import { InvalidOptionError } from '../errors';
import { positionFault } from './position';

/** A box `[west, south, east, north]` in degrees; west greater than east means across the antimeridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * @throws InvalidOptionError when it is not four numbers in range with south at or below north
 */
export function readBounds(value: unknown): Bounds {
  const expected =
    '[west, south, east, north] in degrees, lng -180 to 180, lat -90 to 90, south ≤ north' +
    ' (west > east means across the antimeridian)';
  if (!Array.isArray(value) || value.length !== 4)
    throw new InvalidOptionError('bounds', value, expected);
  const [west, south, east, north] = value as [number, number, number, number];
  if (positionFault([west, south]) || positionFault([east, north]) || south > north) {
    throw new InvalidOptionError('bounds', value, expected);
  }
  return [west, south, east, north];
}
