import { DataFileError } from '../../../errors';
import { type ByteSource, readStart } from './byte-source';
import { encodingOfStart } from './encodings';

/** What a file of stations may be. `json` is an array of records or features. */
export type TableFormat = 'csv' | 'tsv' | 'xlsx' | 'geojson' | 'json' | 'ndjson' | 'overpass';

export const tableFormats: readonly TableFormat[] = [
  'csv',
  'tsv',
  'xlsx',
  'geojson',
  'json',
  'ndjson',
  'overpass',
];

/** What a file is by its first bytes: `text` is one of the separated formats. */
export type FormatGuess = 'xlsx' | 'ndjson' | 'json' | 'text';

const startBytes = 64 * 2 ** 10;

/**
 * The first bytes tell, never the ending alone: a sheet saved as `.xls` may be anything.
 *
 * @throws DataFileError for formats that are recognised and not read: old workbooks, web pages, …
 */
export async function guessFormat(source: ByteSource): Promise<FormatGuess> {
  const start = await readStart(source, startBytes);
  const [a, b, c, d] = start;
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) return 'xlsx';
  const text = textOf(start).trimStart();
  refuseKnown(source.path, start, text);
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return 'text';
  return isObjectOnALine(text) ? 'ndjson' : 'json';
}

/** Enough of a text to see its brackets by: those that are ASCII are so in every encoding but UTF-16. */
function textOf(start: Uint8Array): string {
  const encoding = encodingOfStart(start) ?? 'latin1';
  const isPlain = encoding === 'latin1' || encoding === 'binary';
  return isPlain ? Buffer.from(start).toString('latin1') : new TextDecoder(encoding).decode(start);
}

/** Formats that people take for what we read, each with the way out. */
function refuseKnown(path: string, start: Uint8Array, text: string): void {
  const refuse = (reason: string) => {
    throw new DataFileError('FILE_FORMAT', path, reason);
  };
  if (start[0] === 0xd0 && start[1] === 0xcf && start[2] === 0x11 && start[3] === 0xe0) {
    refuse(
      'it is an old Excel workbook (.xls) or one with a password; open it in Excel or WPS and save it as .xlsx without a password',
    );
  }
  if (text.startsWith('%PDF')) refuse('it is a PDF; ask for the sheet it was made from');
  if (/^<(?:!doctype html|html|table|head|meta)/i.test(text)) {
    refuse(
      'it is a web page, maybe with the ending .xls; open it in Excel or WPS and save it as .xlsx',
    );
  }
  if (text.startsWith('<')) {
    refuse('it is XML; for a workbook, open it in Excel or WPS and save it as .xlsx');
  }
}

/** The first line is an object by itself, and there are more. One alone may be a collection on one line. */
function isObjectOnALine(text: string): boolean {
  const end = text.search(/[\r\n]/);
  if (end === -1 || text.slice(end).trim() === '') return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}
