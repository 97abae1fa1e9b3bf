import type { Station } from '../../src/core';
import type { LngLat } from '../../src/geo/position';

const radians = Math.PI / 180;

/** No index at all: one pass over all stations that keeps the nearest, as fast as it can be written. */
export class Scan {
  private readonly lngs: Float64Array;
  private readonly lats: Float64Array;
  private readonly cosLats: Float64Array;

  constructor(stations: readonly Station[]) {
    this.lngs = Float64Array.from(stations, ({ position }) => position.lng * radians);
    this.lats = Float64Array.from(stations, ({ position }) => position.lat * radians);
    this.cosLats = this.lats.map(Math.cos);
  }

  /** Items, nearest first, by haversines: they grow with the distance, so no arc is needed. */
  nearest(from: LngLat, limit: number): Uint32Array {
    const { lngs, lats, cosLats } = this;
    const lng = from.lng * radians;
    const lat = from.lat * radians;
    const cosLat = Math.cos(lat);
    const items = new Uint32Array(Math.min(limit, lngs.length));
    const best = new Float64Array(items.length).fill(Number.POSITIVE_INFINITY);
    const last = best.length - 1;
    for (let item = 0; item < lngs.length; item++) {
      const sinLat = Math.sin((lats[item]! - lat) / 2);
      const sinLng = Math.sin((lngs[item]! - lng) / 2);
      const haversine = sinLat * sinLat + cosLat * cosLats[item]! * sinLng * sinLng;
      if (haversine >= best[last]!) continue;
      let at = last;
      for (; at > 0 && haversine < best[at - 1]!; at--) {
        best[at] = best[at - 1]!;
        items[at] = items[at - 1]!;
      }
      best[at] = haversine;
      items[at] = item;
    }
    return items;
  }
}
