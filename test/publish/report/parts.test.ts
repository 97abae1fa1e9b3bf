import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/publish/import/finding';
import type { ImportReport, TableReading } from '../../../src/publish/import/import-report';
import { localeOf, reportCsv, reportHtml } from '../../../src/publish/report';
import { columnLetter } from '../../../src/publish/report/column-letters';
import { fileNames } from '../../../src/publish/report/file-names';
import { isLeftOut, reasonsLeftOut } from '../../../src/publish/report/left-out';

const table = (file: string, headers: readonly string[] = ['name']): TableReading => ({
  file,
  format: 'csv',
  columns: headers.map((header, index) => ({ header, index, field: undefined, by: 'none' })),
  rows: 1,
  placed: 1,
  crs: { crs: 'gcj02', by: 'option', confidence: 1, reason: { zh: '', en: '' } },
});

const reportOf = (tables: TableReading[], findings: Finding[] = []): ImportReport => ({
  tables,
  stations: 0,
  findings,
  points: [],
});

describe('fileNames()', () => {
  it('leaves out folders, but not what tells two files apart', () => {
    const files = ['/a/黄浦/驿站.xlsx', '/a/徐汇/驿站.xlsx', '/a/b.csv', 'C:\\x\\c.csv', '-', ''];
    const named = fileNames(reportOf(files.slice(0, 3).map((file) => table(file))));
    const names = ['黄浦/驿站.xlsx', '徐汇/驿站.xlsx', 'b.csv', 'c.csv', '-', ''];
    expect(files.map(named)).toEqual(names);
  });

  it('is what both reports call files', () => {
    const origin = { file: '/home/me/a.csv', row: 2 };
    const finding: Finding = { severity: 'error', code: 'row-repeated', origin, other: origin };
    const report = reportOf([table('/home/me/a.csv')], [finding]);
    const page = [...reportHtml(report, { generatedAt: new Date(0) })].join('');
    for (const text of [page, [...reportCsv(report)].join('')]) {
      expect(text).toContain('a.csv');
      expect(text).not.toContain('/home/me');
    }
  });
});

describe('columnLetter()', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %i %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });

  it('stands in the CSV before the header', () => {
    const origin = { file: 'a.csv', row: 2 };
    const finding: Finding = { severity: 'note', code: 'x', origin, column: 'b', value: '1' };
    const [, row] = [...reportCsv(reportOf([table('a.csv', ['a', 'b'])], [finding]))];
    expect(row).toMatch(/^Note,a\.csv,,2,B,b,1,/);
  });
});

describe('reasonsLeftOut()', () => {
  it('counts each row that is no station once', () => {
    const at = (row: number, code: string, more: Partial<Finding> = {}): Finding => ({
      severity: 'error',
      code,
      origin: { file: 'a.csv', row },
      ...more,
    });
    const findings = [
      at(0, 'crs-assumed'),
      at(2, 'coordinates-unreadable'),
      at(2, 'no-position'),
      at(3, 'no-position'),
      at(4, 'no-position'),
      at(5, 'position-truncated', { stationId: 'a' }),
      at(6, 'not-a-station', { severity: 'note' }),
      at(7, 'title-row', { severity: 'note' }),
    ];
    expect(findings.filter(isLeftOut)).toHaveLength(5);
    expect(reasonsLeftOut(findings)).toEqual([
      ['no-position', 2],
      ['coordinates-unreadable', 1],
      ['not-a-station', 1],
    ]);
  });
});

describe('localeOf()', () => {
  it('is the language of who made the sheets', () => {
    expect(localeOf(reportOf([table('stations.csv', ['name', '经度'])]))).toBe('zh');
    expect(localeOf(reportOf([table('stations.csv')]))).toBe('en');
    const page = reportHtml(reportOf([table('驿站.csv')]), { generatedAt: new Date(0) });
    expect(page.next().value).toContain('<html lang="zh-CN">');
  });
});
