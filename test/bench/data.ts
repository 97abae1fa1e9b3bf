import { sampleCrs, sampleRecords } from '../../src/cli/sample';
import {
  type Kind,
  type Service,
  type Station,
  type StationRecord,
  StationSet,
} from '../../src/core';
import { codesOf } from '../../src/dataset/vocabulary';
import type { LngLat } from '../../src/geo/position';
import type { StationIndex } from '../../src/search/station-index';
import { Random } from '../support/random';
import { jitteredPlaces, type Place, readPlaces } from './places';
import { near } from './positions';
import { handOutCodes } from './raced-codes';
import type { SetName } from './set-names';

/** Stations to search, in WGS-84 so that every contestant reads the same degrees. */
export interface Data {
  readonly name: string;
  readonly set: StationSet;
  /** What the set searches. */
  readonly index: StationIndex;
  /** In the order of the records: a station's number is its item. */
  readonly stations: readonly Station[];
}

const million = 1_000_000;

/** @param placesFile the table of GeoNames */
export function readData(set: SetName, placesFile: string): Data {
  if (set === 'S') return sample();
  const places = readPlaces(placesFile);
  if (set === 'N') return dataOf('N: real places', withServices(places));
  return dataOf('M: synthetic', withServices(jitteredPlaces(places, million)));
}

/** The sample that ships with the command line. Its stations are made up; their number is real. */
function sample(): Data {
  const stations = StationSet.from(sampleRecords(), {
    crs: 'wgs84',
    sourceCrs: sampleCrs,
  }).filter();
  const codes = handOutCodes(stations.map(({ position }) => position));
  const records = stations.map((station, item) => ({
    ...station,
    services: [...station.services, ...codes[item]!],
  }));
  return dataOf('S: sample', records);
}

/** Places with the raced codes, and with ordinary ones so that there are as many bits as in earnest. */
function* withServices(places: readonly Place[]): Generator<StationRecord> {
  const random = new Random(6);
  const codes = handOutCodes(places.map(({ position }) => position));
  const kinds = codesOf('kinds') as readonly Kind[];
  const services = codesOf('services') as readonly Service[];
  for (const [item, { id, position }] of places.entries()) {
    // Up to 12 that may come twice: about six.
    const ordinary = new Set(random.some(services, 12));
    yield { id, position, kind: random.pick(kinds), services: [...ordinary, ...codes[item]!] };
  }
}

function dataOf(name: string, records: Iterable<StationRecord>): Data {
  const set = StationSet.from(records, { crs: 'wgs84' });
  // It is private, as apps have no use for it. The kernels that are raced search just this.
  const index = set['index'];
  const size = set.size.toLocaleString('en');
  return { name: `${name}, ${size} stations`, set, index, stations: set.filter() };
}

/**
 * Where riders ask from: up to two kilometres from some station. A thousand different places, for a
 * processor learns by heart which way a few dozen searches branch, and no rider asks the same again.
 */
export function riders({ stations }: Data, size: number): LngLat[] {
  const random = new Random(7);
  return Array.from({ length: size }, () => near(random.pick(stations).position, 2000, random));
}
