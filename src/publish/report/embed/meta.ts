import type { Finding } from '../../import/finding';
import type { ImportReport, TableReading } from '../../import/import-report';
import type { ReportHtmlOptions } from '../options';
import { labels } from '../page/labels';
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
export function metaBlock(report: ImportReport, options: ReportHtmlOptions, held: Held): string {
  return jsonBlock('meta', {
    locale: options.locale,
    title: options.title ?? '',
    generatedAt: options.generatedAt.toISOString(),
    csvName: options.csvName ?? 'report.csv',
    stations: report.stations,
    tables: report.tables.map(embeddedTable),
    findings: { all: report.findings.length, held: held.findings },
    points: { all: report.points.length, held: held.points },
    counts: severities.map((severity) => countOf(report.findings, severity)),
    codes: namesOfCodes(report.findings),
    labels,
  });
}

function countOf(findings: readonly Finding[], severity: string): number {
  return findings.reduce((sum, finding) => sum + (finding.severity === severity ? 1 : 0), 0);
}

function namesOfCodes(findings: readonly Finding[]): [code: string, zh: string, en: string][] {
  const codes = new Set(findings.map(({ code }) => code));
  return [...codes].map((code) => [code, codeName(code, 'zh'), codeName(code, 'en')]);
}

function embeddedTable(table: TableReading): unknown {
  const { file, sheet = '', format, encoding = '', rows, placed, crs } = table;
  const columns = table.columns.map(({ header, field, by }) => [
    cut(header, 80),
    fieldName(field, 'zh'),
    fieldName(field, 'en'),
    by,
  ]);
  return { file, sheet, format, encoding, rows, placed, crs, columns };
}
