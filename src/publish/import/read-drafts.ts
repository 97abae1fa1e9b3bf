import { DataFileError, InvalidOptionError } from '../../errors';
import { type Mapping, readMapping } from './mapping';
import { readBook } from './read-book';
import { readFeatures } from './read-json';
import { readText } from './read-text';
import { Progress, type Reading, type ReadOptions, type Table } from './table';
import { type ByteSource, openSource } from './tables/byte-source';
import { readEncodingLabel } from './tables/encodings';
import { guessFormat, type TableFormat, tableFormats } from './tables/formats';

export type { ReadOptions, ReadProgress, ReadRow, Table } from './table';

/**
 * The tables of one file, one after another; each streams its rows, so that CSV and NDJSON of any
 * length pass through with bounded memory. Other formats may have 128 MiB. `-` is standard input.
 *
 * @param path a file of CSV, TSV, XLSX, GeoJSON, NDJSON or Overpass; its first bytes tell which, not its ending
 * @throws DataFileError when the file cannot be read, or nothing in it names or places a station
 * @throws InvalidOptionError when an option or the mapping is wrong
 * @example
 * const names = async (path) => {
 *   const found = [];
 *   for await (const table of readTables(path)) {
 *     for await (const { draft } of table.rows()) found.push(draft?.record.name);
 *   }
 *   return found;
 * };
 * // There is no such sheet here.
 * const code = names('huangpu.xlsx').catch((error) => error.code);
 * code instanceof Promise; // true
 */
export async function* readTables(path: string, options: ReadOptions = {}): AsyncIterable<Table> {
  const { encoding, sheet, signal, format, onProgress } = options;
  if (format !== undefined && !tableFormats.includes(format)) {
    throw new InvalidOptionError('format', format, `one of ${tableFormats.join(', ')}`);
  }
  if (encoding !== undefined) readEncodingLabel(encoding);
  const mapping = readMapping(options.mapping ?? {});
  const source = await openSource(path);
  const reading: Reading = {
    path,
    mapping,
    sheet,
    encoding,
    progress: new Progress(path, source.size, onProgress, signal),
    quiet: { signal },
  };
  const tables = await tablesOf(source, format, reading);
  if (tables.length > 0) {
    yield* tables;
    return;
  }
  throw new DataFileError(
    'FILE_FORMAT',
    path,
    'no column was recognised as position, name or address; say with a mapping file which is which',
  );
}

async function tablesOf(
  source: ByteSource,
  format: TableFormat | undefined,
  reading: Reading,
): Promise<readonly Table[]> {
  // What is no text is refused with its own advice, whatever it was called.
  const guess = await guessFormat(source);
  if (format === 'xlsx' || (format === undefined && guess === 'xlsx'))
    return readBook(source, reading);
  const kind = format ?? guess;
  const table =
    kind === 'csv' || kind === 'tsv' || kind === 'text' || kind === 'xlsx'
      ? await readText(source, kind === 'csv' || kind === 'tsv' ? kind : undefined, reading)
      : await readFeatures(source, kind === 'ndjson', reading);
  return table === undefined ? [] : [table];
}

/**
 * What the columns of a file were taken for, as a mapping to edit and give back. As it is, it changes
 * nothing.
 *
 * @throws DataFileError, InvalidOptionError as `readTables` does
 * @example
 * // { columns: { 站点名称: 'name', 饮水机: 'service:water', 备注: null }, headerRow: 3 }, were it here.
 * const guess = guessMapping('huangpu.xlsx').catch((error) => error.code);
 * guess instanceof Promise; // true
 */
export async function guessMapping(path: string, options: ReadOptions = {}): Promise<Mapping> {
  const columns: Record<string, string | null> = {};
  const headerRows = new Set<number | undefined>();
  for await (const { facts, headerRow } of readTables(path, options)) {
    headerRows.add(headerRow);
    for (const { header, field } of facts.columns) columns[header] ??= field ?? null;
  }
  const [headerRow] = headerRows;
  const { values, sheet = options.sheet } = options.mapping ?? {};
  return {
    columns,
    ...(values !== undefined && { values }),
    ...(sheet !== undefined && { sheet }),
    // Sheets of different shapes each find their own.
    ...(headerRows.size === 1 && headerRow !== undefined && { headerRow }),
  };
}
