import { type Crs, convert, describeProblem, StationSet } from '../core';
import type { StationRecord } from '../dataset/station';
import { readCrs } from '../geo/crs';
import { readStationFile, type StationFile } from '../publish/import/station-file';
import type { Arguments } from './arguments';
import { inputName } from './input-name';
import type { OpeningWish } from './opening';
import type { Output } from './output';
import { sampleCrs, sampleName, sampleRecords } from './sample';
import { openSource } from './source';
import { checkClocks, readTimeZone } from './time-zone';
import { UsageError } from './usage-error';

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
 * @param use whether the answer holds positions or depends on them
 * @param wish what it has to do with opening hours, if anything
 *
 * @throws DataFileError, UnknownCodeError, InvalidOptionError
 * @throws UsageError when nothing says what positions in China are in, or which clock hours outside it are on
 */
export async function loadStations(
  args: Arguments,
  output: Output,
  use: 'positions' | 'counts' = 'positions',
  wish?: OpeningWish,
): Promise<LoadedStations> {
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
    utcOffsetMinutes:
      readTimeZone(args, [wish?.openAt, wish?.departAt]) ?? file.clock.utcOffsetMinutes,
    holidays: file.clock.holidays,
  });
  if (path === undefined) {
    output.note(`${sampleName.en}: ${set.size} stations for trying out; positions in ${crs}`);
  }
  if (stated === undefined && use === 'positions' && !needsNoCrs(set)) {
    throw needsCrs(inputName(path!));
  }
  if (wish?.isJudged) checkClocks(set, inputName(path ?? sampleName.en));
  for (const note of file.notes) output.note(note);
  noteSkipped(set, output);
  return { set, title: titleOf(path, output), isSample: path === undefined, notes: file.notes };
}

/**
 * The stations of `--source`: those that are kept here, else those that are fetched.
 *
 * @throws UsageError, and what keeps the first stations from coming
 */
export async function loadSource(args: Arguments, output: Output): Promise<LoadedStations> {
  const source = args.one('source')!;
  if (args.has('data')) throw new UsageError('give either --data or --source');
  const client = await openSource(args, output, source, 'stations');
  const set = client.stations;
  const { stale, expires, signed } = client.status();
  client.close();
  if (!args.has('crs') && !needsNoCrs(set)) throw needsCrs(source);
  const notes = [
    ...(stale ? [`These stations are old, they were to be replaced by ${dateOf(expires!)}`] : []),
    ...(signed ? [] : ['Nobody was asked who made these stations (--unsigned)']),
  ];
  for (const note of notes) output.note(note);
  return { set, title: source, isSample: false, notes };
}

function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function needsCrs(name: string): UsageError {
  return new UsageError(
    `${name} does not say what its positions are in, and in China it matters: pass --crs gcj02 (Amap, Tencent), bd09 (Baidu) or wgs84 (GPS)`,
  );
}

/** Whether every station lies where the three systems agree: outside China nothing needs to be said. */
function needsNoCrs(set: StationSet): boolean {
  return set.filter().every(({ position }) => {
    const { lng, lat } = convert(position, 'wgs84', 'gcj02');
    return lng === position.lng && lat === position.lat;
  });
}

function sample(): StationFile {
  return { records: sampleRecords(), crs: sampleCrs, terms: undefined, clock: {}, notes: [] };
}

function titleOf(path: string | undefined, { locale }: Output): string {
  return path === undefined ? sampleName[locale] : inputName(path);
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
  if (rest > 0) output.note(`  … and ${rest} more; the output of yizhan info has them all`);
}
