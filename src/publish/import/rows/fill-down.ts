import type { GridRow, Merge } from '../tables/grid';
import { cellText, isSameAsAbove } from '../values/cell-text';

/**
 * Gives rows the values that stand only once for several of them: cells merged over rows, 同上 and
 * its like, and the district where it is written in the first row of each group alone.
 */
export class FillDown {
  /** By column: the last value, and how far down it holds. */
  private readonly merged = new Map<number, { readonly last: number; readonly value: unknown }>();
  private readonly above: unknown[] = [];
  private readonly starts: ReadonlyMap<number, readonly Merge[]>;

  /** @param grouped the columns to fill wherever they are blank */
  constructor(
    merges: readonly Merge[],
    private readonly grouped: ReadonlySet<number>,
  ) {
    const starts = new Map<number, Merge[]>();
    for (const merge of merges) {
      if (merge.lastRow === merge.firstRow) continue;
      starts.set(merge.firstRow, [...(starts.get(merge.firstRow) ?? []), merge]);
    }
    this.starts = starts;
  }

  fill(row: GridRow): GridRow {
    for (const merge of this.starts.get(row.number) ?? []) {
      const column = merge.firstColumn - 1;
      this.merged.set(column, { last: merge.lastRow, value: row.cells[column] });
    }
    let cells: unknown[] | undefined;
    const put = (index: number, value: unknown) => {
      cells ??= [...row.cells];
      cells[index] = value;
    };
    for (const [index, { last, value }] of this.merged) {
      if (row.number > last) this.merged.delete(index);
      else if (isBlank(row.cells[index])) put(index, value);
    }
    for (const index of this.grouped) {
      if (isBlank((cells ?? row.cells)[index])) put(index, this.above[index]);
    }
    const { length } = row.cells;
    for (let index = 0; index < length; index++) {
      const cell = (cells ?? row.cells)[index];
      if (typeof cell === 'string' && cell.length < 8 && isSameAsAbove(cell.trim())) {
        put(index, this.above[index]);
      } else if (!isBlank(cell)) this.above[index] = cell;
    }
    return cells === undefined ? row : { ...row, cells };
  }
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '';
}

/**
 * Whether a column without merges is filled in for the first row of each group alone: most cells are
 * blank, the first is not, and no value comes twice.
 */
export function isWrittenOnce(rows: readonly GridRow[], index: number): boolean {
  const texts = rows.map(({ cells }) => cellText(cells[index]));
  const filled = texts.filter((text) => text !== '');
  return (
    texts[0] !== undefined &&
    texts[0] !== '' &&
    filled.length * 2 <= texts.length &&
    new Set(filled).size === filled.length
  );
}
