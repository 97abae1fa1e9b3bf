import { InvalidOptionError, InvalidRouteError, UnknownCodeError } from '../errors';
import { show } from '../wording';
import { type Crs, convertChecked, readCrs } from './crs';
import { measurePath, type Path, pathLength } from './path';
import { type LngLat, type Position, readPosition } from './position';
import { decodeGeoJsonLine } from './route-formats';

/** The ways of writing a route that `Route.decode` reads. */
export type RouteFormat = 'geojson';

const routeFormats: readonly RouteFormat[] = ['geojson'];

export interface RouteOptions {
  /** What the coordinates are in. Required: no guessing. */
  readonly crs: Crs;
}

export interface RouteDecodeOptions extends RouteOptions {
  readonly format: RouteFormat;
}

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
   * @throws InvalidRouteError when there is none, or when two neighbours are antipodes
   * @throws UnknownCodeError when the CRS is none
   * @example
   * Route.from([{ lng: 179.9, lat: 0 }, { lng: -179.9, lat: 0 }], { crs: 'wgs84' }).positions.length; // 2
   */
  static from(points: readonly Position[], options: RouteOptions): Route {
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
   * Reads a route as somebody else wrote it. `geojson`: a LineString, a MultiLineString (joined), a
   * Feature or a FeatureCollection of these, as an object or as text.
   *
   * @throws InvalidGeoJsonError, InvalidPositionError, InvalidRouteError, UnknownCodeError
   * @example
   * const text = '{ "type": "LineString", "coordinates": [[121.46, 31.23], [121.48, 31.23]] }';
   * Math.round(Route.decode(text, { format: 'geojson', crs: 'gcj02' }).lengthMeters); // 1911
   */
  static decode(input: unknown, options: RouteDecodeOptions): Route {
    if (typeof options !== 'object' || options === null) {
      throw new InvalidOptionError('options', options, '{ format, crs }');
    }
    if (!routeFormats.includes(options.format)) {
      throw new UnknownCodeError('route format', options.format, routeFormats);
    }
    return Route.from(decodeGeoJsonLine(input), options);
  }
}

/** Whether `value` is a route, also when it was made by another copy of this package (ESM beside CommonJS). */
export function isRoute(value: unknown): value is Route {
  const { path } = (value ?? {}) as Partial<Route>;
  return ArrayBuffer.isView(path?.corners) && ArrayBuffer.isView(path.boxes?.boxes);
}
