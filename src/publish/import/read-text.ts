import { DataFileError } from '../../errors';
import { readGrid } from './read-grid';
import type { Reading, Table } from './table';
import type { ByteSource } from './tables/byte-source';
import { decodeText } from './tables/decode';
import { detectDelimiter, readDelimited } from './tables/delimited';
import { detectEncoding, type Encoding, readEncodingLabel } from './tables/encodings';

/** The encoding asked for, else the one detected. @throws DataFileError when it is no text */
export async function encodingOf(source: ByteSource, { encoding }: Reading): Promise<Encoding> {
  if (encoding !== undefined) return readEncodingLabel(encoding);
  const detected = await detectEncoding(source);
  if (detected !== undefined) return detected;
  throw new DataFileError(
    'FILE_BINARY',
    source.path,
    'it holds NUL bytes: it is neither text nor an .xlsx workbook',
  );
}

/** Enough to tell the separator by. */
const sampleCharacters = 64 * 2 ** 10;

/** The table of a CSV or TSV file. */
export async function readText(
  source: ByteSource,
  format: 'csv' | 'tsv' | undefined,
  reading: Reading,
): Promise<Table | undefined> {
  const encoding = await encodingOf(source, reading);
  const delimiter = format === 'tsv' ? '\t' : await delimiterOf(source, encoding, reading);
  // The first pass, over the sample, is not told as progress.
  let isFirst = true;
  const grid = {
    rows() {
      const taking = isFirst ? reading.quiet : reading.progress;
      isFirst = false;
      return readDelimited(decodeText(source, encoding, taking), delimiter);
    },
  };
  return readGrid(grid, { format: delimiter === '\t' ? 'tsv' : 'csv', encoding }, reading);
}

async function delimiterOf(
  source: ByteSource,
  encoding: Encoding,
  { quiet }: Reading,
): Promise<string> {
  let sample = '';
  let isWhole = true;
  for await (const part of decodeText(source, encoding, quiet)) {
    sample += part;
    if (sample.length < sampleCharacters) continue;
    isWhole = false;
    break;
  }
  return detectDelimiter(sample.slice(0, sampleCharacters), isWhole);
}
