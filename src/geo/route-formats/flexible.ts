import type { LngLat } from '../position';
import { bareText, type Encoded, memberText } from './encoded';
import { joinParts, vertexFault } from './points';
import {
  type Alternatives,
  listOf,
  membersOf,
  providerError,
  type RouteSource,
  unreadable,
} from './response';
import { VarintReader } from './varints';

/*
 * HERE's "Flexible Polyline encoding" (heremaps/flexible-polyline): a version, a header with the
 * decimals of the coordinates and whether each vertex has a third number, then differences as in
 * Google's format, in the alphabet of base64url.
 */

const expected = "a flexible polyline or a response of HERE's Routing API v8";

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const chunks = new Map(Array.from(alphabet, (char, chunk) => [char.charCodeAt(0), chunk]));
const knownVersion = 1;

export function decodeFlexible(encoded: Encoded, most = Number.POSITIVE_INFINITY): LngLat[] {
  const reader = new VarintReader(encoded, (code) => chunks.get(code) ?? -1);
  if (reader.unsigned() !== knownVersion)
    encoded.fail('a flexible polyline begins with B; was this a polyline5 or 6?', 0);
  const header = reader.unsigned();
  const factor = 10 ** (header & 15);
  const hasThird = ((header >> 4) & 7) !== 0;
  const points: LngLat[] = [];
  let lat = 0;
  let lng = 0;
  while (!reader.atEnd && points.length < most) {
    const start = reader.at;
    lat += reader.signed();
    lng += reader.signed();
    // A height or level: the route is told on the ground.
    if (hasThird) reader.signed();
    const point = { lng: lng / factor, lat: lat / factor };
    const fault = vertexFault(points.length + 1, point, 'latitude');
    if (fault !== undefined) encoded.fail(fault, start);
    points.push(point);
  }
  if (points.length === 0)
    encoded.fail('the text ends before the first vertex: it is cut short', encoded.text.length);
  return points;
}

export function flexibleRoutes(source: RouteSource): Alternatives {
  const bare = bareText(source);
  if (bare !== undefined) return [() => decodeFlexible(bare)];
  const { value, text } = source;
  const { routes, title, cause, error_description: denied, notices } = membersOf(value);
  if (!Array.isArray(routes)) {
    if (title !== undefined || denied !== undefined) providerError('HERE', title, cause, denied);
    unreadable(expected, value);
  }
  const notice = membersOf(listOf(notices)[0]);
  if (routes.length === 0 && notice['title'] !== undefined)
    providerError('HERE', notice['title'], notice['code']);
  return routes.map((route, i) => () => {
    const sections = listOf(membersOf(route)['sections']);
    if (sections.length === 0) unreadable(`routes[${i}].sections`, route);
    return joinParts(
      sections.map((section, j) => {
        const { polyline } = membersOf(section);
        const member = `routes[${i}].sections[${j}].polyline`;
        if (typeof polyline !== 'string')
          unreadable(`${member} (ask for it with return=polyline)`, polyline);
        return decodeFlexible(memberText(polyline, member, text));
      }),
    );
  });
}
