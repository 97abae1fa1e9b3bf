/** What a cell holds: text from CSV; numbers, dates and yes or no from workbooks; anything from JSON. */
export type Cell = unknown;

/** One row as the clerk's program numbers it, from 1. */
export interface GridRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** A quote without its other half: the line was split at every separator. */
  readonly isMisquoted?: boolean;
  /** What stood there instead of a record; of JSON only. */
  readonly fault?: string | undefined;
  /** The type of a geometry for which a point inside it was taken; of JSON only. */
  readonly shape?: string | undefined;
}

/** Rows of cells, blank ones left out; may be read several times. */
export interface Grid {
  readonly sheet?: string | undefined;
  /** Of a workbook: whoever opens it does not see this sheet. */
  readonly isHidden?: boolean | undefined;
  rows(): AsyncIterable<GridRow>;
  /** Cells that were merged over rows or columns; of workbooks only. */
  readonly merges?: readonly Merge[] | undefined;
}

/** Rows and columns count from 1, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The first rows of a grid. */
export async function takeRows(grid: Grid, count: number): Promise<GridRow[]> {
  const taken: GridRow[] = [];
  for await (const row of grid.rows()) {
    taken.push(row);
    if (taken.length >= count) break;
  }
  return taken;
}
