import type { LngLat } from '../position';
import { bareText, type Encoded } from './encoded';
import { joinParts, vertexFault } from './points';
import { type Alternatives, type RouteSource, unreadable } from './response';
import { scanTags, type Tag } from './xml-tags';

/*
 * GPX 1.0 and 1.1 (topografix.com): the points of all segments of all tracks, joined; where there is no
 * track, those of the routes. Waypoints are not the route.
 */

export function gpxRoutes(source: RouteSource): Alternatives {
  const bare = bareText(source);
  if (bare === undefined) unreadable('the text of a GPX file', source.value);
  return [() => decodeGpx(bare)];
}

function decodeGpx(encoded: Encoded): LngLat[] {
  const tracks: LngLat[][] = [];
  const routes: LngLat[][] = [];
  let first = true;
  scanTags(encoded, (tag) => {
    if (first && tag.name !== 'gpx') encoded.fail(`expected <gpx>, got <${tag.name}>`, tag.index);
    first = false;
    if (tag.name === 'trkseg') tracks.push([]);
    else if (tag.name === 'rte') routes.push([]);
    else if (tag.name === 'trkpt') addPoint(tracks, tag, encoded);
    else if (tag.name === 'rtept') addPoint(routes, tag, encoded);
  });
  const parts = tracks.some((part) => part.length > 0) ? tracks : routes;
  if (!parts.some((part) => part.length > 0))
    encoded.fail('it has no track and no route: no trkpt, no rtept', 0);
  return joinParts(parts);
}

function addPoint(parts: readonly LngLat[][], tag: Tag, encoded: Encoded): void {
  const part = parts[parts.length - 1];
  if (part === undefined) encoded.fail(`<${tag.name}> outside of a segment or route`, tag.index);
  const degrees = (attribute: 'lat' | 'lon'): number => {
    const text = tag.attributes[attribute];
    if (text === undefined || !/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text))
      encoded.fail(`<${tag.name}> needs ${attribute} in degrees, got ${text ?? 'none'}`, tag.index);
    return Number(text);
  };
  const point = { lng: degrees('lon'), lat: degrees('lat') };
  const fault = vertexFault(part.length + 1, point, 'latitude');
  if (fault !== undefined) encoded.fail(fault, tag.index);
  part.push(point);
}
