import { readGeoJson, type StationCollection, writeGeoJson } from '../dataset/geojson';
import { type OnInvalid, readRecords } from '../dataset/records';
import type { Station, StationRecord } from '../dataset/station';
import { readTerms } from '../dataset/terms';
import type { OwnTerms } from '../dataset/vocabulary';
import { InvalidOptionError, type RecordProblem } from '../errors';
import { type Bounds, readBounds } from '../geo/bounds';
import { type Crs, convertChecked, readCrs } from '../geo/crs';
import type { Position } from '../geo/position';
import type { Route } from '../geo/route';
import { type AlongOptions, type CorridorHit, queryAlong } from './along-query';
import { type Area, areaHolds, boxesOf, readArea } from './area';
import { BoundsIndex } from './bounds-index';
import { type Counts, countStations } from './counts';
import { type Filter, readFilter } from './filter';
import { type NearestOptions, queryNearest, type StationHit } from './nearest-query';
import { checkOptionNames, readChoice } from './options';
import { indexStations, type StationIndex } from './station-index';

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
  /**
   * Labels of the dataset's own codes: `{ services: { 'x-foot-bath': { zh: '足浴', en: 'foot bath' } } }`.
   * @default those that the GeoJSON collection holds, else none
   */
  readonly terms?: OwnTerms | undefined;
}

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
 * const hits = set.nearest({ lng: 121.47, lat: 31.23 }, { limit: 5, services: ['toilet'] });
 * hits[0].station.id; // 'a'
 */
export class StationSet {
  /** The CRS of every position that goes in or out. */
  readonly crs: Crs;
  /** Labels of the dataset's own codes, for `labelOf`. */
  readonly terms: OwnTerms;
  /** What was wrong with the records that are not in the set. */
  readonly skipped: readonly RecordProblem[];
  private readonly index: StationIndex;
  private readonly byId: ReadonlyMap<string, Station>;
  /** Made by the first query that needs it. */
  private boundsIndex: BoundsIndex | undefined;

  private constructor(index: StationIndex, terms: OwnTerms, skipped: readonly RecordProblem[]) {
    this.crs = index.crs;
    this.terms = terms;
    this.skipped = skipped;
    this.index = index;
    this.byId = new Map(index.stations.map((station) => [station.id, station]));
  }

  /**
   * A set of these records, in O(n log n). Fields that no station has are kept in `extra`, and `hours`
   * that are not in `opening_hours` syntax in `hoursText`.
   *
   * @throws InvalidRecordsError with every problem of every record, unless `onInvalid` is `'skip'`
   * @throws UnknownCodeError when a CRS is none, InvalidOptionError for any other option amiss
   * @example
   * const records = [{ id: 'a', position: [121.4737, 31.2304] }, { id: 'b', position: [121, 131] }];
   * const set = StationSet.from(records, { crs: 'gcj02', onInvalid: 'skip' });
   * set.skipped[0].field; // 'position'
   */
  static from(records: Iterable<StationRecord>, options: StationSetOptions): StationSet {
    checkOptionNames(options, ['crs', 'sourceCrs', 'onInvalid', 'terms']);
    const crs = readCrs(options.crs, 'crs');
    const sourceCrs =
      options.sourceCrs === undefined ? crs : readCrs(options.sourceCrs, 'sourceCrs');
    const onInvalid = readChoice('onInvalid', options.onInvalid, ['throw', 'skip']);
    const terms = readTerms(options.terms ?? {});
    if (!isIterable(records)) {
      throw new InvalidOptionError('records', records, 'an array of station records');
    }
    const { stations, skipped } = readRecords(records, onInvalid, (position) =>
      convertChecked(position, sourceCrs, crs),
    );
    return new StationSet(indexStations(stations, crs), terms, skipped);
  }

  /**
   * A set from a GeoJSON feature collection of points; properties are the record's fields.
   *
   * @throws InvalidGeoJsonError when it is no such collection, and whatever {@link StationSet.from} throws
   * @example
   * const geometry = { type: 'Point', coordinates: [121.4737, 31.2304] };
   * const feature = { type: 'Feature', id: 'a', geometry, properties: { services: ['toilet'] } };
   * const collection = { type: 'FeatureCollection', features: [feature] };
   * StationSet.fromGeoJson(collection, { crs: 'gcj02' }).size; // 1
   */
  static fromGeoJson(collection: unknown, options: StationSetOptions): StationSet {
    const { records, crs, terms } = readGeoJson(collection);
    return StationSet.from(records as StationRecord[], {
      ...options,
      sourceCrs: options?.sourceCrs ?? crs,
      terms: options?.terms ?? terms,
    });
  }

