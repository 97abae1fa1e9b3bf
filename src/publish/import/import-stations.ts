import { setImmediate } from 'node:timers/promises';
import { readDay } from '../../dataset/hours/days';
import { InvalidOptionError } from '../../errors';
import { type Bounds, readBounds } from '../../geo/bounds';
import { type Crs, convertChecked, readCrs } from '../../geo/crs';
import { checkOptionNames, readNumber } from '../../options';
import { checkDuplicates } from '../check/duplicates';
import { Neighbours } from '../check/neighbours';
import { checkArea } from '../check/outside-area';
import { repairPositions } from '../check/repair-positions';
import { markRepeatedRows } from '../check/repeated-rows';
import { checkSamePoint } from '../check/same-point';
import { checkTruncated } from '../check/truncated';
import { checkUnverified } from '../check/unverified';
import { checkDistricts } from '../check/wrong-district';
import { KnownPlaces } from '../crs-evidence/by-known-places';
import { judgeTables } from '../crs-evidence/judge-tables';
import { openPlace } from '../files/write-file';
import { assignIds } from '../ids/assign-ids';
import { type PreviousStations, readPrevious } from '../ids/previous-stations';
import type { Outline } from '../outlines/outline';
import { readOutlines } from '../outlines/read-outlines';
import { checkAccount } from './account';
import { checkPlace } from './check-place';
import { collect } from './collect';
import { headOf } from './collection-head';
import type { ImportOptions, ImportProgress, TextSink } from './import-options';
import type { ImportReport } from './import-report';
import { makeReport } from './make-report';
import { type ReadOptions, readTables, type Table } from './read-drafts';
import type { RowFacts } from './row-facts';
import { Spool } from './spool';
import { writeStations } from './write-stations';

/** What came of an import. */
export interface ImportResult {
  readonly report: ImportReport;
  /** What the dataset's positions are in. */
  readonly crs: Crs;
  /** The outlines that `districts` gave, in WGS-84, for the report's map. */
  readonly outlines: readonly Pick<Outline, 'name' | 'rings'>[];
}

const optionNames = [
  ...['encoding', 'sheet', 'mapping', 'format', 'signal', 'onProgress', 'out', 'crs', 'outCrs'],
  ...['districts', 'districtsCrs', 'districtToleranceMeters', 'bounds', 'previous', 'today'],
];

/** An outline from a public atlas is simplified by about as much. */
const usualToleranceMeters = 1000;

/**
 * Makes one checked dataset of files as clerks send them: CSV, TSV, XLSX, GeoJSON, NDJSON, Overpass. Every row
 * becomes a station or stands in the report with its reason. Stations are written in the order of files and rows.
 *
 * Rows wait in a temporary file while they are compared; memory holds about 300 bytes for each, and as much again
 * for each finding. When it fails or is aborted nothing is left behind, and `out` stays as it was.
 *
 * @param paths `-` is standard input
 * @throws DataFileError when a file cannot be read
 * @throws InvalidOptionError when an option is wrong, or `out` cannot be written or is one of `paths`
 * @throws UnknownCodeError when a CRS is none
 * @example
 * const options = { districts: 'outlines.geojson', out: 'stations.geojson' };
 * const imported = importStations(['huangpu.xlsx', 'xuhui.csv'], options);
 * // Neither sheet is here: nothing was written.
 * const code = imported.then(({ report }) => report.stations, (error) => error.code);
 * code instanceof Promise; // true
 */
export async function importStations(
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  checkOptionNames(options, optionNames);
  if (paths.length === 0) throw new InvalidOptionError('paths', paths, 'one file or more');
  if (typeof options.out === 'string') await checkPlace('out', options.out, paths);
  return importTables(tablesOf(paths, options), options);
}

async function* tablesOf(paths: readonly string[], options: ImportOptions): AsyncIterable<Table> {
  const { encoding, sheet, mapping, format, signal, onProgress } = options;
  const read: ReadOptions = {
    ...{ encoding, sheet, mapping, format, signal },
    onProgress: (progress) => onProgress?.({ phase: 'reading', ...progress }),
  };
  for (const path of paths) yield* readTables(path, read);
}

