import { describe, expect, it } from 'vitest';
import { geodesicMeters } from '../../support/geodesic';
import { Random } from '../../support/random';
import { isMissing, sharedData } from '../../support/shared-data';
import {
  counted,
  foundIn,
  importFiles,
  importRows,
  removeSheets,
  rowsOf,
  sampleRows,
} from '../import-stations/sheets';

/* Faults are planted in the sample, 7,395 stations that have next to none, and have to be found, each in its row. */

removeSheets();

const crs = 'gcj02';
const sample = sampleRows();
const outlines = 'shanghai-districts/districts.geojson';
type Row = Record<string, string | number | undefined>;

/** The sample with some rows changed; rows as a sheet numbers them. */
function planted(changes: ReadonlyMap<number, Row>): Row[] {
  return sample.map((row, i) => ({ ...row, ...changes.get(i + 2) }));
}

/** Numbers of different rows. */
function someRows(count: number, seed: number, fits: (row: Row) => boolean = () => true): number[] {
  const random = new Random(seed);
  const found = new Set<number>();
  while (found.size < count) {
    const at = random.int(0, sample.length - 1);
    if (fits(sample[at]!)) found.add(at + 2);
  }
  return [...found].sort((a, b) => a - b);
}

const at = (row: number) => sample[row - 2]!;
const changed = (rows: readonly number[], change: (row: Row, i: number) => Row) =>
  new Map(rows.map((row, i) => [row, change(at(row), i)]));

describe('of 7,395 stations without faults', () => {
  it('hardly any is blamed', async () => {
    const { report } = await importRows(sample, { crs });
    const { 'hours-unreadable': hours, ...others } = counted(report.findings);
    // Those hours say themselves that they depend on a notice at the door, or the like.
    const told = foundIn(report.findings, 'hours-unreadable');
    expect(told.every(({ value }) => /[一-龥]/.test(value!))).toBe(true);
    expect(hours).toBeLessThanOrEqual(76);
    // 欧阳路工会爱心接力站 and 溧阳路工会爱心接力站, 77 m apart: two, but who would know.
    expect(others).toEqual({ 'probable-duplicate': 1 });
  });

  it.skipIf(isMissing(outlines))('nor by outlines that are simplified', async () => {
    const { report } = await importRows(sample, { crs, districts: sharedData(outlines) });
    const { 'wrong-district': wrong, 'outside-area': outside = 0 } = counted(report.findings);
    expect(wrong! + outside).toBeLessThanOrEqual(5);
  });

  it.skipIf(isMissing('uk-toilet-map/uk-toilets.csv'))('nor of 11,410 real ones', async () => {
    const { report } = await importFiles([sharedData('uk-toilet-map/uk-toilets.csv')]);
    const counts = counted(report.findings);
    // Those that are named lie in Turkey, in Ghana, in Tanzania. None is turned round.
    expect(counts['outside-area']).toBeLessThan(30);
    expect(counts['position-swapped']).toBeUndefined();
    expect(counts['position-truncated']).toBe(1);
    expect(counts['probable-duplicate']).toBeLessThan(120);
    expect(counts['wrong-district']).toBeUndefined();
  });
});

describe('positions', () => {
  const rows = someRows(60, 1);
  const part = (i: number) => rows.slice(i * 10, i * 10 + 10);
  const changes = new Map([
    ...changed(part(0), (row) => ({ 经度: row['纬度'], 纬度: row['经度'] })),
    ...changed(part(1), () => ({ 经度: 0, 纬度: 0 })),
    ...changed(part(2), (row) => ({
      经度: Number(row['经度']).toFixed(2),
      纬度: Number(row['纬度']).toFixed(2),
    })),
    ...changed(part(3), (row) => ({
      经度: Number(row['经度']).toFixed(3),
      纬度: Number(row['纬度']).toFixed(3),
    })),
    ...changed(part(4), (_, i) => ({ 经度: 116.4071 + i / 10, 纬度: 39.9042 + i / 20 })),
    ...changed(part(5), (row) => ({ 经度: `${Number(row['经度']) + 100}` })),
  ]);
  const imported = importRows(planted(changes), { crs });

  it.each([
    ['position-swapped', 0, 'warning'],
    ['position-zero', 1, 'error'],
    ['outside-area', 4, 'warning'],
  ])('%s: all ten are found, and nothing else', async (code, number, severity) => {
    const { report } = await imported;
    expect(rowsOf(report.findings, code)).toEqual(part(number));
    for (const finding of foundIn(report.findings, code))
      expect(finding).toMatchObject({ severity, column: '经度' });
  });

  it('beyond all degrees: none is a station, and each has its error', async () => {
    const { report, features } = await imported;
    const told = report.findings.filter(({ origin }) => part(5).includes(origin.row));
    expect(told.map(({ severity, column }) => `${severity} ${column}`)).toEqual(
      part(5).map(() => 'error 经度'),
    );
    expect(features).toHaveLength(sample.length - part(1).length - part(5).length);
  });

  it('swapped ones are told how to write them, and taken so', async () => {
    const { report, features } = await imported;
    for (const { origin, suggestion, stationId } of foundIn(report.findings, 'position-swapped')) {
      const { 经度: lng, 纬度: lat } = at(origin.row);
      expect(suggestion).toBe(`${lng},${lat}`);
      expect(features.find(({ id }) => id === stationId)!.geometry.coordinates).toEqual([lng, lat]);
    }
  });

  it('truncated: by what they have left', async () => {
    const { report } = await imported;
    const told = foundIn(report.findings, 'position-truncated');
    // A position that ends on zeros may have fewer, so none is missed, and none is blamed besides.
    expect(told.map(({ origin }) => origin.row)).toEqual(
      [...part(2), ...part(3)].sort((a, b) => a - b),
    );
    for (const { origin, severity, details } of told) {
      const isTwo = part(2).includes(origin.row);
      expect(severity).toBe(isTwo ? 'error' : 'warning');
      expect(details!['meters']).toBeGreaterThanOrEqual(isTwo ? 730 : 73);
    }
  });

  it('outside the declared area is an error', async () => {
    const { report } = await importRows(planted(changes), {
      crs,
      bounds: [120.8, 30.6, 122.3, 31.9],
    });
    const told = foundIn(report.findings, 'outside-area');
    expect(told.map(({ origin, severity }) => `${severity} ${origin.row}`)).toEqual(
      part(4).map((row) => `error ${row}`),
    );
  });

  it('of five names on one point are named once', async () => {
    const five = someRows(5, 9);
    const middle = { 经度: 121.473701, 纬度: 31.230416 };
    const { report } = await importRows(planted(changed(five, () => middle)), { crs });
    expect(foundIn(report.findings, 'position-duplicated')).toMatchObject([
      {
        origin: { row: five[0] },
        other: { row: five[1] },
        value: '121.473701,31.230416',
        details: { count: 5, rows: five.join(', ') },
      },
    ]);
  });
});

