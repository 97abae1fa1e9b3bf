import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../support/random';
import {
  csvOf,
  foundIn,
  importFiles,
  importRows,
  put,
  removeSheets,
} from '../import-stations/sheets';
import { cellsOf, edited, type Known, newStation, shuffled } from './offices';

/* Whether a station keeps its id for as long as it is that station. The truth is what no sheet says. */

removeSheets();

const numRuns = Number(process.env['YIZHAN_ID_ROUNDS'] ?? 12);
const crs = 'gcj02';
let files = 0;

function sheet(stations: readonly Known[], random: Random): string {
  const cells = cellsOf(stations, random);
  return put(`office-${++files}.csv`, csvOf(Object.keys(cells[0]!), cells));
}

describe('ids of a re-imported dataset', () => {
  it('stay through renames, moves, re-ordering, additions and deletions', async () => {
    let edits = 0;
    let lost = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const before = Array.from({ length: 120 }, () => newStation(random));
        const first = await importFiles([sheet(before, random)], { crs });
        const truthOf = new Map(first.features.map(({ id }, i) => [id, before[i]!.truth]));
        expect(truthOf.size).toBe(before.length);
        const kept = before
          .filter(() => !random.chance(0.1))
          .map((station) => edited(station, random));
        const added = Array.from({ length: 12 }, () => newStation(random));
        const after = shuffled([...kept, ...added], random);
        const half = after.length >> 1;
        const second = await importFiles(
          [sheet(after.slice(0, half), random), sheet(after.slice(half), random)],
          { crs, previous: put(`before-${files}.geojson`, first.text) },
        );
        const idOf = new Map([...truthOf].map(([id, truth]) => [truth, id]));
        const ids = second.features.map(({ id }) => id);
        expect(new Set(ids).size).toBe(after.length);
        after.forEach(({ truth }, i) => {
          const was = truthOf.get(ids[i]!);
          // Never another station's, whatever became of that one.
          if (was !== undefined) expect(was).toBe(truth);
          if (idOf.has(truth) && ids[i] !== idOf.get(truth)) lost++;
        });
        edits += kept.filter((station) => !before.includes(station)).length;
        // Who is gone is named, each of them.
        const gone = [...truthOf.keys()].filter((id) => !ids.includes(id));
        const named = foundIn(second.report.findings, 'station-gone').map(({ value }) => value);
        expect([...named].sort()).toEqual(gone.sort());
      }),
      { seed: 6, numRuns },
    );
    expect(edits).toBeGreaterThan(20 * numRuns);
    // A chain's branch without an address that is renamed and loses its name's rarity: one in five hundred.
    expect(lost / edits).toBeLessThan(0.02);
  });

  it('are the same whatever the order of rows, columns and files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const stations = Array.from({ length: 80 }, () => newStation(random));
        const told = async (paths: readonly string[], order: readonly Known[]) => {
          const { features } = await importFiles(paths, { crs });
          return order.map(({ truth }, i) => `${truth} ${features[i]!.id}`).sort();
        };
        const other = shuffled(stations, random);
        const split = random.int(1, 79);
        const parts = [other.slice(0, split), other.slice(split)];
        expect(
          await told(
            parts.map((part) => sheet(part, random)),
            other,
          ),
        ).toEqual(await told([sheet(stations, random)], stations));
      }),
      { seed: 7, numRuns },
    );
  });

  it('importing twice gives the same bytes, with and without the dataset before', async () => {
    const random = new Random(8);
    // Repeated rows too, and rows that say nothing but where.
    const some = Array.from({ length: 60 }, () => newStation(random));
    const bare = some
      .slice(0, 5)
      .map((one) => ({ ...one, name: '', address: '', lng: one.lng + 1 }));
    const path = sheet(
      [...some, ...some.slice(0, 12), ...Array(14).fill(some[30]), ...bare],
      random,
    );
    const first = await importFiles([path], { crs });
    const previous = put('twice.geojson', first.text);
    expect((await importFiles([path], { crs })).text).toBe(first.text);
    const again = await importFiles([path], { crs, previous });
    expect(again.text).toBe(first.text);
    expect(foundIn(again.report.findings, 'station-gone')).toEqual([]);
  });
});

