import { InvalidGeoJsonError } from '../../errors';
import { type Crs, readCrs } from '../crs';
import { type LngLat, readPosition } from '../position';
import { joinParts } from './points';
import { membersOf } from './response';

/** A route as a GeoJSON feature. GeoJSON cannot say that it is not in WGS-84, so `yizhan` does. */
export interface RouteFeature {
  type: 'Feature';
  yizhan: { crs: Crs };
  properties: { [name: string]: unknown };
  geometry: { type: 'LineString'; coordinates: [lng: number, lat: number][] };
}

const expected = 'a LineString, a MultiLineString, or a Feature or FeatureCollection of these';

/** The vertices of a GeoJSON line, several lines joined in the order given. */
export function decodeGeoJsonLine(input: unknown): LngLat[] {
  let vertices = 0;
  return joinParts(
    linesOf(input).map((line) =>
      line.map((point) => {
        const vertex = ++vertices;
        return readPosition(point, () => `vertex ${vertex} of the route`);
      }),
    ),
  );
}

/** The lines of a collection are joined; waypoints and whatever else lies beside them are not the route. */
function linesOf(input: unknown): unknown[][] {
  const { type, features } = membersOf(input);
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return linesOfGeometry(input);
  const lines = features.filter((feature) =>
    /LineString$/.test(String(geometryOf(feature)['type'])),
  );
  if (lines.length === 0) throw new InvalidGeoJsonError(expected, input);
  return lines.flatMap(linesOfGeometry);
}

/** The geometry of a feature, or what is one itself. */
function geometryOf(input: unknown): Readonly<Record<string, unknown>> {
  const { type, geometry } = membersOf(input);
  return membersOf(type === 'Feature' ? geometry : input);
}

function linesOfGeometry(input: unknown): unknown[][] {
  const { type, coordinates } = geometryOf(input);
  if (type === 'LineString' && Array.isArray(coordinates)) return [coordinates];
  if (
    type === 'MultiLineString' &&
    Array.isArray(coordinates) &&
    coordinates.every(Array.isArray)
  ) {
    return coordinates;
  }
  throw new InvalidGeoJsonError(expected, input);
}

/** @throws UnknownCodeError when the member `yizhan` states a CRS that is none */
export function statedCrs(input: unknown): Crs | undefined {
  const { crs } = membersOf(membersOf(input)['yizhan']);
  return crs === undefined ? undefined : readCrs(crs, "CRS in the GeoJSON's yizhan.crs");
}

/** A line needs two positions by RFC 7946: a single one is written twice. */
export function writeRouteFeature(points: readonly LngLat[], crs: Crs): RouteFeature {
  const coordinates = points.map(({ lng, lat }): [number, number] => [lng, lat]);
  if (points.length === 1) coordinates.push([points[0]!.lng, points[0]!.lat]);
  return {
    type: 'Feature',
    yizhan: { crs },
    properties: {},
    geometry: { type: 'LineString', coordinates },
  };
}
