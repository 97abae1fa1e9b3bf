import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Station, type StationRecord, StationSet } from '../../src/core';
import { readCsv } from '../../src/publish/import/csv';
import { geodesicMeters } from '../support/geodesic';
import { expectNearestLikeBruteForce, placesPassing } from '../support/nearest-oracle';
import { Random } from '../support/random';
import { isMissing, sharedData } from '../support/shared-data';

function load(text: string): { set: StationSet; notes: readonly string[] } {
  const { records, notes } = readCsv(text, 'test.csv');
  return {
    set: StationSet.from(records as StationRecord[], { crs: 'wgs84', onInvalid: 'skip' }),
    notes,
  };
}

describe('CSV', () => {
  it('knows our names in any case, and the usual others', () => {
    const { set } = load(
      '\ufeffID,Name EN,Longitude,LAT,opening_hours,operator,updated\na,Gate,1.5,-2,24/7,union,2026-01-01\n'.slice(
        1,
      ),
    );
    expect(set.get('a')).toMatchObject({
      nameEn: 'Gate',
      position: { lng: 1.5, lat: -2 },
      hours: '24/7',
      host: 'union',
      updatedAt: '2026-01-01',
    });
  });

  it('splits lists, reads numbers and objects, and keeps every other column in extra', () => {
    const { set } = load(
      'id,lng,lat,services,capacity,parking,notes,__proto__,notes\na,1,2,"toilet；water, wifi",12,"{""ebike"":true}","a, b",p,second,beyond\n',
    );
    const station = set.get('a')!;
    expect(station).toMatchObject({
      services: ['toilet', 'water', 'wifi'],
      capacity: 12,
      parking: { ebike: true },
    });
    expect(Object.entries(station.extra!)).toEqual([
      ['notes', 'a, b'],
      ['__proto__', 'p'],
      ['notes (2)', 'second'],
      ['column 10', 'beyond'],
    ]);
  });

  it('keeps values that are no codes of ours in extra, and says so', () => {
    const { set, notes } = load(
      'id,lng,lat,services,access,kind\na,1,2,toilet;sauna,public,shed\nb,1,2,,public,merchant\n',
    );
    expect(set.get('a')).toMatchObject({
      services: ['toilet'],
      access: [],
      kind: 'other',
      extra: { services: 'sauna', access: 'public', kind: 'shed' },
    });
    expect(notes).toEqual([
      'column services: "sauna" ×1 is no code of ours, kept in extra.services',
      'column access: "public" ×2 is no code of ours, kept in extra.access',
      'column kind: "shed" ×1 is no code of ours, kept in extra.kind',
    ]);
  });

  it('lists rows without a position, by their number', () => {
    const { set } = load('id,lng,lat\na,1,2\nb,,\nc,x,2\n');
    expect(set.skipped.map(({ record, id, field }) => [record, id, field])).toEqual([
      [2, 'b', 'position'],
      [3, 'c', 'position'],
    ]);
  });

  it('takes numbers in decimal notation only, and lists what extra cannot be', () => {
    const { set } = load('id,lng,lat,extra\na,0x10,2,\nb,1,2,5\nc,1e1,+2.,"{""k"":1}"\n');
    expect(set.skipped.map(({ id, field }) => [id, field])).toEqual([
      ['a', 'position'],
      ['b', 'extra'],
    ]);
    expect(set.get('c')).toMatchObject({ position: { lng: 10, lat: 2 }, extra: { k: 1 } });
  });

  const uk = 'uk-toilet-map/uk-toilets.csv';
  describe.skipIf(isMissing(uk))('of 11,410 real places', () => {
    const { set, notes } = isMissing(uk)
      ? load('id,lng,lat\n')
      : load(readFileSync(sharedData(uk), 'utf8'));

    it('loads: every row is a station, and nothing it said is lost', () => {
      expect(set.size + new Set(set.skipped.map((problem) => problem.record)).size).toBe(11_410);
      expect(set.size).toBe(11_410);
      const stations = set.filter();
      expect(stations.filter((station) => station.name === undefined)).toHaveLength(4_432);
      expect(
        stations.filter(
          (station) => station.hours !== undefined || station.hoursText !== undefined,
        ),
      ).toHaveLength(11_410 - 7_484);
      expect(stations.filter((station) => station.hoursText === 'summer 08:00-20:00')).toHaveLength(
        58,
      );
      expect(
        stations.filter((station) => station.extra?.['access'] === 'customers only'),
      ).toHaveLength(284);
      expect(notes).toHaveLength(1);
    });

    it('answers 2,000 seeded questions like a brute force by geodesics', () => {
      const random = new Random(71);
      const filters = [undefined, ['mother-baby' as const]].flatMap((services) => [
        { services },
        { services, where: (station: Station) => station.hours !== undefined },
      ]);
      for (const filter of filters) {
        const passing = placesPassing(set, filter);
        for (let i = 0; i < 500; i++) {
          const from = { lng: random.between(-6, 1.5), lat: random.between(50.2, 56) };
          const options = {
            limit: random.chance(0.05) ? undefined : random.int(0, 60),
            maxDistanceMeters: random.chance(0.5) ? random.between(100, 50_000) : undefined,
            ...filter,
          };
          expectNearestLikeBruteForce(set, from, options, passing);
        }
      }
    });

    it('finds the nearest in London, within 1 cm', () => {
      const from = { lng: -0.1276, lat: 51.5072 };
      expectNearestLikeBruteForce(set, from, { limit: 10, services: ['mother-baby'] });
      const [hit] = set.nearest(from, { limit: 1 });
      expect(
        Math.abs(hit!.distanceMeters - geodesicMeters(from, hit!.station.position)),
      ).toBeLessThan(0.01);
    });
  });
});
