import pc from 'picocolors';
import type { Output } from '../output';
import { padded, printable, truncated, width } from './text';

/** One column of a table over rows of some type. */
export interface Column<Row> {
  readonly title: { readonly zh: string; readonly en: string };
  readonly text: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Gives way when the terminal is too narrow. */
  readonly shrinks?: boolean;
  readonly colour?: 'bold' | 'dim';
}

const gap = '  ';
/** A column that gives way keeps this many cells. */
const least = 8;

/** An aligned table with a line of titles. On a terminal no line is wider than it. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  output: Output,
): string {
  const titles = columns.map((column) => column.title[output.locale]);
  const cells = rows.map((row) => columns.map((column) => printable(column.text(row))));
  const widths = columns.map((_, i) =>
    [titles, ...cells].reduce((most, line) => Math.max(most, width(line[i]!)), 0),
  );
  if (output.columns !== undefined) shrink(widths, columns, output.columns);
  const colours = pc.createColors(output.colour);
  const line = (texts: readonly string[], paint: (text: string, i: number) => string) =>
    texts
      .map((text, i) => {
        const cell = padded(truncated(text, widths[i]!), widths[i]!, columns[i]!.align ?? 'left');
        return paint(i === texts.length - 1 ? cell.trimEnd() : cell, i);
      })
      .join(gap)
      .trimEnd();
  const lines = [
    line(titles, (text) => colours.dim(text)),
    ...cells.map((texts) =>
      line(texts, (text, i) =>
        columns[i]!.colour === undefined ? text : colours[columns[i]!.colour](text),
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** Takes a cell at a time from the widest column that gives way. */
function shrink<Row>(widths: number[], columns: readonly Column<Row>[], most: number): void {
  const giving = columns.flatMap((column, i) => (column.shrinks ? [i] : []));
  let excess = widths.reduce((sum, cells) => sum + cells + gap.length, -gap.length) - most;
  for (; excess > 0; excess--) {
    const widest = giving.reduce((a, b) => (widths[b]! > widths[a]! ? b : a), giving[0] ?? -1);
    if (widest === -1 || widths[widest]! <= least) return;
    widths[widest]!--;
  }
}
