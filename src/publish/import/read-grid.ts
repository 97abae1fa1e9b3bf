import { basename } from 'node:path';
import type { CollectionFacts } from '../../dataset/geojson';
import { DataFileError } from '../../errors';
import type { Crs } from '../../geo/crs';
import { findHeader, type HeaderRow, headerAt } from './columns/header-row';
import { crsInRemark } from './columns/header-text';
import { recogniseColumns, type TablePlan } from './columns/recognise';
import type { Finding } from './finding';
import { FillDown, isWrittenOnce } from './rows/fill-down';
import { judgeRow } from './rows/not-a-station';
import { RowReader, type RowSetting } from './rows/read-row';
import type { Reading, ReadRow, Table } from './table';
import { type Grid, type GridRow, takeRows } from './tables/grid';
import { cellText } from './values/cell-text';
import { DistrictNames, hasAreaCode } from './values/districts';

/** What is known of a grid before its cells are looked at. */
export interface GridFacts {
  readonly format: string;
  readonly encoding?: string | undefined;
  /** The names of the columns, where the format has them apart from the rows. */
  readonly headers?: readonly string[] | undefined;
  readonly headerAt?: ((index: number) => string | undefined) | undefined;
  readonly crs?: Crs | undefined;
  readonly grid?: string | undefined;
  readonly head?: Omit<CollectionFacts, 'crs'> | undefined;
  readonly findings?: readonly Finding[] | undefined;
}

/** By so many rows columns are judged: those of a sheet, usually, and the start of a long file. */
const sampleRows = 2_000;

/** Fields without which a table is none of stations. */
const placing = new Set(['lng', 'lat', 'position', 'name', 'address']);

/** A table of the grid's rows; `undefined` when nothing in it names or places a station. */
export async function readGrid(
  grid: Grid,
  facts: GridFacts,
  reading: Reading,
): Promise<Table | undefined> {
  const sample = await takeRows(grid, sampleRows);
  const header = headerOf(grid, facts, sample, reading);
  const first = header.rows[0]?.number ?? 0;
  const last = header.rows.at(-1)?.number ?? 0;
  const titles = sample.filter(({ number }) => number < first);
  const data = sample.filter(({ number }) => number > last);
  const { path } = reading;
  const at = (row: number) => ({
    file: path,
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
    row,
  });
  const findings: Finding[] = [...(facts.findings ?? [])];
  const report = (finding: Omit<Finding, 'origin'>) =>
    findings.push({ ...finding, origin: at(last) });
  for (const title of titles) {
    const value = title.cells.map(cellText).filter(Boolean).join(' ');
    findings.push({ severity: 'note', code: 'title-row', origin: at(title.number), value });
  }
  const names = new DistrictNames(placeTexts(path, grid, titles, data));
  const plan = recogniseColumns(header.headers, data, names, reading.mapping, report);
  if (!plan.columns.some(({ field }) => field !== undefined && placing.has(field)))
    return undefined;
  const grouped = groupedColumns(plan, grid, data, report);
  const setting: RowSetting = {
    plan,
    names,
    mapping: reading.mapping,
    crs: plan.positions?.crs ?? facts.crs ?? crsInRemarks([...titles, ...data.slice(-10)]),
    grid: facts.grid,
    sample: data,
    headerAt: facts.headerAt,
    district: commonDistrict(plan, names, titles, grid, path, report),
  };
  return {
    facts: {
      file: path,
      ...(grid.sheet !== undefined && { sheet: grid.sheet }),
      format: facts.format,
      ...(facts.encoding !== undefined && { encoding: facts.encoding }),
      columns: plan.columns.map(({ header: name, index, field, by }) => ({
        header: name,
        // The order in which features name their properties says nothing.
        ...(facts.headers === undefined && { index }),
        field,
        by,
      })),
    },
    crs: setting.crs,
    head: facts.head ?? {},
    findings,
    ...(facts.headers === undefined && { headerRow: last }),
    rows: () => readRows(grid, last, grouped, setting, header.headers, reading, at),
  };
}

