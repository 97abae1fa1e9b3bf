import type { CollectionFacts } from '../../dataset/geojson';
import type { Station } from '../../dataset/station';
import type { RecordProblem } from '../../errors';
import type { Crs } from '../../geo/crs';
import { show } from '../../wording';
import type { Draft } from './draft';
import { FindingList, type FoundTable } from './finding-list';
import { fitRecord } from './fit-record';
import { hash53 } from './hash';
import type { ReadRow, Table } from './read-drafts';
import { isRefused, isStation, type RowFact, RowFacts, unknownDecimals } from './row-facts';
import type { Spool } from './spool';

/** One table that was read. */
export interface ReadTable extends FoundTable {
  readonly facts: Table['facts'];
  readonly crs: Crs | undefined;
  readonly head: Omit<CollectionFacts, 'crs'>;
  rows: number;
}

/** What was read, before rows are compared. */
export interface Collected {
  readonly tables: readonly ReadTable[];
  readonly rows: RowFacts;
  readonly findings: FindingList;
}

/** Rows between two looks at whether to go on. */
const rowsPerLook = 1000;

/**
 * Reads tables: what every row says, fitted to the record of a station, goes to the spool, line for row; what
 * rows are compared by stays in memory.
 */
export async function collect(
  source: AsyncIterable<Table>,
  spool: Spool,
  signal: AbortSignal | undefined,
): Promise<Collected> {
  const tables: ReadTable[] = [];
  const rows = new RowFacts();
  const findings = new FindingList(rows, tables);
  for await (const table of source) {
    const { facts, crs, head } = table;
    const { file, sheet } = facts;
    const entry = { file, sheet, facts, crs, head, columns: new Map<string, string>(), rows: 0 };
    const number = tables.push(entry) - 1;
    for (const finding of table.findings) findings.keep(-1, number, finding);
    for await (const row of table.rows()) {
      if (rows.size % rowsPerLook === 0) signal?.throwIfAborted();
      // Waiting costs a turn of the event loop, a million times over: only where there is something to wait for.
      const written = collectRow(row, number, entry, rows, findings, spool);
      if (written !== undefined) await written;
    }
  }
  signal?.throwIfAborted();
  return { tables, rows, findings };
}

function collectRow(
  { origin, draft, findings: found }: ReadRow,
  table: number,
  entry: ReadTable,
  rows: RowFacts,
  findings: FindingList,
  spool: Spool,
): Promise<void> | undefined {
  entry.rows++;
  const where = { table, row: origin.row };
  if (draft === undefined) {
    const at = rows.add({ ...nothing, ...where, state: isRefused });
    for (const finding of found) findings.keep(at, table, finding);
    if (!found.some(({ severity, code }) => severity === 'error' || code === 'not-a-station')) {
      findings.at(at, { severity: 'error', code: 'row-unread' });
    }
    return spool.add('');
  }
  if (draft.columns.size > entry.columns.size) {
    for (const [field, header] of draft.columns) {
      if (!entry.columns.has(field)) entry.columns.set(field, header);
    }
  }
  const { station, problems } = fitRecord(draft.record);
  const properties = station === undefined ? '' : propertiesOf(station);
  const at = rows.add({ ...nothing, ...where, ...factsOf(draft, station, properties) });
  for (const finding of found) findings.keep(at, table, finding);
  for (const problem of problems) reportProblem(problem, at, station !== undefined, findings);
  const { position } = draft;
  const isExplained = found.some(({ severity }) => severity === 'error');
  if (station !== undefined && position === undefined && !isExplained) {
    findings.at(at, { severity: 'error', code: 'no-position', field: 'lng' });
  }
  return spool.add(properties);
}

function reportProblem(
  { field, value, allowed }: RecordProblem,
  at: number,
  isKept: boolean,
  findings: FindingList,
): void {
  findings.at(at, {
    severity: isKept ? 'warning' : 'error',
    code: isKept ? 'field-invalid' : 'record-invalid',
    field: field.split(/[.[]/)[0],
    value: typeof value === 'string' ? value : show(value),
    details: { field, allowed },
  });
}

/** All that a feature says besides its id and position. */
function propertiesOf({ id: _, position: __, ...properties }: Station): string {
  return JSON.stringify(properties);
}

const nothing: Omit<RowFact, 'table' | 'row'> = {
  state: isStation,
  lng: Number.NaN,
  lat: Number.NaN,
  decimals: unknownDecimals,
  crs: undefined,
  district: 0,
  kind: 0,
  verified: 0,
  phone: 0,
  content: 0,
  id: '',
  name: '',
  address: '',
};

const millisPerDay = 86_400_000;

function factsOf(
  { position, decimals, crs, record }: Draft,
  station: Station | undefined,
  properties: string,
): Partial<RowFact> {
  if (station === undefined || position === undefined) return { state: isRefused };
  const { name = station.nameEn ?? '', address = '', kind, phone = '', verifiedAt } = station;
  const id = idOf(record['id']);
  return {
    lng: position.lng,
    lat: position.lat,
    decimals: decimals ?? unknownDecimals,
    crs,
    district: Number(station.district ?? 0),
    kind: kind === 'other' ? 0 : hash53(kind),
    verified: verifiedAt === undefined ? 0 : Math.floor(Date.parse(verifiedAt) / millisPerDay),
    phone: hash53(phone.replace(/\D/g, '')),
    content: hash53(`${id}\n${position.lng},${position.lat},${crs}\n${properties}`),
    id,
    name,
    address,
  };
}

function idOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
