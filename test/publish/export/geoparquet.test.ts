import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert, type Offer, type StationRecord } from '../../../src/core';
import { exportStations } from '../../../src/publish';
import { Random } from '../../support/random';
import { randomPosition } from '../../support/stations';
import { expectSameStations, hostileRecords, setOf, terms } from './stations';

const set = setOf(hostileRecords());
const stations = set.filter();
let folder: string;
let duck: DuckDBConnection;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-export-'));
  duck = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  duck.closeSync();
  rmSync(folder, { recursive: true });
});

function file(bytes: Uint8Array): string {
  const path = join(folder, 'stations.parquet');
  writeFileSync(path, bytes);
  return path;
}

type Row = Record<string, unknown>;

async function query(sql: string): Promise<Row[]> {
  return (await duck.runAndReadAll(sql)).getRowObjectsJson() as Row[];
}

const text = (value: unknown) => (value === null ? undefined : value);
const json = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : undefined);

/** A row as DuckDB or hyparquet gives it, as a record again. */
function recordOf(row: Row, position: [number, number]): StationRecord {
  const plain = Object.entries(row).filter(
    ([name]) => !/^(geometry|bbox|verifiedAt|updatedAt)/.test(name),
  );
  return {
    ...Object.fromEntries(plain.map(([name, value]) => [name, text(value)])),
    position,
    verifiedAt: text(row['verifiedAtText']),
    updatedAt: text(row['updatedAtText']),
    parking: json(row['parking']),
    extra: json(row['extra']),
  } as unknown as StationRecord;
}

/** Little-endian point. */
function pointOf(hexadecimal: string): [number, number] {
  const bytes = Buffer.from(hexadecimal, 'hex');
  expect([bytes.length, bytes[0], bytes.readUInt32LE(1)]).toEqual([21, 1, 1]);
  return [bytes.readDoubleLE(5), bytes.readDoubleLE(13)];
}