async function* readRows(
  grid: Grid,
  headerRow: number,
  grouped: ReadonlySet<number>,
  setting: RowSetting,
  headers: readonly string[],
  { progress }: Reading,
  at: (row: number) => ReadRow['origin'],
): AsyncIterable<ReadRow> {
  const { columns } = setting.plan;
  const reader = new RowReader(setting);
  const isName = (index: number) =>
    /^(?:id|name|running-number)$/.test(columns.find((one) => one.index === index)?.field ?? '');
  const merges = (grid.merges ?? []).filter(({ firstColumn }) => !isName(firstColumn - 1));
  const fill = new FillDown(merges, grouped);
  const places = new Set(
    columns.filter(({ field }) => placing.has(field ?? '')).map(({ index }) => index),
  );
  for await (const row of grid.rows()) {
    if (row.number <= headerRow) continue;
    progress.onRow();
    const origin = at(row.number);
    if (row.fault !== undefined) {
      yield { origin, draft: undefined, findings: [notARecord(origin, row.fault)] };
      continue;
    }
    const kind = judgeRow(row, headers, (index) => places.has(index));
    if (kind !== undefined) {
      const value = row.cells.map(cellText).filter(Boolean).join(' ').slice(0, 200);
      yield {
        origin,
        draft: undefined,
        findings: [{ severity: 'note', code: 'not-a-station', origin, value, details: { kind } }],
      };
      continue;
    }
    const draft = reader.read(fill.fill(row), origin);
    yield { origin, draft: draft.finish(setting.crs), findings: draft.findings };
  }
}

/** A line or an element that is no object. */
export function notARecord(origin: ReadRow['origin'], value: string): Finding {
  return { severity: 'error', code: 'not-a-record', origin, value };
}

function headerOf(
  grid: Grid,
  { headers }: GridFacts,
  sample: readonly GridRow[],
  { mapping, path }: Reading,
): HeaderRow {
  if (headers !== undefined) return { headers, rows: [] };
  if (mapping.headerRow === undefined) return findHeader(sample, grid.merges);
  const header = headerAt(sample, mapping.headerRow, grid.merges);
  if (header !== undefined) return header;
  const reason = `the mapping says that its header is in row ${mapping.headerRow}, which is blank or not among the first ${sampleRows}`;
  throw new DataFileError('FILE_FORMAT', path, reason);
}

/** What a title, or a remark below the table, says that positions are in; nothing where two differ. */
function crsInRemarks(rows: readonly GridRow[]): Crs | undefined {
  const found = new Set<Crs>();
  for (const { cells } of rows) {
    const texts = cells.map(cellText).filter((text) => text !== '');
    const crs = texts.length > 2 ? undefined : crsInRemark(texts.join(' '));
    if (crs !== undefined) found.add(crs);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The texts that may say which city the table is about; more would not say more. */
function* placeTexts(
  path: string,
  grid: Grid,
  titles: readonly GridRow[],
  data: readonly GridRow[],
): Iterable<string> {
  yield basename(path);
  yield grid.sheet ?? '';
  for (const { cells } of [...titles, ...data.slice(0, 300)]) {
    for (const cell of cells) {
      if (typeof cell === 'string' && (/[区區县縣市]/.test(cell) || hasAreaCode(cell)))
        yield cell.slice(0, 40);
      else if (/^\d{6}(?:\d{6})?$/.test(cellText(cell))) yield cellText(cell);
    }
  }
}

/** Columns whose blank cells mean what the cell above says, which a note tells. */
function groupedColumns(
  { columns }: TablePlan,
  grid: Grid,
  data: readonly GridRow[],
  report: (finding: Omit<Finding, 'origin'>) => void,
): ReadonlySet<number> {
  const grouped = new Set<number>();
  for (const { index, field, header } of columns) {
    const isMerged = grid.merges?.some(
      ({ firstColumn, firstRow, lastRow }) =>
        firstColumn === index + 1 && lastRow > firstRow && firstRow >= (data[0]?.number ?? 0),
    );
    const isOnce = field === 'district' && !isMerged && isWrittenOnce(data, index);
    if (isOnce) grouped.add(index);
    if (isOnce || isMerged) report({ severity: 'note', code: 'filled-down', column: header });
  }
  return grouped;
}

/** The district that a title, the sheet's name or the file's stands for, when no column has one. */
function commonDistrict(
  { columns }: TablePlan,
  names: DistrictNames,
  titles: readonly GridRow[],
  grid: Grid,
  path: string,
  report: (finding: Omit<Finding, 'origin'>) => void,
): RowSetting['district'] {
  if (columns.some(({ field }) => field === 'district')) return undefined;
  const texts = [
    ...titles.map(({ cells }) => cells.map(cellText).join(' ')),
    grid.sheet ?? '',
    basename(path),
  ];
  for (const text of texts) {
    const { code, isAmbiguous } = names.inTitle(text);
    const value = text.trim();
    if (isAmbiguous) report({ severity: 'note', code: 'district-ambiguous', value });
    if (code === undefined) continue;
    report({ severity: 'note', code: 'district-from-title', value, details: { district: code } });
    return { code, column: value };
  }
  return undefined;
}
