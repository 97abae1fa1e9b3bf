import type { GridRow, Merge } from '../tables/grid';
import { cellText } from '../values/cell-text';
import { readCoordinate } from '../values/coordinate';
import { readCoordinatePair } from '../values/coordinate-pair';
import { type HeaderReading, readColumnHeader } from './by-header';

/** Where a table's header is, and what it says. */
export interface HeaderRow {
  /** As written, by column; '' for none. Of two lines both, a blank between them. */
  readonly headers: readonly string[];
  /** The header's rows, two at most; none for a table without one. */
  readonly rows: readonly GridRow[];
}

/** Titles and remarks above the header are fewer. */
const searched = 30;

/**
 * The row, or two rows, with the most cells that are recognised as headers. Without any: the first
 * row if it has words where the others have numbers, else none.
 */
export function findHeader(rows: readonly GridRow[], merges: readonly Merge[] = []): HeaderRow {
  const candidates = rows.slice(0, searched);
  let best: HeaderRow = { headers: [], rows: [] };
  let bestScore = 0;
  candidates.forEach((row, index) => {
    const single = { headers: row.cells.map(cellText), rows: [row] };
    const next = candidates[index + 1];
    const joined = next && joinLines(row, next, merges);
    for (const candidate of joined ? [single, joined] : [single]) {
      const score = scoreOf(candidate.headers);
      // A second line must say something that the first does not.
      if (score <= bestScore) continue;
      best = candidate;
      bestScore = score;
    }
  });
  const [first] = best.rows;
  if (first !== undefined && isEnough(bestScore, first)) return best;
  const top = candidates[0];
  return top !== undefined && isHeaderLike(top, candidates.slice(1))
    ? { headers: top.cells.map(cellText), rows: [top] }
    : { headers: [], rows: [] };
}

/** The rows that a mapping file says are the header. */
export function headerAt(
  rows: readonly GridRow[],
  number: number,
  merges: readonly Merge[] = [],
): HeaderRow | undefined {
  if (number === 0) return { headers: [], rows: [] };
  const at = rows.findIndex((row) => row.number === number);
  const row = rows[at];
  if (row === undefined) return undefined;
  const above = rows[at - 1];
  const joined = above && joinLines(above, row, merges);
  const single = { headers: row.cells.map(cellText), rows: [row] };
  return joined && scoreOf(joined.headers) > scoreOf(single.headers) ? joined : single;
}

const cache = new Map<string, HeaderReading>();

/** Headers come again in every sheet, and every cell of the first rows is tried. */
export function readHeaderCell(header: string): HeaderReading {
  const known = cache.get(header);
  if (known !== undefined) return known;
  const reading = readColumnHeader(header);
  if (cache.size > 5_000) cache.clear();
  cache.set(header, reading);
  return reading;
}

/** Fields named, each once; numbers and long texts are no headers. */
function scoreOf(headers: readonly string[]): number {
  const fields = new Set<string>();
  let filled = 0;
  let others = 0;
  for (const header of headers) {
    if (header === '') continue;
    filled++;
    if (/^[\d\s.,:/-]+$/.test(header) || header.length > 60 || isSentence(header)) {
      others++;
      continue;
    }
    const { field, certainty, crs, isOther } = readHeaderCell(header);
    if (field !== undefined) fields.add(`${field}${crs ?? ''}`);
    else if (isOther) fields.add(header);
    if (certainty === 1 && filled > 0) others += 0.1;
  }
  return others > filled / 3 ? 0 : fields.size;
}

/** 1.经纬度请用高德地图拾取；2.请勿合并单元格。 says how to fill in a table that is elsewhere. */
function isSentence(header: string): boolean {
  const outside = header.replace(/[(（【[][^)）】\]]*[)）】\]]?/g, '');
  return /[。！；;](?=.)|。$|请|不得|如实/.test(outside);
}

function isEnough(score: number, row: GridRow): boolean {
  const filled = row.cells.filter((cell) => cellText(cell) !== '').length;
  return score >= 2 || (score === 1 && filled === 1);
}

/** Words in the first row over numbers in the others. */
function isHeaderLike(top: GridRow, others: readonly GridRow[]): boolean {
  const texts = top.cells.map(cellText);
  if (texts.some((text) => readCoordinate(text) !== undefined)) return false;
  return texts.some((text, index) => {
    const below = others.map(({ cells }) => cellText(cells[index])).filter((cell) => cell !== '');
    const numbers = below.filter(
      (cell) => (readCoordinate(cell) ?? readCoordinatePair(cell)) !== undefined,
    );
    return text !== '' && below.length > 0 && numbers.length > below.length / 2;
  });
}

/**
 * Two lines as one: what the upper says of a group stands before what the lower says of each. No
 * header when the lower has a cell under one that is no group, or a number.
 */
function joinLines(
  upper: GridRow,
  lower: GridRow,
  merges: readonly Merge[],
): HeaderRow | undefined {
  if (lower.number !== upper.number + 1) return undefined;
  const above = upper.cells.map(cellText);
  const below = lower.cells.map(cellText);
  const width = Math.max(above.length, below.length);
  let group = '';
  let isGrouped = false;
  const headers: string[] = [];
  for (let index = 0; index < width; index++) {
    const top = above[index] ?? '';
    const bottom = below[index] ?? '';
    if (/^[\d.,-]+$/.test(bottom) || bottom.length > 30) return undefined;
    if (top !== '') group = top;
    const nextIsBlank = (above[index + 1] ?? '') === '' && (below[index + 1] ?? '') !== '';
    const isGroup = top === '' || nextIsBlank || isMergedAcross(upper.number, index + 1, merges);
    if (top !== '' && bottom !== '' && !isGroup) return undefined;
    if (top === '' && bottom !== '') isGrouped = true;
    headers.push(
      bottom === '' ? top : isGrouped || top !== '' ? `${group} ${bottom}`.trim() : bottom,
    );
  }
  const hasLeaf = above.some((top, index) => top !== '' && (below[index] ?? '') === '');
  return isGrouped && hasLeaf ? { headers, rows: [upper, lower] } : undefined;
}

function isMergedAcross(row: number, column: number, merges: readonly Merge[]): boolean {
  return merges.some(
    (merge) =>
      merge.firstRow === row &&
      merge.firstColumn === column &&
      merge.lastColumn > merge.firstColumn,
  );
}
