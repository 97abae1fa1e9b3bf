import type { Filter, Station, StationRecord } from '../../src/core';
import { access, audiences, kinds, services } from '../../src/dataset/vocabulary';
import type { LngLat } from '../../src/geo/position';
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
      position: same?.position ?? randomPosition(random, around),
      ...randomCodes(random),
    });
  }
  return records;
}

/** Somewhere in the square of degrees around a place; the Earth goes on across the antimeridian. */
export function randomPosition(random: Random, { lng, lat, spread }: Cluster): LngLat {
  return {
    lng: wrap(random.between(lng - spread, lng + spread)),
    lat: Math.max(-90, Math.min(90, random.between(lat - spread, lat + spread))),
  };
}

/** Whatever a filter can ask about. */
export function randomCodes(random: Random) {
  return {
    kind: random.pick(kindCodes),
    services: random.some(serviceCodes, 9),
    audiences: random.chance(0.5) ? [] : random.some(audienceCodes, 3),
    access: random.chance(0.2) ? [] : random.some(accessCodes, 3),
    district: random.pick(districts),
  };
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
