import { readGeoJson, type StationCollection, writeGeoJson } from '../dataset/geojson';
import { type OnInvalid, readRecords } from '../dataset/records';
import type { Station, StationRecord } from '../dataset/station';
import { InvalidOptionError, type RecordProblem } from '../errors';
import { type Bounds, readBounds } from '../geo/bounds';
import { type Crs, convertChecked, readCrs } from '../geo/crs';
import {
  bearingBetween,
  chord2OfMeters,
  metersOfChord2,
  toPosition,
  toVector,
  type Vector,
} from '../geo/ellipsoid';
import { footOnPath, sideOf } from '../geo/path';
import { type Position, readPosition } from '../geo/position';
import { Route } from '../geo/route';
import { type Area, areaHolds, boxesOf, readArea } from './area';
import { BoundsIndex } from './bounds-index';
import { closestPasses, type Pass, passesAlong } from './corridor';
import { type Counts, countStations } from './counts';
import { compileFilter, type Filter, filterNames } from './filter';
import { nearestItems } from './nearest';
import { checkOptionNames, readChoice, readLimit, readNumber } from './options';
import type { AlongOptions, CorridorHit, NearestOptions, StationHit } from './queries';
import { ranksOf } from './ranks';
import { VectorTree } from './vector-tree';

export interface StationSetOptions {
  /** The CRS the app speaks: every position given to the set, and every one it returns. Required: no guessing. */
  readonly crs: Crs;
  /**
   * What the records' positions are in.
   * @default the CRS that the GeoJSON collection states, else `crs`
   */
  readonly sourceCrs?: Crs | undefined;
  /**
   * What to do when some records are not stations: refuse the batch, or go on without them and list
   * them in `skipped`.
   * @default 'throw'
   */
  readonly onInvalid?: OnInvalid | undefined;
}

/** Every default of a query, once. */
const defaults = { widthMeters: 300, circuity: 1.3 };

const nearestNames: readonly string[] = [...filterNames, 'limit', 'maxDistanceMeters'];
const alongNames: readonly string[] = [
  ...filterNames,
  'widthMeters',
  'fromMeters',
  'from',
  'sort',
  'limit',
  'passes',
  'circuity',
];

/**
 * Stations, indexed: immutable, in memory, synchronous. Everything that a client answers it answers
 * with one of these.
 *
 * Results are complete (no hidden limit) and deterministic (ties are broken by id).
 *
 * @example
 * const set = StationSet.from(
 *   [{ id: 'a', position: [121.4737, 31.2304], services: ['toilet'] }],
 *   { crs: 'gcj02' },
 * );
 * set.nearest({ lng: 121.47, lat: 31.23 }, { limit: 5, services: ['toilet'] });
 */
export class StationSet {
  /** The CRS of every position that goes in or out. */
  readonly crs: Crs;
  /** What was wrong with the records that are not in the set. */
  readonly skipped: readonly RecordProblem[];
  private readonly stations: readonly Station[];
  private readonly byId: ReadonlyMap<string, Station>;
  private readonly vectors: readonly Vector[];
  /** Each station's place in the order of ids, which breaks ties. */
  private readonly ranks: Uint32Array;
  private readonly tree: VectorTree;
  private bounds: BoundsIndex | undefined;

  private constructor(stations: readonly Station[], skipped: readonly RecordProblem[], crs: Crs) {
    this.crs = crs;
    this.skipped = skipped;
    this.stations = stations;
    this.byId = new Map(stations.map((station) => [station.id, station]));
    this.vectors = stations.map(({ position }) => toVector(convertChecked(position, crs, 'wgs84')));
    this.ranks = ranksOf(stations.map((station) => station.id));
    this.tree = new VectorTree(this.vectors);
  }

