import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleCrs, sampleRecords } from '../../../src/cli/sample';
import { type Crs, isYizhanError, Route, type Station, StationSet } from '../../../src/core';
import { readPack } from '../../../src/dataset/pack/read-pack';
import { encodePack } from '../../../src/stations/encode-pack';
import { Random } from '../../support/random';
import { randomId, randomRecord } from '../../support/random-stations';

/** What a pack does not keep of a station: the order of its codes, and of the words in an offer. */
function canonical({ services, audiences, access, offers, ...rest }: Station): unknown {
  const lists = [services, audiences, access].map((list) => [...list].sort());
  const sorted = offers?.map((offer) => Object.entries(offer).sort());
  return JSON.parse(JSON.stringify({ ...rest, lists, sorted }));
}

const byId = (stations: readonly Station[]) => [...stations].sort((a, b) => (a.id < b.id ? -1 : 1));

function randomSet(seed: number, size: number): StationSet {
  const random = new Random(seed);
  const ids = [...new Set(Array.from({ length: size }, (_, i) => randomId(i, random)))];
  const terms = {
    services: { 'x-foot-bath': { zh: '足浴', en: 'foot bath', icon: 'foot' } },
    kinds: { 'x-kiosk': { zh: '亭', en: 'kiosk' } },
  } as const;
  const records = ids.map((id) => {
    const record = randomRecord(id, random);
    const [lng, lat] = record.position as [number, number];
    return { ...record, position: [Number(lng.toFixed(6)), Number(lat.toFixed(6))] as const };
  });
  return StationSet.from(records, { crs: 'gcj02', terms });
}

describe('a pack', () => {
  it('gives back every station, field by field', () => {
    for (const [seed, size] of [0, 1, 2, 16, 17, 300].entries()) {
      const set = randomSet(seed, size);
      const again = StationSet.decode(encodePack(set), { crs: 'gcj02' });
      expect(again.size).toBe(set.size);
      expect(again.terms).toEqual(set.terms);
      const [before, after] = [byId(set.filter()), again.filter()];
      expect(after.map(canonical)).toEqual(before.map(canonical));
      for (const station of before) expect(again.get(station.id)?.id).toBe(station.id);
      expect(again.get('no such')).toBeUndefined();
    }
  });

  it('answers as the set it was made of, with the same hours and offers', () => {
    const records = sampleRecords();
    const set = StationSet.from(records, { crs: sampleCrs });
    const again = StationSet.decode(gzipSync(encodePack(set)), { crs: sampleCrs });
    const random = new Random(7);
    const filters = [
      {},
      { services: ['toilet', 'shower'] },
      { anyService: ['medical', 'haircut'], audience: 'courier' },
      { access: ['qr'], kinds: ['union-station'] },
      { districts: ['310101'], openAt: Date.parse('2026-11-25T20:30:00+08:00'), openFor: 30 },
      { offer: 'medical', openAt: Date.parse('2026-11-25T10:00:00+08:00') },
    ] as const;
    for (let i = 0; i < 120; i++) {
      const from = { lng: random.between(121.2, 121.8), lat: random.between(31, 31.4) };
      const filter = filters[i % filters.length]!;
      const openAt = Date.parse('2026-11-25T12:00:00+08:00') + i * 3_600_000 * 7;
      const ask = (one: StationSet) =>
        one.nearest(from, { openAt, ...filter, limit: 8 }).map((hit) => ({
          id: hit.station.id,
          meters: Math.round(hit.distanceMeters * 10),
          opening: hit.opening,
        }));
      const [a, b] = [ask(set), ask(again)];
      expect(b.map(({ id, opening }) => ({ id, opening }))).toEqual(
        a.map(({ id, opening }) => ({ id, opening })),
      );
      for (const [k, { meters }] of b.entries()) {
        expect(Math.abs(meters - a[k]!.meters)).toBeLessThan(2);
      }
    }
    const route = Route.from(
      [
        [121.4, 31.2],
        [121.5, 31.25],
      ],
      { crs: 'gcj02' },
    );
    const ids = (one: StationSet) => one.along(route).map(({ station }) => station.id);
    expect(ids(again)).toEqual(ids(set));
    expect(again.count()).toEqual(set.count());
    expect(again.filter().map(({ position }) => position)).toEqual(
      byId(set.filter()).map(({ position }) => position),
    );
  });

  it('is the same for the same stations in any order, and when packed again', () => {
    const records = sampleRecords().slice(0, 700);
    const pack = encodePack(StationSet.from(records, { crs: sampleCrs }));
    const other = encodePack(StationSet.from([...records].reverse(), { crs: sampleCrs }));
    expect(Buffer.compare(pack, other)).toBe(0);
    const again = encodePack(StationSet.decode(pack, { crs: sampleCrs }));
    expect(Buffer.compare(pack, again)).toBe(0);
  });

  it('speaks any CRS, to the centimetre', () => {
    const set = StationSet.from(sampleRecords().slice(0, 200), { crs: sampleCrs });
    const pack = encodePack(set);
    for (const crs of ['wgs84', 'bd09', 'gcj02'] satisfies Crs[]) {
      const expected = StationSet.from(sampleRecords().slice(0, 200), {
        crs,
        sourceCrs: sampleCrs,
      });
      for (const station of StationSet.decode(pack, { crs }).filter()) {
        const { lng, lat } = expected.get(station.id)!.position;
        expect(Math.abs(station.position.lng - lng)).toBeLessThan(1.5e-7);
        expect(Math.abs(station.position.lat - lat)).toBeLessThan(1.5e-7);
      }
    }
  });

  it('is at most half of the same GeoJSON on the wire', () => {
    const set = StationSet.from(sampleRecords(), { crs: sampleCrs });
    const geojson = gzipSync(JSON.stringify(set.toGeoJson()), { level: 9 }).length;
    expect(gzipSync(encodePack(set), { level: 9 }).length).toBeLessThan(0.5 * geojson);
  });

  it('has its stations in the order of the tree', () => {
    const set = StationSet.from(sampleRecords(), { crs: sampleCrs });
    const { ranks, size } = readPack(encodePack(set));
    const again = StationSet.decode(encodePack(set), { crs: sampleCrs });
    // Restored, not sorted: sorting would not leave every leaf in order of ids.
    expect([...again['index'].tree.ranks]).toEqual([...ranks]);
    expect(new Set(ranks).size).toBe(size);
  });

  it('refuses what is no pack, by a typed error', () => {
    const options = { crs: 'gcj02' } as const;
    const pack = encodePack(randomSet(3, 20));
    const bad: Uint8Array[] = [
      new Uint8Array(0),
      new TextEncoder().encode('<html>log in</html>'),
      pack.subarray(0, pack.length - 1),
      Uint8Array.of(8, 2, ...pack.subarray(2)),
    ];
    for (const bytes of bad) {
      expect(() => StationSet.decode(bytes, options)).toThrowError(
        expect.objectContaining({ code: 'INVALID_PACK' }),
      );
    }
    expect(() => StationSet.decode(pack, { crs: 'mars' as Crs })).toThrow(/mars/);
    expect(() => StationSet.decode('text' as unknown as Uint8Array, options)).toThrowError(
      expect.objectContaining({ code: 'INVALID_PACK' }),
    );
  });

  it('refuses to hold what it cannot', () => {
    const record = { id: 'a', position: [121.4, 31.2], capacity: 2 ** 40 } as const;
    try {
      encodePack(StationSet.from([record], { crs: 'gcj02' }));
      expect.unreachable();
    } catch (error) {
      expect(isYizhanError(error) && error.message).toMatch(/capacity of a.*1099511627776/);
    }
  });
});
