import { featureToRecord, readGeoJson } from '../../dataset/geojson';
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
  /** What was understood differently from how it was written, a line each. */
  readonly notes: readonly string[];
}

/** What a file says of itself when it is not GeoJSON. */
const stated = { crs: undefined, terms: undefined };

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
  if (format === 'csv') return { ...readCsv(text, path), ...stated };
  return format === 'json' ? readJson(text, path) : readNdjson(text, path);
}

function detectFormat(text: string): Format {
  const start = text.trimStart();
  if (start.startsWith('[')) return 'json';
  if (!start.startsWith('{')) return 'csv';
  const end = start.indexOf('\n');
  return end > 0 && end < start.trimEnd().length && isJson(start.slice(0, end)) ? 'ndjson' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readJson(text: string, path: string): StationFile {
  const content = parse(text, path, '');
  if (Array.isArray(content))
    return { records: content.map(featureToRecord), ...stated, notes: [] };
  try {
    return { ...readGeoJson(content), notes: [] };
  } catch (cause) {
    if (!isYizhanError(cause)) throw cause;
    throw new DataFileError(
      'FILE_FORMAT',
      path,
      `expected a GeoJSON FeatureCollection or a JSON array of records (${cause.message})`,
      { cause },
    );
  }
}

function readNdjson(text: string, path: string): StationFile {
  const records: unknown[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() !== '') records.push(featureToRecord(parse(line, path, `line ${index + 1}: `)));
  });
  return { records, ...stated, notes: [] };
}

function parse(text: string, path: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const start = JSON.stringify(text.trim().slice(0, 40));
    throw new DataFileError(
      'FILE_FORMAT',
      path,
      `${where}expected JSON, got text that starts ${start}`,
      { cause },
    );
  }
}
