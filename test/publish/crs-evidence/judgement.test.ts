import { describe, expect, it } from 'vitest';
import { sampleRecords } from '../../../src/cli/sample';
import { Random } from '../../support/random';
import { isMissing, sharedData } from '../../support/shared-data';
import {
  foundIn,
  importFiles,
  importRows,
  put,
  removeSheets,
  sampleRows,
} from '../import-stations/sheets';
import { judgeMany, systems } from './campaign';
import { moved, outlinesIn, tableIn } from './tables';

/* Whether a sheet that does not say what its positions are in is understood; gcoord makes the sheets. */

removeSheets();

const rounds = Number(process.env['YIZHAN_CRS_ROUNDS'] ?? 200);
const clean = { wrong: 0.03, silent: 0.2, meters: 50 };
const outlines = 'shanghai-districts/districts.geojson';

describe('by outlines of districts', () => {
  it('is never wrong and sure of it, and right of most that it decides', async () => {
    const tally = await judgeMany(rounds, 11);
    expect(tally.right + tally.wrong + tally.undecided).toBe(rounds);
    expect(tally).toMatchObject({ wrongAndSure: 0 });
    // Five rows tell nothing, five hundred nearly always: half of the tables have fewer than fifty.
    expect(tally.wrong).toBeLessThanOrEqual(0.02 * rounds);
    expect(tally.right).toBeGreaterThan(0.4 * rounds);
  });

  it.each(systems)(
    '400 stations in %s are judged so, and it is stated how surely',
    async (truth) => {
      const rows = tableIn(truth, 400, clean, new Random(3));
      const districts = put(`known-${truth}.geojson`, outlinesIn('wgs84'));
      const { report } = await importRows(rows, { districts, districtsCrs: 'wgs84' });
      const { crs, by, confidence, reason } = report.tables[0]!.crs;
      expect([crs, by]).toEqual([truth, 'evidence']);
      expect(confidence).toBeGreaterThan(0.95);
      expect(reason.en).toMatch(/of \d+ rows that claim a district, so many are inside/);
      expect(reason.zh).toContain(truth);
      const [told] = foundIn(report.findings, 'crs-judged');
      if (confidence < 1) expect(told).toMatchObject({ severity: 'note', origin: { row: 0 } });
    },
  );

  it('outlines that do not say what they are in make no judgement certain', async () => {
    const rows = tableIn('wgs84', 400, clean, new Random(3));
    const { report } = await importRows(rows, {
      districts: put('own.geojson', outlinesIn('gcj02')),
    });
    expect(report.tables[0]!.crs).toMatchObject({ crs: 'wgs84', by: 'evidence', confidence: 0.95 });
    expect(report.tables[0]!.crs.reason.en).toContain('taken as gcj02');
    expect(foundIn(report.findings, 'crs-judged')).toHaveLength(1);
  });

  it.skipIf(isMissing(outlines))(
    'holds for the real outlines of Shanghai, coarse as they are',
    async () => {
      const districts = sharedData(outlines);
      const sample = sampleRows();
      const whole: string[] = [];
      for (const truth of systems) {
        const rows = sample.map((row): Record<string, string | number | undefined> => {
          const from = [Number(row['经度']), Number(row['纬度'])] as const;
          const [lng, lat] = moved(from, 'gcj02', truth);
          return { ...row, 经度: lng.toFixed(6), 纬度: lat.toFixed(6) };
        });
        for (const code of [undefined, '310101', '310106', '310112', '310115', '310116']) {
          const some = rows.filter((row) => code === undefined || row['区'] === code);
          const { report } = await importRows(
            code === undefined ? some.filter((_, i) => i % 3 === 0) : some,
            {
              districts,
            },
          );
          const { crs, by, confidence } = report.tables[0]!.crs;
          if (code === undefined) whole.push(`${truth} ${crs} ${by}`);
          const isWrong = by === 'evidence' && crs !== truth;
          expect(isWrong && confidence >= 0.9, `${truth} ${code} ${crs} ${confidence}`).toBe(false);
        }
      }
      expect(whole).toEqual(systems.map((truth) => `${truth} ${truth} evidence`));
    },
  );
});

