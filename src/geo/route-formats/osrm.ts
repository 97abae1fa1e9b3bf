import { InvalidRouteError } from '../../errors';
import type { LngLat } from '../position';
import { bareText, memberText } from './encoded';
import { decodeGeoJsonLine } from './geojson';
import { joinParts } from './points';
import { decodePolyline, type PolylinePrecision } from './polyline';
import {
  type Alternatives,
  listOf,
  membersOf,
  providerError,
  type RouteSource,
  unreadable,
} from './response';

/*
 * Responses that hold encoded polylines: OSRM and Mapbox (`routes[].geometry`; `matchings[]` of a trace
 * put on the map), Google Directions (`overview_polyline.points`) and Routes (`polyline.encodedPolyline`).
 */

/** A polyline by itself, or a response that holds some. */
export function polylineRoutes(source: RouteSource, precision: PolylinePrecision): Alternatives {
  const bare = bareText(source);
  if (bare !== undefined) return [() => decodePolyline(bare, precision)];
  return responseRoutes(source, precision);
}

/** GeoJSON, or a response of OSRM or Mapbox that was asked for with `geometries=geojson`. */
export function geoJsonRoutes(source: RouteSource): Alternatives {
  const { type, routes, matchings, code } = membersOf(source.value);
  if (type === undefined && (routes ?? matchings ?? code) !== undefined)
    return responseRoutes(source, undefined);
  return [() => decodeGeoJsonLine(source.value)];
}

/** @param precision of its polylines; `undefined` when it is to have none */
function responseRoutes(
  { value, text }: RouteSource,
  precision: PolylinePrecision | undefined,
): Alternatives {
  const {
    code,
    message,
    status,
    error_message: reason,
    error,
    routes,
    matchings,
  } = membersOf(value);
  if (code !== undefined && code !== 'Ok') providerError('the router', code, message);
  if (/^[A-Z_]+$/.test(String(status)) && status !== 'OK') providerError('Google', status, reason);
  if (error !== undefined) providerError('the router', membersOf(error)['message'] ?? error);
  const read = (geometry: unknown, member: string): LngLat[] => {
    if (typeof geometry === 'object') return decodeGeoJsonLine(geometry);
    if (precision !== undefined)
      return decodePolyline(memberText(String(geometry), member, text), precision);
    throw new InvalidRouteError(
      `${member} is an encoded polyline, not GeoJSON: polyline5 or polyline6`,
    );
  };
  if (Array.isArray(matchings)) {
    // The pieces of one trace, not a choice.
    return [
      () => joinParts(matchings.map((piece, i) => readRoute(piece, `matchings[${i}]`, read))),
    ];
  }
  if (!Array.isArray(routes)) {
    if (message !== undefined && status === undefined) providerError('the router', message);
    unreadable('an encoded polyline or a response with routes', value);
  }
  return routes.map((route, i) => () => readRoute(route, `routes[${i}]`, read));
}

/**
 * The steps, where they have their geometry, and otherwise the overview: that is simplified by default,
 * and of a recorded drive of 78 km keeps 19 vertices of 922 and leaves out a kilometre.
 */
function readRoute(
  route: unknown,
  member: string,
  read: (geometry: unknown, member: string) => LngLat[],
): LngLat[] {
  const steps = listOf(membersOf(route)['legs']).flatMap((leg, i) =>
    listOf(membersOf(leg)['steps']).map((step, j) => ({
      geometry: geometryOf(step),
      member: `${member}.legs[${i}].steps[${j}]`,
    })),
  );
  if (steps.length > 0 && steps.every(({ geometry }) => geometry !== undefined))
    return joinParts(steps.map((step) => read(step.geometry, step.member)));
  const geometry = geometryOf(route);
  if (geometry !== undefined) return read(geometry, member);
  throw new InvalidRouteError(
    `${member} has no geometry: ask the router for it (overview=full or steps=true; Google: routes.polyline in the field mask)`,
  );
}

/** Of a route or a step, in whichever of the shapes; `undefined` when it has none. */
export function geometryOf(value: unknown): unknown {
  const { geometry, polyline, overview_polyline: overview } = membersOf(value);
  const { points, encodedPolyline, geoJsonLinestring } = membersOf(polyline ?? overview);
  return geometry ?? encodedPolyline ?? points ?? geoJsonLinestring ?? undefined;
}
