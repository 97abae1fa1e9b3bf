import { featureToRecord, readGeoJson } from '../../dataset/geojson';
import type { ClockOptions } from '../../dataset/hours/local-clock';
import type { OwnTerms } from '../../dataset/vocabulary';
import { DataFileError, isYizhanError } from '../../errors';
import type { Crs } from '../../geo/crs';
import { readCsv } from './csv';
import { readText } from './data-file';

/** What a file of stations holds, before the records are checked. */
export interface StationFile {
  readonly records: readonly unknown[];
  /** The CRS, where the file states one. */
  readonly crs: Crs | undefined;
  /** Labels of the dataset's own codes, where the file has them; not checked yet. */
  readonly terms: OwnTerms | undefined;
  /** The stations' clock and holidays, where the file states them; not checked yet. */
  readonly clock: ClockOptions;
  /** What was understood differently from how it was written, a line each. */
  readonly notes: readonly string[];
}

/** What a file says of itself when it is not GeoJSON. */
const stated = { crs: undefined, terms: undefined, clock: {} };

type Format = 'json' | 'ndjson' | 'csv';

const formatByEnding: ReadonlyMap<string, Format> = new Map([
  ['json', 'json'],
  ['geojson', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['csv', 'csv'],
]);

/**
 * Reads a file of stations: GeoJSON, a JSON array of records, NDJSON (a record or a feature on each
 * line) or CSV; `-` for standard input. The format is told by the file's ending, else by its first
 * characters.
 *
 * @throws DataFileError
 */
export async function readStationFile(path: string): Promise<StationFile> {
  const text = await readText(path);
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const format = formatByEnding.get(ending) ?? detectFormat(text);
  // Before it is parsed, for parsing is what fills the memory.
  if (format === 'json') checkObjects(text, path);
  else checkLines(text, path);
  const file = readers[format](text, path);
  const { length } = file.records;
  if (length > mostRecords) throw tooMany(path, `${length} records, ${mostRecords} are allowed`);
  return file;
}

const readers: Readonly<Record<Format, (text: string, path: string) => StationFile>> = {
  csv: (text, path) => ({ ...readCsv(text, path), ...stated }),
  json: readJson,
  ndjson: readNdjson,
};

/** Ten times the country's stations. */
const mostRecords = 2_000_000;
/** A feature holds three objects, and one more for every offer. */
const mostObjects = 4 * mostRecords;
/** No record is longer; a line without end is no line. */
const mostCharacters = 2 ** 20;

function checkObjects(text: string, path: string): void {
  let objects = 0;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) objects++;
  if (objects > mostObjects) throw tooMany(path, `${objects} objects, ${mostObjects} are allowed`);
}

function checkLines(text: string, path: string): void {
  let lines = 0;
  for (let start = 0; start < text.length; lines++) {
    const end = text.indexOf('\n', start);
    const next = end === -1 ? text.length : end;
    if (next - start > mostCharacters) {
      throw tooMany(
        path,
        `${next - start} characters in line ${lines + 1}, ${mostCharacters} are allowed`,
      );
    }
    start = next + 1;
  }
  if (lines > mostRecords) throw tooMany(path, `${lines} lines, ${mostRecords} are allowed`);
}

function tooMany(path: string, found: string): DataFileError {
  return new DataFileError('FILE_TOO_LARGE', path, `it has ${found}`);
}

function detectFormat(text: string): Format {
  const start = text.trimStart();
  if (start.startsWith('[')) return 'json';
  if (!start.startsWith('{')) return 'csv';
  const end = start.indexOf('\n');
  // An object on a line of its own is the first of many, or the only one; a collection is all there is.
  const first = parseOrUndefined(end === -1 ? start : start.slice(0, end)) as { type?: unknown };
  return first === undefined || first.type === 'FeatureCollection' ? 'json' : 'ndjson';
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readJson(text: string, path: string): StationFile {
  const content = parseOrUndefined(text);
  if (content === undefined) throw notJson(text, path);
  if (Array.isArray(content)) return { records: content.map(toRecord), ...stated, notes: [] };
  try {
    return { ...readGeoJson(content), notes: [] };
  } catch (cause) {
    if (!isYizhanError(cause)) throw cause;
    const expected = 'a GeoJSON FeatureCollection or a JSON array of records';
    const reason = `expected ${expected} (${cause.message})`;
    throw new DataFileError('FILE_FORMAT', path, reason, { cause });
  }
}

function readNdjson(text: string, path: string): StationFile {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (parseOrUndefined(lines[0] ?? '') === undefined) throw notJson(text, path);
  // A line that is no JSON stays text, for the record check to report.
  return {
    records: lines.map((line) => toRecord(parseOrUndefined(line) ?? line)),
    ...stated,
    notes: [],
  };
}

/** A record from itself, from a feature, or from a hit that a query wrote. */
function toRecord(value: unknown): unknown {
  const { station, ...said } = (value ?? {}) as Record<string, unknown>;
  if (typeof station === 'object' && station !== null) return { ...said, ...station };
  return featureToRecord(value);
}

function notJson(text: string, path: string): DataFileError {
  const start = JSON.stringify(text.trim().slice(0, 40));
  return new DataFileError('FILE_FORMAT', path, `expected JSON, got text that starts ${start}`);
}
