import { sampleCrs, sampleRecords } from '../../src/cli/sample';
import { type Station, type StationRecord, StationSet } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { Random } from '../support/random';
import { metersPerDegree } from './distance';

/** Stations to search, in WGS-84 so that every contestant reads the same degrees. */
export interface Data {
  readonly name: string;
  readonly set: StationSet;
  /** In the set's order. */
  readonly stations: readonly Station[];
}

const syntheticSize = 200_000;

/** S: the sample that ships with the command line. Its stations are made up; their number is real. */
export function sample(): Data {
  const set = StationSet.from(sampleRecords(), { crs: 'wgs84', sourceCrs: sampleCrs });
  return { name: `sample, ${count(set)} stations`, set, stations: set.filter() };
}

/** Copies of the sample's stations, each moved by up to a kilometre. Stands for no real place. */
export function synthetic({ stations }: Data): Data {
  const random = new Random(200_000);
  const records: StationRecord[] = [];
  for (let i = 0; i < syntheticSize; i++) {
    const { kind, services, position } = random.pick(stations);
    records.push({ id: `synthetic-${i}`, position: near(position, 1000, random), kind, services });
  }
  const set = StationSet.from(records, { crs: 'wgs84' });
  return { name: `synthetic, ${count(set)} stations`, set, stations: set.filter() };
}

/** Where riders ask from: up to two kilometres from some station of the sample. */
export function riders({ stations }: Data, size: number): LngLat[] {
  const random = new Random(7);
  return Array.from({ length: size }, () => near(random.pick(stations).position, 2000, random));
}

/** A place in the square of this half-width, in metres, around a centre. */
function near(centre: LngLat, meters: number, random: Random): LngLat {
  const scale = metersPerDegree(centre.lat);
  return {
    lng: centre.lng + random.between(-meters, meters) / scale.lng,
    lat: centre.lat + random.between(-meters, meters) / scale.lat,
  };
}

function count({ size }: StationSet): string {
  return size.toLocaleString('en');
}
