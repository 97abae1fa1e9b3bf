import { writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../src/publish/import/read-drafts';
import { Random } from '../../support/random';
import { removeScratch, scratch } from './book';
import { fieldsOf, readAll, readCsvText, readOne, told } from './read';

removeScratch();

const simplified = `编号,驿站名称,地址,经度,纬度,服务项目
A1,南京东路驿站,上海市黄浦区南京东路1号,121.4801,31.2363,空调、饮水机
A2,人民广场驿站,上海市黄浦区人民大道200号,121.4737,31.2304,微波炉；手机充电
`;
const traditional = `編號,驛站名稱,地址,經度,緯度,服務項目
A1,南京東路驛站,上海市黃浦區南京東路1號,121.4801,31.2363,空調、飲水機
A2,人民廣場驛站,上海市黃浦區人民大道200號,121.4737,31.2304,微波爐；手機充電
`;
const western = `id,name,address,lng,lat,services
A1,Café Génova,Rua da Prata 1,-9.1365,38.7109,toilet;water
A2,Praça São Jorge,Rua Augusta 2,-9.1372,38.7110,wifi
`;

describe('encodings', () => {
  const cases: readonly [
    name: string,
    text: string,
    encoding: string,
    addBOM: boolean,
    detected: string,
  ][] = [
    ['UTF-8', simplified, 'utf8', false, 'utf-8'],
    ['UTF-8 with a mark', simplified, 'utf8', true, 'utf-8'],
    ['GB 18030', simplified, 'gb18030', false, 'gb18030'],
    ['GBK', simplified, 'gbk', false, 'gb18030'],
    ['Big5', traditional, 'big5', false, 'big5'],
    ['UTF-16 LE', simplified, 'utf-16le', true, 'utf-16le'],
    ['UTF-16 LE without a mark', simplified, 'utf-16le', false, 'utf-16le'],
    ['UTF-16 BE', simplified, 'utf-16be', true, 'utf-16be'],
    ['UTF-16 BE without a mark', simplified, 'utf-16be', false, 'utf-16be'],
    ['Latin-1', western, 'latin1', false, 'windows-1252'],
    ['ASCII', western.normalize('NFD').replace(/[^\0-\x7f]/g, ''), 'ascii', false, 'utf-8'],
  ];
  it.each(cases)('%s', async (_, text, encoding, addBOM, detected) => {
    const read = await readCsvText(text, { encoding, addBOM });
    expect(read.table.facts.encoding).toBe(detected);
    const [, first = ''] = text.split('\n');
    expect(read.drafts.map(({ record }) => record['id'])).toEqual(['A1', 'A2']);
    expect(read.drafts[0]!.record['name']).toBe(first.split(',')[1]);
    expect(read.drafts[0]!.position).toEqual({
      lng: Number(first.split(',')[3]),
      lat: Number(first.split(',')[4]),
    });
  });

  it('reads on until something beyond ASCII comes', async () => {
    const row = (n: number, name: string) =>
      `S${n},${name},${(121 + n / 1e5).toFixed(5)},31.20000\n`;
    let text = 'id,name,lng,lat\n';
    for (let n = 1; n <= 10_000; n++) text += row(n, `Station number ${n} by the river`);
    for (let n = 10_001; n <= 10_050; n++) text += row(n, '南京东路户外职工驿站');
    for (const encoding of ['gb18030', 'utf8']) {
      const { drafts } = await readCsvText(text, { encoding });
      expect(drafts[10_049]!.record['name'], encoding).toBe('南京东路户外职工驿站');
    }
  });

  it('detects short and long samples of every Chinese encoding', async () => {
    const random = new Random(5);
    const words = [
      '黄浦区',
      '驿站',
      '服务',
      '中心',
      '路',
      '街道',
      '东',
      '联系',
      '爱心',
      '饮水',
      '空调',
      '骑手',
    ];
    for (const encoding of ['gb18030', 'utf8', 'utf-16le']) {
      for (const rows of [1, 3, 30]) {
        let text = '名称,经度,纬度\n';
        for (let row = 0; row < rows; row++)
          text += `${random.some(words, 4).join('')},121.4${row},31.2${row}\n`;
        const { table } = await readCsvText(text, { encoding });
        expect(table.facts.encoding, `${encoding} ${rows}`).toBe(encoding.replace('utf8', 'utf-8'));
      }
    }
  });

  it('is told by the option, which is checked', async () => {
    const { table, drafts } = await readCsvText(simplified, { encoding: 'gb18030', name: 'a.csv' });
    expect(table.facts.encoding).toBe('gb18030');
    expect(drafts).toHaveLength(2);
    const path = scratch('latin.csv');
    writeFileSync(path, iconv.encode(simplified, 'gb18030'));
    expect((await readOne(path, { encoding: 'gbk' })).drafts[0]!.record['name']).toBe(
      '南京东路驿站',
    );
    await expect(readAll(path, { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'INVALID_OPTION',
    });
  });

  it('reports bytes that do not decode, where they are', async () => {
    const bytes = iconv.encode(`${simplified}A3,X驿站,某路3号,121.4,31.2,空调\n`.repeat(1), 'utf8');
    bytes[bytes.indexOf('X')] = 0xff;
    const path = scratch('broken.csv');
    writeFileSync(path, bytes);
    const read = await readOne(path);
    expect(read.table.facts.encoding).toBe('utf-8');
    expect(told(read)).toEqual(['undecodable 驿站名称: \ufffd驿站']);
    expect(read.findings[0]!.origin.row).toBe(4);
  });

  it('refuses what is no text', async () => {
    writeFileSync(
      scratch('x.bin'),
      new Uint8Array(4096).map((_, i) => (i % 7) * 31),
    );
    await expect(readAll(scratch('x.bin'))).rejects.toMatchObject({ code: 'FILE_BINARY' });
    writeFileSync(scratch('empty.csv'), '');
    await expect(readAll(scratch('empty.csv'))).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(readAll(scratch('none.csv'))).rejects.toMatchObject({ code: 'FILE_NOT_READABLE' });
  });
});

describe('separators, quotes and lines', () => {
  it.each([',', ';', '\t', '|'])('%j separates', async (separator) => {
    const text = `名称${separator}经度${separator}纬度${separator}服务项目\n甲${separator}121.47${separator}31.23${separator}空调、饮水机\n`;
    const read = await readCsvText(text);
    expect(read.drafts[0]!.position).toEqual({ lng: 121.47, lat: 31.23 });
    expect(read.table.facts.format).toBe(separator === '\t' ? 'tsv' : 'csv');
  });

  it('tells decimal commas from separators', async () => {
    const { drafts } = await readCsvText(
      'name;lng;lat;services\na;121,4737;31,2304;water, wifi\nb;121,5;31,3;toilet, rest\n',
    );
    expect(drafts[0]!.position).toEqual({ lng: 121.4737, lat: 31.2304 });
    expect(drafts[0]!.record['services']).toEqual(['water', 'wifi']);
  });

  it.each([
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['LF', '\n'],
  ])('lines end in %s', async (_, end) => {
    const { drafts } = await readCsvText(
      ['名称,经度,纬度', '甲,121.47,31.23', '"乙\n楼",121.48,31.24', ''].join(end),
    );
    expect(drafts.map(({ record }) => record['name'])).toEqual(['甲', '乙 楼']);
  });

  it('numbers rows as a sheet does: blank ones count, a cell of two lines is one row', async () => {
    const { drafts } = await readCsvText(
      '\n名称,经度,纬度\n,,\n"甲\n乙",121.47,31.23\n\n丙,121.48,31.24\n',
    );
    expect(drafts.map(({ origin }) => origin.row)).toEqual([4, 6]);
  });

  it('keeps a quote without its other half from swallowing the rows below', async () => {
    const read = await readCsvText(
      '名称,地址,经度,纬度\n甲,"A栋101,121.47,31.23\n乙,"B"栋,121.48,31.24\n丙,"C ""栋"", 1",121.49,31.25\n丁,D栋,121.50,31.26\n',
    );
    expect(read.drafts.map(({ record, position }) => [record['name'], position?.lng])).toEqual([
      ['甲', 121.47],
      ['乙', 121.48],
      ['丙', 121.49],
      ['丁', 121.5],
    ]);
    expect(read.drafts[2]!.record['address']).toBe('C "栋", 1');
    expect(told(read).map((line) => line.split(' ')[0])).toEqual([
      'quote-unbalanced',
      'quote-unbalanced',
    ]);
  });

  it('finds every row again, however the text is cut into parts and quotes are broken', async () => {
    const random = new Random(11);
    let text = '名称,地址,经度,纬度\n';
    const rows = 6_000;
    for (let row = 0; row < rows; row++) {
      const address = random.chance(0.01)
        ? `"${'断'.repeat(random.int(1, 40))}栋`
        : random.chance(0.2)
          ? `"上海市, ${'长'.repeat(random.int(0, 60))}路""${row}""号"`
          : `路${row}号`;
      text += `站${row},${address},121.4${row},31.2${row}\r\n`;
    }
    const { drafts } = await readCsvText(text, { encoding: 'gb18030' });
    expect(drafts.map(({ record }) => record['name'])).toEqual(
      Array.from({ length: rows }, (_, row) => `站${row}`),
    );
  });

  it('keeps what stands to the right of the last column, and short rows', async () => {
    const { drafts } = await readCsvText('名称,经度,纬度\n甲,121.47,31.23,多,余\n乙\n丙,121.48\n');
    expect(drafts[0]!.record['extra']).toEqual({ 'column 4': '多', 'column 5': '余' });
    expect(drafts[1]).toMatchObject({ record: { name: '乙' } });
    expect(drafts[1]!.position).toBeUndefined();
    expect(drafts[2]!.record['extra']).toEqual({ 经度: '121.48' });
  });
});

describe('headers', () => {
  it('are found below titles', async () => {
    const read = await readCsvText(
      '徐汇区驿站一览表,,,\n填报单位：总工会,填报时间：2025年,,\n,,,\n名称,经度,纬度,电话\n甲,121.47,31.23,12345\n',
    );
    expect(read.table.headerRow).toBe(4);
    expect(read.drafts).toHaveLength(1);
    expect(read.drafts[0]!.record['district']).toBe('310104');
  });

  it('may come twice, and again in the middle of the file', async () => {
    const read = await readCsvText(
      '名称,备注,经度,纬度,备注\n甲,a,121.47,31.23,b\n名称,备注,经度,纬度,备注\n乙,,121.48,31.24,\n',
    );
    expect(read.drafts.map(({ record }) => record['name'])).toEqual(['甲', '乙']);
    expect(read.drafts[0]!.record['extra']).toEqual({ 备注: 'a', '备注 (2)': 'b' });
    expect(told(read)).toEqual(['not-a-station : 名称 备注 经度 纬度 备注']);
  });

  it('may be missing', async () => {
    const read = await readCsvText(
      '南京东路驿站,上海市黄浦区南京东路1号,121.480123,31.236312,8:00-20:00,021-63212345\n豫园驿站,上海市黄浦区豫园路2号,121.492034,31.227045,24小时,13812345678\n',
    );
    expect(fieldsOf(read)).toEqual({
      'column 1': 'name',
      'column 2': 'address',
      'column 3': 'lng',
      'column 4': 'lat',
      'column 5': 'hours',
      'column 6': 'phone',
    });
    expect(read.drafts).toHaveLength(2);
    expect(read.table.facts.columns.every(({ by }) => by === 'content')).toBe(true);
  });

  it('may say nothing: then the cells do', async () => {
    const read = await readCsvText(
      '字段一,字段二,字段三,字段四\n甲驿站,31.236312,121.480123,空调、饮水机\n乙驿站,31.227045,121.492034,厕所、WiFi\n',
    );
    expect(fieldsOf(read)).toEqual({
      字段一: 'name',
      字段二: 'lat',
      字段三: 'lng',
      字段四: 'services',
    });
    expect(read.drafts[0]!.position).toEqual({ lng: 121.480123, lat: 31.236312 });
  });

  it('are put right when two columns hold each other’s numbers', async () => {
    const read = await readCsvText('名称,经度,纬度\n甲,31.2363,121.4801\n乙,31.2270,121.4920\n');
    expect(read.drafts.map(({ position }) => position)).toEqual([
      { lng: 121.4801, lat: 31.2363 },
      { lng: 121.492, lat: 31.227 },
    ]);
    expect(told(read)).toEqual(['columns-swapped 经度: ']);
    expect(read.drafts[0]!.columns.get('lng')).toBe('纬度');
    const surveyors = await readCsvText(
      '名称,X坐标,Y坐标\n甲,31.2363,121.4801\n乙,31.2270,121.4920\n',
    );
    expect(surveyors.drafts[0]!.position).toEqual({ lng: 121.4801, lat: 31.2363 });
    expect(told(surveyors)).toEqual([]);
    // One wrong row is for the checks, not a reason to turn all others.
    const one = await readCsvText(
      '名称,经度,纬度\n甲,31.2363,121.4801\n乙,121.4920,31.2270\n丙,121.4,31.2\n',
    );
    expect(one.drafts[0]!.position).toEqual({ lng: 31.2363, lat: 121.4801 });
  });

  it('name the CRS, and choose among several', async () => {
    const read = await readCsvText(
      '名称,百度经度,百度纬度,高德经度,高德纬度\n甲,121.491,31.237,121.484,31.231\n',
    );
    expect(read.table.crs).toBe('gcj02');
    expect(read.drafts[0]).toMatchObject({ crs: 'gcj02', position: { lng: 121.484, lat: 31.231 } });
    expect(read.drafts[0]!.record['extra']).toEqual({ 百度经度: '121.491', 百度纬度: '31.237' });
    expect((await readCsvText('名称,经度（GCJ-02）,纬度\n甲,121.4,31.2\n')).table.crs).toBe(
      'gcj02',
    );
    expect((await readCsvText('名称,经度,纬度\n甲,121.4,31.2\n')).table.crs).toBeUndefined();
  });

  it('count rows in 序号 and in 编号 with 1, 2, 3, which are no ids', async () => {
    const rows = (header: string) =>
      `${header},名称,经度,纬度\n1,甲,121.41,31.2\n2,乙,121.42,31.2\n3,丙,121.43,31.2\n`;
    for (const header of ['序号', '编号']) {
      const read = await readCsvText(rows(header));
      expect(fieldsOf(read)[header]).toBe('running-number');
      expect(read.drafts[0]!.record).not.toHaveProperty('id');
    }
    const official = await readCsvText(
      '编号,名称,经度,纬度\n1,甲,121.41,31.2\n7,乙,121.42,31.2\n3,丙,121.43,31.2\n',
    );
    expect(official.drafts.map(({ record }) => record['id'])).toEqual(['1', '7', '3']);
  });

  it('must name or place something', async () => {
    await expect(readCsvText('a,b,c\np,q,r\n')).rejects.toMatchObject({
      code: 'FILE_FORMAT',
      message: expect.stringContaining('mapping file'),
    });
  });
});

describe('rows', () => {
  it('take their district from the row where it is written once', async () => {
    const read = await readCsvText(
      '区县,名称,经度,纬度\n黄浦区,甲,121.41,31.2\n,乙,121.42,31.2\n,丙,121.43,31.2\n静安区,丁,121.44,31.2\n,戊,121.45,31.2\n同上,己,121.46,31.2\n',
    );
    expect(read.drafts.map(({ record }) => record['district'])).toEqual([
      '310101',
      '310101',
      '310101',
      '310106',
      '310106',
      '310106',
    ]);
    expect(told(read)).toEqual(['filled-down 区县: ']);
  });

  it('do not, where blank cells are only blank', async () => {
    const read = await readCsvText(
      '区县,名称,经度,纬度\n黄浦区,甲,121.41,31.2\n,乙,121.42,31.2\n黄浦区,丙,121.43,31.2\n静安区,丁,121.44,31.2\n',
    );
    expect(read.drafts.map(({ record }) => record['district'])).toEqual([
      '310101',
      undefined,
      '310101',
      '310106',
    ]);
  });

  it('say what cannot be read, and keep it', async () => {
    const read = await readCsvText(
      '名称,经度,纬度,类型,服务对象,服务项目,状态,更新时间,联系电话,开放时间,座位数\n' +
        '甲,见地图,31.2,太空站,骑手、宇航员,空调、电视机,冬眠,昨天,1381234,看情况,若干\n',
    );
    expect(told(read)).toEqual([
      'coordinates-unreadable 经度: 见地图',
      'unknown-kind 类型: 太空站',
      'unknown-audience 服务对象: 宇航员',
      'unknown-service 服务项目: 电视机',
      'unknown-status 状态: 冬眠',
      'date-unreadable 更新时间: 昨天',
      'phone-malformed 联系电话: 1381234',
      'number-unreadable 座位数: 若干',
      'hours-unreadable 开放时间: 看情况',
    ]);
    expect(read.drafts[0]!.record).toEqual({
      name: '甲',
      audiences: ['food-rider'],
      services: ['aircon'],
      hoursText: '看情况',
      extra: {
        经度: '见地图',
        纬度: '31.2',
        类型: '太空站',
        服务对象: '骑手、宇航员',
        服务项目: '空调、电视机',
        状态: '冬眠',
        更新时间: '昨天',
        联系电话: '1381234',
        座位数: '若干',
      },
    });
  });

  it('have their hours from two columns, from several, or from yes and no', async () => {
    const hours = async (header: string, row: string) =>
      (await readCsvText(`名称,经度,纬度,${header}\n甲,121.4,31.2,${row}\n`)).drafts[0]!.record[
        'hours'
      ];
    expect(await hours('开门时间,关门时间', '9:00,17:30')).toBe('09:00-17:30');
    expect(await hours('Open,Closed', '0900,1730')).toBe('09:00-17:30');
    expect(await hours('Open,Closed,Days', '08.00 - 18.00,18.00 - 08.00,Monday - Friday')).toBe(
      'Mo-Fr 08:00-18:00',
    );
    expect(await hours('工作日开放时间,周末开放时间', '9:00-17:00,10:00-16:00')).toBe(
      'Mo-Fr 09:00-17:00; PH off; Sa,Su 10:00-16:00',
    );
    expect(await hours('是否24小时开放', '是')).toBe('24/7');
    expect(await hours('是否24小时开放,服务时间', '否,9:00-17:00')).toBe('09:00-17:00');
    expect(await hours('服务时间,闭馆日', '9:00-17:00,周一')).toBe('Tu-Su 09:00-17:00');
  });

  it('read a grid, metres and millionths', async () => {
    const positions = async (rows: string) =>
      (await readCsvText(`名称,经度,纬度\n${rows}`)).drafts.map(({ position }) => position);
    const near = { lng: expect.closeTo(121.4737, 4), lat: expect.closeTo(31.2304, 4) };
    expect(await positions('甲,121473700,31230400\n')).toEqual([near]);
    // 121.4737 × 111319.49 and the Mercator northing of 31.2304, worked out apart.
    expect(await positions('甲,13522390.43,3662571.5\n')).toEqual([
      { lng: expect.closeTo(121.4737, 3), lat: expect.closeTo(31.23, 2) },
    ]);
    expect(await positions('甲,500000,3456000\n')).toEqual([undefined]);
    expect(
      await positions(
        '甲,121.41,31.21\n乙,121.42,31.22\n丙,1214737,312304\n丁,121.43,31.2\n戊,121.44,31.2\n',
      ),
    ).toContainEqual(near);
  });
});

describe('a mapping', () => {
  const text = '点位,X,Y,茶水间,说明,功能\n甲,121.47,31.23,有,24小时,茶水\n';
  it('says what columns and values mean', async () => {
    const read = await readCsvText(text, {
      mapping: {
        columns: {
          点位: 'name',
          茶水间: 'service:rest',
          说明: 'hours',
          X: 'lng',
          Y: 'lat',
          功能: 'services',
        },
        values: { 功能: { 茶水: 'x-tea' } },
      },
    });
    expect(read.drafts[0]!.record).toEqual({
      name: '甲',
      services: ['rest', 'x-tea'],
      hours: '24/7',
      hoursText: '24小时',
    });
  });

  it('keeps a column for `null`', async () => {
    const { drafts } = await readCsvText('名称,经度,纬度,电话\n甲,121.47,31.23,12345\n', {
      mapping: { columns: { 电话: null } },
    });
    expect(drafts[0]!.record).toEqual({ name: '甲', extra: { 电话: '12345' } });
  });

  it('says where the header is, or that there is none', async () => {
    const rows = '名称,经度,纬度\n真名,经度,纬度\n甲,121.47,31.23\n';
    const second = await readCsvText(rows, {
      mapping: { headerRow: 2, columns: { 真名: 'name' } },
    });
    expect(second.drafts.map(({ record }) => record['name'])).toEqual(['甲']);
    const none = await readCsvText('甲驿站,121.471111,31.231111\n', {
      mapping: { headerRow: 0, columns: { 'column 1': 'address' } },
    });
    expect(none.drafts[0]!.record['address']).toBe('甲驿站');
    await expect(readCsvText(rows, { mapping: { headerRow: 50 } })).rejects.toMatchObject({
      code: 'FILE_FORMAT',
    });
  });

  it.each<[unknown, RegExp]>([
    ['name', /expected an object with columns/],
    [{ column: {} }, /one of columns, values, sheet, headerRow \(did you mean columns\?\)/],
    [{ columns: { a: 'nmae' } }, /mapping\.columns\["a"\].*did you mean name\?.*got "nmae"/],
    [{ columns: { a: 'service:toilets' } }, /mapping\.columns\["a"\]/],
    [{ columns: { a: 3 } }, /null, or one of id, name/],
    [{ values: { a: { b: 1 } } }, /mapping\.values\["a"\]\["b"\]/],
    [{ headerRow: -1 }, /the number of a row/],
    [{ sheet: 0 }, /the name of a sheet/],
  ])('%j is refused', async (mapping, message) => {
    await expect(readCsvText(text, { mapping: mapping as object })).rejects.toThrow(message);
  });

  it('that was guessed changes nothing when it is given back', async () => {
    for (const sheet of [
      simplified,
      text,
      '名称,经度,纬度\n甲,31.2363,121.4801\n乙,31.2270,121.4920\n',
      '徐汇区驿站一览表,,,\n编号,名称,经度,纬度\n1,甲,121.47,31.23\n2,乙,121.48,31.24\n3,丙,121.49,31.25\n',
      '南京东路驿站,上海市黄浦区南京东路1号,121.480123,31.236312,8:00-20:00,021-63212345\n',
      '名称,百度经度,百度纬度,高德经度,高德纬度\n甲,121.491,31.237,121.484,31.231\n',
    ]) {
      const path = scratch('guess.csv');
      writeFileSync(path, sheet);
      const mapping = JSON.parse(JSON.stringify(await guessMapping(path)));
      const [before, after] = [await readOne(path), await readOne(path, { mapping })];
      expect(after.drafts, sheet).toEqual(before.drafts);
      expect(await guessMapping(path, { mapping })).toEqual(mapping);
    }
  });
});

describe('reading', () => {
  it('tells how far it has come, and stops when asked', async () => {
    let text = '名称,经度,纬度\n';
    for (let row = 0; row < 30_000; row++) text += `站${row},121.4,31.2\n`;
    const path = scratch('long.csv');
    writeFileSync(path, text);
    const told: number[] = [];
    await readOne(path, {
      onProgress: ({ bytes = 0, totalBytes }) => told.push(bytes / totalBytes!),
    });
    expect(told.length).toBeGreaterThan(20);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const controller = new AbortController();
    const stopped = readOne(path, {
      signal: controller.signal,
      onProgress: ({ rows }) => rows > 5_000 && controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});
