import type { Station } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import type { Corridor, Passed } from './corridor';
import { metersPerDegree, planeFoot } from './distance';
import { kdbushOf } from './kdbush-of';

/** What one writes with kdbush: look in a box around each segment, measure what is in it. */
export function kdbushCorridor(stations: readonly Station[], widthMeters: number): Corridor {
  const index = kdbushOf(stations);
  return (route) => {
    const best = new Map<number, Passed>();
    let start = 0;
    for (let i = 1; i < route.length; i++) {
      const from = route[i - 1]!;
      const to = route[i]!;
      const length = lengthOf(from, to);
      for (const item of index.range(...boxAround(from, to, widthMeters))) {
        const { id, position } = stations[item]!;
        const { t, offset } = planeFoot(position, from, to);
        if (
          offset > widthMeters ||
          offset >= (best.get(item)?.offset ?? Number.POSITIVE_INFINITY)
        ) {
          continue;
        }
        best.set(item, { id, along: start + t * length, offset });
      }
      start += length;
    }
    return [...best.values()].sort((a, b) => a.along - b.along);
  };
}

function lengthOf(from: LngLat, to: LngLat): number {
  const scale = metersPerDegree((from.lat + to.lat) / 2);
  return Math.hypot((to.lng - from.lng) * scale.lng, (to.lat - from.lat) * scale.lat);
}

/** One per cent wider, so that the plane of the box need not be that of the measuring. */
function boxAround(from: LngLat, to: LngLat, meters: number): [number, number, number, number] {
  const scale = metersPerDegree(from.lat);
  const east = (meters * 1.01) / scale.lng;
  const north = (meters * 1.01) / scale.lat;
  return [
    Math.min(from.lng, to.lng) - east,
    Math.min(from.lat, to.lat) - north,
    Math.max(from.lng, to.lng) + east,
    Math.max(from.lat, to.lat) + north,
  ];
}