describe('GeoParquet', () => {
  it.each(['snappy', 'none'] as const)('is read by DuckDB, compression %s', async (compression) => {
    const path = file(await exportStations(set, 'geoparquet', { compression }));
    const rows = await query(`
      select * exclude (geometry), hex(ST_AsWKB(geometry)) as wkb,
        epoch_ms(verifiedAt) as verifiedMillis, epoch_ms(updatedAt) as updatedMillis
      from '${path}'`);
    const records = rows.map(({ wkb, verifiedMillis, updatedMillis, ...row }) => {
      const record = recordOf(row, pointOf(wkb as string));
      const { verifiedAt, updatedAt } = record;
      const millis = (date?: string) => (date === undefined ? null : String(Date.parse(date)));
      expect([verifiedMillis, updatedMillis]).toEqual([millis(verifiedAt), millis(updatedAt)]);
      const [lng, lat] = record.position as [number, number];
      expect(row['bbox']).toEqual({ xmin: lng, ymin: lat, xmax: lng, ymax: lat });
      return record;
    });
    expectSameStations(setOf(records).filter(), stations);
  });

  it('has types that DuckDB knows', async () => {
    const path = file(await exportStations(set, 'geoparquet'));
    const types = Object.fromEntries(
      (await query(`describe select * from '${path}'`)).map((row) => [
        row['column_name'],
        row['column_type'],
      ]),
    );
    expect(types).toMatchObject({
      geometry: "GEOMETRY('OGC:CRS84')",
      services: 'VARCHAR[]',
      photos: 'VARCHAR[]',
      capacity: 'INTEGER',
      verifiedAt: 'TIMESTAMP WITH TIME ZONE',
      providerIds: 'STRUCT(amap VARCHAR, tencent VARCHAR, baidu VARCHAR)',
    });
    expect(types['offers']).toContain('"from" DATE');
    const found = await query(
      `select id from '${path}' where list_contains(services, 'x-foot-bath')`,
    );
    expect(found).toEqual([{ id: 'full/1' }]);
  });

  it('is read by hyparquet', async () => {
    const bytes = await exportStations(set, 'geoparquet');
    const rows = await parquetReadObjects({ file: bytes.slice().buffer as ArrayBuffer });
    const day = (date: unknown) => (date as Date | null)?.toISOString().slice(0, 10);
    const records = rows.map((row) => {
      const { coordinates } = row['geometry'] as { coordinates: [number, number] };
      const offers = (row['offers'] as (Offer & { from: unknown; until: unknown })[] | null)?.map(
        (offer) => ({ ...offer, from: day(offer.from), until: day(offer.until) }),
      );
      return recordOf({ ...row, offers: offers ?? null }, coordinates);
    });
    expectSameStations(setOf(records).filter(), stations);
  });

  it('says what GeoParquet 1.1 asks for', async () => {
    const path = file(await exportStations(set, 'geoparquet'));
    const metadata = await query(
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${path}')`,
    );
    const byKey = new Map(metadata.map(({ key, value }) => [key, JSON.parse(value as string)]));
    const lngs = stations.map(({ position }) => position.lng);
    const lats = stations.map(({ position }) => position.lat);
    expect(byKey.get('geo')).toEqual({
      version: '1.1.0',
      primary_column: 'geometry',
      columns: {
        geometry: {
          encoding: 'WKB',
          geometry_types: ['Point'],
          bbox: [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)],
          covering: {
            bbox: {
              xmin: ['bbox', 'xmin'],
              ymin: ['bbox', 'ymin'],
              xmax: ['bbox', 'xmax'],
              ymax: ['bbox', 'ymax'],
            },
          },
        },
      },
    });
    expect(byKey.get('yizhan')).toEqual({ crs: 'wgs84', terms });
  });

  it('has row groups that cover small parts of the map, and statistics that tell', async () => {
    const random = new Random(3);
    const records = Array.from({ length: 65_000 }, (_, i) => ({
      id: `s${i}`,
      position: randomPosition(random, { lng: 121, lat: 31, spread: 1 }),
    }));
    const bytes = await exportStations(setOf(records), 'geoparquet');
    const { row_groups } = parquetMetadata(bytes.slice().buffer as ArrayBuffer);
    expect(row_groups).toHaveLength(4);
    const areas = row_groups.map(({ columns }) => {
      const statistics = (name: string) =>
        columns.find(({ meta_data }) => meta_data?.path_in_schema.join('.') === `bbox.${name}`)
          ?.meta_data?.statistics;
      const least = (name: string) => Number(statistics(name)?.min_value);
      const greatest = (name: string) => Number(statistics(name)?.max_value);
      return (greatest('xmax') - least('xmin')) * (greatest('ymax') - least('ymin'));
    });
    // Four square degrees in all: groups in the order of the records would cover them all, each.
    for (const area of areas) expect(area).toBeLessThan(2.6);
    const box = [120.9, 30.9, 121.1, 31.1] as const;
    const rows = await query(`select count(*) as n from '${file(bytes)}'
      where bbox.xmax >= ${box[0]} and bbox.ymax >= ${box[1]} and bbox.xmin <= ${box[2]} and bbox.ymin <= ${box[3]}`);
    expect(rows).toEqual([{ n: String(setOf(records).inBounds(box).length) }]);
  });

  it('is always in WGS-84', async () => {
    const chinese = setOf([{ id: 'a', position: [121.4737, 31.2304] }], 'gcj02');
    const path = file(await exportStations(chinese, 'geoparquet'));
    const [row] = await query(`select bbox from '${path}'`);
    const { lng, lat } = convert([121.4737, 31.2304], 'gcj02', 'wgs84');
    expect(row).toEqual({ bbox: { xmin: lng, ymin: lat, xmax: lng, ymax: lat } });
    await expect(exportStations(chinese, 'geoparquet', { crs: 'gcj02' })).rejects.toThrow(
      'expected wgs84: geoparquet has no other',
    );
  });

  it('holds nothing, and one', async () => {
    for (const records of [[], [{ id: 'a', position: [1, 2] }] as StationRecord[]]) {
      const path = file(await exportStations(setOf(records), 'geoparquet'));
      const rows = await query(`select * exclude (geometry) from '${path}'`);
      expectSameStations(
        setOf(rows.map((row) => recordOf(row, [1, 2]))).filter(),
        setOf(records).filter(),
      );
    }
  });

  it('takes counts beyond 32 bits', async () => {
    const large = setOf([{ id: 'a', position: [1, 2], capacity: 2 ** 31, beds: 3 }]);
    const rows = await query(
      `select capacity, beds from '${file(await exportStations(large, 'geoparquet'))}'`,
    );
    expect(rows).toEqual([{ capacity: 2 ** 31, beds: 3 }]);
  });
});
