import geographiclib from 'geographiclib-geodesic';
import type { LngLat } from '../../src/geo/position';

/** Karney's geodesics, the oracle for every distance. */
const { WGS84 } = geographiclib.Geodesic;

/** Metres along the geodesic between two WGS-84 positions. */
export function geodesicMeters(from: LngLat, to: LngLat): number {
  return WGS84.Inverse(from.lat, from.lng, to.lat, to.lng).s12!;
}

/**
 * Metres on the mean sphere (haversine): within 0.6 % of the geodesic anywhere, and quick. Oracles use it
 * to see which places need measuring.
 */
export function sphereMeters(from: LngLat, to: LngLat): number {
  const radians = Math.PI / 180;
  const sinLat = Math.sin(((to.lat - from.lat) * radians) / 2);
  const sinLng = Math.sin(((to.lng - from.lng) * radians) / 2);
  const h =
    sinLat * sinLat + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * sinLng * sinLng;
  return 2 * 6371008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The direction of the geodesic at its start, 0 to 360. */
export function geodesicBearing(from: LngLat, to: LngLat): number {
  return (WGS84.Inverse(from.lat, from.lng, to.lat, to.lng).azi1! + 360) % 360;
}

/** A geodesic from one position to another, by metres from its start. */
function geodesicLine(from: LngLat, to: LngLat): { meters: number; at(meters: number): LngLat } {
  const line = WGS84.InverseLine(from.lat, from.lng, to.lat, to.lng);
  return {
    meters: line.s13,
    at(meters) {
      const { lat2, lon2 } = line.Position(meters);
      return { lng: lon2!, lat: lat2! };
    },
  };
}

/**
 * The closest place of a geodesic to a position, by golden-section search: metres along, and off.
 *
 * @param guess how far along it may be; near there it is looked for first
 */
export function closestOnGeodesic(
  from: LngLat,
  to: LngLat,
  position: LngLat,
  guess?: number,
): { along: number; offset: number } {
  const line = geodesicLine(from, to);
  const golden = (Math.sqrt(5) - 1) / 2;
  const offAt = (meters: number) => geodesicMeters(line.at(meters), position);
  const slack = guess === undefined ? line.meters : 0.5 + line.meters / 1_000;
  const least = Math.max(0, (guess ?? 0) - slack);
  const most = Math.min(line.meters, (guess ?? 0) + slack);
  let low = least;
  let high = most;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let offLeft = offAt(left);
  let offRight = offAt(right);
  while (high - low > 0.001) {
    if (offLeft < offRight) {
      high = right;
      right = left;
      offRight = offLeft;
      left = high - golden * (high - low);
      offLeft = offAt(left);
    } else {
      low = left;
      left = right;
      offLeft = offRight;
      right = low + golden * (high - low);
      offRight = offAt(right);
    }
  }
  const found = (low + high) / 2;
  // Where the search ends up against a fence of its own, what it looks for lies beyond.
  if ((least > 0 && found < least + 0.1) || (most < line.meters && found > most - 0.1))
    return closestOnGeodesic(from, to, position);
  const ends = [0, found, line.meters].map((along) => ({ along, offset: offAt(along) }));
  return ends.reduce((best, end) => (end.offset < best.offset ? end : best));
}
