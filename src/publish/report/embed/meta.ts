import type { Finding } from '../../import/finding';
import type { ImportReport, TableReading } from '../../import/import-report';
import { columnLetter } from '../column-letters';
import { fileNames } from '../file-names';
import { reasonsLeftOut } from '../left-out';
import type { ReportHtmlOptions } from '../options';
import { labels } from '../page/labels';
import type { ReportLocale } from '../report-locale';
import { codeName } from '../words';
import { fieldName } from '../words/field-name';
import { severities } from './choose';
import { cut, jsonBlock } from './json-block';

/** How much of the report is in the page. */
export interface Held {
  readonly findings: number;
  readonly points: number;
}

/** Everything but the findings and the points: what was read, how many of each, the page's own words. */
export function metaBlock(
  report: ImportReport,
  locale: ReportLocale,
  { title, generatedAt, csvName }: ReportHtmlOptions,
  held: Held,
): string {
  const { stations, tables, findings, points } = report;
  const named = fileNames(report);
  return jsonBlock('meta', {
    locale,
    title: title ?? '',
    generatedAt: generatedAt.toISOString(),
    csvName: csvName ?? 'report.csv',
    stations,
    tables: tables.map((table) => embeddedTable(table, named)),
    findings: { all: findings.length, held: held.findings },
    points: { all: points.length, held: held.points },
    counts: severities.map((severity) => countOf(findings, severity)),
    codes: embeddedCodes(findings),
    leftOut: reasonsLeftOut(findings),
    labels,
  });
}

function countOf(findings: readonly Finding[], severity: string): number {
  return findings.reduce((sum, finding) => sum + (finding.severity === severity ? 1 : 0), 0);
}

type EmbeddedCode = [code: string, zh: string, en: string, worst: number, count: number];

/** What was found, by code: the worst first, of like severity the most frequent. */
function embeddedCodes(findings: readonly Finding[]): EmbeddedCode[] {
  const found = new Map<string, EmbeddedCode>();
  for (const { code, severity } of findings) {
    const rank = severities.indexOf(severity);
    const known = found.get(code);
    if (known === undefined) {
      found.set(code, [code, codeName(code, 'zh'), codeName(code, 'en'), rank, 1]);
    } else {
      known[3] = Math.min(known[3], rank);
      known[4]++;
    }
  }
  return [...found.values()].sort((a, b) => a[3] - b[3] || b[4] - a[4]);
}

function embeddedTable(table: TableReading, named: (file: string) => string): unknown {
  const { file, sheet = '', format, encoding = '', rows, placed, crs } = table;
  const columns = table.columns.map(({ header, index, field, by }) => [
    cut(header, 80),
    fieldName(field, 'zh'),
    fieldName(field, 'en'),
    by,
    index === undefined ? '' : columnLetter(index),
  ]);
  return { file: named(file), sheet, format, encoding, rows, placed, crs, columns };
}
