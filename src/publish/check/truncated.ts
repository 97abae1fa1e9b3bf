import type { FindingList } from '../import/finding-list';
import { type RowFacts, unknownDecimals } from '../import/row-facts';

/** Two decimals are a kilometre, three are 110 m: the wrong side of the block. */
const coarse = 3;
const tooCoarse = 2;

/** How far off a position may be that was cut after so many decimals: half a unit north, as at 31° east. */
const metersOff: readonly number[] = [73_000, 7_300, 730, 73];

/**
 * Positions cut short. In numbers nobody sees zeros at the end, so that one of a hundred positions with four
 * decimals honestly looks as if it had three: a table's rows are named only when there are clearly more of them
 * than chance gives.
 */
export function checkTruncated(rows: RowFacts, tables: number, findings: FindingList): void {
  /** How many rows of a table have so many decimals. */
  const counts = Array.from({ length: tables }, () => new Uint32Array(18));
  const stations = rows.stations();
  for (const at of stations) counts[rows.table[at]!]![decimalsOf(rows, at)]!++;
  const usual = counts.map((count) => count.indexOf(Math.max(...count)));
  const says = counts.map((count, table) => isMoreThanChance(count, usual[table]!));
  const total = counts.map((count) => count.reduce((sum, one) => sum + one, 0));
  const wide = counts.map((count, table) => {
    const short = sum(count, coarse);
    return short >= 10 && short > total[table]! / 2;
  });
  for (const [table, isWide] of wide.entries()) {
    if (!isWide) continue;
    const decimals = usual[table]!;
    findings.atTable(table, {
      severity: decimals <= tooCoarse ? 'error' : 'warning',
      code: 'position-truncated',
      field: 'lng',
      details: {
        decimals,
        meters: metersOff[Math.min(decimals, coarse)]!,
        rows: sum(counts[table]!, coarse),
      },
    });
  }
  for (const at of stations) {
    const table = rows.table[at]!;
    const decimals = decimalsOf(rows, at);
    if (decimals > coarse || wide[table] || !says[table]![decimals]) continue;
    findings.at(at, {
      severity: decimals <= tooCoarse ? 'error' : 'warning',
      code: 'position-truncated',
      field: 'lng',
      value: `${rows.lng[at]},${rows.lat[at]}`,
      details: { decimals, meters: metersOff[decimals]! },
    });
  }
}

/** Of both coordinates the one with more: somebody who cuts cuts both. */
function decimalsOf(rows: RowFacts, at: number): number {
  const written = rows.decimals[at]!;
  const shown = Math.max(decimalsIn(rows.lng[at]!), decimalsIn(rows.lat[at]!));
  return Math.min(17, written === unknownDecimals ? shown : Math.max(written, shown));
}

function decimalsIn(number: number): number {
  const text = String(number);
  const point = text.indexOf('.');
  return point === -1 || text.includes('e') ? 0 : text.length - point - 1;
}

/** By number of decimals, whether so few of them are worth a word. */
function isMoreThanChance(count: Uint32Array, usual: number): boolean[] {
  const all = sum(count, 17);
  return Array.from({ length: coarse + 1 }, (_, decimals) => {
    // A zero at the end of both, so many times.
    const expected = decimals >= usual ? 0 : all * 100 ** -(usual - decimals);
    return expected < 0.5 || count[decimals]! > 3 * expected + 3;
  });
}

function sum(count: Uint32Array, upTo: number): number {
  return count.subarray(0, upTo + 1).reduce((total, one) => total + one, 0);
}
