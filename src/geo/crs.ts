import { InvalidOptionError } from '../errors';
import { checkOptionNames, readChoice } from '../options';
import { convertInBox } from './box-shift';
import { type Crs, readCrs } from './crs-names';
import { type LngLat, type Position, readPosition } from './position';
import { convertOnLand } from './shifted';

export { type Crs, readCrs } from './crs-names';

export interface ConvertOptions {
  /**
   * Where GCJ-02 and BD-09 apply.
   *
   * `mainland`: within an outline of mainland China, without Hong Kong, Macau and Taiwan; it lies up to
   * 23 km outside the land border. The shift fades within 1 to 1.8 km beyond it, and in that strip (the Lo
   * Wu and Barrier Gate crossings and western Macau lie in it) a position agrees with no map.
   *
   * `box`: as gcoord has it, GCJ-02 in 72.004–137.8347° E, 0.8293–55.8271° N, with Hong Kong, Taiwan, Seoul,
   * Hanoi and half of India in it, and BD-09 everywhere.
   * @default 'mainland'
   */
  readonly outline?: 'mainland' | 'box' | undefined;
}

export interface ConvertAllOptions<T extends CoordinateArray> extends ConvertOptions {
  /**
   * Where to write: an array of the same length, which may be the input itself.
   * @default a new array
   */
  readonly into?: T | undefined;
}

/** Longitude, latitude, longitude, latitude, … in degrees. `Float32Array` holds them to 1 m only. */
export type CoordinateArray = Float64Array | Float32Array;

/** Two numbers of degrees, at times with four slopes after them. */
const scratch = new Float64Array(6);

/**
 * Converts one position between coordinate reference systems, in well under a microsecond (within two
 * kilometres outside the outline in up to a fifth of a millisecond).
 *
 * Forward conversions are the published formulas, to 1e-11°. The way back solves them in a fixed number
 * of steps, so that it ends for every input, and a round trip returns to within 0.1 mm. Where the shifted
 * systems do not apply, all three agree. `outline: 'box'` jumps at the box's edge, where nothing returns, and
 * its BD-09 can be beyond ±180°.
 *
 * @throws InvalidPositionError, UnknownCodeError, InvalidOptionError
 * @example
 * const { lng, lat } = convert([121.5272106, 31.1774276], 'wgs84', 'gcj02');
 * [lng.toFixed(6), lat.toFixed(6)]; // ['121.531542', '31.175304']
 */
export function convert(
  position: Position,
  from: Crs,
  to: Crs,
  options: ConvertOptions = {},
): LngLat {
  const source = readCrs(from, 'CRS to convert from');
  const target = readCrs(to, 'CRS to convert to');
  checkOptionNames(options, ['outline']);
  const conversion = conversionOf(options);
  const { lng, lat } = readPosition(position);
  conversion(lng, lat, source, target, scratch);
  return { lng: scratch[0]!, lat: scratch[1]! };
}

/** {@link convert} for values that have been checked already. */
export function convertChecked(position: LngLat, from: Crs, to: Crs): LngLat {
  if (from === to) return position;
  convertOnLand(position.lng, position.lat, from, to, scratch);
  return { lng: scratch[0]!, lat: scratch[1]! };
}

/**
 * Converts many positions at once, each as {@link convert} would, without an object for any of them.
 *
 * @throws InvalidPositionError naming the position, counted from 1, before anything is written
 * @throws InvalidOptionError when an array is none, or of odd or different length
 * @throws UnknownCodeError when a CRS is none
 * @example
 * const track = Float64Array.of(121.5272106, 31.1774276, 2.3522, 48.8566);
 * Array.from(convertAll(track, 'wgs84', 'gcj02'), (degrees) => degrees.toFixed(4)); // ['121.5315', '31.1753', '2.3522', '48.8566']
 */
export function convertAll<T extends CoordinateArray>(
  coordinates: T,
  from: Crs,
  to: Crs,
  options: ConvertAllOptions<T> = {},
): T {
  const source = readCrs(from, 'CRS to convert from');
  const target = readCrs(to, 'CRS to convert to');
  checkOptionNames(options, ['outline', 'into']);
  const conversion = conversionOf(options);
  checkCoordinates(coordinates);
  const into = options.into ?? (coordinates.slice() as T);
  if (!isCoordinateArray(into) || into.length !== coordinates.length) {
    const expected = `a Float64Array or Float32Array of ${coordinates.length} numbers`;
    throw new InvalidOptionError('into', into, expected);
  }
  // Two views of one memory, shifted against each other: what is written must not be read again.
  const overlaps = into.buffer === coordinates.buffer && into.byteOffset !== coordinates.byteOffset;
  const given = overlaps ? coordinates.slice() : coordinates;
  for (let i = 0; i < given.length; i += 2) {
    conversion(given[i]!, given[i + 1]!, source, target, scratch);
    into[i] = scratch[0]!;
    into[i + 1] = scratch[1]!;
  }
  return into;
}

function conversionOf({ outline }: ConvertOptions): typeof convertOnLand {
  return readChoice('outline', outline, ['mainland', 'box']) === 'box'
    ? convertInBox
    : convertOnLand;
}

function isCoordinateArray(value: unknown): value is CoordinateArray {
  return value instanceof Float64Array || value instanceof Float32Array;
}

function checkCoordinates(coordinates: CoordinateArray): void {
  if (!isCoordinateArray(coordinates) || coordinates.length % 2 !== 0) {
    const expected = 'a Float64Array or Float32Array of lng, lat, lng, lat, …';
    throw new InvalidOptionError('coordinates', coordinates, expected);
  }
  for (let i = 0; i < coordinates.length; i += 2) {
    const lng = coordinates[i]!;
    const lat = coordinates[i + 1]!;
    // Written so that NaN fails, too; the reader says what is wrong.
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
      readPosition([lng, lat], () => `position ${i / 2 + 1} of the array`);
    }
  }
}
