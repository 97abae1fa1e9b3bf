import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'yizhan-import-'));

/** Where a test may write its files; gone when it is done. */
export function scratch(name: string): string {
  // The file of tests before may have removed it.
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

export function removeScratch(): void {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** A workbook with one sheet, its rows from A1; `merges` such as `A1:D1`. */
export async function writeBook(
  name: string,
  sheets: Readonly<
    Record<
      string,
      { rows: readonly (readonly unknown[])[]; merges?: string[]; formats?: Record<string, string> }
    >
  >,
): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const [title, { rows, merges = [], formats = {} }] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title);
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell !== null) sheet.getCell(row + 1, column + 1).value = cell as ExcelJS.CellValue;
      });
    });
    for (const [address, format] of Object.entries(formats)) sheet.getCell(address).numFmt = format;
    for (const range of merges) sheet.mergeCells(range);
  }
  const path = scratch(name);
  await book.xlsx.writeFile(path);
  return path;
}