describe('one station', () => {
  const station = { 名称: '徐家汇驿站', 经度: '121.436712', 纬度: '31.195423' };
  const others = ['东风站', '红旗站', '光明站'].map((name, i) => ({
    名称: name,
    经度: `121.40${i}123`,
    纬度: '31.201234',
  }));

  async function idAfter(change: Record<string, string>, more: Record<string, string> = {}) {
    const before = await importRows([{ ...station, ...more }, ...others], { crs });
    const previous = put(`one-${++files}.geojson`, before.text);
    const after = await importRows([...others, { ...station, ...more, ...change }], {
      crs,
      previous,
    });
    return { before: before.features[0]!.id, after: after.features[3]!.id, imported: after };
  }

  it.each([
    ['renamed a little', { 名称: '徐家汇爱心驿站' }],
    ['renamed altogether', { 名称: '漕溪北路88号便民点' }],
    ['written otherwise', { 名称: '徐家汇 驿站' }],
    ['moved by 90 m', { 纬度: '31.196233' }],
    ['moved by 400 m', { 纬度: '31.199023' }],
  ])('%s keeps its id, by name and position alone', async (_, change) => {
    const { before, after } = await idAfter(change as Record<string, string>);
    expect(after).toBe(before);
  });

  it('is another when its name, telephone and kind are others, even at the same point', async () => {
    const { before, after } = await idAfter(
      { 名称: '卡友之家三号', 电话: '021-50001111' },
      { 电话: '021-62223333' },
    );
    expect(after).not.toBe(before);
  });

  it('of the same name in another town does not inherit the id of one that is gone', async () => {
    const { before, after, imported } = await idAfter({ 经度: '120.1', 纬度: '30.2' });
    expect(after).not.toBe(before);
    expect(foundIn(imported.report.findings, 'station-gone')).toHaveLength(1);
  });
});

describe('an official code', () => {
  const rows = ['甲', '乙', '丙'].map((name, i) => ({
    名称: `${name}路驿站`,
    经度: `121.4${i}1234`,
    纬度: '31.201234',
  }));

  it('wins, and says which id the station had', async () => {
    const before = await importRows(rows, { crs });
    const previous = put('codes.geojson', before.text);
    const coded = rows.map((row, i) => ({ 编号: `SH-${i}`, ...row }));
    const { features, report } = await importRows(coded, { crs, previous });
    expect(features.map(({ id }) => id)).toEqual(['SH-0', 'SH-1', 'SH-2']);
    expect(foundIn(report.findings, 'id-unstable')).toMatchObject(
      before.features.map(({ id }, i) => ({
        severity: 'warning',
        column: '编号',
        value: `SH-${i}`,
        stationId: `SH-${i}`,
        origin: { row: i + 2 },
        details: { id: `SH-${i}`, previousId: id },
      })),
    );
  });

  it('of two rows is kept by one, the same one in any order; the other is named', async () => {
    const coded = rows.map((row, i) => ({ 编号: i === 2 ? 'B' : 'A', ...row }));
    const one = await importRows(coded, { crs });
    const other = await importRows([...coded].reverse(), { crs });
    const byName = ({ features }: typeof one) =>
      new Map(features.map(({ id, properties }) => [properties['name'], id]));
    expect(byName(other)).toEqual(new Map([...byName(one)].reverse()));
    expect([...byName(one).values()].filter((id) => id === 'A')).toHaveLength(1);
    const [told, ...more] = foundIn(one.report.findings, 'id-duplicated');
    expect(more).toEqual([]);
    const row = told!.origin.row;
    expect([2, 3]).toContain(row);
    expect(told).toMatchObject({ value: 'A', column: '编号', other: { row: 5 - row } });
  });

  it('a whole district that is missing is said in one line', async () => {
    const make = (code: string, lat: number) =>
      Array.from({ length: 6 }, (_, i) => ({
        名称: `${code}第${i}街驿站`,
        区: code,
        经度: 121.4123 + i / 100,
        纬度: lat,
      }));
    const before = await importRows([...make('310101', 31.2), ...make('310104', 31.1)], { crs });
    const previous = put('districts.geojson', before.text);
    const { report } = await importRows(make('310104', 31.1), { crs, previous });
    expect(foundIn(report.findings, 'station-gone')).toEqual([]);
    expect(foundIn(report.findings, 'district-gone')).toMatchObject([
      { origin: { file: previous, row: 0 }, details: { district: '310101', count: 6 } },
    ]);
  });
});
