import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { removeScratch, scratch, writeBook } from './book';
import { fieldsOf, readAll, readOne, told } from './read';

removeScratch();

const huangpu = {
  rows: [
    ['黄浦区户外职工驿站信息汇总表（2025年7月）'],
    ['填报单位：黄浦区总工会', null, null, null, null, '填报时间：2025年7月1日'],
    [
      '序号',
      '所属街道',
      '驿站名称',
      '坐标',
      null,
      '设施设备',
      null,
      '服务时间',
      '联系电话',
      '核验日期',
    ],
    [null, null, null, '经度', '纬度', '饮水机', '微波炉', null, null, null],
    [
      1,
      '南京东路街道',
      '南京东路驿站',
      121.4801,
      31.2363,
      '有',
      '√',
      '8:00-20:00',
      13800000000,
      new Date(Date.UTC(2025, 5, 30)),
    ],
    [
      2,
      null,
      '人民广场爱心接力站',
      121.4737,
      31.2304,
      '无',
      '×',
      '24小时',
      '021-63212345',
      new Date(Date.UTC(2025, 5, 29)),
    ],
    [null],
    [
      3,
      '豫园街道',
      '豫园驿站',
      '121.4920',
      '31.2270',
      '2台',
      '',
      '周一至周五 9:00-17:00',
      4008208820,
      '2025.6.1',
    ],
    ['合计', null, 3],
    ['备注：以上信息由各街道填报。'],
    ['填表人：王某', null, null, '审核人：李某'],
  ],
  merges: [
    'A1:J1',
    'A3:A4',
    'B3:B4',
    'C3:C4',
    'D3:E3',
    'F3:G3',
    'H3:H4',
    'I3:I4',
    'J3:J4',
    'B5:B6',
  ],
};

describe('a workbook', () => {
  it('is read below its titles, with a header of two lines', async () => {
    const read = await readOne(await writeBook('汇总.xlsx', { 驿站: huangpu }));
    expect(fieldsOf(read)).toEqual({
      序号: 'running-number',
      所属街道: undefined,
      驿站名称: 'name',
      '坐标 经度': 'lng',
      '坐标 纬度': 'lat',
      '设施设备 饮水机': 'service:water',
      '设施设备 微波炉': 'service:microwave',
      服务时间: 'hours',
      联系电话: 'phone',
      核验日期: 'verifiedAt',
    });
    expect(read.drafts.map(({ origin }) => origin.row)).toEqual([5, 6, 8]);
    const [first, second, third] = read.drafts.map(({ record, position }) => ({
      ...record,
      position,
    }));
    expect(first).toEqual({
      name: '南京东路驿站',
      services: ['water', 'microwave'],
      hours: '08:00-20:00',
      phone: '13800000000',
      verifiedAt: '2025-06-30',
      district: '310101',
      position: { lng: 121.4801, lat: 31.2363 },
      extra: { 所属街道: '南京东路街道' },
    });
    expect(second).toMatchObject({
      kind: 'union-station',
      hours: '24/7',
      phone: '021-63212345',
      verifiedAt: '2025-06-29',
      // Merged over two rows.
      extra: { 所属街道: '南京东路街道' },
    });
    expect(second).not.toHaveProperty('services');
    expect(third).toMatchObject({
      services: ['water'],
      hours: 'Mo-Fr 09:00-17:00',
      phone: '400-820-8820',
      verifiedAt: '2025-06-01',
      extra: { 所属街道: '豫园街道', '设施设备 饮水机': '2台' },
    });
  });

  it('reports every row that is no station', async () => {
    const read = await readOne(await writeBook('汇总2.xlsx', { 驿站: huangpu }));
    expect(told(read)).toEqual([
      'title-row : 黄浦区户外职工驿站信息汇总表（2025年7月）',
      'title-row : 填报单位：黄浦区总工会 填报时间：2025年7月1日',
      'filled-down 所属街道: ',
      'district-from-title : 黄浦区户外职工驿站信息汇总表（2025年7月）',
      'not-a-station : 合计 3',
      'not-a-station : 备注：以上信息由各街道填报。',
      'not-a-station : 填表人：王某 审核人：李某',
    ]);
    expect(read.rows).toBe(6);
  });

  it('keeps times and dates as what they are', async () => {
    const path = await writeBook('times.xlsx', {
      s: {
        rows: [
          ['编号', '名称', '经度', '纬度', '开门时间', '关门时间', '更新时间'],
          [310101000012, 'a', 121.47, 31.23, 0.375, 0.75, 45839],
          [310101000013, 'b', 121.48, 31.24, 0.3125, 1, new Date(Date.UTC(2025, 0, 2))],
        ],
        formats: { E2: 'h:mm', F2: 'h:mm' },
      },
    });
    const { drafts } = await readOne(path);
    expect(
      drafts.map(({ record }) => [record['id'], record['hours'], record['updatedAt']]),
    ).toEqual([
      ['310101000012', '09:00-18:00', '2025-07-01'],
      ['310101000013', '07:30-24:00', '2025-01-02'],
    ]);
  });

  it('reads every sheet that has stations, or the one asked for', async () => {
    const stations = (name: string) => ({
      rows: [
        ['名称', '经度', '纬度'],
        [name, 121.47, 31.23],
      ],
    });
    const path = await writeBook('sheets.xlsx', {
      说明: { rows: [['请按要求填写'], ['一、格式'], ['二、要求']] },
      黄浦: stations('a'),
      徐汇区: stations('b'),
    });
    const all = await readAll(path);
    expect(all.map(({ table }) => table.facts.sheet)).toEqual(['黄浦', '徐汇区']);
    expect(told(all[0]!)).toContain('sheet-skipped : 说明');
    expect(all[1]!.drafts[0]!.record['district']).toBe('310104');
    expect((await readOne(path, { sheet: '徐汇区' })).drafts[0]!.record['name']).toBe('b');
    expect((await readOne(path, { sheet: 2 })).drafts[0]!.record['name']).toBe('a');
    expect((await readOne(path, { mapping: { sheet: '黄浦' } })).drafts[0]!.record['name']).toBe(
      'a',
    );
    await expect(readAll(path, { sheet: '静安' })).rejects.toMatchObject({
      code: 'INVALID_OPTION',
      message: expect.stringContaining('"说明", "黄浦", "徐汇区", or 1 to 3'),
    });
  });

  it('says what to do with what is no workbook', async () => {
    const attempt = async (name: string, content: string | Uint8Array) => {
      writeFileSync(scratch(name), content);
      return readAll(scratch(name)).catch((error: Error) => error.message);
    };
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await attempt('old.xls', old)).toMatch(/save it as \.xlsx/);
    expect(await attempt('web.xls', '<html><table><tr><td>名称</td></tr></table>')).toMatch(
      /web page/,
    );
    expect(await attempt('cut.xlsx', 'PK\u0003\u0004 and no more')).toMatch(/no \.xlsx workbook/);
    expect(await attempt('a.pdf', '%PDF-1.7')).toMatch(/PDF/);
  });
});
