import type { CellObject, SheetData } from 'write-excel-file/node';
import type { StationSet } from '../../stations/station-set';
import { ExportError } from './export-error';
import { type Word, wordsFor } from './labels';
import { placeStations } from './place-stations';
import { type CellValue, type SheetColumn, type SheetOptions, sheetColumns } from './xlsx-columns';
import { cellText, cellWidth } from './xlsx-text';

/* A workbook for Excel. This is the only file that knows write-excel-file, loaded when asked for. */

/** Rows of a sheet, the header among them; as Excel has it. */
const mostRows = 1_048_576;

/** In digits. Rows that set a column's width, and how wide it may be. */
const measuredRows = 500;
const leastWidth = 6;
const greatestWidth = 48;

const sheetNames = { zh: ['阵地', '词表'], en: ['stations', 'vocabulary'] } as const;

/**
 * The stations as a workbook: a sheet of stations, with labels rather than codes, and one with the vocabulary
 * and the fields, which says what stands for what.
 *
 * @throws ExportError when there are more stations, or longer texts, than a sheet has room for
 */
export async function writeXlsx(set: StationSet, options: SheetOptions): Promise<Uint8Array> {
  const { locale } = options;
  const placed = placeStations(set, options.crs);
  if (placed.length >= mostRows) {
    throw new ExportError(`${placed.length} stations, a workbook holds ${mostRows - 1}`);
  }
  const stations = placed.map(({ station }) => station);
  const words = wordsFor(stations, set.terms, locale);
  const columns = sheetColumns(stations, words, options);
  const header = columns.map(({ title }) => headerCell(title[locale]));
  const rows = placed.map((one) =>
    columns.map((column) => cellOf(column.value(one), () => whereOf(one.station.id, column))),
  );
  const [stationSheet, vocabularySheet] = sheetNames[locale];
  const vocabulary = vocabularyRows(words, columns, locale);
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const buffer = await writeExcelFile([
    {
      sheet: stationSheet,
      data: [header, ...rows],
      columns: widths([header, ...rows.slice(0, measuredRows)]),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    { sheet: vocabularySheet, data: vocabulary, columns: widths(vocabulary), stickyRowsCount: 1 },
  ]).toBuffer();
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

function whereOf(id: string, { field }: SheetColumn): string {
  return `${field} of station ${JSON.stringify(id.slice(0, 60))}`;
}

function headerCell(text: string): CellObject {
  return { value: cellText(text, 'a header'), fontWeight: 'bold', backgroundColor: '#E8EEF4' };
}

/** Numbers and dates as such. Text is marked as text, so that nobody's program makes a number of a phone. */
function cellOf(value: CellValue, where: () => string): CellObject | null {
  if (value === undefined) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value !== 'string') return dateCell(value.date);
  return { value: cellText(value, where()), type: String, format: '@' };
}

/**
 * Sheets know no time zones: instants are in UTC, and say so. The calendar of Excel begins in 1900. GDAL knows
 * formats of dates by their capitals, Excel by either.
 */
function dateCell(date: string): CellObject {
  const isDay = date.length === '2026-11-24'.length;
  if (date < '1900-03-01') return { value: date, type: String, format: '@' };
  return {
    value: new Date(date),
    type: Date,
    format: isDay ? 'YYYY-MM-DD' : 'YYYY-MM-DD HH:MM:SS "UTC"',
  };
}

function vocabularyRows(
  words: readonly Word[],
  columns: readonly SheetColumn[],
  locale: SheetOptions['locale'],
): SheetData {
  const titles = {
    zh: ['词表', '代码', '中文', '英文', '本表写作'],
    en: ['vocabulary', 'code', 'Chinese', 'English', 'written here as'],
  };
  const rows = [
    ...words.map(({ vocabulary, code, zh, en, written }) => [vocabulary, code, zh, en, written]),
    ...columns.map(({ field, title }) => ['fields', field, title.zh, title.en, title[locale]]),
  ];
  return [
    titles[locale].map(headerCell),
    ...rows.map((row) => row.map((text) => cellOf(text, () => `the vocabulary's ${row[1]}`))),
  ];
}

function widths(rows: SheetData): { width: number }[] {
  return rows[0]!.map((_, column) => {
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(row[column])), leastWidth);
    return { width: Math.min(widest, greatestWidth) + 2 };
  });
}

function widthOf(cell: SheetData[number][number]): number {
  const { value, format } = (cell ?? {}) as CellObject;
  if (value instanceof Date) return format?.replace(/"/g, '').length ?? 0;
  return value === undefined || value === null ? 0 : cellWidth(String(value));
}
