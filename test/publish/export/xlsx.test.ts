import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert, type StationRecord, type StationSet } from '../../../src/core';
import { type ExportOptions, exportStations } from '../../../src/publish';
import { gdalFeatures, gdalIsMissing, gdalSummary } from '../../support/gdal';
import { expectSameStations, hostileRecords, setOf, withInstants } from './stations';

const set = setOf(hostileRecords());
const stations = set.filter();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function open(of: StationSet, options: ExportOptions = {}): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await exportStations(of, 'xlsx', options);
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

/** What a cell holds. The reader knows `_x0001_` for what it is. */
function contentOf({ value }: ExcelJS.Cell): unknown {
  return value ?? undefined;
}

/** The records of a workbook, by nothing but the workbook: its second sheet says what stands for what. */
function recordsOf(workbook: ExcelJS.Workbook, between: string): StationRecord[] {
  const [sheet, vocabulary] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
  const codes = new Map<string, string>();
  const fields = new Map<string, string>();
  vocabulary.eachRow((row) => {
    const [name, code, , , written] = [1, 2, 3, 4, 5].map((i) => String(contentOf(row.getCell(i))));
    if (name === 'fields') fields.set(written!, code!);
    else if (row.number > 1) {
      expect(codes.has(`${name}:${written}`), written).toBe(false);
      codes.set(`${name}:${written}`, code!);
    }
  });
  const headers = (sheet.getRow(1).values as string[]).slice(1);
  expect(new Set(headers).size).toBe(headers.length);
  const list = (vocabularyName: string, text: unknown) =>
    text === undefined
      ? []
      : String(text)
          .split(between)
          .map((word) => codes.get(`${vocabularyName}:${word}`)!);
  const statuses: Record<string, string> = { 启用: 'active', 暂停: 'suspended', 筹建: 'planned' };
  const yesNo: Record<string, boolean> = { 有: true, yes: true, 无: false, no: false };
  const places = (value: unknown) => (typeof value === 'string' ? yesNo[value] : value);
  const some = (value: object) =>
    Object.values(value).some((item) => item !== undefined) ? value : undefined;
  const date = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  const parsed = (text: unknown) => (text === undefined ? undefined : JSON.parse(text as string));
  const records: StationRecord[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const cells = new Map(headers.map((title, i) => [fields.get(title)!, row.getCell(i + 1)]));
    const get = (field: string) => {
      const cell = cells.get(field);
      return cell && contentOf(cell);
    };
    const ticked = [...cells.keys()].filter(
      (field) => field.startsWith('service:') && get(field) === '√',
    );
    const texts = 'id name nameEn district address directions hours hoursText phone programme host';
    const photos = get('photos') as string | undefined;
    records.push({
      ...Object.fromEntries(
        [...texts.split(' '), 'capacity', 'beds', 'source'].map((field) => [field, get(field)]),
      ),
      position: [get('lng'), get('lat')],
      kind: codes.get(`kinds:${get('kind')}`),
      status: statuses[get('status') as string] ?? get('status'),
      services: cells.has('services')
        ? list('services', get('services'))
        : ticked.map((field) => field.slice('service:'.length)),
      audiences: list('audiences', get('audiences')),
      access: list('access', get('access')),
      photos: photos?.startsWith('[') ? parsed(photos) : photos?.split('\n'),
      parking: some({
        ebike: places(get('parking.ebike')),
        car: places(get('parking.car')),
        truck: places(get('parking.truck')),
      }),
      providerIds: some({
        amap: get('providerIds.amap'),
        tencent: get('providerIds.tencent'),
        baidu: get('providerIds.baidu'),
      }),
      offers: parsed(get('offers')),
      extra: parsed(get('extra')),
      verifiedAt: date(get('verifiedAt')),
      updatedAt: date(get('updatedAt')),
    } as unknown as StationRecord);
  });
  return records;
}

/** A sheet has no cell for an object of nothing. */
const shown = (station: Parameters<typeof withInstants>[0]) => {
  const { parking, providerIds, services, ...rest } = station;
  const filled = (value: object | undefined) => (Object.keys(value ?? {}).length > 0 ? value : '');
  return {
    ...(withInstants(rest as typeof station) as object),
    services: [...services].sort(),
    parking: filled(parking),
    providerIds: filled(providerIds),
  };
};

