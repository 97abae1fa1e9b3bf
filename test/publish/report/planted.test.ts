import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportResult, importStations } from '../../../src/publish/import/import-stations';
import { describeFinding, reportCsv } from '../../../src/publish/report';
import { Random } from '../../support/random';

/* A sheet with one fault of each kind, imported for real: what the checks hand on is what the words need. */

const headers =
  '序号,驿站编号,名称,地址,区,经度,纬度,电话,开放时间,服务,卫生间,类型,服务对象,进入方式,核实日期';

const faults: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  3: { 经度: '31.230411', 纬度: '121.473701' },
  5: { 经度: '0', 纬度: '0' },
  7: { 经度: '', 纬度: '' },
  9: { 经度: '121.47', 纬度: '31.23' },
  11: { 经度: '东边', 纬度: '北边' },
  13: { 经度: '116.397001', 纬度: '39.908711' },
  17: { 电话: '021-63' },
  19: { 开放时间: '看心情，节假日另行通知' },
  21: { 服务: '饮水、火箭发射' },
  23: { 卫生间: '也许' },
  25: { 类型: '宇宙空间站' },
  27: { 服务对象: '火星人' },
  29: { 进入方式: '穿墙' },
  31: { 核实日期: '去年夏天' },
  33: { 核实日期: '2024-04-01' },
  35: { 区: '金银岛区' },
  39: { 驿站编号: 'HP001' },
  41: { 驿站编号: '3.10101E+17' },
};

function sheet(): string {
  const random = new Random(6);
  const degree = (from: number) => (from + random.next() / 50).toFixed(6);
  const names = headers.split(',');
  const lines = Array.from({ length: 60 }, (_, index) => {
    const number = index + 1;
    const id = `HP${String(number).padStart(3, '0')}`;
    const cells = [
      ...[String(number), id, `人民路${number}号驿站`, `人民路${number}号`, '黄浦区'],
      ...[degree(121.47), degree(31.22), `021-6323${1000 + number}`, '周一至周五 9:00-17:30'],
      ...['饮水、休息', '是', '骑手驿站', '外卖骑手', '扫码', '2026-10-01'],
    ];
    return cells.map((cell, at) => faults[number]?.[names[at]!] ?? cell).join(',');
  });
  return ['黄浦区驿站汇总表', headers, ...lines, lines[50], '合计,,60 个', ''].join('\n');
}

describe('a sheet of all faults', () => {
  let folder: string;
  let result: ImportResult;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yizhan-planted-'));
    const path = join(folder, '黄浦.csv');
    writeFileSync(path, sheet());
    result = await importStations([path], {
      out: join(folder, 'out.geojson'),
      today: '2026-11-24',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has each of them found', () => {
    const codes = new Set(result.report.findings.map(({ code }) => code));
    for (const code of [
      ...['position-swapped', 'position-zero', 'no-position', 'position-truncated'],
      ...['coordinates-unreadable', 'outside-area', 'phone-malformed'],
      ...['hours-unreadable', 'unknown-service', 'yes-no-unreadable', 'unknown-kind'],
      ...['unknown-audience', 'unknown-access', 'date-unreadable', 'unverified-for-a-year'],
      ...['district-unknown', 'id-duplicated', 'id-damaged', 'row-repeated'],
      ...['title-row', 'not-a-station', 'crs-assumed'],
    ]) {
      expect([...codes], code).toContain(code);
    }
    // What is said to be no station is not an error as well.
    expect(codes).not.toContain('row-unread');
  });

  it('has words for each, with whatever they name filled in', () => {
    for (const finding of result.report.findings) {
      for (const locale of ['zh', 'en'] as const) {
        const said = describeFinding(finding, locale);
        expect(said, finding.code).not.toMatch(/^发现|^Found|\{|\}|“”|undefined|NaN/);
        expect(said.replace(/[?？]$/, ''), finding.code).not.toMatch(/ \?|\? |\?m/);
      }
    }
  });

  it('is told by row and column as Excel has them', () => {
    const [, ...lines] = [...reportCsv(result.report)].join('').split('\n');
    // Row 1 is a title and row 2 the header: station 17 stands in row 19, its telephone in column H.
    expect(lines.find((line) => line.includes('phone-malformed'))).toMatch(
      /^警告,黄浦\.csv,,19,H,电话,021-63,/,
    );
    expect(lines.find((line) => line.endsWith(',no-position'))).toMatch(
      /^错误,黄浦\.csv,,9,F,经度,,/,
    );
  });
});
