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

function linesOf(input: unknown): unknown[][] {
  const { type, coordinates, geometry, features } = (input ?? {}) as Record<string, unknown>;
  if (type === 'Feature') return linesOf(geometry);
  if (type === 'FeatureCollection' && Array.isArray(features)) return features.flatMap(linesOf);
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
