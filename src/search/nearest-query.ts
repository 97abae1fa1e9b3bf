import type { Station } from '../dataset/station';
import { convertChecked } from '../geo/crs';
import { bearingBetween, metersOfChord2, reach2OfMeters, toVector } from '../geo/ellipsoid';
import { type Position, readPosition } from '../geo/position';
import { compileFilter, type Filter, filterNames } from './filter';
import { nearestItems } from './nearest';
import { checkOptionNames, readLimit, readNumber } from './options';
import type { StationIndex } from './station-index';

export interface NearestOptions extends Filter {
  /** The most stations to return; none when 0. @default no limit */
  readonly limit?: number | undefined;
  /** No station farther than this. @default no limit */
  readonly maxDistanceMeters?: number | undefined;
}

/** A station near a position. */
export interface StationHit {
  readonly station: Station;
  /**
   * On the WGS-84 ellipsoid: within 1 cm of the geodesic up to 95 km (1.2 cm at 100 km), 0.0012 % up to
   * 1,000 km and 0.03 % up to 5,000 km. Near the opposite side of the Earth it is up to 4 % short or long.
   */
  readonly distanceMeters: number;
  /** Where to look for it from the position: clockwise from true north, 0 to 360. */
  readonly bearingDegrees: number;
}

const optionNames: readonly string[] = [...filterNames, 'limit', 'maxDistanceMeters'];

/** Answers `StationSet.nearest()`. */
export function queryNearest(
  index: StationIndex,
  position: Position,
  options: NearestOptions,
): StationHit[] {
  checkOptionNames(options, optionNames);
  const { stations, vectors } = index;
  const from = convertChecked(readPosition(position), index.crs, 'wgs84');
  const vector = toVector(from);
  const passes = compileFilter(options);
  const { maxDistanceMeters } = options;
  const reach = readNumber('maxDistanceMeters', maxDistanceMeters, 0, 'metres', Number.MAX_VALUE);
  const found = nearestItems(index.tree, vector, {
    limit: readLimit(options.limit),
    reach2: reach2OfMeters(reach),
    ranks: index.ranks,
    accept: (item) => passes(stations[item]!),
  });
  return found
    .map(({ item, chord2 }) => ({
      station: stations[item]!,
      distanceMeters: metersOfChord2(chord2),
      bearingDegrees: bearingBetween(from, vector, vectors[item]!),
    }))
    .filter((hit) => hit.distanceMeters <= reach);
}
