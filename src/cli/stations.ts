import { type Crs, describeProblem, StationSet } from '../core';
import type { StationRecord } from '../dataset/station';
import { readCrs } from '../geo/crs';
import { readStationFile, type StationFile } from '../publish/import/station-file';
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
  const file = path === undefined ? sample() : await readStationFile(path);
  const sourceCrs = readOptionalCrs(args, 'data-crs') ?? file.crs;
  const stated = readOptionalCrs(args, 'crs') ?? sourceCrs;
  const crs = stated ?? 'wgs84';
  const set = StationSet.from(file.records as StationRecord[], {
    crs,
    sourceCrs,
    terms: file.terms,
    onInvalid: 'skip',
  });
  if (path === undefined) {
    output.note(`${sampleName.en}: ${set.size} stations for trying out; positions in ${crs}`);
  }
  if (stated === undefined) {
    output.note('neither --crs nor the data says what positions are in: taken for wgs84');
  }
  for (const note of file.notes) output.note(note);
  noteSkipped(set, output);
  return { set, title: titleOf(path, output), isSample: path === undefined, notes: file.notes };
}

function sample(): StationFile {
  return { records: sampleRecords(), crs: sampleCrs, terms: undefined, notes: [] };
}

function titleOf(path: string | undefined, { locale }: Output): string {
  if (path === undefined) return sampleName[locale];
  return path === '-' ? 'standard input' : path;
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
