import { formatCsv } from '../csv';
import type { Finding } from '../import/finding';
import type { ImportReport } from '../import/import-report';
import { columnLetters } from './column-letters';
import { fileNames, withFileNames } from './file-names';
import { harmlessCell } from './harmless-cell';
import type { ReportCsvOptions } from './options';
import { localeOf, type ReportLocale } from './report-locale';
import { describeFinding } from './words';
import { severityNames } from './words/labels';
import { placeOf } from './words/place';

const headers: Readonly<Record<ReportLocale, readonly string[]>> = {
  zh: [
    '严重程度',
    '文件',
    '工作表',
    '行',
    '列号',
    '列名',
    '值',
    '问题',
    '建议',
    '另一行',
    '驿站编号',
    '代码',
  ],
  en: [
    'severity',
    'file',
    'sheet',
    'row',
    'column',
    'header',
    'value',
    'problem',
    'suggestion',
    'other row',
    'station id',
    'code',
  ],
};

/** A part of the file: small beside the findings, large beside a write to disk. */
const rowsAtOnce = 2000;

/**
 * All findings as CSV, to send back to who made the sheets: one line each, nothing left out. It starts with a byte
 * order mark, without which Excel takes UTF-8 for the machine's old encoding, and holds no cell that a
 * spreadsheet program would run as a formula.
 *
 * The file comes in parts, to be written one after the other: `writeFile` of `node:fs/promises` takes them as
 * they are.
 *
 * @example
 * const origin = { file: 'a.csv', row: 3 };
 * const findings = [{ severity: 'error', code: 'no-position', origin }];
 * const report = { tables: [], stations: 0, findings, points: [] };
 * const [header, rows] = [...reportCsv(report, { locale: 'zh' })];
 * rows.slice(0, 11); // '错误,a.csv,,3'
 */
export function* reportCsv(
  report: ImportReport,
  options: ReportCsvOptions = {},
): Generator<string, void> {
  const locale = options.locale ?? localeOf(report);
  const letterOf = columnLetters(report);
  const named = fileNames(report);
  yield `\uFEFF${csvLines([headers[locale]])}`;
  for (let start = 0; start < report.findings.length; start += rowsAtOnce) {
    const part = report.findings.slice(start, start + rowsAtOnce);
    yield csvLines(
      part.map((finding) => cellsOf(withFileNames(finding, named), letterOf(finding), locale)),
    );
  }
}

/** Rows alone: the writer of CSV wants a header, and any row is one; of a header alone it leaves an empty line. */
function csvLines([first = [], ...rest]: readonly (readonly string[])[]): string {
  const lines = formatCsv(first, rest);
  return rest.length === 0 ? lines.replace(/\n+$/, '\n') : lines;
}

function cellsOf(finding: Finding, letter: string, locale: ReportLocale): string[] {
  const { severity, code, origin, column, value, suggestion, other, stationId } = finding;
  const cells = [
    severityNames[locale][severity],
    origin.file,
    origin.sheet,
    // Row 0 is the table as a whole.
    origin.row === 0 ? undefined : String(origin.row),
    letter,
    column,
    value,
    describeFinding(finding, locale),
    suggestion,
    other && placeOf(other, locale, origin),
    stationId,
    code,
  ];
  return cells.map((cell) => harmlessCell(cell ?? ''));
}
