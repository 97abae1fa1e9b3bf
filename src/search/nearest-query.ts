import type { Opening } from '../dataset/schedule/opening';
import type { Station } from '../dataset/station';
import { pointAt } from '../geo/boxes';
import { convertChecked } from '../geo/crs';
import {
  bearingOf,
  type Compass,
  compassAt,
  difference,
  metersOfChord2,
  reach2OfMeters,
  toVector,
  type Vector,
} from '../geo/ellipsoid';
import { type Position, readPosition } from '../geo/position';
import { checkOptionNames, readLimit, readNumber } from '../options';
import { type Filter, type FilterParts, filterNames, readFilter } from './filter';
import { nearestPlaces } from './nearest';
import { NearestFirst } from './nearest-first';
import type { PreparedFilters } from './prepared-filters';
import type { StationIndex } from './station-index';
import type { VectorTree } from './vector-tree';

export interface NearestFirstOptions extends Filter {
  /** No station farther than this. @default no limit */
  readonly maxDistanceMeters?: number | undefined;
}

export interface NearestOptions extends NearestFirstOptions {
  /** The most stations to return; none when 0. @default no limit */
  readonly limit?: number | undefined;
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
  /** Whether it is open at `openAt`, or now; or whether what it offers is, where `offer` was asked for. */
  readonly opening: Opening;
}

const nearestFirstNames: readonly string[] = [...filterNames, 'maxDistanceMeters'];
const nearestNames: readonly string[] = [...filterNames, 'limit', 'maxDistanceMeters'];

/** Answers `StationSet.nearest()`. */
export function queryNearest(
  index: StationIndex,
  prepared: PreparedFilters,
  position: Position,
  options: NearestOptions,
): StationHit[] {
  checkOptionNames(options, nearestNames);
  const start = readStart(index, position, options);
  const filter = readFilter(options);
  const plan = prepared.plan(filter);
  const { tree, demand, accept } = plan;
  const { vector, reach2, reachMeters } = start;
  const limit = readLimit(options.limit);
  const found = nearestPlaces(tree, vector, { limit, reach2, demand, accept });
  prepared.charge(plan, found.visited);
  const hits: StationHit[] = [];
  for (let i = 0; i < found.count; i++) {
    const hit = hitAt(index, tree, start, filter, found.places[i]!, found.chords2[i]!);
    if (hit.distanceMeters <= reachMeters) hits.push(hit);
  }
  return hits;
}

/** Answers `StationSet.nearestFirst()`; whatever is wrong is thrown at once, not at the first station. */
export function queryNearestFirst(
  index: StationIndex,
  prepared: PreparedFilters,
  position: Position,
  options: NearestFirstOptions,
): IterableIterator<StationHit> {
  checkOptionNames(options, nearestFirstNames);
  const start = readStart(index, position, options);
  return hitsFrom(index, prepared, start, readFilter(options));
}

function* hitsFrom(
  index: StationIndex,
  prepared: PreparedFilters,
  start: Start,
  filter: FilterParts,
): Generator<StationHit, void, undefined> {
  const plan = prepared.plan(filter);
  const search = new NearestFirst(plan.tree, start.vector, start.reach2, plan);
  try {
    for (let next = search.next(); next !== undefined; next = search.next()) {
      const hit = hitAt(index, plan.tree, start, filter, next.place, next.chord2);
      if (hit.distanceMeters <= start.reachMeters) yield hit;
    }
  } finally {
    prepared.charge(plan, search.visited);
  }
}

/** Where a search starts and how far it goes. */
interface Start {
  readonly vector: Vector;
  readonly compass: Compass;
  readonly reachMeters: number;
  readonly reach2: number;
}

function readStart(
  { crs }: StationIndex,
  position: Position,
  { maxDistanceMeters }: NearestFirstOptions,
): Start {
  const from = convertChecked(readPosition(position), crs, 'wgs84');
  const most = Number.MAX_VALUE;
  const reachMeters = readNumber('maxDistanceMeters', maxDistanceMeters, 0, 'metres', most);
  return {
    vector: toVector(from),
    compass: compassAt(from),
    reachMeters,
    reach2: reach2OfMeters(reachMeters),
  };
}

function hitAt(
  { stations, openings }: StationIndex,
  { points, items }: VectorTree,
  { vector, compass }: Start,
  { at, offer }: FilterParts,
  place: number,
  chord2: number,
): StationHit {
  const item = items[place]!;
  return {
    station: stations.at(item),
    distanceMeters: metersOfChord2(chord2),
    bearingDegrees: bearingOf(compass, difference(pointAt(points, place), vector)),
    opening: openings.openingOf(item, at, offer),
  };
}
