import { expect } from 'vitest';
import type { Filter, NearestOptions, Station, StationRecord, StationSet } from '../../src/core';
import { convert } from '../../src/core';
import { access, audiences, kinds, services } from '../../src/dataset/vocabulary';
import type { LngLat } from '../../src/geo/position';
import { geodesicMeters } from './geodesic';
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
        lat: Math.max(-90, Math.min(90, random.between(around.lat - around.spread, around.lat + around.spread))),
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
  if (filter.anyService && !filter.anyService.some((code) => has(station.services, code))) return false;
  if (filter.audience && station.audiences.length > 0 && !has(station.audiences, filter.audience)) return false;
  if (filter.access && !filter.access.some((code) => has(station.access, code))) return false;
  if (filter.kinds && !has(filter.kinds, station.kind)) return false;
  if (filter.districts && !has(filter.districts, station.district ?? '')) return false;
  return filter.where ? filter.where(station) : true;
}

/**
 * Compares one query with measuring every station by geodesics: the same ids in the same order,
 * distances within 1 cm. Where the oracle's own distances differ by less than a micrometre it cannot
 * tell the order, and ids decide.
 */
export function expectNearestLikeBruteForce(
  set: StationSet,
  from: LngLat,
  options: NearestOptions,
): void {
  const { limit = Number.POSITIVE_INFINITY, maxDistanceMeters = Number.POSITIVE_INFINITY } = options;
  const origin = convert(from, set.crs, 'wgs84');
  const expected = set
    .filter()
    .filter((station) => passesFilter(station, options))
    .map((station) => ({ id: station.id, meters: geodesicMeters(origin, convert(station.position, set.crs, 'wgs84')) }))
    .filter(({ meters }) => meters <= maxDistanceMeters)
    .sort((a, b) => (Math.abs(a.meters - b.meters) > 1e-6 ? a.meters - b.meters : a.id < b.id ? -1 : 1))
    .slice(0, limit);
  const hits = set.nearest(from, options);
  expect(hits.map((hit) => hit.station.id)).toEqual(expected.map(({ id }) => id));
  hits.forEach((hit, i) => {
    const error = Math.abs(hit.distanceMeters - expected[i]!.meters);
    expect(error).toBeLessThanOrEqual(Math.max(0.01, expected[i]!.meters * 12e-6));
  });
}