describe('XLSX', () => {
  it.each([
    ['zh', false],
    ['zh', true],
    ['en', false],
    ['en', true],
  ] as const)(
    'gives back every station and every field: %s, service columns %s',
    async (locale, serviceColumns) => {
      const workbook = await open(set, { locale, serviceColumns });
      const read = setOf(recordsOf(workbook, locale === 'zh' ? '、' : '; '));
      expectSameStations(read.filter(), stations, shown);
      expect(read.filter().map(({ id }) => id)).toEqual(stations.map(({ id }) => id));
    },
  );

  it('has text as text, numbers as numbers, dates as dates', async () => {
    const workbook = await open(set);
    const sheet = workbook.worksheets[0]!;
    const titles = (sheet.getRow(1).values as string[]).slice(1);
    const cell = (title: string) => sheet.getRow(2).getCell(titles.indexOf(title) + 1);
    expect(cell('电话')).toMatchObject({ value: '021-55505385', numFmt: '@' });
    expect(cell('行政区划代码')).toMatchObject({ value: '310101', numFmt: '@' });
    expect(cell('容纳人数').value).toBe(12);
    expect(cell('经度（WGS84）').value).toBe(121.473701234567);
    expect(cell('核实日期').value).toEqual(new Date('2026-01-02T00:00:00Z'));
    expect(cell('更新日期').value).toEqual(new Date('2026-11-23T00:00:00.500Z'));
    expect(cell('电动车停车').value).toBe('有');
    expect(cell('汽车停车').value).toBe(0);
    expect(cell('服务').value).toBe(
      '饮水、厕所、足浴、x-tea、x-loo、x-code、x-unlabelled'.replace('饮水、厕所', '厕所、饮水'),
    );
    sheet.eachRow((row) =>
      row.eachCell((one) => expect(one.type).not.toBe(ExcelJS.ValueType.Formula)),
    );
  });

  it('keeps its header in sight, bold, and its columns wide enough', async () => {
    const sheet = (await open(set)).worksheets[0]!;
    expect(sheet.name).toBe('阵地');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 1 });
    expect(sheet.getCell('A1').font.bold).toBe(true);
    const widths = sheet.columns.map(({ width }) => width ?? 0);
    for (const width of widths) {
      expect(width).toBeGreaterThanOrEqual(8);
      expect(width).toBeLessThanOrEqual(50);
    }
  });

  it('speaks English', async () => {
    const workbook = await open(set, { locale: 'en' });
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['stations', 'vocabulary']);
    expect(workbook.worksheets[0]!.getCell('A1').value).toBe('id');
  });

  it('says what its positions are in', async () => {
    const chinese = setOf([{ id: 'a', position: [121.4737, 31.2304] }], 'gcj02');
    const cells = async (options: ExportOptions) => {
      const sheet = (await open(chinese, options)).worksheets[0]!;
      const titles = (sheet.getRow(1).values as string[]).slice(1);
      const at = titles.findIndex((title) => title.startsWith('经度'));
      return [titles[at], sheet.getRow(2).getCell(at + 1).value];
    };
    expect(await cells({ crs: 'gcj02' })).toEqual(['经度（GCJ02）', 121.4737]);
    const { lng } = convert([121.4737, 31.2304], 'gcj02', 'wgs84');
    expect(await cells({})).toEqual(['经度（WGS84）', lng]);
  });

  it.skipIf(gdalIsMissing)('is read by GDAL', async () => {
    const path = join(folder, 'stations.xlsx');
    writeFileSync(path, await exportStations(set, 'xlsx', { locale: 'en' }));
    const summary = gdalSummary(path);
    expect(summary).not.toMatch(/warning|error/i);
    expect(summary).toContain('Layer name: vocabulary');
    expect(summary).toContain(`Feature Count: ${stations.length}\n`);
    const features = gdalFeatures(path, ['stations']);
    features.forEach(({ properties }, i) => {
      const { id, name, position, capacity } = stations[i]!;
      // GDAL leaves Excel's way of writing odd characters as it is.
      if (!/[\p{Cc}\p{Noncharacter_Code_Point}\ufffd]|_x/u.test(id)) {
        expect(properties['id']).toBe(id);
        if (!name?.startsWith('{') && !name?.startsWith('['))
          expect(properties['name'] ?? undefined).toBe(name);
      }
      expect(properties['capacity'] ?? undefined).toBe(capacity);
      expect(Math.abs((properties['longitude (WGS84)'] as number) - position.lng)).toBeLessThan(
        1e-9,
      );
      expect(Math.abs((properties['latitude (WGS84)'] as number) - position.lat)).toBeLessThan(
        1e-9,
      );
    });
  });

  it('holds nothing, and one', async () => {
    for (const records of [[], [{ id: 'a', position: [1, 2] }] as StationRecord[]]) {
      const of = setOf(records);
      for (const serviceColumns of [false, true]) {
        const read = recordsOf(await open(of, { serviceColumns }), '、');
        expectSameStations(setOf(read).filter(), of.filter(), shown);
      }
    }
  });

  it('refuses a text that no cell holds, rather than cut it', async () => {
    const long = (length: number) =>
      setOf([{ id: 'a', position: [1, 2], name: 'x'.repeat(length) }]);
    const sheet = (await open(long(32_767))).worksheets[0]!;
    expect((sheet.getCell('B2').value as string).length).toBe(32_767);
    await expect(exportStations(long(32_768), 'xlsx')).rejects.toMatchObject({
      name: 'ExportError',
      code: 'EXPORT_IMPOSSIBLE',
      message:
        'Cannot export: name of station "a" has 32768 characters, a cell of a workbook holds 32767',
    });
  });
});
