import { describe, expect, it } from 'vitest';
import { type Counts, type Filter, StationSet } from '../../src/core';
import { Random } from '../support/random';
import { passesFilter, randomFilter, randomRecords } from '../support/stations';

const random = new Random(61);
const set = StationSet.from(randomRecords(random, 600, { lng: 121.47, lat: 31.23, spread: 0.3 }), {
  crs: 'gcj02',
});

describe('StationSet.filter()', () => {
  it('agrees with the filter written out slowly, in the order of the records', () => {
    for (let i = 0; i < 500; i++) {
      const filter = randomFilter(random);
      expect(set.filter(filter)).toEqual(
        set.filter().filter((station) => passesFilter(station, filter)),
      );
    }
  });

  it('takes undefined for not given, and an empty list for nothing asked', () => {
    const nothing: Filter = {
      services: [],
      anyService: undefined,
      audience: undefined,
      access: [],
      kinds: [],
      districts: [],
    };
    expect(set.filter(nothing)).toHaveLength(set.size);
  });

  it('welcomes everyone where no audience is listed, and knows no way in where none is', () => {
    const records = [
      { id: 'everyone', position: [0, 0] as const },
      {
        id: 'couriers',
        position: [0, 0] as const,
        audiences: ['courier' as const],
        access: ['qr' as const],
      },
    ];
    const small = StationSet.from(records, { crs: 'wgs84' });
    expect(small.filter({ audience: 'courier' })).toHaveLength(2);
    expect(small.filter({ audience: 'trucker' }).map((station) => station.id)).toEqual([
      'everyone',
    ]);
    expect(small.filter({ access: ['qr', 'open'] }).map((station) => station.id)).toEqual([
      'couriers',
    ]);
  });

  it("takes a dataset's own codes, also when no station has them", () => {
    const small = StationSet.from([{ id: 'a', position: [0, 0], services: ['x-foot-bath'] }], {
      crs: 'wgs84',
    });
    expect(small.filter({ services: ['x-foot-bath'] })).toHaveLength(1);
    expect(small.filter({ services: ['x-sauna'] })).toEqual([]);
  });

  it('gives back arrays of its own', () => {
    const first = set.filter();
    first.length = 0;
    expect(set.filter()).toHaveLength(set.size);
  });
});

describe('StationSet.count()', () => {
  it('counts what asking for one more code would find', () => {
    for (let i = 0; i < 20; i++) {
      const { audience, kinds, districts, services = [], ...filter } = randomFilter(random);
      const base = { ...filter, services };
      const counts: Counts = set.count(base);
      expect(counts.total).toBe(set.filter(base).length);
      for (const [code, count] of Object.entries(counts.services)) {
        expect(set.filter({ ...base, services: [...services, code as never] })).toHaveLength(count);
      }
      for (const [code, count] of Object.entries(counts.audiences)) {
        expect(set.filter({ ...base, audience: code as never })).toHaveLength(count);
      }
      for (const [code, count] of Object.entries(counts.kinds)) {
        expect(set.filter({ ...base, kinds: [code as never] })).toHaveLength(count);
      }
      for (const [code, count] of Object.entries(counts.districts)) {
        expect(set.filter({ ...base, districts: [code] })).toHaveLength(count);
      }
    }
  });

  it('leaves out what nothing has', () => {
    const empty = { total: 0, services: {}, kinds: {}, audiences: {}, access: {}, districts: {} };
    expect(StationSet.from([], { crs: 'wgs84' }).count()).toEqual(empty);
    expect(set.count({ where: () => false })).toEqual(empty);
  });
});
