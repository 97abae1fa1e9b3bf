import type { Finding } from '../../publish/import/finding';
import type { ImportReport, TableReading } from '../../publish/import/import-report';
import { describeFinding } from '../../publish/report';
import { inputName } from '../input-name';
import type { Output } from '../output';

const mostColumns = 30;
const mostCodes = 12;

/** Says how each table was understood, and what was found most. */
export function noteReport(report: ImportReport, output: Output): void {
  for (const table of report.tables) noteTable(table, output);
  noteFindings(report.findings, output);
}

function noteTable(table: TableReading, { note, locale }: Output): void {
  const { file, sheet, format, encoding, rows, placed, crs, columns } = table;
  const name = [inputName(file), sheet].filter(Boolean).join(' · ');
  const form = [format, encoding].filter(Boolean).join(', ');
  const sureness = crs.confidence < 1 ? ` (${Math.floor(100 * crs.confidence)} %)` : '';
  note(`${name}: ${placed} of ${rows} rows are stations; ${form}`);
  if (placed > 0) note(`  positions in ${crs.crs}${sureness}: ${crs.reason[locale]}`);
  const known = columns.filter(({ field }) => field !== undefined);
  const others = columns.filter(({ field }) => field === undefined);
  const shown = known.map(({ header, field }) =>
    header === field ? header : `${header} = ${field}`,
  );
  if (shown.length > 0) note(`  columns: ${listed(shown)}`);
  if (others.length > 0) note(`  kept as extra: ${listed(others.map(({ header }) => header))}`);
}

function listed(items: readonly string[]): string {
  const rest = items.length - mostColumns;
  return items.slice(0, mostColumns).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function noteFindings(findings: readonly Finding[], { note, locale }: Output): void {
  const counts = { error: 0, warning: 0, note: 0 };
  const byCode = new Map<string, { first: Finding; count: number }>();
  for (const finding of findings) {
    const { severity, code } = finding;
    counts[severity]++;
    const same = byCode.get(`${severity} ${code}`);
    if (same === undefined) byCode.set(`${severity} ${code}`, { first: finding, count: 1 });
    else same.count++;
  }
  if (findings.length === 0) {
    note('nothing to say about any row');
    return;
  }
  const counted = (['error', 'warning', 'note'] as const).map(
    (severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`,
  );
  note(counted.join(', '));
  const rank = { error: 0, warning: 1, note: 2 };
  const codes = [...byCode.values()].sort(
    (a, b) => rank[a.first.severity] - rank[b.first.severity] || b.count - a.count,
  );
  for (const { first, count } of codes.slice(0, mostCodes)) {
    const { file, sheet, row } = first.origin;
    const where = [file, sheet, row === 0 ? undefined : `row ${row}`].filter(Boolean).join(' · ');
    note(
      `  ${first.severity} ${first.code} × ${count}, such as ${where}: ${describeFinding(first, locale)}`,
    );
  }
  if (codes.length > mostCodes)
    note(`  and ${codes.length - mostCodes} more; --report lists them all`);
}