  /** How many stations there are. */
  get size(): number {
    return this.index.stations.length;
  }

  /** The station of this id, if there is one; at once, however many there are. */
  get(id: string): Station | undefined {
    return this.byId.get(id);
  }

  /**
   * The nearest stations that pass the filter, nearest first. Takes time in proportion to the logarithm
   * of the set's size for each station returned or turned down by the filter.
   *
   * @throws InvalidPositionError, InvalidOptionError, UnknownCodeError
   * @example
   * const [hit] = set.nearest([121.47, 31.23], { limit: 1, maxDistanceMeters: 3000 });
   * Math.round(hit.distanceMeters); // 356
   */
  nearest(position: Position, options: NearestOptions = {}): StationHit[] {
    return queryNearest(this.index, position, options);
  }

  /**
   * The stations within a distance of a route, in the order they are passed.
   *
   * @throws InvalidPositionError, InvalidOptionError, UnknownCodeError
   * @example
   * const route = Route.from([[121.46, 31.23], [121.48, 31.23]], { crs: 'gcj02' });
   * const [hit] = set.along(route, { widthMeters: 100 });
   * [Math.round(hit.alongMeters), Math.round(hit.offsetMeters), hit.side]; // [1309, 44, 'left']
   */
  along(route: Route, options: AlongOptions = {}): CorridorHit[] {
    return queryAlong(this.index, route, options);
  }

  /**
   * The stations in a box of degrees, edges included, in the order of the records.
   *
   * @throws InvalidOptionError, UnknownCodeError
   * @example
   * set.inBounds([121.47, 31.22, 121.48, 31.24], { services: ['toilet'] }).length; // 1
   */
  inBounds(bounds: Bounds, filter: Filter = {}): Station[] {
    const { stations } = this.index;
    const passes = readFilter(filter);
    return this.itemsWithin(readBounds(bounds))
      .map((item) => stations[item]!)
      .filter(passes);
  }

  /**
   * The stations in a polygon or several, outline included and holes left out, in the order of the
   * records. Edges are straight in degrees, as GeoJSON has it.
   *
   * @throws InvalidGeoJsonError, InvalidAreaError, InvalidOptionError, UnknownCodeError
   * @example
   * const ring = [[121.4, 31.2], [121.5, 31.2], [121.5, 31.3], [121.4, 31.2]];
   * set.inArea({ type: 'Polygon', coordinates: [ring] }).length; // 1
   */
  inArea(area: Area, filter: Filter = {}): Station[] {
    const { stations } = this.index;
    const passes = readFilter(filter);
    const polygons = readArea(area);
    const near = new Set(boxesOf(polygons).flatMap((box) => this.itemsWithin(box)));
    return [...near]
      .sort((a, b) => a - b)
      .map((item) => stations[item]!)
      .filter((station) => areaHolds(polygons, station.position) && passes(station));
  }

  private itemsWithin(bounds: Bounds): number[] {
    this.boundsIndex ??= new BoundsIndex(this.index.stations.map((station) => station.position));
    return this.boundsIndex.within(bounds);
  }

  /**
   * The stations that pass the filter, in the order of the records; all of them without one.
   *
   * @throws InvalidOptionError, UnknownCodeError
   * @example
   * set.filter({ services: ['toilet', 'shower'] }).length; // 0
   */
  filter(filter: Filter = {}): Station[] {
    return this.index.stations.filter(readFilter(filter));
  }

  /**
   * How many stations pass the filter, and how many of them have each service, kind, audience, way in
   * and district.
   *
   * @throws InvalidOptionError, UnknownCodeError
   * @example
   * set.count({ audience: 'courier' }).services; // { toilet: 1 }
   */
  count(filter: Filter = {}): Counts {
    return countStations(this.filter(filter));
  }

  /**
   * The set as a GeoJSON feature collection, which {@link StationSet.fromGeoJson} reads back.
   *
   * @param options `crs`: what to write positions in; the set's own by default
   * @throws UnknownCodeError when the CRS is none
   * @example
   * set.toGeoJson().features[0].geometry.coordinates; // [121.4737, 31.2304]
   */
  toGeoJson(options: { readonly crs?: Crs | undefined } = {}): StationCollection {
    checkOptionNames(options, ['crs']);
    const crs = options.crs === undefined ? this.crs : readCrs(options.crs, 'crs');
    return writeGeoJson(this.index.stations, this.terms, this.crs, crs);
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof (value as Partial<Iterable<unknown>> | undefined)?.[Symbol.iterator] === 'function';
}
