import type { LngLat } from '../../src/geo/position';
import { metersPerDegree } from './distance';

/** A route in numbers side by side, measured in planes and cut into short runs of segments. */
export interface CutRoute {
  readonly lngs: Float64Array;
  readonly lats: Float64Array;
  /** Metres from the start to each vertex. */
  readonly meters: Float64Array;
  /** By run: the vertex at which it ends, and the next one begins. */
  readonly ends: readonly number[];
}

/** @param longestMeters no run is longer, but for one of a single segment */
export function cutRoute(route: readonly LngLat[], longestMeters: number): CutRoute {
  const lngs = new Float64Array(route.length);
  const lats = new Float64Array(route.length);
  const meters = new Float64Array(route.length);
  const ends: number[] = [];
  let scale = metersPerDegree(route[0]!.lat);
  let scaleLat = route[0]!.lat;
  let runStart = 0;
  for (let i = 0; i < route.length; i++) {
    const { lng, lat } = route[i]!;
    lngs[i] = lng;
    lats[i] = lat;
    if (i === 0) continue;
    // About 100 m farther north or south, a degree is as long as before to one part in 10,000.
    if (Math.abs(lat - scaleLat) > 0.001) {
      scale = metersPerDegree(lat);
      scaleLat = lat;
    }
    const x = (lng - lngs[i - 1]!) * scale.lng;
    const y = (lat - lats[i - 1]!) * scale.lat;
    meters[i] = meters[i - 1]! + Math.sqrt(x * x + y * y);
    if (meters[i]! - runStart <= longestMeters || i === 1) continue;
    ends.push(i - 1);
    runStart = meters[i - 1]!;
  }
  ends.push(route.length - 1);
  return { lngs, lats, meters, ends };
}
