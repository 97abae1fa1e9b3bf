import { expect } from 'vitest';
import type { Filter, NearestOptions, Station, StationRecord, StationSet } from '../../src/core';
import { convert } from '../../src/core';
import { access, audiences, kinds, services } from '../../src/dataset/vocabulary';
import type { LngLat } from '../../src/geo/position';
import { geodesicMeters, sphereMeters } from './geodesic';
import type { Random } from './random';

const keys = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];
const serviceCodes = keys(services);
const audienceCodes = keys(audiences);
const accessCodes = keys(access);
const kindCodes = keys(kinds);
const districts = ['310101', '310104', '310115'];

export interface Cluster extends LngLat {
  readonly spread: number;
}

/** Seeded stations around a place, a tenth of them on top of each other. */
export function randomRecords(random: Random, size: number, around: Cluster): StationRecord[] {
  const records: StationRecord[] = [];
  for (let i = 0; i < size; i++) {
    const same = random.chance(0.1) ? records[random.int(0, i - 1)] : undefined;
    records.push({
      id: `s${random.int(0, 1e9)}-${i}`,
      position: same?.position ?? {
        lng: wrap(random.between(around.lng - around.spread, around.lng + around.spread)),
        lat: Math.max(
          -90,
          Math.min(90, random.between(around.lat - around.spread, around.lat + around.spread)),
        ),
      },
      kind: random.pick(kindCodes),
      services: random.some(serviceCodes, 9),
      audiences: random.chance(0.5) ? [] : random.some(audienceCodes, 3),
      access: random.chance(0.2) ? [] : random.some(accessCodes, 3),
      district: random.pick(districts),
    });
  }
  return records;
}

function wrap(lng: number): number {
  return lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng;
}

/** Each part of a filter, one time in three. */
export function randomFilter(random: Random): Filter {
  const where = (station: Station) => station.id.length % 2 === 0;
  return {
    services: random.chance(0.33) ? random.some(serviceCodes, 2) : undefined,
    anyService: random.chance(0.33) ? random.some(serviceCodes, 3) : undefined,
    audience: random.chance(0.33) ? random.pick(audienceCodes) : undefined,
    access: random.chance(0.33) ? random.some(accessCodes, 2) : undefined,
    kinds: random.chance(0.33) ? random.some(kindCodes, 5) : undefined,
    districts: random.chance(0.2) ? random.some(districts, 2) : undefined,
    where: random.chance(0.2) ? where : undefined,
  };
}

/** What a filter means, written out again and slowly. */
export function passesFilter(station: Station, filter: Filter): boolean {
  const has = (list: readonly string[], code: string) => list.indexOf(code) >= 0;
  for (const code of filter.services ?? []) if (!has(station.services, code)) return false;
  if (filter.anyService && !filter.anyService.some((code) => has(station.services, code)))
    return false;
  if (filter.audience && station.audiences.length > 0 && !has(station.audiences, filter.audience))
    return false;
  if (filter.access && !filter.access.some((code) => has(station.access, code))) return false;
  if (filter.kinds && !has(filter.kinds, station.kind)) return false;
  if (filter.districts && !has(filter.districts, station.district ?? '')) return false;
  return filter.where ? filter.where(station) : true;
}

/** WGS-84 positions of a set's stations, worked out once. */
const wgsPositions = new WeakMap<StationSet, Map<Station, LngLat>>();

function wgsPositionsOf(set: StationSet): Map<Station, LngLat> {
  let positions = wgsPositions.get(set);
  if (positions === undefined) {
    positions = new Map(
      set.filter().map((station) => [station, convert(station.position, set.crs, 'wgs84')]),
    );
    wgsPositions.set(set, positions);
  }
  return positions;
}

/** By how much a distance may differ from the geodesic: the documented bounds. */
function allowedError(meters: number): number {
  if (meters <= 100_000) return 0.01;
  if (meters <= 1_000_000) return meters * 12e-6;
  return meters <= 5_000_000 ? meters * 3e-4 : meters * 0.01;
}

/**
 * How near two geodesics must be for their order to be in doubt: turning a chord into an arc of the mean
 * radius is off by the chord's cube over 24 R², times the 1.5 % by which R² differs from the curvature
 * there. That is 15 nm at 1 km and 15 µm at 10 km.
 */
function orderDoubt(meters: number): number {
  return meters > 100_000
    ? 2 * allowedError(meters)
    : 1e-6 + (2 * 0.015 * meters ** 3) / (24 * 6371008.8 ** 2);
}

/**
 * Compares one query with trying every station: the same ids in the same order, distances within the
 * documented bounds. Haversine says which stations could be among the results, with twice its greatest
 * error to spare; those are measured by geodesics.
 */
export function expectNearestLikeBruteForce(
  set: StationSet,
  from: LngLat,
  options: NearestOptions,
): void {
  const { limit = Number.POSITIVE_INFINITY, maxDistanceMeters = Number.POSITIVE_INFINITY } =
    options;
  const origin = convert(from, set.crs, 'wgs84');
  const rough = [...wgsPositionsOf(set)]
    .filter(([station]) => passesFilter(station, options))
    .map(([{ id }, position]) => ({ id, position, meters: sphereMeters(origin, position) }))
    .sort((a, b) => a.meters - b.meters);
  const last = rough[Math.min(limit, rough.length) - 1]?.meters ?? 0;
  const reach = Math.min(last, maxDistanceMeters) * 1.025 + 1;
  const expected = rough
    .filter(({ meters }) => meters <= reach)
    .map(({ id, position }) => ({ id, position, meters: geodesicMeters(origin, position) }))
    .filter(({ meters }) => meters <= maxDistanceMeters)
    .sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
  const hits = set.nearest(from, options);
  expect(hits).toHaveLength(expected.length);
  expect(new Set(hits.map((hit) => hit.station.id)).size).toBe(hits.length);
  hits.forEach((hit, i) => {
    const { id, meters } = expected[i]!;
    const before = hits[i - 1];
    if (before?.distanceMeters === hit.distanceMeters)
      expect(before.station.id < hit.station.id).toBe(true);
    expect(Math.abs(hit.distanceMeters - meters)).toBeLessThanOrEqual(allowedError(meters));
    if (hit.station.id === id) return;
    const measured = geodesicMeters(origin, wgsPositionsOf(set).get(hit.station)!);
    expect(
      Math.abs(measured - meters),
      `${hit.station.id} for ${id} at ${meters} m`,
    ).toBeLessThanOrEqual(orderDoubt(meters));
  });
}
