import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleRecords } from '../../../src/cli/sample';
import { compileHours } from '../../../src/dataset/hours/compile';
import type { StationRecord } from '../../../src/dataset/station';
import type { Crs } from '../../../src/geo/crs';
import {
  type ImportOptions,
  type ImportResult,
  importStations,
} from '../../../src/publish/import/import-stations';
import { geodesicMeters } from '../../support/geodesic';
import { Random } from '../../support/random';
import { isMissing, sharedData } from '../../support/shared-data';
import { convert, type Office } from './office';
import { offices } from './offices';
import { writeOffices } from './write-offices';

const folder = mkdtempSync(join(tmpdir(), 'yizhan-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Feature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Imported extends ImportResult {
  readonly features: readonly Feature[];
  readonly written: readonly { readonly record: StationRecord; readonly office: Office }[];
}

const today = '2026-11-24';

async function importOffices(
  name: string,
  records: readonly StationRecord[],
  options: ImportOptions = {},
): Promise<Imported> {
  const { paths, written } = await writeOffices(join(folder, name), records);
  const out = join(folder, `${name}.geojson`);
  const result = await importStations(paths, { out, outCrs: 'gcj02', today, ...options });
  const { features } = JSON.parse(readFileSync(out, 'utf8')) as { features: Feature[] };
  return { ...result, features, written };
}

const positionOf = ({ geometry: { coordinates } }: Feature) => ({
  lng: coordinates[0],
  lat: coordinates[1],
});
const truth = ({ position }: StationRecord) => position as { lng: number; lat: number };
const toWgs84 = (position: { lng: number; lat: number }, from: Crs = 'gcj02') =>
  convert(position, from, 'wgs84');

const schedules = new Map<string, string>();
/** Hours are the same when they are open at the same times. */
function meaning(hours: unknown): string | undefined {
  if (typeof hours !== 'string') return undefined;
  const known = schedules.get(hours) ?? JSON.stringify(compileHours(hours).schedule);
  schedules.set(hours, known);
  return known;
}

const comparable = (field: string, value: unknown): unknown => {
  if (field === 'hours') return meaning(value);
  if (field === 'phone') return value && String(value).replace(/\D/g, '').replace(/^86/, '');
  if (Array.isArray(value)) return value.length === 0 ? undefined : [...value].sort().join();
  return value ?? undefined;
};

describe('sixteen offices send sixteen sheets', () => {
  let imported: Imported;
  beforeAll(async () => {
    imported = await importOffices('first', sampleRecords());
  }, 60_000);

  it('no station is lost, none is made up', () => {
    expect(imported.report.stations).toBe(7395);
    expect(imported.features).toHaveLength(7395);
    expect(new Set(imported.features.map(({ id }) => id)).size).toBe(7395);
    const errors = imported.report.findings.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  it('every file is told apart by encoding and CRS, and the one that does not say is reported', () => {
    for (const office of offices) {
      const tables = imported.report.tables.filter(({ file }) => file.endsWith(`/${office.file}`));
      expect(tables, office.file).toHaveLength(office.splitAt === undefined ? 1 : 2);
      for (const { crs, encoding } of tables) {
        const name = office.encoding === 'utf8' ? 'utf-8' : office.encoding;
        expect(encoding, office.file).toBe(name);
        const by = office.saysCrs ? 'stated' : 'assumed';
        expect([crs.crs, crs.by], office.file).toEqual([office.crs, by]);
      }
    }
    const assumed = imported.report.findings.filter(({ code }) => code === 'crs-assumed');
    expect(assumed.map(({ origin }) => origin.file.split('/').at(-1))).toEqual([
      '上海市宝山区站点（修订）.xlsx',
    ]);
  });

  it('every station is where it was', () => {
    const misplaced = imported.features.filter((feature, at) => {
      const { record, office } = imported.written[at]!;
      const meters = geodesicMeters(toWgs84(positionOf(feature)), toWgs84(truth(record)));
      return !(meters <= office.withinMeters);
    });
    expect(misplaced).toEqual([]);
  });

  it('every field says what was written', () => {
    const wrong = new Map<string, string[]>();
    imported.features.forEach(({ properties }, at) => {
      const { record, office } = imported.written[at]!;
      for (const field of office.tells) {
        const [read, told] = [properties[field], record[field]].map((v) => comparable(field, v));
        if (read === told) continue;
        const key = `${office.file} ${field}`;
        const example = `${JSON.stringify(properties[field])} for ${JSON.stringify(record[field])}`;
        wrong.set(key, [...(wrong.get(key) ?? []), example]);
      }
    });
    const shares = [...wrong].map(([key, cases]) => `${key}: ${cases.length}, as ${cases[0]}`);
    expect(shares).toEqual([]);
  });

  it('corrected sheets keep the ids, whatever was renamed, moved, put in or taken out', async () => {
    const random = new Random(16);
    const fates = new Map<string, 'renamed' | 'moved' | 'removed' | 'same'>();
    const corrected = sampleRecords().flatMap((record, at): StationRecord[] => {
      const fate = at % 25 === 0 ? random.pick(['renamed', 'moved', 'removed'] as const) : 'same';
      fates.set(record.id, fate);
      const { lng, lat } = truth(record);
      if (fate === 'removed') return [];
      if (fate === 'renamed') return [{ ...record, name: `${record.name ?? '无名'}旗舰店` }];
      if (fate === 'moved')
        return [{ ...record, position: { lng: lng + 0.0008, lat: lat + 0.0003 } }];
      return [record];
    });
    const added = sampleRecords()
      .filter((_, at) => at % 100 === 50)
      .map((record, at): StationRecord => {
        const { lng, lat } = truth(record);
        const position = { lng: lng + 0.004, lat: lat - 0.003 };
        const address = `新辟路${at + 1}号`;
        return { ...record, id: `new-${at}`, name: `新辟路${at + 1}号驿站`, address, position };
      });
    const shuffled = [...corrected, ...added]
      .map((record) => ({ record, key: random.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ record }) => record);
    const previous = join(folder, 'first.geojson');
    const again = await importOffices('again', shuffled, { previous });
    const ids = new Map(
      imported.written.map(({ record }, at) => [record.id, imported.features[at]!.id]),
    );
    const before = new Set(ids.values());
    const lost: string[] = [];
    let unknowable = 0;
    again.features.forEach(({ id }, at) => {
      const { record, office } = again.written[at]!;
      const known = ids.get(record.id);
      if (known === undefined ? !before.has(id) : id === known) return;
      const isMoved = fates.get(record.id) === 'moved';
      const hasAddress = office.tells.includes('address') && record.address !== undefined;
      // Nothing that its row says is what the row said before.
      if (isMoved && record.name === undefined && !hasAddress) unknowable++;
      else lost.push(`${fates.get(record.id) ?? 'added'} ${record.id}: ${known}, now ${id}`);
    });
    expect(again.report.stations).toBe(shuffled.length);
    expect(unknowable).toBeLessThanOrEqual(3);
    expect(lost).toEqual([]);
  });

  describe('a sheet that does not say what its positions are in', () => {
    /** Changning, in BD-09, with the names of its columns alone. */
    const silent = async (name: string, options: ImportOptions) => {
      const path = join(folder, `${name}.csv`);
      const own = sampleRecords().filter(({ district }) => district === '310105');
      const lines = own.map((record) => {
        const { lng, lat } = convert(truth(record), 'gcj02', 'bd09');
        return [record.name ?? '', '长宁区', lng.toFixed(6), lat.toFixed(6)].join();
      });
      writeFileSync(path, ['名称,所属区,经度,纬度', ...lines].join('\n'));
      const { report } = await importStations([path], { today, ...options });
      const crs = report.tables[0]!.crs;
      const point = report.points[0]!;
      return { crs, meters: geodesicMeters(point, toWgs84(truth(own[0]!))), report };
    };

    it('is judged by the dataset before', async () => {
      const { crs, meters } = await silent('by-previous', {
        previous: join(folder, 'first.geojson'),
      });
      expect(crs).toMatchObject({ crs: 'bd09', by: 'evidence' });
      expect(crs.confidence).toBeGreaterThan(0.95);
      expect(meters).toBeLessThan(2);
    });

    const outlines = 'shanghai-districts/districts.geojson';
    it.skipIf(isMissing(outlines))('is judged by the outlines of the districts', async () => {
      const { crs, meters } = await silent('by-outlines', { districts: sharedData(outlines) });
      expect(crs).toMatchObject({ crs: 'bd09', by: 'evidence' });
      expect(meters).toBeLessThan(2);
    });

    it('is told as a doubt when nothing speaks for it', async () => {
      const { crs, report } = await silent('by-nothing', {});
      expect(crs).toMatchObject({ crs: 'gcj02', by: 'assumed', confidence: 0.5 });
      expect(report.findings.map(({ code }) => code)).toContain('crs-assumed');
    });
  });
});
