import { type Crs, describeProblem, StationSet } from '../core';
import type { StationRecord } from '../dataset/station';
import { readCrs } from '../geo/crs';
import { readStationFile } from '../publish/import/station-file';
import type { Arguments } from './arguments';
import type { Output } from './output';
import { sampleCrs, sampleName, sampleRecords } from './sample';

/** The stations a command works on, and where they come from. */
export interface LoadedStations {
  readonly set: StationSet;
  readonly title: string;
  readonly isSample: boolean;
  /** What was understood differently from how it was written. */
  readonly notes: readonly string[];
}

/** How many of the records left out are named; `info` names them all. */
const mostNamed = 5;

/**
 * Loads what `--data` says, or the sample, and tells what was left out and why.
 *
 * @throws DataFileError, UnknownCodeError
 */
export async function loadStations(args: Arguments, output: Output): Promise<LoadedStations> {
  const path = args.one('data');
  const {
    records,
    crs: stated,
    notes,
  } = path === undefined ? sample() : await readStationFile(path);
  const sourceCrs = readOptionalCrs(args, 'data-crs') ?? stated;
  const asked = readOptionalCrs(args, 'crs') ?? sourceCrs;
  const crs = asked ?? 'wgs84';
  const set = StationSet.from(records as StationRecord[], { crs, sourceCrs, onInvalid: 'skip' });
  const isSample = path === undefined;
  const title = isSample ? sampleName[output.locale] : path === '-' ? 'standard input' : path;
  if (isSample)
    output.note(
      `${sampleName.en}: ${set.size} made-up stations for trying out; positions in ${crs}`,
    );
  if (asked === undefined)
    output.note('neither --crs nor the data says what positions are in: taken for wgs84');
  for (const note of notes) output.note(note);
  noteSkipped(set, output);
  return { set, title, isSample, notes };
}

function sample() {
  return { records: sampleRecords(), crs: sampleCrs, notes: [] };
}

function readOptionalCrs(args: Arguments, flag: string): Crs | undefined {
  const value = args.one(flag);
  return value === undefined ? undefined : readCrs(value, `CRS in --${flag}`);
}

function noteSkipped({ skipped }: StationSet, output: Output): void {
  if (skipped.length === 0) return;
  const records = new Set(skipped.map((problem) => problem.record)).size;
  output.note(`${records} ${records === 1 ? 'record is' : 'records are'} left out:`);
  for (const problem of skipped.slice(0, mostNamed)) output.note(`  ${describeProblem(problem)}`);
  const rest = skipped.length - mostNamed;
  if (rest > 0) output.note(`  … and ${rest} more problems; yizhan info lists them all`);
}
