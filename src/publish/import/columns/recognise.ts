import type { Finding } from '../finding';
import type { Mapping } from '../mapping';
import type { GridRow } from '../tables/grid';
import { cellText, isNothing } from '../values/cell-text';
import type { DistrictNames } from '../values/districts';
import { arePositions } from './by-content';
import type { Claim } from './claim';
import { type Column, distinctHeaders } from './column';
import { takesSeveral } from './field';
import { readHeaderCell } from './header-row';
import { judgeByContent } from './judge-content';
import { areSwapped, columnsOf, type PositionPlan, planPositions } from './positions';

/** What a table's columns were taken for. */
export interface TablePlan {
  readonly columns: readonly Column[];
  readonly positions: PositionPlan | undefined;
}

/**
 * What each column holds: as the mapping says, else by its header, else by what its cells look like.
 *
 * @param headers as written, one for each column; all blank for a table without
 * @param rows the first below the header, by which the cells are judged
 * @param report takes what a clerk should know of the columns as a whole
 */
export function recogniseColumns(
  headers: readonly string[],
  rows: readonly GridRow[],
  names: DistrictNames,
  mapping: Mapping,
  report: (finding: Pick<Finding, 'severity' | 'code' | 'column' | 'value' | 'details'>) => void,
): TablePlan {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  const padded = Array.from({ length: width }, (_, index) => headers[index] ?? '');
  const claims = distinctHeaders(padded).map((header, index) =>
    claim(header, padded[index]!, index, mapping),
  );
  const cellsOf = ({ index }: Claim) => rows.map(({ cells }) => cells[index]);
  for (const one of claims) {
    distrustObjects(one, cellsOf(one));
    // Of two for one field, the one that is filled in.
    if (one.by === 'header' && !isUsed(cellsOf(one))) one.certainty = 0.1;
    // Amap calls its positions location, which others call their addresses.
    if (one.by === 'header' && one.field === 'address' && arePositions(cellsOf(one), names))
      one.field = 'position';
  }
  settleRivals(claims);
  claimMetres(claims);
  judgeByContent(claims, cellsOf, names);
  dropRunningNumbers(claims, cellsOf, report);
  const columns = claims
    .filter((one) => padded[one.index] !== '' || one.field !== undefined || isUsed(cellsOf(one)))
    .map(({ index, header, field, by, crs }): Column => ({ index, header, field, by, crs }));
  return place(columns, rows, report);
}

function isUsed(cells: readonly unknown[]): boolean {
  return cells.some((cell) => cellText(cell) !== '');
}

function claim(header: string, written: string, index: number, mapping: Mapping): Claim {
  const { field, certainty, crs, isOther, plain } = readHeaderCell(written);
  const mapped = lookUp(mapping.columns, header) ?? lookUp(mapping.columns, written);
  if (mapped !== undefined) {
    const [told] = mapped;
    return {
      index,
      header,
      field: told ?? undefined,
      by: 'mapping',
      certainty: 9,
      crs,
      isSettled: true,
    };
  }
  // X and Y may be metres; a column that says 经度 is surer.
  const isVague = /^(?:x|y|[xy]坐标|坐标[xy]|[xy]coord.*|point[xy])$/.test(plain);
  return {
    index,
    header,
    field,
    by: field === undefined ? 'none' : 'header',
    certainty: isVague ? 0.5 : certainty,
    crs,
    isSettled: isOther,
  };
}

const objectFields =
  /^(?:position|parking|offers|providerIds|extra|services|audiences|access|photos|source)$/;

/** `location: { lat, lon }` is no address, whatever its header says. */
function distrustObjects(one: Claim, cells: readonly unknown[]): void {
  if (one.field === undefined || one.by === 'mapping' || objectFields.test(one.field)) return;
  const isObject = (cell: unknown) =>
    typeof cell === 'object' && cell !== null && !(cell instanceof Date);
  if (!cells.some(isObject)) return;
  one.field = undefined;
  one.by = 'none';
}

function lookUp<T>(table: Readonly<Record<string, T>> | undefined, key: string): [T] | undefined {
  return table !== undefined && Object.prototype.hasOwnProperty.call(table, key)
    ? [table[key] as T]
    : undefined;
}

