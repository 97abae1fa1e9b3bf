import type { Service, Station } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { geodesicMeters } from '../support/geodesic';
import { type Agreement, compareIds, type Right } from './agreement';
import { haversine } from './distance';
import { limit, type NearestContestant, nearestByScan } from './nearest';

/** Distances that differ by less tell the oracle nothing about the order. */
const tieMeters = 1e-6;

/** Haversine is within 0.6 % of the ellipsoid, so whatever belongs to the answer is within this of it. */
const spare = 1.02;

/** Compares every contestant's answers with those by geodesics on the ellipsoid (GeographicLib). */
export function checkNearest(
  contestants: readonly NearestContestant[],
  stations: readonly Station[],
  service: Service | undefined,
  riders: readonly LngLat[],
): Agreement[] {
  const able = stations.filter(({ services }) => !service || services.includes(service));
  const expected = riders.map((from) => nearestByGeodesics(able, from));
  return contestants.map(({ name, ids }) => compareIds(name, riders.map(ids), expected, tieMeters));
}

function nearestByGeodesics(stations: readonly Station[], from: LngLat): Right[] {
  const rough = nearestByScan(stations, from, undefined);
  const reach = (rough[limit - 1]?.meters ?? Number.POSITIVE_INFINITY) * spare;
  return stations
    .filter(({ position }) => haversine(from, position) <= reach)
    .map(({ id, position }) => ({ id, meters: geodesicMeters(from, position) }))
    .sort((a, b) =>
      Math.abs(a.meters - b.meters) > tieMeters ? a.meters - b.meters : a.id < b.id ? -1 : 1,
    )
    .slice(0, limit);
}
