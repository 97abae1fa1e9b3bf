import { type FeatureRow, toFeatureRow } from './feature';
import type { Grid, GridRow } from './grid';
import type { JsonLine } from './json-lines';

/** A feature, or where one should be, the text that is there instead. */
export type FeatureItem =
  | { readonly number: number; readonly row: FeatureRow }
  | { readonly number: number; readonly row: undefined; readonly fault: string };

/** A JSON value on its way to being a row. */
export function toItem({
  number,
  text,
  value,
}: Pick<JsonLine, 'number' | 'value'> & { text?: string }): FeatureItem {
  const row = toFeatureRow(value, number);
  if (row !== undefined) return { number, row };
  return { number, row: undefined, fault: (text ?? JSON.stringify(value) ?? '').slice(0, 200) };
}

/**
 * Features as rows of cells: a column for each key, with the id and the geometry before them. A key
 * that comes after the sample gets a column further right.
 */
export function featureGrid(
  items: () => AsyncIterable<FeatureItem>,
  sample: readonly FeatureItem[],
): { grid: Grid; headers: readonly string[]; headerAt(index: number): string | undefined } {
  const columns = new Map<string, number>();
  const columnOf = (key: string) => {
    const known = columns.get(key);
    if (known !== undefined) return known;
    columns.set(key, columns.size);
    return columns.size - 1;
  };
  const rows = sample.flatMap(({ row }) => row ?? []);
  if (rows.some(({ id }) => id !== undefined && id !== null)) columnOf('id');
  if (rows.some(({ position }) => position !== undefined)) columnOf('geometry');
  for (const { properties } of rows) for (const key of Object.keys(properties)) columnOf(key);
  const headers = [...columns.keys()];
  const toGridRow = (item: FeatureItem): GridRow => {
    if (item.row === undefined) return { number: item.number, cells: [], fault: item.fault };
    const { id, position, properties, shape } = item.row;
    const cells: unknown[] = [];
    if (id !== undefined && id !== null) cells[columnOf('id')] = id;
    if (position !== undefined) cells[columnOf('geometry')] = position;
    for (const [key, value] of Object.entries(properties)) cells[columnOf(key)] = value;
    return { number: item.number, cells, shape };
  };
  const keys: string[] = [...headers];
  return {
    headers,
    headerAt(index) {
      if (keys.length < columns.size) keys.push(...[...columns.keys()].slice(keys.length));
      return keys[index];
    },
    grid: {
      async *rows() {
        for await (const item of items()) yield toGridRow(item);
      },
    },
  };
}