describe('by places that are known', () => {
  const rows = sampleRows(sampleRecords().slice(0, 60)).map(({ 编号: _, ...row }) => row);
  const stated = (row: (typeof rows)[number], crs: 'wgs84' | 'gcj02' | 'bd09') => {
    const [lng, lat] = moved([Number(row['经度']), Number(row['纬度'])], 'gcj02', crs);
    return { ...row, 经度: lng.toFixed(6), 纬度: lat.toFixed(6) };
  };

  it.each(systems)('stations of the dataset before tell that a sheet is in %s', async (truth) => {
    const before = await importRows(rows, { crs: 'gcj02' });
    const previous = put(`before-${truth}.geojson`, before.text);
    const { report, crs } = await importRows(
      rows.map((row) => stated(row, truth)),
      { previous },
    );
    const reading = report.tables[0]!.crs;
    expect([reading.crs, reading.by]).toEqual([truth, 'evidence']);
    expect(reading.confidence).toBeGreaterThan(0.9);
    // The dataset stays in what it was, and the stations where they were.
    expect(crs).toBe('gcj02');
    expect(foundIn(report.findings, 'id-unstable')).toEqual([]);
  });

  it('a table that states its own tells for one that does not', async () => {
    const sheet = (name: string, list: typeof rows, lng: string, lat: string) => {
      const lines = list.map((row) => `${row['名称']},${row['经度']},${row['纬度']}`);
      return put(name, `名称,${lng},${lat}\n${lines.join('\n')}\n`);
    };
    const says = sheet('says.csv', rows, '经度(GCJ02)', '纬度(GCJ02)');
    const silent = rows.slice(0, 30).map((row) => stated(row, 'bd09'));
    const { report } = await importFiles([sheet('silent.csv', silent, '经度', '纬度'), says]);
    expect(report.tables.map(({ crs }) => `${crs.crs} ${crs.by}`)).toEqual([
      'bd09 evidence',
      'gcj02 stated',
    ]);
  });
});

describe('without evidence', () => {
  it.each([3, 20, 400])('of %i rows it says that it assumes', async (size) => {
    const { report } = await importRows(tableIn('bd09', size, clean, new Random(size)));
    expect(report.tables[0]!.crs).toMatchObject({ crs: 'gcj02', by: 'assumed', confidence: 0.5 });
    expect(foundIn(report.findings, 'crs-assumed')).toMatchObject([
      { severity: 'warning', origin: { row: 0 }, details: { crs: 'gcj02' } },
    ]);
  });

  it('the option is taken, and said where the table disagrees', async () => {
    const path = put('stated.csv', '名称,经度(WGS84),纬度(WGS84)\n甲,121.47,31.23\n');
    const { report, features } = await importFiles([path], { crs: 'bd09', outCrs: 'bd09' });
    expect(features[0]!.geometry.coordinates).toEqual([121.47, 31.23]);
    expect(foundIn(report.findings, 'crs-overridden')).toMatchObject([
      { severity: 'warning', details: { crs: 'bd09', stated: 'wgs84' } },
    ]);
  });

  it('a dataset before that does not say is named', async () => {
    const previous = put('old.csv', 'id,name,longitude,latitude\na,甲,121.47,31.23\n');
    const { report } = await importRows([{ 名称: '甲', 经度: 121.47, 纬度: 31.23 }], { previous });
    expect(
      foundIn(report.findings, 'crs-assumed').map(({ origin }) => origin.file.endsWith('old.csv')),
    ).toContain(true);
  });

  it('elsewhere all agree, and nothing is to be judged', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      name: `Loo ${i}`,
      lng: -1 - i / 9,
      lat: 52.123,
    }));
    const { report } = await importRows(rows);
    expect(report.tables[0]!.crs).toMatchObject({ crs: 'wgs84', by: 'evidence', confidence: 1 });
    expect(foundIn(report.findings, 'crs-assumed')).toEqual([]);
  });
});
