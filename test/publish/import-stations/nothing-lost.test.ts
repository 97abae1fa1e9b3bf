import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMissing, sharedData } from '../../support/shared-data';
import { csvOf, foundIn, importFiles, put, removeSheets } from './sheets';

/* Whatever is in the cells: each row is a station, or an error in the report says why it is none. */

removeSheets();

const numRuns = Number(process.env['YIZHAN_ROW_ROUNDS'] ?? 150);

const garbage = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '',
    ' ',
    '/',
    '-',
    'null',
    '#REF!',
    '0',
    '是',
    '√',
    '24小时',
    '周一至周五',
    '"',
    '""',
  ),
  fc.constantFrom(
    '=1+1',
    '\u0007',
    '\ufeff',
    '\u202e',
    'a\nb',
    '__proto__',
    'constructor',
    '9'.repeat(400),
  ),
);
const lng = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 121, max: 122, noNaN: true }).map((n) => n.toFixed(6)) },
  fc.constantFrom(
    '',
    '0',
    '31.2',
    '121,47',
    '121°28′',
    '-500',
    '1e9',
    'NaN',
    '东经121.5',
    '121.4737,31.2304',
  ),
  garbage,
);
const lat = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 31, max: 32, noNaN: true }).map((n) => n.toFixed(6)) },
  fc.constantFrom('', '0', '121.5', '91', '北纬31.2', '-', '31'),
  garbage,
);
const headers = [
  '编号',
  '名称',
  '经度',
  '纬度',
  '地址',
  '区',
  '开放时间',
  '服务',
  '电话',
  '类型',
  '备注',
];
const row = fc
  .tuple(garbage, garbage, lng, lat, garbage, garbage, garbage, garbage, garbage, garbage, garbage)
  .map((cells) => Object.fromEntries(cells.map((cell, i) => [headers[i]!, cell])));

const quiet = { crs: 'gcj02' } as const;

describe('nothing is lost', () => {
  it('of random tables, ragged and repeated', async () => {
    let kept = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 25 }),
        fc.array(fc.nat(24), { maxLength: 5 }),
        async (rows, repeated) => {
          const all = [...rows, ...repeated.map((at) => rows[at % rows.length]!)];
          // A number that no cell of a row has makes each of them known again.
          const numbered = all.map((cells, i) => ({ ...cells, 序列: `row-${i}` }));
          const path = put('random.csv', csvOf([...headers, '序列'], numbered));
          const { report, features } = await importFiles([path], quiet);
          const [table] = report.tables;
          expect(table!.rows).toBe(all.length);
          expect(table!.placed).toBe(features.length);
          expect(report.stations).toBe(features.length);
          expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
          const written = features.map(({ properties }) => JSON.stringify(properties));
          const present = all.map(
            (_, i) => written.filter((one) => one.includes(`"row-${i}"`)).length,
          );
          const refusals = report.findings.filter(
            ({ severity, stationId }) => severity === 'error' && stationId === undefined,
          );
          const explained = new Set(refusals.map(({ origin }) => origin.row));
          expect(present.every((times) => times <= 1)).toBe(true);
          expect(explained.size).toBe(present.filter((times) => times === 0).length);
          expect(features.length + explained.size).toBe(all.length);
          kept += features.length;
          refused += explained.size;
        },
      ),
      { seed: 4, numRuns },
    );
    // Neither is rare, so that both were tried.
    expect(Math.min(kept, refused)).toBeGreaterThan(numRuns);
  });

  it('of rows with too few cells and too many', async () => {
    const lines = [
      '名称,经度,纬度,电话',
      '甲,121.47',
      '乙,121.47123,31.23123,,多,余',
      '丙',
      ',,,',
      '丁,121.48123,31.23123',
    ];
    const { report, features } = await importFiles([put('ragged.csv', lines.join('\n'))], quiet);
    expect(features.map(({ properties }) => properties['name'])).toEqual(['乙', '丁']);
    expect(report.tables[0]).toMatchObject({ rows: 4, placed: 2 });
    expect(foundIn(report.findings, 'no-position').map(({ origin }) => origin.row)).toEqual([2, 4]);
    expect(JSON.stringify(features[0])).toContain('余');
  });

  it.skipIf(isMissing('uk-toilet-map/gbptm2-raw-latin1.csv'))(
    'of 6,815 rows of a real sheet: 711 are stations, 6,104 have an error of their own',
    async () => {
      const path = sharedData('uk-toilet-map/gbptm2-raw-latin1.csv');
      const { report, features } = await importFiles([path]);
      expect(features).toHaveLength(711);
      const errors = report.findings.filter(({ severity }) => severity === 'error');
      expect(errors).toHaveLength(6_104);
      expect(new Set(errors.map(({ origin }) => origin.row)).size).toBe(6_104);
    },
  );
});

describe('a dataset of several files', () => {
  it('has the stations of all, in the order of files and rows, in one CRS', async () => {
    const gcj = put('one.csv', '名称,经度(GCJ02),纬度(GCJ02)\n甲,121.471234,31.231234\n');
    const wgs = put('two.csv', '名称,经度(WGS84),纬度(WGS84)\n乙,121.471234,31.231234\n');
    const { features, crs, report } = await importFiles([wgs, gcj]);
    expect(crs).toBe('gcj02');
    expect(features.map(({ properties }) => properties['name'])).toEqual(['乙', '甲']);
    expect(features[1]!.geometry.coordinates).toEqual([121.471234, 31.231234]);
    expect(features[0]!.geometry.coordinates[0]).toBeCloseTo(121.4758, 3);
    expect(report.tables.map(({ crs: reading }) => reading.crs)).toEqual(['wgs84', 'gcj02']);
  });

  it('of which one cannot be read is not written at all', async () => {
    const path = put('fine.csv', '名称,经度,纬度\n甲,121.471234,31.231234\n');
    const out = put('kept.geojson', 'as it was');
    await expect(importFiles([path, `${path}.missing`], { out })).rejects.toMatchObject({
      code: 'FILE_NOT_READABLE',
    });
    await expect(importFiles([path], { out: path })).rejects.toMatchObject({
      code: 'INVALID_OPTION',
    });
  });
});