describe('districts', () => {
  /** A district on the other side of the city. */
  const far = (code: unknown) => (code === '310151' ? '310116' : '310151');
  const rows = someRows(40, 2, (row) => row['区'] !== '310120');
  const changes = changed(rows, (row) => ({ 区: far(row['区']) }));

  it('that neighbours contradict: most are found, with the right one, and no other is blamed', async () => {
    const { report } = await importRows(planted(changes), { crs });
    const told = foundIn(report.findings, 'wrong-district');
    expect(told.every(({ origin }) => rows.includes(origin.row))).toBe(true);
    // At a border neighbours are of two districts, and say nothing.
    expect(told.length).toBeGreaterThanOrEqual(0.75 * rows.length);
    const right = told.filter(({ origin, suggestion }) => suggestion === at(origin.row)['区']);
    expect(right.length).toBeGreaterThanOrEqual(0.95 * told.length);
    expect(told[0]).toMatchObject({
      severity: 'warning',
      column: '区',
      value: changes.get(told[0]!.origin.row)!['区'],
    });
  });

  it.skipIf(isMissing(outlines))('that outlines contradict: all are found', async () => {
    const { report } = await importRows(planted(changes), { crs, districts: sharedData(outlines) });
    const told = foundIn(report.findings, 'wrong-district');
    const found = told.filter(({ origin }) => rows.includes(origin.row));
    // Who is in none of the outlines is outside the area, and that is the worse.
    const outside = rowsOf(report.findings, 'outside-area');
    const missed = rows.filter((row) => !found.some(({ origin }) => origin.row === row));
    expect(missed.filter((row) => !outside.includes(row))).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(2);
    expect(told.length - found.length).toBeLessThanOrEqual(5);
    const right = found.filter(({ origin, suggestion }) => suggestion === at(origin.row)['区']);
    expect(right.length).toBeGreaterThanOrEqual(0.9 * rows.length);
    for (const { details } of found) expect(details!['meters']).toBeGreaterThan(1000);
  });
});

