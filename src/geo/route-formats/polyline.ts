import type { LngLat } from '../position';
import type { Encoded } from './encoded';
import { vertexFault } from './points';
import { VarintReader } from './varints';

/*
 * Google's "Encoded Polyline Algorithm Format": differences of rounded coordinates, latitude first, in
 * characters from `?` to `~`. Google rounds to 5 decimals; OSRM and Mapbox can also give 6.
 */

export type PolylinePrecision = 5 | 6;

/** @param most vertices to decode, for a first look at a long text */
export function decodePolyline(
  { text, fail }: Encoded,
  precision: PolylinePrecision,
  most = Number.POSITIVE_INFINITY,
): LngLat[] {
  // Copied out of JSON as it stands there, every backslash is two, and what follows is shifted.
  const hint = /\\\\/.test(text)
    ? ' (or was it copied from JSON with its backslashes doubled?)'
    : '';
  const explain = (message: string, index: number): never => fail(message + hint, index);
  const reader = new VarintReader({ text, fail: explain }, chunkOf);
  const factor = 10 ** precision;
  const points: LngLat[] = [];
  let lat = 0;
  let lng = 0;
  while (!reader.atEnd && points.length < most) {
    const start = reader.at;
    lat += reader.signed();
    lng += reader.signed();
    const point = { lng: lng / factor, lat: lat / factor };
    const fault = vertexFault(points.length + 1, point, 'latitude');
    if (fault !== undefined) {
      const other = precision === 5 && Math.abs(lat) <= 90e6 && Math.abs(lng) <= 180e6;
      explain(`${fault}, read as polyline${precision}${other ? '; was it polyline6?' : ''}`, start);
    }
    points.push(point);
  }
  return points;
}

function chunkOf(code: number): number {
  return code >= 63 && code <= 126 ? code - 63 : -1;
}

export function encodePolyline(points: readonly LngLat[], precision: PolylinePrecision): string {
  const factor = 10 ** precision;
  let text = '';
  let lat = 0;
  let lng = 0;
  for (const point of points) {
    const nextLat = round(point.lat * factor);
    const nextLng = round(point.lng * factor);
    text += encodeSigned(nextLat - lat) + encodeSigned(nextLng - lng);
    lat = nextLat;
    lng = nextLng;
  }
  return text;
}

/** Halves away from zero, as the algorithm has them; `Math.round` takes them up. */
function round(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

function encodeSigned(value: number): string {
  let left = value < 0 ? -2 * value - 1 : 2 * value;
  let text = '';
  while (left >= 32) {
    text += String.fromCharCode((left % 32) + 95);
    left = Math.floor(left / 32);
  }
  return text + String.fromCharCode(left + 63);
}
