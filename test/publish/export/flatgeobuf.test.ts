import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { convert, type StationRecord } from '../../../src/core';
import { exportStations } from '../../../src/publish';
import { asShown, gdalFeatures, gdalIsMissing, gdalSummary } from '../../support/gdal';
import { Random } from '../../support/random';
import { randomPosition } from '../../support/stations';
import { expectSameStations, hostileRecords, setOf, terms } from './stations';

const set = setOf(hostileRecords());
const stations = set.filter();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-export-'));
  // The library tells every step of its search.
  vi.spyOn(console, 'debug').mockImplementation(() => {});
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

interface Read {
  readonly header: HeaderMeta;
  readonly records: StationRecord[];
}

/** What the format's own library reads, in the whole file or in a box by the index. */
async function read(bytes: Uint8Array, box?: readonly number[]): Promise<Read> {
  const [minX, minY, maxX, maxY] = (box ?? []) as number[];
  const rect = box && { minX: minX!, minY: minY!, maxX: maxX!, maxY: maxY! };
  let header: HeaderMeta | undefined;
  const records: StationRecord[] = [];
  const headerMetaFn = (meta: HeaderMeta) => {
    header = meta;
  };
  for await (const feature of deserialize(bytes, { ...(rect && { rect }), headerMetaFn })) {
    const { properties, geometry } = feature as unknown as {
      properties: Record<string, unknown>;
      geometry: { coordinates: [number, number] };
    };
    const lists = ['services', 'audiences', 'access'].map((name) => [
      name,
      ((properties[name] as string | undefined) ?? '').split(';').filter(Boolean),
    ]);
    records.push({
      ...properties,
      ...Object.fromEntries(lists),
      position: geometry.coordinates,
    } as StationRecord);
  }
  return { header: header!, records };
}

describe('FlatGeobuf', () => {
  it('gives back every station and every field', async () => {
    const { header, records } = await read(await exportStations(set, 'flatgeobuf'));
    expectSameStations(setOf(records).filter(), stations);
    expect(header.featuresCount).toBe(stations.length);
    expect(header.crs).toMatchObject({ org: 'EPSG', code: 4326 });
    expect(JSON.parse(header.metadata!)).toEqual({ crs: 'wgs84', terms });
  });

  it.skipIf(gdalIsMissing)('is read by GDAL, field by field', async () => {
    const path = file('stations.fgb', await exportStations(set, 'flatgeobuf'));
    const summary = gdalSummary(path);
    expect(summary).not.toMatch(/warning|error/i);
    expect(summary).toContain(`Feature Count: ${stations.length}`);
    expect(summary).toContain('ID["EPSG",4326]');
    expect(summary).toContain('capacity: Integer (');
    expect(summary).toContain('verifiedAt: DateTime (');
    const byId = new Map(gdalFeatures(path).map((one) => [one.properties['id'], one]));
    expect(byId.size).toBe(stations.length);
    for (const station of stations) {
      const { properties, geometry } = byId.get(station.id)!;
      const { position, services, audiences, access, verifiedAt, updatedAt, ...fields } = station;
      expect(geometry?.coordinates[0]).toBeCloseTo(position.lng, 9);
      expect(geometry?.coordinates[1]).toBeCloseTo(position.lat, 9);
      for (const [name, value] of Object.entries(fields)) {
        const shown = JSON.parse(JSON.stringify(asShown(value))) as unknown;
        expect(properties[name], `${name} of ${station.id}`).toEqual(shown);
      }
      for (const [name, list] of Object.entries({ services, audiences, access })) {
        expect(properties[name] ?? '').toBe(list.join(';'));
      }
      for (const [name, date] of Object.entries({ verifiedAt, updatedAt })) {
        // GDAL says UTC of what has a zone, and nothing of a day.
        const shown = (properties[name] ?? null) as string | null;
        const zoned = shown === null || /Z|[+-]\d\d/.test(shown.slice(10)) ? shown : `${shown}Z`;
        const millis = zoned === null ? undefined : Date.parse(zoned);
        expect(millis, `${name} of ${station.id}`).toBe(date && new Date(date).getTime());
      }
    }
  });

  it('finds by its index what lies in a box, as GDAL does', async () => {
    const random = new Random(7);
    const records = Array.from({ length: 2000 }, (_, i) => ({
      id: `s${i}`,
      position: randomPosition(random, { lng: 121, lat: 31, spread: 1 }),
    }));
    for (const size of [1, 2, 16, 17, 256, 257, 2000]) {
      const some = setOf(records.slice(0, size));
      const bytes = await exportStations(some, 'flatgeobuf');
      const path = file(`${size}.fgb`, bytes);
      for (let times = 0; times < 8; times++) {
        const { lng, lat } = randomPosition(random, { lng: 121, lat: 31, spread: 1 });
        const box = [lng - 0.2, lat - 0.3, lng + 0.2, lat + 0.3] as const;
        const inside = some.inBounds(box).map(({ id }) => id);
        const found = (await read(bytes, box)).records.map(({ id }) => id);
        expect(found.sort()).toEqual(inside.sort());
        if (gdalIsMissing || times > 1) continue;
        const summary = gdalSummary(path, ['-spat', ...box.map(String)]);
        expect(summary).toContain(`Feature Count: ${inside.length}\n`);
      }
    }
  });

  it('says where a byte is wrong rather than hide it', async () => {
    // The test of the tests: an index that points elsewhere is noticed.
    const one = setOf([
      { id: 'a', position: [1, 1] },
      { id: 'b', position: [2, 2] },
    ]);
    const bytes = (await exportStations(one, 'flatgeobuf')).slice();
    const view = new DataView(bytes.buffer);
    const index = 8 + 4 + view.getUint32(8, true);
    // The first leaf's box, after the root's 40 bytes.
    view.setFloat64(index + 40, 50, true);
    const { records } = await read(bytes, [0, 0, 3, 3]);
    expect(records.map(({ id }) => id)).toEqual(['b']);
  });

  it('is always in WGS-84', async () => {
    const chinese = setOf([{ id: 'a', position: [121.4737, 31.2304] }], 'gcj02');
    const { records } = await read(await exportStations(chinese, 'flatgeobuf'));
    const { lng, lat } = convert([121.4737, 31.2304], 'gcj02', 'wgs84');
    expect(records[0]!.position).toEqual([lng, lat]);
    await expect(exportStations(chinese, 'flatgeobuf', { crs: 'gcj02' })).rejects.toThrow(
      'Invalid option crs: expected wgs84: flatgeobuf has no other, got "gcj02"',
    );
  });

  it('holds nothing, and one', async () => {
    for (const records of [[], [{ id: 'a', position: [1, 2] }] as StationRecord[]]) {
      const bytes = await exportStations(setOf(records), 'flatgeobuf');
      expectSameStations(setOf((await read(bytes)).records).filter(), setOf(records).filter());
      if (gdalIsMissing) continue;
      const summary = gdalSummary(file('few.fgb', bytes));
      expect(summary).toContain(`Feature Count: ${records.length}`);
      expect(summary).not.toMatch(/warning|error/i);
    }
  });

  it('takes counts beyond 32 bits', async () => {
    const large = setOf([
      { id: 'a', position: [1, 2], capacity: 2 ** 31, beds: 3 },
      { id: 'b', position: [1, 2], capacity: 1e300 },
    ]);
    const { records } = await read(await exportStations(large, 'flatgeobuf'));
    expectSameStations(setOf(records).filter(), large.filter());
  });
});
