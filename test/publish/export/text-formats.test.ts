import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert, type Station, type StationRecord, StationSet } from '../../../src/core';
import { exportStations } from '../../../src/publish';
import { readCsv } from '../../../src/publish/import/csv';
import { asShown, gdalFeatures, gdalIsMissing } from '../../support/gdal';
import { expectSameStations, hostileRecords, setOf, terms } from './stations';

const set = setOf(hostileRecords());
const stations = set.filter();
const byId = new Map(stations.map((station) => [station.id, station]));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** A value as JSON gives it back, so that `__proto__` and the like compare. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('GeoJSON', () => {
  it('gives back every station and every field', async () => {
    const collection = JSON.parse(text(await exportStations(set, 'geojson'))) as {
      yizhan: object;
    };
    const read = StationSet.fromGeoJson(collection, { crs: 'wgs84' });
    expect(read.filter().map(({ id }) => id)).toEqual(stations.map(({ id }) => id));
    expectSameStations(read.filter(), stations);
    expect(collection.yizhan).toEqual({ crs: 'wgs84', terms });
  });

  it('has a feature on each line', async () => {
    const lines = text(await exportStations(set, 'geojson'))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(stations.length + 2);
    const features = lines.slice(1, -1).map((line) => JSON.parse(line.replace(/,$/, '')));
    expect(features.map(({ id }) => id)).toEqual(stations.map(({ id }) => id));
  });

  it('is in WGS-84 unless asked otherwise, and says what it is in', async () => {
    const chinese = setOf([{ id: 'a', position: [121.4737, 31.2304] }], 'gcj02');
    const collection = async (crs?: 'gcj02') =>
      JSON.parse(text(await exportStations(chinese, 'geojson', { crs })));
    const { lng, lat } = convert([121.4737, 31.2304], 'gcj02', 'wgs84');
    const inWgs84 = await collection();
    expect(inWgs84.yizhan.crs).toBe('wgs84');
    expect(inWgs84.features[0].geometry.coordinates).toEqual([lng, lat]);
    const inGcj02 = await collection('gcj02');
    expect(inGcj02.yizhan.crs).toBe('gcj02');
    expect(inGcj02.features[0].geometry.coordinates).toEqual([121.4737, 31.2304]);
  });

  it.skipIf(gdalIsMissing)('is read by GDAL, field by field', async () => {
    const path = file('stations.geojson', await exportStations(set, 'geojson'));
    const features = gdalFeatures(path, ['-oo', 'DATE_AS_STRING=YES', '-oo', 'NATIVE_DATA=NO']);
    expect(features).toHaveLength(stations.length);
    for (const { id, properties, geometry } of features) {
      const { position, id: own, ...fields } = byId.get(String(properties['id'] ?? id))!;
      expect(geometry?.coordinates[0]).toBeCloseTo(position.lng, 9);
      expect(geometry?.coordinates[1]).toBeCloseTo(position.lat, 9);
      for (const [name, value] of Object.entries(fields)) {
        // GDAL takes an object apart from a list, but shows a list of nothing as nothing.
        expect(plain(properties[name] ?? []), `${name} of ${own}`).toEqual(plain(asShown(value)));
      }
    }
  });

  it('holds nothing, and one', async () => {
    for (const records of [[], [{ id: 'a', position: [1, 2] }] as StationRecord[]]) {
      const collection = JSON.parse(text(await exportStations(setOf(records), 'geojson')));
      expectSameStations(
        StationSet.fromGeoJson(collection, { crs: 'wgs84' }).filter(),
        setOf(records).filter(),
      );
    }
  });
});

/** The reader trims cells, as a sheet's readers must: these come back without blanks around them. */
function trimmed(station: Station): StationRecord {
  const fields = Object.entries(station).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(fields) as StationRecord;
}

describe('CSV', () => {
  it('is read back by --data: every station, every field', async () => {
    const { records, notes } = readCsv(text(await exportStations(set, 'csv')), 'stations.csv');
    expect(notes).toEqual([]);
    const read = setOf(records as StationRecord[]);
    expectSameStations(read.filter(), setOf(stations.map(trimmed)).filter());
  });

  it.skipIf(gdalIsMissing)('is read by GDAL, cell by cell, guarded or not', async () => {
    for (const guardFormulas of [false, true]) {
      const bytes = await exportStations(set, 'csv', { bom: true, guardFormulas });
      const features = gdalFeatures(file('stations.csv', bytes), [
        ...['-oo', 'X_POSSIBLE_NAMES=lng', '-oo', 'Y_POSSIBLE_NAMES=lat'],
        ...['-oo', 'KEEP_GEOM_COLUMNS=YES', '-oo', 'AUTODETECT_TYPE=NO'],
      ]);
      expect(features).toHaveLength(stations.length);
      features.forEach(({ properties, geometry }, i) => {
        const { position, services, photos, name, extra, capacity, id } = stations[i]!;
        expect(geometry?.coordinates[0]).toBeCloseTo(position.lng, 9);
        expect(geometry?.coordinates[1]).toBeCloseTo(position.lat, 9);
        // Lines within a cell end as GDAL ends them.
        const cell = (value: string | undefined) => guarded(value).replace(/\r\n/g, '\n');
        const guarded = (value: string | undefined) =>
          guardFormulas && /^'*[=+@\-\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
        expect(properties['id']).toBe(cell(id));
        expect(properties['name']).toEqual(asShown(cell(name)));
        expect(properties['services']).toBe(services.join(';'));
        expect(properties['capacity']).toBe(capacity === undefined ? '' : String(capacity));
        expect(properties['extra']).toEqual(extra === undefined ? '' : plain(extra));
        expect(properties['photos'] === '').toBe(photos === undefined);
      });
    }
  });

  it('guards text against formulas, and leaves numbers alone', async () => {
    const records: StationRecord[] = [
      { id: '=1', position: [-1.5, -2], name: '+86 21', host: "'@", phone: "'1", address: 'a=b' },
    ];
    const bytes = await exportStations(setOf(records), 'csv', { guardFormulas: true });
    const [header, row] = text(bytes).trimEnd().split('\n');
    const cells = Object.fromEntries(
      header!.split(',').map((name, i) => [name, row!.split(',')[i]]),
    );
    expect(cells).toMatchObject({ id: "'=1", lng: '-1.5', lat: '-2', name: "'+86 21" });
    expect(cells).toMatchObject({ host: "''@", phone: "'1", address: 'a=b' });
  });

  it('begins with a byte order mark when asked', async () => {
    const start = async (bom: boolean) =>
      [...(await exportStations(set, 'csv', { bom }))].slice(0, 3);
    expect(await start(true)).toEqual([0xef, 0xbb, 0xbf]);
    expect(String.fromCharCode(...(await start(false)))).toBe('id,');
  });

  it('refuses a NUL character, which JSON can write', async () => {
    const nul = setOf([{ id: 'a', position: [1, 2], name: 'nothing \0 more' }]);
    await expect(exportStations(nul, 'csv')).rejects.toThrow(
      'Cannot export: name of station "a" holds a NUL character',
    );
    const json = JSON.parse(text(await exportStations(nul, 'geojson')));
    expect(json.features[0].properties.name).toBe('nothing \0 more');
    const inExtra = setOf([{ id: 'a', position: [1, 2], extra: { key: '\0' } }]);
    const { records } = readCsv(text(await exportStations(inExtra, 'csv')), 'nul.csv');
    expect(records[0]).toMatchObject({ extra: { key: '\0' } });
  });

  it('holds nothing but a header', async () => {
    const lines = text(await exportStations(setOf([]), 'csv'))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^id,name,.*,extra$/);
  });
});
