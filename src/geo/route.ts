import { InvalidOptionError, InvalidRouteError, UnknownCodeError } from '../errors';
import { checkOptionNames } from '../options';
import { show } from '../wording';
import { type Crs, convertChecked, readCrs } from './crs';
import { measurePath, type Path, pathLength } from './path';
import { type LngLat, type Position, readPosition } from './position';
import { decodeRoute, type RouteFormat, routeFormats } from './route-formats';
import { type RouteFeature, writeRouteFeature } from './route-formats/geojson';
import { encodePolyline } from './route-formats/polyline';

export interface RouteOptions {
  /** What the coordinates are in. Required: no guessing. */
  readonly crs: Crs;
}

export interface RouteDecodeOptions extends RouteOptions {
  readonly format: RouteFormat;
  /** Which of the alternative routes in a response, counted from 0. Default: the first. */
  readonly route?: number | undefined;
}

/** The ways of writing a route that `route.encode` knows. */
export type RouteEncodeFormat = 'polyline5' | 'polyline6' | 'geojson';

export interface RouteEncodeOptions<F extends RouteEncodeFormat = RouteEncodeFormat> {
  readonly format: F;
  /** What the coordinates are to be in. Default: the route's own CRS. */
  readonly crs?: Crs | undefined;
}

const encodeFormats: readonly RouteEncodeFormat[] = ['polyline5', 'polyline6', 'geojson'];

/**
 * A polyline to travel, measured once and then good for any number of corridor queries. Its vertices
 * are joined by shortest lines on the WGS-84 ellipsoid, so a route may cross the antimeridian. It may
 * also cross itself, repeat vertices, or have a single one.
 *
 * Between two vertices it keeps to the geodesic within 1 mm over 100 km, 1 cm over 300 km and 0.5 m
 * over 1,000 km.
 *
 * @example
 * const route = Route.from([[121.4737, 31.2304], [121.4998, 31.2397]], { crs: 'gcj02' });
 * Math.round(route.lengthMeters); // 2703
 */
export class Route {
  /** What `positions` are in. */
  readonly crs: Crs;
  readonly positions: readonly LngLat[];
  /** Metres from the first vertex to the last, on the ellipsoid. */
  readonly lengthMeters: number;
  /** @internal */
  readonly path: Path;

  private constructor(positions: readonly LngLat[], crs: Crs) {
    this.crs = crs;
    this.positions = Object.freeze(positions);
    this.path = measurePath(positions.map((position) => convertChecked(position, crs, 'wgs84')));
    this.lengthMeters = pathLength(this.path);
    Object.freeze(this);
  }

  /**
   * A route through these positions, in this order.
   *
   * @throws InvalidPositionError naming the vertex, counted from 1
   * @throws InvalidRouteError when there is none, when two neighbours are antipodes, or beyond 100,000 km
   * @throws UnknownCodeError when the CRS is none
   * @example
   * Route.from([{ lng: 179.9, lat: 0 }, { lng: -179.9, lat: 0 }], { crs: 'wgs84' }).positions.length; // 2
   */
  static from(points: readonly Position[], options: RouteOptions): Route {
    if (options !== undefined) checkOptionNames(options, ['crs']);
    const crs = readCrs(options?.crs, 'crs');
    if (!Array.isArray(points))
      throw new InvalidRouteError(`expected an array of positions, got ${show(points)}`);
    if (points.length === 0)
      throw new InvalidRouteError('it needs at least one position, got none');
    return new Route(
      points.map((point, index) =>
        Object.freeze(readPosition(point, () => `vertex ${index + 1} of the route`)),
      ),
      crs,
    );
  }

  /**
   * Reads a route as somebody else wrote it: a bare text, or a provider's whole response, as text or as
   * parsed JSON. Steps and lines are joined; where one begins at the very point at which the last ended,
   * that point is not written twice.
   *
   * - `geojson`: a LineString, a MultiLineString, a Feature or a FeatureCollection of these
   * - `amap`: `lng,lat;lng,lat`, or a response (v3 and v5 driving and walking, v4 and v5 bicycling, v5
   *   electrobike; v5 needs `show_fields=polyline`)
   * - `tencent`: the compressed list of numbers, or a response (direction/v1)
   * - `baidu`: `lng,lat;lng,lat`, or a response (direction/v2, directionlite/v1)
   * - `polyline5`, `polyline6`: an encoded polyline with so many decimals, or a response of OSRM, Mapbox
   *   or (5) Google
   * - `flexible`: HERE's, or a response of Routing v8; heights are dropped
   * - `gpx`: the text of a file; all its tracks, or its routes when it has no track
   *
   * `detectRoute` says which it probably is.
   *
   * @throws InvalidRouteError when it cannot be read, with the `character` where text is wrong, or when
   * it is an answer without a route, in the provider's words
   * @throws InvalidGeoJsonError, InvalidPositionError, InvalidOptionError, UnknownCodeError
   * @example
   * const route = Route.decode('121.46,31.23;121.48,31.23', { format: 'amap', crs: 'gcj02' });
   * Math.round(route.lengthMeters); // 1911
   */
  static decode(input: unknown, options: RouteDecodeOptions): Route {
    if (typeof options !== 'object' || options === null) {
      throw new InvalidOptionError('options', options, '{ format, crs }');
    }
    checkOptionNames(options, ['format', 'crs', 'route']);
    if (!routeFormats.includes(options.format)) {
      throw new UnknownCodeError('route format', options.format, routeFormats);
    }
    const crs = readCrs(options.crs, 'crs');
    return Route.from(decodeRoute(input, options.format, crs, options.route), { crs });
  }

  /**
   * The route as an encoded polyline, latitude first (5 decimals: to 1.1 m; 6: to 0.11 m), or as a
   * GeoJSON Feature, which says its CRS in the member `yizhan`. `Route.decode` reads them again.
   *
   * @throws InvalidOptionError, UnknownCodeError
   * @example
   * const route = Route.from([[121.46, 31.23], [121.48, 31.23]], { crs: 'gcj02' });
   * route.encode({ format: 'polyline5' }); // 'orr}D_tidV?_|B'
   * route.encode({ format: 'geojson' }).geometry.coordinates; // [[121.46, 31.23], [121.48, 31.23]]
   */
  encode(options: RouteEncodeOptions<'polyline5' | 'polyline6'>): string;
  encode(options: RouteEncodeOptions<'geojson'>): RouteFeature;
  encode(options: RouteEncodeOptions): string | RouteFeature;
  encode(options: RouteEncodeOptions): string | RouteFeature {
    checkOptionNames(options, ['format', 'crs']);
    if (!encodeFormats.includes(options.format)) {
      throw new UnknownCodeError('route format', options.format, encodeFormats);
    }
    const crs = options.crs === undefined ? this.crs : readCrs(options.crs, 'crs');
    const points = this.positions.map((position) => convertChecked(position, this.crs, crs));
    if (options.format === 'geojson') return writeRouteFeature(points, crs);
    return encodePolyline(points, options.format === 'polyline5' ? 5 : 6);
  }
}

/** Whether `value` is a route, also when it was made by another copy of this package (ESM beside CommonJS). */
export function isRoute(value: unknown): value is Route {
  const { path } = (value ?? {}) as Partial<Route>;
  return ArrayBuffer.isView(path?.corners) && ArrayBuffer.isView(path.boxes?.boxes);
}
