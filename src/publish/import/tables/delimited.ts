import { parseCsvPart } from '../../csv';
import type { GridRow } from './grid';

/** A quoted cell longer than this, or of more lines, has lost its other quote. */
const longestRow = 256 * 2 ** 10;
const mostLines = 200;

/**
 * The rows of CSV text that comes in parts. A line with a quote without its other half is split at
 * every separator, so that it does not swallow the rows that follow.
 */
export async function* readDelimited(
  parts: AsyncIterable<string>,
  delimiter: string,
): AsyncIterable<GridRow> {
  let rest = '';
  let number = 0;
  // How much to look at: little where quotes are wrong, for each wrong one is a new start.
  let window = Number.POSITIVE_INFINITY;
  function* splitLine(): Iterable<GridRow> {
    const end = rest.indexOf('\n');
    const line = end === -1 ? rest : rest.slice(0, end);
    rest = end === -1 ? '' : rest.slice(end + 1);
    yield { number: ++number, cells: line.split(delimiter), isMisquoted: true };
  }
  function* take(isLast: boolean): Iterable<GridRow> {
    while (rest !== '') {
      const isAll = rest.length <= window;
      const view = isAll ? rest : rest.slice(0, window);
      const { rows, end, isMisquoted } = parseCsvPart(view, delimiter, isLast && isAll);
      for (const cells of rows) {
        number++;
        if (!isBlankRow(cells)) yield { number, cells };
      }
      rest = rest.slice(end);
      window *= 2;
      if (isMisquoted) window = 4096;
      if (isMisquoted || isEndless(view.slice(end))) yield* splitLine();
      else if (isAll) return;
    }
  }
  for await (const part of parts) {
    rest += part;
    yield* take(false);
  }
  yield* take(true);
}

function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Whether what is left of a part cannot be the start of a row. */
function isEndless(rest: string): boolean {
  if (rest.length < 2 * mostLines) return false;
  if (rest.length > longestRow) return true;
  let lines = 0;
  for (let at = rest.indexOf('\n'); at !== -1; at = rest.indexOf('\n', at + 1)) lines++;
  return lines > mostLines;
}

const delimiters = [',', '\t', ';', '|'];

/**
 * The separator that cuts the sample into rows of the same width. Of several the one that makes more
 * columns; a comma when there is but one column.
 */
export function detectDelimiter(sample: string, isWhole: boolean): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const { rows } = parseCsvPart(sample, delimiter, isWhole);
    const filled = rows.filter((row) => !isBlankRow(row));
    const counts = new Map<number, number>();
    for (const { length } of filled) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    for (const [width, count] of counts) {
      const share = count / filled.length;
      const score = share * share * Math.log2(width + 1);
      if (score <= bestScore) continue;
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}
