import { readFileSync } from 'node:fs';
import type { LngLat } from '../../src/geo/position';
import { Random } from '../support/random';
import { near } from './positions';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly position: LngLat;
}

/** Columns of the GeoNames table. */
const columns = { id: 0, name: 1, lat: 4, lng: 5 };

/** Every place of at least 500 people that GeoNames lists, where it really is. */
export function readPlaces(file: string): Place[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const fields = line.split('\t', columns.lng + 1);
    const lng = Number(fields[columns.lng]);
    const lat = Number(fields[columns.lat]);
    const name = fields[columns.name]!;
    return { id: `geonames-${fields[columns.id]}`, name, position: { lng, lat } };
  });
}

/** As densely as people live, but nobody's: each is some real place, moved by up to ten kilometres. */
export function jitteredPlaces(places: readonly Place[], size: number): Place[] {
  const random = new Random(size);
  return Array.from({ length: size }, (_, i) => ({
    id: `synthetic-${i}`,
    name: `synthetic ${i}`,
    position: near(random.pick(places).position, 10_000, random),
  }));
}
