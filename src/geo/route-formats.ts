import { InvalidGeoJsonError } from '../errors';
import type { Position } from './position';

const expected = 'a LineString, a MultiLineString, or a Feature or FeatureCollection of these';

/** The vertices of a GeoJSON line, several lines joined in the order given. The positions are not checked here. */
export function decodeGeoJsonLine(input: unknown): Position[] {
  const lines = linesOf(typeof input === 'string' ? parse(input) : input);
  const joined: Position[] = [];
  for (const line of lines) {
    for (const point of line) joined.push(point as Position);
  }
  return joined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidGeoJsonError(expected, text);
  }
}

/** The lines of a collection are joined; waypoints and whatever else lies beside them are not the route. */
function linesOf(input: unknown): unknown[][] {
  const { type, features } = (input ?? {}) as Record<string, unknown>;
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return linesOfGeometry(input);
  const lines = features.filter((feature) =>
    /LineString$/.test(String(geometryOf(feature)['type'])),
  );
  if (lines.length === 0) throw new InvalidGeoJsonError(expected, input);
  return lines.flatMap(linesOfGeometry);
}

/** The geometry of a feature, or what is one itself. */
function geometryOf(input: unknown): Record<string, unknown> {
  const { type, geometry } = (input ?? {}) as Record<string, unknown>;
  return ((type === 'Feature' ? geometry : input) ?? {}) as Record<string, unknown>;
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
