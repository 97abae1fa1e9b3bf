import { sampleCrs, sampleRecords } from '../../src/cli/sample';
import { type Kind, type Service, type StationRecord, StationSet } from '../../src/core';
import { codesOf } from '../../src/dataset/vocabulary';
import { Random } from '../support/random';
import { readPlaces } from './places';

/* The sets that are opened, in packs and on devices. */

/** As the other parts have it, and as long to read: with as many decimals as before. */
export function sampleInWgs84(): StationSet {
  const moved = StationSet.from(sampleRecords(), { crs: 'wgs84', sourceCrs: sampleCrs }).filter();
  const six = (degrees: number) => Number(degrees.toFixed(6));
  const rounded = moved.map(({ position, ...station }) => {
    return { ...station, position: { lng: six(position.lng), lat: six(position.lat) } };
  });
  return StationSet.from(rounded, { crs: 'wgs84' });
}

/** Places of GeoNames with their names, of made-up kinds and services. */
export function realPlaces(file: string): StationSet {
  return StationSet.from(placeRecords(file), { crs: 'wgs84' });
}

function* placeRecords(file: string): Generator<StationRecord> {
  const random = new Random(6);
  const kinds = codesOf('kinds') as readonly Kind[];
  const services = codesOf('services') as readonly Service[];
  for (const { id, name, position } of readPlaces(file)) {
    const some = new Set(random.some(services, 12));
    yield { id, name, position, kind: random.pick(kinds), services: [...some] };
  }
}
