import type { Crs } from '../../../geo/crs';
import type { ColumnReading } from '../import-report';

/** A column of a table, and what it was taken for. */
export interface Column extends ColumnReading {
  /** Where its cells are in a row, from 0. */
  readonly index: number;
  /** What its header says positions are in. */
  readonly crs?: Crs | undefined;
}

/** A header that comes twice names two columns: the second gets a name of its own; so does one without. */
export function distinctHeaders(headers: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headers.map((header, index) => {
    const name = header === '' ? `column ${index + 1}` : header;
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