  /**
   * A set of these records. Fields that no station has are kept in `extra`, and `hours` that are not in
   * `opening_hours` syntax in `hoursText`.
   *
   * @throws InvalidRecordsError with every problem of every record, unless `onInvalid` is `'skip'`
   * @throws UnknownCodeError when a CRS is none, InvalidOptionError for any other option amiss
   */
  static from(records: Iterable<StationRecord>, options: StationSetOptions): StationSet {
    checkOptionNames(options, ['crs', 'sourceCrs', 'onInvalid']);
    const crs = readCrs(options.crs, 'crs');
    const sourceCrs =
      options.sourceCrs === undefined ? crs : readCrs(options.sourceCrs, 'sourceCrs');
    const onInvalid = readChoice('onInvalid', options.onInvalid, ['throw', 'skip']);
    if (
      typeof (records as Partial<Iterable<unknown>> | undefined)?.[Symbol.iterator] !== 'function'
    ) {
      throw new InvalidOptionError('records', records, 'an array of station records');
    }
    const batch = readRecords(records, onInvalid, (position) =>
      convertChecked(position, sourceCrs, crs),
    );
    return new StationSet(batch.stations, batch.skipped, crs);
  }

  /**
   * A set from a GeoJSON feature collection of points; properties are the record's fields.
   *
   * @throws InvalidGeoJsonError when it is no such collection, and whatever {@link StationSet.from} throws
   */
  static fromGeoJson(collection: unknown, options: StationSetOptions): StationSet {
    const { records, crs } = readGeoJson(collection);
    return StationSet.from(records as StationRecord[], {
      ...options,
      sourceCrs: options?.sourceCrs ?? crs,
    });
  }

  /** How many stations there are. */
  get size(): number {
    return this.stations.length;
  }

  /** The station of this id, if there is one. */
  get(id: string): Station | undefined {
    return this.byId.get(id);
  }

  /**
   * The nearest stations that pass the filter, nearest first. Takes time in proportion to the logarithm
   * of the set's size for each station returned or turned down by the filter.
   *
   * @throws InvalidPositionError, InvalidOptionError, UnknownCodeError
   */
  nearest(position: Position, options: NearestOptions = {}): StationHit[] {
    checkOptionNames(options, nearestNames);
    const from = convertChecked(readPosition(position), this.crs, 'wgs84');
    const vector = toVector(from);
    const passes = compileFilter(options);
    const maxDistanceMeters = readNumber(
      'maxDistanceMeters',
      options.maxDistanceMeters,
      0,
      'metres',
      Number.MAX_VALUE,
    );
    const found = nearestItems(this.tree, vector, {
      limit: readLimit(options.limit),
      reach2: chord2OfMeters(maxDistanceMeters),
      ranks: this.ranks,
      accept: (item) => passes(this.stations[item]!),
    });
    return found.map(({ item, chord2 }) => ({
      station: this.stations[item]!,
      distanceMeters: metersOfChord2(chord2),
      bearingDegrees: bearingBetween(from, vector, this.vectors[item]!),
    }));
  }

