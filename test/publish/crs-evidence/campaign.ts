import type { Crs } from '../../../src/core';
import { Random } from '../../support/random';
import { importRows, put } from '../import-stations/sheets';
import { outlinesIn, tableIn } from './tables';

export interface Tally {
  right: number;
  /** With a confidence of at least 0.9. */
  wrongAndSure: number;
  wrong: number;
  undecided: number;
}

export const systems: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];

/** Judges generated tables of 5 to 500 rows by outlines, and counts how it went. */
export async function judgeMany(rounds: number, seed: number): Promise<Tally> {
  const random = new Random(seed);
  const districts = put(`outlines-${seed}.geojson`, outlinesIn('gcj02'));
  const tally: Tally = { right: 0, wrongAndSure: 0, wrong: 0, undecided: 0 };
  for (let round = 0; round < rounds; round++) {
    const truth = systems[round % 3]!;
    const size = Math.round(5 * 100 ** random.next());
    const noise = {
      wrong: random.between(0, 0.15),
      silent: random.between(0, 0.5),
      meters: random.between(0, 300),
    };
    const { report } = await importRows(tableIn(truth, size, noise, random), { districts });
    const { crs, by, confidence } = report.tables[0]!.crs;
    if (by !== 'evidence') tally.undecided++;
    else if (crs === truth) tally.right++;
    else {
      tally.wrong++;
      if (confidence >= 0.9) tally.wrongAndSure++;
    }
  }
  return tally;
}
