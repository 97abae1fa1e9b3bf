import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import type { StationRecord } from '../../../src/dataset/station';
import { convert, type Office } from './office';
import { offices } from './offices';

type Rows = unknown[][];

/** Writes the sheets of all offices. @returns their paths, and the stations in the order of their rows */
export async function writeOffices(
  folder: string,
  records: readonly StationRecord[],
): Promise<{ paths: string[]; written: { record: StationRecord; office: Office }[] }> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  const written: { record: StationRecord; office: Office }[] = [];
  for (const office of offices) {
    const own = records.filter(({ district }) => district === office.district);
    const path = join(folder, office.file);
    if (office.file.endsWith('.xlsx')) await writeBook(path, office, own);
    else writeText(path, office, own);
    paths.push(path);
    written.push(...own.map((record) => ({ record, office })));
  }
  return { paths, written };
}

function writeText(path: string, office: Office, records: readonly StationRecord[]): void {
  const { encoding = 'utf8', separator = ',' } = office;
  const text = Papa.unparse(rowsOf(office, records).rows, {
    delimiter: separator,
    newline: '\r\n',
  });
  writeFileSync(path, iconv.encode(text, encoding, { addBOM: encoding !== 'gb18030' }));
}

async function writeBook(path: string, office: Office, records: readonly StationRecord[]) {
  const book = new ExcelJS.Workbook();
  if (office.hasInstructions) {
    const sheet = book.addWorksheet('填表说明');
    sheet.addRow(['填表说明']);
    sheet.addRow(['1.经纬度请用高德地图拾取；2.请勿合并单元格。']);
  }
  const { splitAt = records.length } = office;
  const parts = [records.slice(0, splitAt), records.slice(splitAt)];
  parts.forEach((part, index) => {
    if (part.length === 0) return;
    const sheet = book.addWorksheet(['汇总', '汇总（续）'][index]!);
    const { rows, headerRow } = rowsOf(office, part);
    for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : cell)));
    const width = office.columns.length;
    office.top?.forEach((row, at) => {
      if (row.length === 1) sheet.mergeCells(at + 1, 1, at + 1, width);
    });
    const column = office.columns.findIndex(([header]) => header === office.merged);
    if (column !== -1) mergeEqual(sheet, rows, headerRow, column);
  });
  await book.xlsx.writeFile(path);
}

function mergeEqual(sheet: ExcelJS.Worksheet, rows: Rows, headerRow: number, column: number) {
  let start = headerRow;
  for (let at = headerRow + 1; at <= rows.length; at++) {
    if (at < rows.length && rows[at]![column] === rows[start]![column]) continue;
    if (at - start > 1) sheet.mergeCells(start + 1, column + 1, at, column + 1);
    start = at;
  }
}

function rowsOf(office: Office, records: readonly StationRecord[]) {
  const { top = [], groups, columns, between, bottom } = office;
  const rows: Rows = top.map((row) => [...row]);
  if (groups !== undefined) rows.push(groupLine(office));
  const isGrouped = groups !== undefined;
  const firstGroup = columns.findIndex(([header]) => groups?.[header] !== undefined);
  // Columns that are in no group have their name in the upper line.
  const isLower = (at: number) => !isGrouped || isInGroup(office, at);
  if (firstGroup === -1) rows.push(columns.map(([header]) => header));
  else rows.push(columns.map(([header], at) => (isLower(at) ? header : '')));
  const headerRow = rows.length;
  records.forEach((record, at) => {
    for (const row of between?.(at) ?? []) rows.push([...row]);
    const { lng, lat } = record.position as { lng: number; lat: number };
    const position = convert({ lng, lat }, 'gcj02', office.crs);
    rows.push(columns.map(([, cell]) => cell({ record, position, number: at + 1 }) ?? ''));
  });
  for (const row of bottom?.(records.length) ?? []) rows.push([...row]);
  return { rows, headerRow };
}

/** 坐标 goes over two columns, 设施 over all that follow. */
function isInGroup({ groups = {}, columns }: Office, at: number): boolean {
  const starts = columns.flatMap(([header], index) => (header in groups ? [index] : []));
  return at === starts[0] || at === starts[0]! + 1 || at >= starts[1]!;
}

function groupLine(office: Office): unknown[] {
  return office.columns.map(([header], at) =>
    isInGroup(office, at) ? (office.groups?.[header] ?? '') : header,
  );
}
