import type { Opening } from '../dataset/schedule/opening';
import type { Station } from '../dataset/station';
import { InvalidOptionError } from '../errors';
import { pointAt } from '../geo/boxes';
import { footOnPath } from '../geo/closest-foot';
import { convertChecked } from '../geo/crs';
import { toPosition, toVector } from '../geo/ellipsoid';
import { type Side, sideOf } from '../geo/foot';
import { type LngLat, type Position, readPosition } from '../geo/position';
import { isRoute, type Route } from '../geo/route';
import { checkOptionNames, readChoice, readLimit, readNumber } from '../options';
import { BestPasses } from './best-passes';
import { type CorridorSearch, CorridorWalk } from './corridor';
import { type Filter, filterNames, readFilter } from './filter';
import type { PreparedFilters } from './prepared-filters';
import type { StationIndex } from './station-index';
import { arrivalAt, filterOfTrip, readTrip, type TripOptions, tripNames } from './trip';

export interface AlongOptions extends Omit<Filter, 'openAt'>, TripOptions {
  /** How far to either side of the route. @default 300, or as far as `maxDetourMeters` allows where that is given */
  readonly widthMeters?: number | undefined;
  /** How far along the route the rider is; stations passed before are left out. @default 0 */
  readonly fromMeters?: number | undefined;
  /** The same as a position, in the set's CRS: the place of the route closest to it. */
  readonly from?: Position | undefined;
  /** `route`: in the order they are passed. `detour`: the smallest detour first. @default 'route' */
  readonly sort?: 'route' | 'detour' | undefined;
  /** The most hits to return, counted after sorting; none when 0. @default no limit */
  readonly limit?: number | undefined;
  /** `closest`: each station once, where the route comes closest. `all`: every time it passes. @default 'closest' */
  readonly passes?: 'closest' | 'all' | undefined;
  /** No station with a longer detour. @default no limit */
  readonly maxDetourMeters?: number | undefined;
  /**
   * How much longer the way there is than a straight line, 1 or more.
   * @default 1.3: Newell (1980) gives 1.2 for trips in cities, and short ones are more circuitous (Giacomin & Levinson 2015)
   */
  readonly circuity?: number | undefined;
}

/** A station along a route. */
export interface CorridorHit {
  readonly station: Station;
  /** From the start of the route to `joinAt`. */
  readonly alongMeters: number;
  /** From the rider to `joinAt`, along the route. */
  readonly aheadMeters: number;
  /** From `joinAt` to the station, straight. */
  readonly offsetMeters: number;
  /** Seen in the direction of travel; `on` within 1 cm of the line, and straight ahead of the route's end. */
  readonly side: Side;
  /** There and back again: twice the offset times `circuity`. */
  readonly detourMeters: number;
  /** The place of the route closest to the station, in the set's CRS. */
  readonly joinAt: LngLat;
  /** When the rider comes to `joinAt`; with `departAt`, `speedKmh` or `stopMinutes` only. */
  readonly arriveAt?: Date;
  /** Whether it is open then; without a time of arrival, at `openAt`, or now. Or whether what it offers is, where `offer` was asked for. */
  readonly opening: Opening;
}

const defaults = { widthMeters: 300, circuity: 1.3 };

const optionNames: readonly string[] = [
  ...filterNames,
  ...tripNames,
  'widthMeters',
  'maxDetourMeters',
  'fromMeters',
  'from',
  'sort',
  'limit',
  'passes',
  'circuity',
];

/** Answers `StationSet.along()`. */
export function queryAlong(
  index: StationIndex,
  prepared: PreparedFilters,
  route: Route,
  options: AlongOptions,
): CorridorHit[] {
  checkOptionNames(options, optionNames);
  if (!isRoute(route)) {
    throw new InvalidOptionError('route', route, 'a Route, from Route.from() or Route.decode()');
  }
  const { crs, stations, openings } = index;
  const trip = readTrip(options);
  const { opening, ...filter } = readFilter(filterOfTrip(options, trip));
  const at = trip?.departure ?? filter.at;
  // Opening on arrival is known only when the way there is.
  const plan = prepared.plan({ ...filter, at, opening: trip === undefined ? opening : undefined });
  const { tree, demand, accept } = plan;
  const circuity = readNumber('circuity', options.circuity, 1, 'times', defaults.circuity);
  const sort = readChoice('sort', options.sort, ['route', 'detour']);
  const every = readChoice('passes', options.passes, ['closest', 'all']) === 'all';
  const reach = readReach(options, circuity);
  const fromMeters = startOn(route, options, crs);
  const best = new BestPasses(readLimit(options.limit), sort, tree.ranks, route.path.dip);
  const millisAt = (alongMeters: number) =>
    trip === undefined ? at : arrivalAt(trip, alongMeters - fromMeters);
  const isOpenThen =
    trip === undefined || opening === undefined
      ? undefined
      : (item: number, alongMeters: number) =>
          openings.accepts(item, { ...opening, at: millisAt(alongMeters) });
  const search = { demand, accept, isOpenThen, fromMeters, every, ...reach };
  const walk = new CorridorWalk(tree, route.path, search, best);
  walk.run();
  prepared.charge(plan, walk.visited);
  return best.sorted().map(({ place, foot, offsetMeters }) => {
    const item = tree.items[place]!;
    const millis = millisAt(foot.alongMeters);
    return {
      station: stations.at(item),
      alongMeters: foot.alongMeters,
      aheadMeters: Math.max(0, foot.alongMeters - fromMeters),
      offsetMeters,
      side: sideOf(route.path, foot, pointAt(tree.points, place)),
      detourMeters: detourOf(offsetMeters, circuity),
      joinAt: convertChecked(toPosition(foot.at), 'wgs84', crs),
      ...(trip !== undefined && { arriveAt: new Date(millis) }),
      opening: openings.openingOf(item, millis, filter.offer),
    };
  });
}

const unlimited = Number.POSITIVE_INFINITY;

/** There and back again. */
function detourOf(offsetMeters: number, circuity: number): number {
  return 2 * offsetMeters * circuity;
}

/** How far to either side, as both the width and the detour allow. */
function readReach(
  { widthMeters, maxDetourMeters }: AlongOptions,
  circuity: number,
): Pick<CorridorSearch, 'widthMeters' | 'isWithin'> {
  const most = readNumber('maxDetourMeters', maxDetourMeters, 0, 'metres', unlimited);
  const isLimited = maxDetourMeters !== undefined;
  const fallback = isLimited ? unlimited : defaults.widthMeters;
  const width = readNumber('widthMeters', widthMeters, 0, 'metres', fallback);
  // Wider by what dividing may have rounded off.
  const byDetour = isLimited ? (most / detourOf(1, circuity)) * (1 + 1e-12) : unlimited;
  return {
    widthMeters: Math.min(width, byDetour),
    isWithin: (offsetMeters) => offsetMeters <= width && detourOf(offsetMeters, circuity) <= most,
  };
}

function startOn(
  route: Route,
  { from, fromMeters }: AlongOptions,
  crs: StationIndex['crs'],
): number {
  if (from === undefined) return readNumber('fromMeters', fromMeters, 0, 'metres', 0);
  if (fromMeters !== undefined) {
    throw new InvalidOptionError('from', from, 'either from or fromMeters, not both');
  }
  const position = convertChecked(
    readPosition(from, () => 'option from'),
    crs,
    'wgs84',
  );
  return footOnPath(route.path, toVector(position)).alongMeters;
}
