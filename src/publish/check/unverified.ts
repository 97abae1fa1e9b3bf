import type { FindingList } from '../import/finding-list';
import type { RowFacts } from '../import/row-facts';

const daysOfYear = 365;
const millisPerDay = 86_400_000;

/** Above this share of a table's rows, one line says it for all. */
const wideShare = 0.5;

/**
 * Stations that nobody has seen for a year. Where it is most of a table, the table is what is old: that is said
 * once.
 *
 * @param today in days since 1970
 */
export function checkUnverified(
  rows: RowFacts,
  tables: number,
  today: number,
  findings: FindingList,
): void {
  const stations = rows.stations();
  const old = stations.filter((at) => rows.verified[at] !== 0 && isOld(rows.verified[at]!, today));
  const counts = new Uint32Array(tables);
  const oldest = new Int32Array(tables).fill(today);
  const total = new Uint32Array(tables);
  for (const at of stations) total[rows.table[at]!]!++;
  for (const at of old) {
    const table = rows.table[at]!;
    counts[table]!++;
    oldest[table] = Math.min(oldest[table]!, rows.verified[at]!);
  }
  const isWide = (table: number) =>
    counts[table]! >= 10 && counts[table]! > wideShare * total[table]!;
  counts.forEach((count, table) => {
    if (!isWide(table)) return;
    findings.atTable(table, {
      severity: 'warning',
      code: 'unverified-for-a-year',
      field: 'verifiedAt',
      details: { rows: count, oldest: dayOf(oldest[table]!) },
    });
  });
  for (const at of old) {
    if (isWide(rows.table[at]!)) continue;
    const value = dayOf(rows.verified[at]!);
    findings.at(at, {
      severity: 'note',
      code: 'unverified-for-a-year',
      field: 'verifiedAt',
      value,
      details: { verifiedAt: value },
    });
  }
}

function isOld(day: number, today: number): boolean {
  return today - day > daysOfYear;
}

function dayOf(day: number): string {
  return new Date(day * millisPerDay).toISOString().slice(0, 10);
}
