import type { Station } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { closestOnGeodesic, geodesicMeters } from '../support/geodesic';
import { type Agreement, compareIds } from './agreement';
import { type AlongContestant, type Passed, widthMeters } from './corridor';
import { metersPerDegree, planeFoot } from './distance';
import { isOurs } from './measure';

/** How far our metres may be from the oracle's. */
const toleranceMeters = 0.01;

/** How far the plane may be from the ellipsoid, generously: it is off by millimetres. */
const planeMeters = 0.02;

/**
 * Compares every contestant's answers with those by geodesics on the ellipsoid (GeographicLib): the
 * ids and their order, and of ours also the metres.
 */
export function checkAlong(
  contestants: readonly AlongContestant[],
  stations: readonly Station[],
  routes: readonly (readonly LngLat[])[],
): Agreement[] {
  const expected = routes.map((route) => corridorByGeodesics(stations, route));
  const wanted = expected.map((list) => ({
    right: list.map(({ id, along }) => ({ id, meters: along })),
    limit: Number.POSITIVE_INFINITY,
  }));
  return contestants.map(({ name, corridor, inputs }) => {
    const answers = routes.slice(0, inputs).map(corridor);
    const ids = answers.map((list) => list.map(({ id }) => id));
    const agreement = compareIds(name, ids, wanted, () => toleranceMeters);
    const worstMeters = worstError(answers, expected);
    if (!isOurs(name) || worstMeters <= toleranceMeters) return { ...agreement, worstMeters };
    const firstDifference = agreement.firstDifference ?? `metres off by ${worstMeters}`;
    return { ...agreement, worstMeters, firstDifference, extra: agreement.extra + 1 };
  });
}

/** Of all metres along and off the route. */
function worstError(
  answers: readonly (readonly Passed[])[],
  expected: readonly (readonly Passed[])[],
): number {
  let worst = 0;
  answers.forEach((list, question) => {
    const right = new Map(expected[question]!.map((hit) => [hit.id, hit]));
    for (const hit of list) {
      const { along, offset } = right.get(hit.id) ?? hit;
      worst = Math.max(worst, Math.abs(hit.along - along), Math.abs(hit.offset - offset));
    }
  });
  return worst;
}

/** The plane tells which segments can be the closest; geodesics decide among those. */
function corridorByGeodesics(stations: readonly Station[], route: readonly LngLat[]): Passed[] {
  const starts = [0];
  for (let i = 1; i < route.length; i++) {
    starts.push(starts[i - 1]! + geodesicMeters(route[i - 1]!, route[i]!));
  }
  const passed: Passed[] = [];
  const candidates = stations.filter(isNear(route));
  for (const { id, position } of candidates) {
    const rough = roughOffsets(position, route);
    const reach = rough.reduce((least, offset) => Math.min(least, offset)) + planeMeters;
    if (reach > widthMeters + 2 * planeMeters) continue;
    let best: Passed | undefined;
    rough.forEach((offset, i) => {
      if (offset > reach) return;
      const exact = closestOnGeodesic(route[i]!, route[i + 1]!, position);
      if (best !== undefined && exact.offset >= best.offset) return;
      best = { id, along: starts[i]! + exact.along, offset: exact.offset };
    });
    if (best !== undefined && best.offset <= widthMeters) passed.push(best);
  }
  return passed.sort((a, b) => a.along - b.along || (a.id < b.id ? -1 : 1));
}

/** About 500 m: nothing farther from all vertices can be in the corridor, for no segment is longer than 11 m. */
function degreesAround(lat: number): LngLat {
  const scale = metersPerDegree(lat);
  return { lng: 500 / scale.lng, lat: 500 / scale.lat };
}

/** Whether a station is in the box around the route: quick, for most are not. */
function isNear(route: readonly LngLat[]): (station: Station) => boolean {
  const margin = degreesAround(route[0]!.lat);
  const lngs = route.map(({ lng }) => lng);
  const lats = route.map(({ lat }) => lat);
  // The route is 20 km long: twice the margin is enough wherever it goes.
  const west = Math.min(...lngs) - 2 * margin.lng;
  const east = Math.max(...lngs) + 2 * margin.lng;
  const south = Math.min(...lats) - 2 * margin.lat;
  const north = Math.max(...lats) + 2 * margin.lat;
  return ({ position: { lng, lat } }) => lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Metres from a position to each segment; infinite where it is too far to matter. */
function roughOffsets(position: LngLat, route: readonly LngLat[]): Float64Array {
  const offsets = new Float64Array(route.length - 1).fill(Number.POSITIVE_INFINITY);
  const around = degreesAround(position.lat);
  for (let i = 0; i + 1 < route.length; i++) {
    const from = route[i]!;
    if (
      Math.abs(from.lat - position.lat) > around.lat ||
      Math.abs(from.lng - position.lng) > around.lng
    ) {
      continue;
    }
    offsets[i] = planeFoot(position, from, route[i + 1]!).offset;
  }
  return offsets;
}
