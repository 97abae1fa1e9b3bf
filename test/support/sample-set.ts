import { sampleRecords } from '../../src/cli/sample';
import { StationSet, type StationSetOptions } from '../../src/core';

const { from } = StationSet;
const sets = new Map<string, StationSet>();

/**
 * The sample as a set, built once for all that ask for it with the same options: it takes a sixth of a second, and
 * nothing ever changes in a set.
 */
export function sampleSet(options: StationSetOptions): StationSet {
  const key = JSON.stringify(options);
  const set = sets.get(key) ?? from.call(StationSet, sampleRecords(), options);
  sets.set(key, set);
  return set;
}

/** Lets the command line have it as well, which builds it anew in each process. */
export async function withSampleSet<T>(run: () => Promise<T>): Promise<T> {
  StationSet.from = (records, options) =>
    records === sampleRecords() ? sampleSet(options) : from.call(StationSet, records, options);
  try {
    return await run();
  } finally {
    StationSet.from = from;
  }
}
