import readXlsx from 'read-excel-file/universal';
import { DataFileError, InvalidOptionError } from '../../../errors';
import { type ByteSource, readWhole } from './byte-source';
import type { Grid, GridRow } from './grid';
import { readSheetFacts, type SheetFacts } from './sheet-facts';
import { listFiles } from './zip';

/*
 * Workbooks. This is the only file that knows read-excel-file.
 */

/** More than this unpacked is no sheet of stations but a bomb. */
const mostUnpackedBytes = 1024 * 2 ** 20;

/**
 * The sheets of an .xlsx workbook: all, or the one asked for by name or by number from 1.
 *
 * @throws DataFileError when it is no workbook, or too large
 * @throws InvalidOptionError when there is no such sheet
 */
export async function readWorkbook(
  source: ByteSource,
  sheet: string | number | undefined,
): Promise<readonly Grid[]> {
  const bytes = await readWhole(source);
  const sheets = await unpack(bytes, source.path);
  const facts = readSheetFacts(bytes);
  const grids = sheets.map(({ sheet: name, data }, index) =>
    toGrid(name, data as readonly (readonly unknown[])[], facts[index]),
  );
  if (sheet === undefined) return grids;
  const chosen = grids.find(({ sheet: name }) => name === sheet) ?? grids[Number(sheet) - 1];
  if (chosen === undefined) {
    const names = grids.map(({ sheet: name }) => JSON.stringify(name)).join(', ');
    throw new InvalidOptionError('sheet', sheet, `one of ${names}, or 1 to ${grids.length}`);
  }
  return [chosen];
}

/** Archives by a file that only they have, each with the way out. */
const otherFormats: readonly (readonly [file: string, advice: string])[] = [
  ['Index/Document.iwa', 'it is a sheet of Apple Numbers; export it from there as .xlsx or CSV'],
  ['content.xml', 'it is an OpenDocument file (.ods); save it as .xlsx'],
  ['word/document.xml', 'it is a Word document; copy its table to a sheet and save that as .xlsx'],
  ['ppt/presentation.xml', 'it is a presentation; ask for the sheet behind it'],
];

async function unpack(bytes: Buffer, path: string) {
  try {
    const { paths, unpackedSize } = listFiles(bytes);
    const advice = otherFormats.find(([file]) => paths.includes(file))?.[1];
    if (advice !== undefined) throw new DataFileError('FILE_FORMAT', path, advice);
    if (unpackedSize > mostUnpackedBytes) {
      const most = `${mostUnpackedBytes / 2 ** 20} MiB`;
      const reason = `it unpacks to more than the ${most} allowed`;
      throw new DataFileError('FILE_TOO_LARGE', path, reason);
    }
    const copy = new Uint8Array(bytes).buffer;
    return await (readXlsx as unknown as (input: ArrayBuffer) => ReturnType<typeof readXlsx>)(copy);
  } catch (cause) {
    if (cause instanceof DataFileError) throw cause;
    const reason = `it is a zip archive, but no .xlsx workbook that can be read (${(cause as Error).message})`;
    throw new DataFileError('FILE_FORMAT', path, reason, { cause });
  }
}

function toGrid(
  sheet: string,
  data: readonly (readonly unknown[])[],
  { merges, isHidden }: Partial<SheetFacts> = {},
): Grid {
  const rows: GridRow[] = data
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''));
  return {
    sheet,
    merges,
    isHidden,
    async *rows() {
      yield* rows;
    },
  };
}
