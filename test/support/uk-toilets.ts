import { readFileSync } from 'node:fs';
import type { StationRecord } from '../../src/core';
import { readCsv } from '../../src/publish/import/csv';
import { isMissing, sharedData } from './shared-data';

const file = 'uk-toilet-map/uk-toilets.csv';

export const ukIsMissing = isMissing(file);

/** 11,410 real places; none where the file is absent, for then what asks for them is skipped. */
export function ukRecords(): StationRecord[] {
  if (ukIsMissing) return [];
  return readCsv(readFileSync(sharedData(file), 'utf8'), file).records as StationRecord[];
}