/** The import of tables, wherever they come from. */
async function importTables(
  source: AsyncIterable<Table>,
  options: ImportOptions,
): Promise<ImportResult> {
  const { signal } = options;
  const setting = await readSetting(options);
  const spool = await Spool.open();
  try {
    const collected = await collect(source, spool, signal);
    const { tables, rows, findings } = collected;
    // Comparing is done in long strides: between them whoever wants to stop it gets a word in.
    const next = async () => {
      options.onProgress?.({ phase: 'checking', rows: rows.size });
      await setImmediate();
      signal?.throwIfAborted();
    };
    await next();
    repairPositions(rows, findings);
    const known = knownFrom(setting.previous);
    const { districts, previous } = setting;
    if (previous?.isCrsAssumed === true) {
      const details = { crs: previous.crs };
      const origin = { file: previous.path, row: 0 };
      findings.elsewhere(origin, { severity: 'warning', code: 'crs-assumed', details });
    }
    const crs = judgeTables(collected, { option: setting.crs, districts, known });
    toWgs84(rows);
    await next();
    markRepeatedRows(rows, findings);
    const ids = assignIds(rows, tables.length, previous, findings);
    await next();
    checkTruncated(rows, tables.length, findings);
    checkSamePoint(rows, findings);
    checkArea(rows, tables.length, setting, findings);
    checkDistricts(rows, districts, setting.toleranceMeters, findings);
    checkUnverified(rows, tables.length, setting.today, findings);
    await next();
    checkDuplicates(rows, new Neighbours(rows, rows.stations()), ids, findings);
    await next();
    const outCrs = setting.outCrs ?? previous?.crs ?? commonCrs(rows);
    const head = headOf(tables, outCrs, findings);
    checkAccount(collected);
    await writeTo(options.out, (sink) =>
      writeStations(sink, head, rows, ids, spool, signal, (row) => {
        if (row % rowsPerWord === 0) options.onProgress?.({ phase: 'writing', rows: row });
      }),
    );
    const report = makeReport(collected, crs, ids);
    return { report, crs: outCrs, outlines: districts?.outlines ?? [] };
  } finally {
    await spool.close();
  }
}

const rowsPerWord = 10_000;

async function readSetting(options: ImportOptions) {
  const optionalCrs = (value: unknown, name: string) =>
    value === undefined ? undefined : readCrs(value, name);
  const crs = optionalCrs(options.crs, 'crs');
  const outCrs = optionalCrs(options.outCrs, 'outCrs');
  const districtsCrs = optionalCrs(options.districtsCrs, 'districtsCrs');
  const bounds: Bounds | undefined =
    options.bounds === undefined ? undefined : readBounds(options.bounds);
  const toleranceMeters = readNumber(
    'districtToleranceMeters',
    options.districtToleranceMeters,
    0,
    'metres',
    usualToleranceMeters,
  );
  const date = options.today ?? new Date().toISOString().slice(0, 10);
  const today = readDay(date);
  if (today === undefined) throw new InvalidOptionError('today', date, 'a day, YYYY-MM-DD');
  const { districts, previous } = options;
  return {
    crs,
    outCrs,
    bounds,
    toleranceMeters,
    today,
    districts: districts === undefined ? undefined : await readOutlines(districts, districtsCrs),
    previous: previous === undefined ? undefined : await readPrevious(previous, outCrs),
  };
}

function knownFrom(previous: PreviousStations | undefined): KnownPlaces {
  const known = new KnownPlaces();
  previous?.names.forEach((name, i) => {
    known.add(name, previous.wgsLng[i]!, previous.wgsLat[i]!);
  });
  return known;
}

function toWgs84(rows: RowFacts): void {
  for (const at of rows.stations()) {
    const written = { lng: rows.lng[at]!, lat: rows.lat[at]! };
    const { lng, lat } = convertChecked(written, rows.crsOf(at)!, 'wgs84');
    rows.wgsLng[at] = lng;
    rows.wgsLat[at] = lat;
  }
}

/** What all rows are in; `gcj02`, as Chinese map apps speak, when they differ. */
function commonCrs(rows: RowFacts): Crs {
  const found = new Set<Crs | undefined>();
  for (const at of rows.stations()) found.add(rows.crsOf(at));
  const [first = 'gcj02'] = found;
  return found.size > 1 ? 'gcj02' : first;
}

async function writeTo(
  out: ImportOptions['out'],
  write: (sink: TextSink) => Promise<void>,
): Promise<void> {
  if (out === undefined) return;
  if (typeof out !== 'string') return write(out);
  const file = await openPlace('out', out);
  try {
    await write(file);
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

export type { ImportOptions, ImportProgress, TextSink };
