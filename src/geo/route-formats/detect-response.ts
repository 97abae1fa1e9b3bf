import { guessEncoded } from './detect-encoded';
import { statedCrs } from './geojson';
import { known, type RouteGuess, undecided } from './guess';
import { geometryOf } from './osrm';
import { listOf, membersOf } from './response';
import { decodeTencent, isInDegrees } from './tencent';

/** So many numbers of a list are looked at; even, for whole vertices. */
const glance = 2000;

/** A list: Tencent's numbers, or positions by themselves. */
export function guessList(list: readonly unknown[]): RouteGuess {
  if (typeof list[0] === 'object')
    return undecided([], 'a list of objects or lists: Route.from() reads one of positions');
  if (list.length < 4) return undecided([], 'a list of fewer than four numbers: too short to tell');
  const start = list.slice(0, glance);
  decodeTencent(start, (message, index) => {
    throw new RangeError(`item ${index + 1}: ${message}`);
  });
  if (isInDegrees(start as number[]))
    return undecided(['tencent'], 'numbers in degrees, which tencent reads; state the CRS');
  return known('tencent', 'gcj02', "Tencent's compressed list of numbers, in GCJ-02");
}

export function guessResponse(response: object): RouteGuess {
  const { type, route, data, infocode, errcode, result, routes, matchings, status, message } =
    membersOf(response);
  if (typeof type === 'string') return guessGeoJson(response, type);
  const inData = membersOf(data);
  const { paths, transits } = membersOf(route ?? inData['route'] ?? inData);
  if ((infocode ?? errcode ?? paths ?? transits) !== undefined)
    return known('amap', 'gcj02', "a response of Amap's, in GCJ-02");
  const first = membersOf(listOf(membersOf(result)['routes'])[0]);
  if (Array.isArray(first['polyline']))
    return known('tencent', 'gcj02', "a response of Tencent's, in GCJ-02");
  if (Array.isArray(first['steps'])) {
    return known(
      'baidu',
      undefined,
      "a response of Baidu's: in BD-09 unless it was asked with ret_coordtype=gcj02; state the CRS",
    );
  }
  if (Array.isArray(routes)) return guessRoute(routes[0]);
  if (Array.isArray(matchings)) return guessRoute(matchings[0]);
  if (typeof status === 'number' && typeof message === 'string')
    return undecided(['tencent', 'baidu'], `an answer without a route: ${message}`);
  return undecided([], 'JSON, but of no provider known here');
}

function guessGeoJson(value: object, type: string): RouteGuess {
  const { geometry, features } = membersOf(value);
  const shapes = [value, geometry, ...listOf(features).map((one) => membersOf(one)['geometry'])];
  if (!shapes.some((shape) => /LineString$/.test(String(membersOf(shape)['type']))))
    return undecided([], `JSON of type ${type} without a line`);
  const crs = statedCrs(value);
  if (crs !== undefined) return known('geojson', crs, 'GeoJSON that states its CRS');
  return known('geojson', undefined, 'GeoJSON that does not say its CRS; state it');
}

/** One of the routes of OSRM, Mapbox, Google or HERE. */
function guessRoute(route: unknown): RouteGuess {
  const { sections, legs, distance } = membersOf(route);
  if (Array.isArray(sections)) {
    const { polyline } = membersOf(sections[0]);
    if (typeof polyline === 'string') return guessEncoded(polyline);
    return known('flexible', undefined, 'a response of HERE without polylines');
  }
  if (membersOf(route)['geometry'] === undefined && geometryOf(route) !== undefined)
    return known('polyline5', undefined, 'a response of Google; state the CRS');
  const step = listOf(membersOf(listOf(legs)[0])['steps'])[0];
  const measured = geometryOf(route) === undefined ? step : route;
  const geometry = geometryOf(measured);
  if (geometry === undefined) return undecided([], 'a response whose routes have no geometry');
  const guess =
    typeof geometry === 'string'
      ? guessEncoded(geometry, membersOf(measured)['distance'] ?? distance)
      : known('geojson', undefined, 'a line of GeoJSON');
  if (guess.format === undefined) return guess;
  const reason = "a response in the shape of OSRM's and Mapbox's, which are in WGS-84";
  return known(guess.format, 'wgs84', reason);
}
