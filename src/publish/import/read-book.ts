import type { Finding } from './finding';
import { readGrid } from './read-grid';
import type { Reading, Table } from './table';
import type { ByteSource } from './tables/byte-source';
import { readWorkbook } from './tables/workbook';

/** The tables of a workbook's sheets: hidden ones only when asked for. Sheets that hold none are named in a note with the first. */
export async function readBook(source: ByteSource, reading: Reading): Promise<readonly Table[]> {
  const sheet = reading.sheet ?? reading.mapping.sheet;
  const grids = await readWorkbook(source, sheet);
  const tables: Table[] = [];
  const skipped: Finding[] = [];
  for (const grid of grids) {
    // A former version, or what lists to choose from are made of.
    const isLeftOut = grid.isHidden === true && sheet === undefined;
    const table = isLeftOut ? undefined : await readGrid(grid, { format: 'xlsx' }, reading);
    if (table !== undefined) tables.push(table);
    else {
      const origin = { file: source.path, sheet: grid.sheet, row: 0 };
      skipped.push({ severity: 'note', code: 'sheet-skipped', origin, value: grid.sheet });
    }
  }
  const [first, ...others] = tables;
  return first === undefined
    ? []
    : [{ ...first, findings: [...skipped, ...first.findings] }, ...others];
}
