import pc from 'picocolors';
import type { Output } from '../output';
import { padded, printable, truncated, width } from './text';

/** One column of a table over rows of some type. */
export interface Column<Row> {
  readonly title: { readonly zh: string; readonly en: string };
  readonly text: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Gives way when the terminal is too narrow; a column of 2 keeps twice as much as one of 1. */
  readonly shrinks?: 1 | 2;
  readonly colour?: 'bold' | 'dim';
}

/** Bold and dim text, where the output shows them. */
export function inkOf({
  colour,
}: Output): Pick<ReturnType<typeof pc.createColors>, 'bold' | 'dim'> {
  return pc.createColors(colour);
}

const gap = '  ';
/** A column that gives way keeps this many cells. */
const least = 8;

/** An aligned table with a line of titles, which fits the terminal as far as its columns can give way. */
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
  const colours = inkOf(output);
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

/** Takes a cell at a time from the column that has most, by its share. */
function shrink<Row>(widths: number[], columns: readonly Column<Row>[], most: number): void {
  let excess = widths.reduce((sum, cells) => sum + cells + gap.length, -gap.length) - most;
  for (; excess > 0; excess--) {
    const shares = columns.map(({ shrinks }, i) => (shrinks ? widths[i]! / shrinks : 0));
    const widest = shares.indexOf(Math.max(...shares));
    if (widths[widest]! <= least) return;
    widths[widest]!--;
  }
}
