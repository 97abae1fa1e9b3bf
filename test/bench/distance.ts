import type { LngLat } from '../../src/geo/position';

const radius = 6371008.8;
const radians = Math.PI / 180;

/** Metres on the mean sphere along a meridian; nothing that many degrees of latitude away is nearer. */
export function latitudeMeters(degrees: number): number {
  return radius * radians * Math.abs(degrees);
}

/** Metres per degree on the WGS-84 ellipsoid at a latitude, as cheap-ruler has it. */
export function metersPerDegree(lat: number): { readonly lng: number; readonly lat: number } {
  const e2 = 0.0066943799901413165;
  const cos = Math.cos(lat * radians);
  const w2 = 1 / (1 - e2 * (1 - cos * cos));
  const w = Math.sqrt(w2);
  return { lng: radians * 6378137 * w * cos, lat: radians * 6378137 * w * w2 * (1 - e2) };
}

/** The closest place of a segment. */
export interface PlaneFoot {
  /** How far along the segment, 0 to 1. */
  readonly t: number;
  /** Metres from the place to the segment. */
  readonly offset: number;
}

/** Where a short segment is closest, reckoned in the plane at `place`: off by millimetres at this scale. */
export function planeFoot(place: LngLat, from: LngLat, to: LngLat): PlaneFoot {
  const scale = metersPerDegree(place.lat);
  const dx = (to.lng - from.lng) * scale.lng;
  const dy = (to.lat - from.lat) * scale.lat;
  const px = (place.lng - from.lng) * scale.lng;
  const py = (place.lat - from.lat) * scale.lat;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
  return { t, offset: Math.hypot(px - t * dx, py - t * dy) };
}
