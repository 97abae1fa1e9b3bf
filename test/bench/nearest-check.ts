import type { Service, Station } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { type Agreement, compareIds } from './agreement';
import { nearestByChords } from './chord-oracle';
import { GeodesicOracle, tolerance } from './geodesic-oracle';
import { isOurs } from './measure';
import type { NearestContestant } from './nearest-contestant';

/** What is asked. */
export interface Question {
  readonly limit: number;
  readonly services: readonly Service[];
}

/**
 * Compares every contestant's answers with those by geodesics on the ellipsoid (GeographicLib), as many as
 * the contestant is given in one round. Ours are also compared with those by straight chords, and must be
 * the same to the last: by geodesics, distances of thousands of kilometres may differ by what we document.
 */
export function checkNearest(
  contestants: readonly NearestContestant[],
  stations: readonly Station[],
  { limit, services }: Question,
  riders: readonly LngLat[],
): Agreement[] {
  const able = stations.filter((station) =>
    services.every((service) => station.services.includes(service)),
  );
  const oracle = new GeodesicOracle(able);
  const wanted = riders.map((from) => ({ right: oracle.nearest(from, limit), limit }));
  const chords = nearestByChords(able, riders, limit);
  return contestants.map(({ name, ids, inputs }) => {
    const answers = riders.slice(0, inputs).map(ids);
    const agreement = compareIds(name, answers, wanted, tolerance);
    if (!isOurs(name)) return agreement;
    const wrong = answers.findIndex((answer, i) => answer.join() !== chords[i]!.join());
    if (wrong < 0) return agreement;
    const firstDifference = `question ${wrong + 1}: by chords ${chords[wrong]!.join()}`;
    return { firstDifference, ...agreement, reordered: agreement.reordered + 1 };
  });
}
