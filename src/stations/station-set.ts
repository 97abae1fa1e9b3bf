import { type StationCollection, writeGeoJson } from '../dataset/geojson';
import { unpacked } from '../dataset/gzip';
import type { ClockOptions } from '../dataset/hours/local-clock';
import { readPack } from '../dataset/pack/read-pack';
import { type DescribeOptions, describe } from '../dataset/schedule/describe';
import { type Instant, type Opening, openingAt } from '../dataset/schedule/opening';
import type { Station } from '../dataset/station';
import type { OwnTerms } from '../dataset/vocabulary';
import type { RecordProblem } from '../errors';
import type { Bounds } from '../geo/bounds';
import { type Crs, readCrs } from '../geo/crs';
import type { Position } from '../geo/position';
import type { Route } from '../geo/route';
import { type NavigationLink, navigationLink, navigationLinks } from '../links/navigation-links';
import { checkOptionNames } from '../options';
import { type AlongOptions, type CorridorHit, queryAlong } from '../search/along-query';
import type { Area } from '../search/area';
import { AreaQueries } from '../search/area-queries';
import { subtree } from '../search/build-tree';
import { type Counts, countStations } from '../search/counts';
import type { Filter } from '../search/filter';
import { placesOf, readMatching, stationsAt } from '../search/matching';
import {
  type NearestFirstOptions,
  type NearestOptions,
  queryNearest,
  queryNearestFirst,
  type StationHit,
} from '../search/nearest-query';
import { PreparedFilters } from '../search/prepared-filters';
import { indexPack, type StationIndex } from '../search/station-index';
import { linkOptionsOf, type SetLinkOptions } from './set-options';

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
  /** What was said of the stations' clocks and holidays. */
  readonly clock: ClockOptions;
  /** What was wrong with the records that are not in the set. */
  readonly skipped: readonly RecordProblem[];
  private readonly index: StationIndex;
  private readonly prepared: PreparedFilters;
  private readonly areas: AreaQueries;
  /** Of a part of the stations; made by the first who asks. */
  private items: ReadonlySet<number> | undefined;

  /** @internal */
  constructor(index: StationIndex, terms: OwnTerms, skipped: readonly RecordProblem[]) {
    this.crs = index.crs;
    this.clock = index.openings.clock;
    this.terms = terms;
    this.skipped = skipped;
    this.index = index;
    this.prepared = new PreparedFilters(index);
    this.areas = new AreaQueries(index);
  }

  /**
   * A set from a pack, gzipped or not: many times sooner than from the same GeoJSON, for nothing is sorted, and texts
   * and hours are decoded when somebody wants to see them. Stations come in the order of their ids.
   *
   * @throws InvalidPackError, UnknownCodeError when the CRS is none
   * @example
   * StationSet.decode(bytes, { crs: 'gcj02' }).get('a').services; // ['toilet']
   */
  static decode(bytes: Uint8Array, options: { readonly crs: Crs }): StationSet {
    checkOptionNames(options, ['crs']);
    const crs = readCrs(options.crs, 'crs');
    const pack = readPack(unpacked(bytes));
    return new StationSet(indexPack(pack, crs), pack.head.terms, []);
  }

  /** How many stations there are. */
  get size(): number {
    return this.index.tree.size;
  }

  /** The station of this id, if there is one; at once, however many there are, but for the first time. */
  get(id: string): Station | undefined {
    const { stations, tree } = this.index;
    const item = typeof id === 'string' ? stations.itemOf(id) : -1;
    if (tree.size === stations.size) return item === -1 ? undefined : stations.at(item);
    this.items ??= new Set(tree.items);
    return this.items.has(item) ? stations.at(item) : undefined;
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
    return queryNearest(this.index, this.prepared, position, options);
  }

  /**
   * The same stations in the same order, one after another for as long as they are asked for: "show more"
   * goes on where it stopped. Ten of them take two to three times as long as in {@link StationSet.nearest},
   * 200 no longer.
   *
   * @throws InvalidPositionError, InvalidOptionError, UnknownCodeError, all of them at once
   * @example
   * const hits = set.nearestFirst([121.47, 31.23], { services: ['toilet'] });
   * const first = hits.next().value;
   * first.station.id; // 'a'
   */
  nearestFirst(
    position: Position,
    options: NearestFirstOptions = {},
  ): IterableIterator<StationHit> {
    return queryNearestFirst(this.index, this.prepared, position, options);
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
    return queryAlong(this.index, this.prepared, route, options);
  }

  /**
   * The stations that pass a filter, as a set of their own that answers the same questions; nothing is
   * copied. For a filter that stays while the rider moves: it costs one pass over the stations, and sorting
   * those that pass. A set prepares by itself what is asked for again and again. `where` is called here, once
   * for each station that passes the rest, and not again.
   *
   * @throws InvalidOptionError, UnknownCodeError
   * @example
   * const toilets = set.prepare({ services: ['toilet'] });
   * toilets.nearest([121.47, 31.23], { limit: 3, access: ['open'] }).length; // 0
   */
  prepare(filter: Filter): StationSet {
    const tree = subtree(this.index.tree, placesOf(this.index, readMatching(this.index, filter)));
    return new StationSet({ ...this.index, tree }, this.terms, this.skipped);
  }

  /**
   * The stations in a box of degrees, edges included, in the order of the records.
   *
   * @throws InvalidOptionError, UnknownCodeError
   * @example
   * set.inBounds([121.47, 31.22, 121.48, 31.24], { services: ['toilet'] }).length; // 1
   */
  inBounds(bounds: Bounds, filter: Filter = {}): Station[] {
    return this.areas.inBounds(bounds, filter);
  }

  /**
   * The stations in a polygon or several, outline included and holes left out, in the order of the
   * records. Edges are straight in degrees.
   *
   * @throws InvalidGeoJsonError, InvalidAreaError, InvalidOptionError, UnknownCodeError
   * @example
   * const ring = [[121.4, 31.2], [121.5, 31.2], [121.5, 31.3], [121.4, 31.2]];
   * set.inArea({ type: 'Polygon', coordinates: [ring] }).length; // 1
   */
  inArea(area: Area, filter: Filter = {}): Station[] {
    return this.areas.inArea(area, filter);
  }

  /**
   * The stations that pass the filter, in the order of the records; all of them without one.
   *
   * @throws InvalidOptionError, UnknownCodeError
   * @example
   * set.filter({ services: ['toilet', 'shower'] }).length; // 0
   */
  filter(filter: Filter = {}): Station[] {
    return stationsAt(this.index, placesOf(this.index, readMatching(this.index, filter)));
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
   * Whether a station of this set is open at an instant. Hits have it already, as `opening`.
   *
   * @throws InvalidOptionError
   * @example
   * set.openingAt(set.get('a'), Date.now()).state; // 'unknown'
   */
  openingAt(station: Station, instant: Instant): Opening {
    return openingAt(this.index.openings.scheduleFor(station), instant);
  }

  /**
   * The same in a person's words: `营业中 · 21:00 打烊`.
   *
   * @throws InvalidOptionError
   * @example
   * set.describeOpening(set.get('a'), { locale: 'en' }); // 'Hours unknown'
   */
  describeOpening(station: Station, options: DescribeOptions = {}): string {
    return describe(this.index.openings.scheduleFor(station), options);
  }

  /**
   * Links that lead to a station of this set, best first: the function of the same name, with the set's
   * CRS and labels. `options.from` and `options.via` are in the set's CRS, too.
   *
   * @throws InvalidOptionError, InvalidPositionError, UnknownCodeError
   * @example
   * const links = set.navigationLinks(set.get('a'), { platform: 'ios', caller: 'rider' });
   * [links[0].app, links[0].kind, links[0].mode]; // ['amap', 'app', 'ebike']
   */
  navigationLinks(station: Station, options: SetLinkOptions = {}): NavigationLink[] {
    return navigationLinks(station, linkOptionsOf(this, options));
  }

  /**
   * The first of {@link StationSet.navigationLinks}; `undefined` when what was asked for has none.
   *
   * @throws InvalidOptionError, InvalidPositionError, UnknownCodeError
   * @example
   * set.navigationLink(set.get('a'), { app: 'geo', platform: 'ios' }); // undefined
   */
  navigationLink(station: Station, options: SetLinkOptions = {}): NavigationLink | undefined {
    return navigationLink(station, linkOptionsOf(this, options));
  }

  /**
   * The set as a GeoJSON feature collection, which `StationSet.fromGeoJson` reads back.
   *
   * @param options `crs`: what to write positions in; the set's own by default
   * @throws UnknownCodeError when the CRS is none
   * @example
   * set.toGeoJson().features[0].geometry.coordinates; // [121.4737, 31.2304]
   */
  toGeoJson(options: { readonly crs?: Crs | undefined } = {}): StationCollection {
    checkOptionNames(options, ['crs']);
    const crs = options.crs === undefined ? this.crs : readCrs(options.crs, 'crs');
    return writeGeoJson(this.filter(), this.crs, { crs, terms: this.terms, clock: this.clock });
  }
}