describe('stations typed in twice', () => {
  const rows = someRows(60, 3, (row) => String(row['名称']).length > 5);
  /** As somebody else writes the same name. */
  const retyped = (name: string, i: number) =>
    [
      `${name} `,
      name.replace('驿站', ' 驿站'),
      `「${name}」`,
      name.replace(/路/, '路　'),
      `上海${name}`,
    ][i % 5]!;
  const twice = rows.map((row, i): Row => {
    const original = at(row);
    const angle = i;
    return {
      ...original,
      编号: undefined,
      名称: retyped(String(original['名称']), i),
      经度: (Number(original['经度']) + (0.0006 * Math.cos(angle)) / 0.86).toFixed(6),
      纬度: (Number(original['纬度']) + 0.0006 * Math.sin(angle)).toFixed(6),
    };
  });

  it('are found, 67 m away and of another spelling, each with the row that was there before', async () => {
    const { report } = await importRows([...sample, ...twice], { crs });
    const told = foundIn(report.findings, 'probable-duplicate').filter(
      ({ origin }) => origin.row > sample.length + 1,
    );
    const right = told.filter(
      ({ origin, other }) => other!.row === rows[origin.row - sample.length - 2],
    );
    expect(right.length).toBeGreaterThanOrEqual(0.95 * rows.length);
    for (const { details } of right) {
      expect(details!['meters']).toBeGreaterThan(60);
      expect(details!['meters']).toBeLessThan(75);
    }
  });

  it('are all that a look at every pair finds, of one name within 120 m', async () => {
    // The city made small, and 64 names for 1,500 stations: none is so common that it says nothing.
    const random = new Random(5);
    const some = sample.slice(0, 1500).map((row) => ({
      名称: `${random.pick([...'安平和顺福禄寿喜'])}${random.pick([...'春夏秋冬梅兰竹菊'])}驿站`,
      经度: (121.47 + (Number(row['经度']) - 121.47) / 4).toFixed(6),
      纬度: (31.23 + (Number(row['纬度']) - 31.23) / 4).toFixed(6),
    }));
    const { report } = await importRows(some, { crs: 'wgs84' });
    const told = new Set([
      ...rowsOf(report.findings, 'probable-duplicate'),
      ...rowsOf(report.findings, 'row-repeated'),
    ]);
    const places = some.map((row) => ({ lng: Number(row.经度), lat: Number(row.纬度) }));
    const counts = new Map<string, number>();
    for (const { 名称: name } of some) counts.set(name, (counts.get(name) ?? 0) + 1);
    let pairs = 0;
    some.forEach(({ 名称: name }, i) => {
      const isTwice = some.some(
        (other, j) =>
          j < i &&
          other.名称 === name &&
          Math.abs(places[j]!.lat - places[i]!.lat) < 0.002 &&
          geodesicMeters(places[j]!, places[i]!) < 119,
      );
      // What one in fifty is called says nothing.
      if (!isTwice || counts.get(name)! >= 30) return;
      pairs++;
      expect(told.has(i + 2), `row ${i + 2}, ${name}`).toBe(true);
    });
    expect(pairs).toBeGreaterThan(50);
  });

  it('of two gates are two', async () => {
    const gate = (name: string, i: number) => ({
      名称: name,
      经度: `121.4712${i}1`,
      纬度: '31.231234',
    });
    const names = [
      '人民公园2号门厕所',
      '人民公园3号门厕所',
      '人民公园东门厕所',
      '人民公园西门厕所',
    ];
    const { report } = await importRows(names.map(gate), { crs });
    expect(foundIn(report.findings, 'probable-duplicate')).toEqual([]);
  });

  it('cell by cell are both kept and named', async () => {
    const { report, features } = await importRows([...sample.slice(0, 20), sample[4]!], { crs });
    expect(features).toHaveLength(21);
    expect(new Set(features.map(({ id }) => id)).size).toBe(21);
    expect(foundIn(report.findings, 'row-repeated')).toMatchObject([
      { severity: 'warning', origin: { row: 22 }, other: { row: 6 } },
    ]);
  });
});

describe('what a cell says', () => {
  const rows = someRows(40, 4, (row) => row['电话'] !== undefined);
  const part = (i: number) => rows.slice(i * 10, i * 10 + 10);
  const imported = importRows(
    planted(
      new Map([
        ...changed(part(0), () => ({ 开放时间: '看情况，有时候下午不开' })),
        ...changed(part(1), () => ({ 电话: '021-123' })),
        ...changed(part(2), (row) => ({ 服务: `${row['服务']}、量子传送` })),
        ...changed(part(3), () => ({ 核实日期: '2025-11-20' })),
      ]),
    ),
    { crs },
  );

  it.each([
    ['hours-unreadable', 0, '开放时间', '看情况，有时候下午不开'],
    ['phone-malformed', 1, '电话', '021-123'],
    ['unknown-service', 2, '服务', '量子传送'],
    ['unverified-for-a-year', 3, '核实日期', '2025-11-20'],
  ])('%s: all ten, with their column and value', async (code, number, column, value) => {
    const { report } = await imported;
    const told = foundIn(report.findings, code).filter((finding) => finding.value?.includes(value));
    expect(told.map(({ origin }) => origin.row)).toEqual(part(number));
    for (const finding of told) expect(finding.column).toBe(column);
  });

  it('a year is a year', async () => {
    const day = async (今天: string) => {
      const row = { 名称: '甲', 经度: '121.471234', 纬度: '31.231234', 核实日期: '2025-11-24' };
      const { report } = await importRows([row], { crs, today: 今天 });
      return rowsOf(report.findings, 'unverified-for-a-year');
    };
    expect(await day('2026-11-24')).toEqual([]);
    expect(await day('2026-11-25')).toEqual([2]);
  });

  it('a sheet that is old is told so once', async () => {
    const old = sample.slice(0, 50).map((row) => ({ ...row, 核实日期: '2024-03-01' }));
    const { report } = await importRows(old, { crs });
    expect(foundIn(report.findings, 'unverified-for-a-year')).toMatchObject([
      { severity: 'warning', origin: { row: 0 }, details: { rows: 50, oldest: '2024-03-01' } },
    ]);
  });
});
