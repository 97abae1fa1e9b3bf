import { isPlainObject } from '../../dataset/copy';
import { fieldNames } from '../../dataset/station';
import { isCode, type VocabularyName } from '../../dataset/vocabulary';
import { DataFileError } from '../../errors';
import { parseCsv } from '../csv';
import { readDecimal } from './decimal';

/** What a column holds: the name of a record's field, or `lng` or `lat`. */
type Column = string;

/** What a CSV file holds, before the records are checked. */
export interface CsvContent {
  readonly records: readonly unknown[];
  /** What was understood differently from how it was written, a line each. */
  readonly notes: readonly string[];
}

/** Headers that mean a field of another name. Case, spaces, `_` and `-` do not matter in any header. */
const aliases: Readonly<Record<string, Column>> = {
  longitude: 'lng',
  lon: 'lng',
  latitude: 'lat',
  openinghours: 'hours',
  operator: 'host',
  updated: 'updatedAt',
  verified: 'verifiedAt',
};

const codeLists: Readonly<Record<string, VocabularyName>> = {
  services: 'services',
  audiences: 'audiences',
  access: 'access',
};
const numbers: ReadonlySet<Column> = new Set(['lng', 'lat', 'capacity', 'beds']);
const objects: ReadonlySet<Column> = new Set(['parking', 'offers', 'providerIds', 'extra']);

const columnByHeader: ReadonlyMap<string, Column> = new Map([
  ...['lng', 'lat', ...fieldNames.filter((name) => name !== 'position')].map(
    (name): [string, Column] => [plain(name), name],
  ),
  ...Object.entries(aliases),
]);

function plain(header: string): string {
  return header.toLowerCase().replace(/[\s_-]+/g, '');
}

/**
 * Records from CSV with our field names as headers (`lng` and `lat` for the position). Lists are
 * separated by `;`, objects written as JSON. Columns of other names, and values that are no codes of
 * ours, are kept in `extra`.
 *
 * @throws DataFileError when it has no rows, or no columns for id and position
 */
export function readCsv(text: string, path: string): CsvContent {
  const { rows: all, fault } = parseCsv(text);
  if (fault !== undefined) {
    // One quote too many or too few swallows the rows up to the next one.
    const where = fault.row === 1 ? 'the header' : `row ${fault.row - 1}`;
    throw new DataFileError('FILE_FORMAT', path, `${where} has a quote without its other half`);
  }
  const [first = [], ...rows] = all;
  const headers = distinct(first.map((header) => header.trim()));
  const columns = headers.map((header) => columnByHeader.get(plain(header)));
  for (const needed of ['id', 'lng', 'lat']) {
    if (columns.includes(needed)) continue;
    const names = needed === 'id' ? 'column id' : 'columns lng and lat (or longitude and latitude)';
    const found = headers.slice(0, 20).join(', ').slice(0, 400);
    throw new DataFileError(
      'FILE_FORMAT',
      path,
      `expected CSV with the ${names}, found the headers: ${found}`,
    );
  }
  const strangers = new Strangers();
  const records = rows.map((row) => readRow(row, headers, columns, strangers));
  return { records, notes: strangers.notes() };
}

/** A header that comes twice names two columns: the second is kept under a name of its own. */
function distinct(headers: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headers.map((header) => {
    const name = columnByHeader.get(plain(header)) ?? header;
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    return count === 1 ? header : `${header} (${count})`;
  });
}

function readRow(
  row: readonly string[],
  headers: readonly string[],
  columns: readonly (Column | undefined)[],
  strangers: Strangers,
): unknown {
  const record: Record<string, unknown> = {};
  const extra: [string, unknown][] = [];
  row.forEach((cell, index) => {
    const text = cell.trim();
    const column = columns[index];
    if (text === '') return;
    if (column !== undefined) record[column] = readCell(column, text, extra, strangers);
    else extra.push([headers[index] || `column ${index + 1}`, text]);
  });
  const { lng, lat, extra: own, ...fields } = record;
  return {
    ...fields,
    position: [lng, lat],
    // What is no object is left for the record check to report.
    extra: isPlainObject(own ?? {})
      ? Object.fromEntries([...Object.entries(own ?? {}), ...extra])
      : own,
  };
}

/** A cell's value, as the record check wants it; what cannot be read stays text, for that check to report. */
function readCell(
  column: Column,
  text: string,
  extra: [string, unknown][],
  strangers: Strangers,
): unknown {
  if (numbers.has(column)) {
    const number = readDecimal(text);
    return Number.isNaN(number) ? text : number;
  }
  if (objects.has(column)) return readObject(text);
  if (column === 'photos') return text.startsWith('[') ? readObject(text) : text.split(/[;\s]+/);
  if (column === 'kind') {
    if (isCode('kinds', text)) return text;
    strangers.add(column, text);
    extra.push([column, text]);
    return undefined;
  }
  const vocabulary = codeLists[column];
  if (vocabulary === undefined) return text;
  const codes = text
    .split(/[;；,，、|]/)
    .map((code) => code.trim())
    .filter(Boolean);
  const strange = codes.filter((code) => !isCode(vocabulary, code));
  for (const code of strange) strangers.add(column, code);
  if (strange.length > 0) extra.push([column, strange.join(';')]);
  return codes.filter((code) => isCode(vocabulary, code));
}

function readObject(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Values that are no codes of ours, counted by column. */
class Strangers {
  private readonly byColumn = new Map<Column, Map<string, number>>();

  add(column: Column, value: string): void {
    const counts = this.byColumn.get(column) ?? new Map<string, number>();
    this.byColumn.set(column, counts.set(value, (counts.get(value) ?? 0) + 1));
  }

  notes(): string[] {
    return [...this.byColumn].map(([column, counts]) => {
      const sorted = [...counts].sort(([, a], [, b]) => b - a);
      const shown = sorted
        .slice(0, 5)
        .map(([value, count]) => `${JSON.stringify(value.slice(0, 40))} ×${count}`);
      const more = sorted.length > shown.length ? ` and ${sorted.length - shown.length} more` : '';
      return `column ${column}: ${shown.join(', ')}${more} ${sorted.length === 1 ? 'is no code' : 'are no codes'} of ours, kept in extra.${column}`;
    });
  }
}