/** A field that takes only one column goes to the surest, of equals to the first; the others are kept in `extra`. */
function settleRivals(claims: readonly Claim[]): void {
  const winners = new Map<string, Claim>();
  for (const one of claims) {
    if (one.field === undefined || takesSeveral(one.field)) continue;
    // Each map has positions of its own.
    const key = isOfPosition(one.field) ? `${one.field} ${one.crs}` : one.field;
    const rival = winners.get(key);
    const loser = rival === undefined || one.certainty > rival.certainty ? rival : one;
    if (loser !== one) winners.set(key, one);
    if (loser === undefined) continue;
    loser.field = undefined;
    loser.isSettled = true;
    if (loser.by !== 'mapping') loser.by = 'none';
  }
}

const metres: Readonly<Record<string, RegExp>> = {
  lng: /^(?:os|gb|bng|hk|hk80|grid)?(?:eastings?|geox|gridx)$/,
  lat: /^(?:os|gb|bng|hk|hk80|grid)?(?:northings?|geoy|gridy)$/,
};

/** Eastings and northings place a table's stations where no degrees do. */
function claimMetres(claims: readonly Claim[]): void {
  if (claims.some(({ field }) => field !== undefined && isOfPosition(field))) return;
  const found = Object.entries(metres).flatMap(([field, header]) => {
    const one = claims.find(
      (claim) => claim.by === 'none' && header.test(readHeaderCell(claim.header).plain),
    );
    return one === undefined ? [] : [{ one, field }];
  });
  if (found.length < 2) return;
  for (const { one, field } of found) Object.assign(one, { field, by: 'header' });
}

function isOfPosition(field: string): boolean {
  return field === 'lng' || field === 'lat' || field === 'position';
}

/** 编号 with 1, 2, 3, … counts rows: as ids these would go to other stations when a row is put in. */
function dropRunningNumbers(
  claims: readonly Claim[],
  cellsOf: (one: Claim) => readonly unknown[],
  report: (finding: Pick<Finding, 'severity' | 'code' | 'column' | 'value' | 'details'>) => void,
): void {
  const ids = claims.find(({ field, by }) => field === 'id' && by === 'header');
  if (ids === undefined) return;
  const texts = cellsOf(ids)
    .map(cellText)
    .filter((text) => !isNothing(text));
  const isRunning = texts.length > 2 && texts.every((text, index) => Number(text) === index + 1);
  if (!isRunning) return;
  ids.field = 'running-number';
  report({
    severity: 'note',
    code: 'running-number',
    column: ids.header,
    value: texts.slice(0, 3).join(', '),
  });
}

/** Chooses the positions' columns, and puts right two that hold each other's numbers. */
function place(
  columns: readonly Column[],
  rows: readonly GridRow[],
  report: (finding: Pick<Finding, 'severity' | 'code' | 'column' | 'value' | 'details'>) => void,
): TablePlan {
  const positions = planPositions(columns, rows);
  const used = positions && columnsOf(positions);
  // The positions of the other maps are kept as they are.
  const kept = columns.map((column) =>
    column.field !== undefined && isOfPosition(column.field) && !used?.includes(column)
      ? { ...column, field: undefined, by: column.by === 'mapping' ? column.by : ('none' as const) }
      : column,
  );
  if (positions === undefined || 'pair' in positions) return { columns: kept, positions };
  const { lng, lat, crs } = positions;
  if (lng.by === 'mapping' || lat.by === 'mapping' || !areSwapped(lng, lat, rows)) {
    return { columns: kept, positions };
  }
  // Surveyors' X is north: no mistake.
  const isMistake = !/^\W*[xy]\W*(?:坐标)?$/i.test(lng.header);
  if (isMistake) {
    report({
      severity: 'warning',
      code: 'columns-swapped',
      column: lng.header,
      details: { other: lat.header },
    });
  }
  const swapped = {
    lng: { ...lat, field: 'lng', by: 'content' as const },
    lat: { ...lng, field: 'lat', by: 'content' as const },
  };
  return {
    columns: kept.map((column) =>
      column.index === lng.index ? swapped.lat : column.index === lat.index ? swapped.lng : column,
    ),
    positions: { ...swapped, crs },
  };
}
