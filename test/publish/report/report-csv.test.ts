import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/publish/import/finding';
import type { ImportReport } from '../../../src/publish/import/import-report';
import { describeFinding, reportCsv } from '../../../src/publish/report';
import { harmlessCell } from '../../../src/publish/report/harmless-cell';
import { sampleReport } from './sample-report';

const reportOf = (findings: readonly Finding[]): ImportReport => ({
  tables: [],
  stations: 0,
  findings,
  points: [],
});

const csvOf = (report: ImportReport, locale: 'zh' | 'en' = 'en') =>
  [...reportCsv(report, { locale })].join('');

/** CSV by the letter of RFC 4180, read independently of the library that wrote it. */
function cellsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') cell += text[at++];
    }
    rows.at(-1)!.push(cell);
    if (text[at] === '\n' && at + 1 < text.length) rows.push([]);
    at++;
  }
  return rows;
}

const finding: Finding = {
  severity: 'warning',
  code: 'phone-malformed',
  origin: { file: '黄浦,区.xlsx', sheet: 'S "1"', row: 7 },
  other: { file: 'b.csv', row: 3 },
  column: '电话\n（必填）',
  value: '021-623',
  suggestion: '021-62345678',
  stationId: 'sh-7',
};

describe('reportCsv()', () => {
  it('has a line for each finding, with where and what', () => {
    const [headers, row] = cellsIn(csvOf(reportOf([finding]), 'zh').slice(1));
    expect(headers).toEqual(
      '严重程度 文件 工作表 行 列号 列名 值 问题 建议 另一行 驿站编号 代码'.split(' '),
    );
    expect(row).toEqual([
      '警告',
      '黄浦,区.xlsx',
      'S "1"',
      '7',
      '',
      '电话\n（必填）',
      '021-623',
      describeFinding(finding, 'zh'),
      '021-62345678',
      'b.csv · 第 3 行',
      'sh-7',
      'phone-malformed',
    ]);
  });

  it('starts with a byte order mark, for Excel, once', () => {
    const text = csvOf(sampleReport({ rows: 10, findings: 5000 }));
    expect([...text].filter((character) => character === '\uFEFF')).toHaveLength(1);
    expect(text.startsWith('\uFEFFseverity,file,')).toBe(true);
  });

  it('leaves nothing out, in parts', () => {
    const report = sampleReport({ rows: 900, findings: 4321 });
    const parts = [...reportCsv(report, { locale: 'en' })];
    expect(parts.length).toBeGreaterThan(3);
    const rows = cellsIn(parts.join('').slice(1));
    expect(rows).toHaveLength(1 + 4321);
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(report.findings.map(({ code }) => code));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]));
  });

  it('is a header alone when nothing was found', () => {
    expect(cellsIn(csvOf(reportOf([])).slice(1))).toHaveLength(1);
  });

  it('says nothing of a row where it is about the whole table', () => {
    const table = { ...finding, origin: { file: 'a.csv', row: 0 } };
    expect(cellsIn(csvOf(reportOf([table])).slice(1))[1]!.slice(2, 4)).toEqual(['', '']);
  });

  it('has no cell that a spreadsheet would run, and loses nothing of it', () => {
    const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', ';', ' ', '＝', '-1.5');
    const text = fc
      .tuple(start, fc.string({ unit: 'binary' }), start)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (value, file) => {
        const hostile = { ...finding, value, suggestion: value, origin: { file, row: 1 } };
        const row = cellsIn(csvOf(reportOf([hostile])).slice(1))[1]!;
        for (const cell of row) {
          // However the program splits it: by comma, by semicolon, by tab, by line.
          for (const part of cell.split(/[;\t\r\n]/)) {
            expect(part).not.toMatch(/^\s*[=+\-@＝＋－＠](?!\d+(\.\d+)?$)/);
          }
        }
        expect(row[6]!.replace(/'/g, '')).toBe(value.replace(/'/g, ''));
      }),
      { seed: 6, numRuns: 1000 },
    );
  });
});

describe('harmlessCell()', () => {
  it.each([
    ['-1.37', '-1.37'],
    ['+121.4737', '+121.4737'],
    ['121.47;-31.2', '121.47;-31.2'],
    ['2026-11-24', '2026-11-24'],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['-1+1', "'-1+1"],
    ['+86 21 6234 5678', "'+86 21 6234 5678"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'\t'=1"],
    ['a;=1', "a;'=1"],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
  ])('%j becomes %j', (text, harmless) => {
    expect(harmlessCell(text)).toBe(harmless);
  });
});
