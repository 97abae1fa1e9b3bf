import type { Station } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { geodesicMeters, sphereMeters } from '../support/geodesic';
import type { Right } from './agreement';
import { latitudeMeters } from './distance';

/** Distances that differ by less tell the oracle nothing about the order. */
const tieMeters = 1e-6;

/** Haversine is within 0.6 % of the ellipsoid, so whatever belongs to the answer is within this of it. */
const spare = 1.02;

/**
 * How much two distances may differ and still come in either order: twice what `StationHit` says about
 * one. That is 1 cm at 95 km, and it grows as the cube: 0.0012 % at 1,000 km, 0.03 % at 5,000 km. Farther
 * away it is up to 4 %.
 */
export function tolerance(meters: number): number {
  const error = meters <= 5_000_000 ? 0.012 * (meters / 95_000) ** 3 : 0.04 * meters;
  return Math.max(tieMeters, 2 * error);
}

/** The nearest stations, found without any tree: by haversines, then measured by geodesics. */
export class GeodesicOracle {
  private readonly lats: Float64Array;

  constructor(private readonly stations: readonly Station[]) {
    this.lats = Float64Array.from(stations, ({ position }) => position.lat);
  }

  /** Nearest first; with those beyond the limit that are as near, give or take the tolerance. */
  nearest(from: LngLat, limit: number): Right[] {
    const rough = this.reachOf(from, limit) * spare;
    return this.within(from, rough + tolerance(rough))
      .map(({ id, position }) => ({ id, meters: geodesicMeters(from, position) }))
      .sort((a, b) =>
        Math.abs(a.meters - b.meters) > tieMeters ? a.meters - b.meters : a.id < b.id ? -1 : 1,
      );
  }

  /** Haversine metres to the last of the nearest. */
  private reachOf(from: LngLat, limit: number): number {
    const best = new Float64Array(limit).fill(Number.POSITIVE_INFINITY);
    let reach = Number.POSITIVE_INFINITY;
    for (let item = 0; item < this.lats.length; item++) {
      // No way is shorter than the one due north or south.
      if (latitudeMeters(this.lats[item]! - from.lat) >= reach) continue;
      const meters = sphereMeters(from, this.stations[item]!.position);
      if (meters >= reach) continue;
      best[limit - 1] = meters;
      best.sort();
      reach = best[limit - 1]!;
    }
    return reach;
  }

  private within(from: LngLat, reach: number): Station[] {
    const { lats } = this;
    return this.stations.filter(
      ({ position }, item) =>
        latitudeMeters(lats[item]! - from.lat) <= reach && sphereMeters(from, position) <= reach,
    );
  }
}