  /**
   * The stations within a distance of a route, in the order they are passed.
   *
   * @throws InvalidPositionError, InvalidOptionError, UnknownCodeError
   */
  along(route: Route, options: AlongOptions = {}): CorridorHit[] {
    checkOptionNames(options, alongNames);
    if (!(route instanceof Route)) {
      throw new InvalidOptionError('route', route, 'a Route, from Route.from() or Route.decode()');
    }
    const filter = compileFilter(options);
    const widthMeters = readNumber(
      'widthMeters',
      options.widthMeters,
      0,
      'metres',
      defaults.widthMeters,
    );
    const circuity = readNumber('circuity', options.circuity, 1, 'times', defaults.circuity);
    const sort = readChoice('sort', options.sort, ['route', 'detour']);
    const limit = readLimit(options.limit);
    const fromMeters = this.startOn(route, options);
    const every = passesAlong(this.tree, (item) => this.vectors[item]!, route.path, {
      widthMeters,
      fromMeters,
      accept: (item) => filter(this.stations[item]!),
    });
    const kept =
      readChoice('passes', options.passes, ['closest', 'all']) === 'all'
        ? every
        : closestPasses(every);
    const inRouteOrder = (a: Pass, b: Pass) =>
      a.foot.alongMeters - b.foot.alongMeters || this.ranks[a.item]! - this.ranks[b.item]!;
    // The detour grows with the offset, and the offset with the chord.
    const order =
      sort === 'route'
        ? inRouteOrder
        : (a: Pass, b: Pass) => a.foot.chord2 - b.foot.chord2 || inRouteOrder(a, b);
    return kept
      .sort(order)
      .slice(0, limit)
      .map(({ item, foot }) => {
        const offsetMeters = metersOfChord2(foot.chord2);
        return {
          station: this.stations[item]!,
          alongMeters: foot.alongMeters,
          aheadMeters: foot.alongMeters - fromMeters,
          offsetMeters,
          side: sideOf(route.path, foot, this.vectors[item]!),
          detourMeters: 2 * offsetMeters * circuity,
          joinAt: convertChecked(toPosition(foot.at), 'wgs84', this.crs),
        };
      });
  }

  private startOn(route: Route, { from, fromMeters }: AlongOptions): number {
    if (from === undefined) return readNumber('fromMeters', fromMeters, 0, 'metres', 0);
    if (fromMeters !== undefined) {
      throw new InvalidOptionError('from', from, 'either from or fromMeters, not both');
    }
    const position = convertChecked(readPosition(from, 'option from'), this.crs, 'wgs84');
    return footOnPath(route.path, toVector(position)).alongMeters;
  }

  /**
   * The stations in a box of degrees, edges included, in the order of the records.
   *
   * @throws InvalidOptionError, UnknownCodeError
   */
  inBounds(bounds: Bounds, filter: Filter = {}): Station[] {
    checkOptionNames(filter, filterNames);
    const passes = compileFilter(filter);
    return this.within(readBounds(bounds)).filter(passes);
  }

  /**
   * The stations in a polygon or several, outline included and holes left out, in the order of the
   * records. Edges are straight in degrees, as GeoJSON has it.
   *
   * @throws InvalidGeoJsonError, InvalidAreaError, InvalidOptionError, UnknownCodeError
   */
  inArea(area: Area, filter: Filter = {}): Station[] {
    checkOptionNames(filter, filterNames);
    const passes = compileFilter(filter);
    const polygons = readArea(area);
    const near = new Set(boxesOf(polygons).flatMap((box) => this.within(box)));
    return this.stations.filter(
      (station) => near.has(station) && areaHolds(polygons, station.position) && passes(station),
    );
  }

  private within(bounds: Bounds): Station[] {
    this.bounds ??= new BoundsIndex(this.stations.map((station) => station.position));
    return this.bounds.within(bounds).map((item) => this.stations[item]!);
  }

  /**
   * The stations that pass the filter, in the order of the records; all of them without one.
   *
   * @throws InvalidOptionError, UnknownCodeError
   */
  filter(filter: Filter = {}): Station[] {
    checkOptionNames(filter, filterNames);
    return this.stations.filter(compileFilter(filter));
  }

  /**
   * How many stations pass the filter, and how many of them have each service, kind, audience, way in
   * and district.
   *
   * @throws InvalidOptionError, UnknownCodeError
   */
  count(filter: Filter = {}): Counts {
    return countStations(this.filter(filter));
  }

  /**
   * The set as a GeoJSON feature collection, which {@link StationSet.fromGeoJson} reads back.
   *
   * @throws UnknownCodeError when the CRS is none
   */
  toGeoJson(options: { readonly crs?: Crs | undefined } = {}): StationCollection {
    checkOptionNames(options, ['crs']);
    const crs = options.crs === undefined ? this.crs : readCrs(options.crs, 'crs');
    return writeGeoJson(this.stations, this.crs, crs);
  }
}
