import { describe, expect, it } from 'vitest';
import { InvalidRecordsError, type StationRecord, StationSet } from '../../src/core';

const fine: StationRecord = { id: 'a', position: { lng: 121.47, lat: 31.23 } };

/** The problems of one record, as `field: what is allowed`. */
function problemsOf(record: unknown): string[] {
  const set = StationSet.from([record as StationRecord], { crs: 'wgs84', onInvalid: 'skip' });
  return set.skipped.map((problem) => `${problem.field}: ${problem.allowed}`);
}

describe('records', () => {
  it('get the defaults', () => {
    const station = StationSet.from([fine], { crs: 'wgs84' }).get('a');
    expect(station).toEqual({
      id: 'a',
      position: { lng: 121.47, lat: 31.23 },
      kind: 'other',
      services: [],
      audiences: [],
      access: [],
      status: 'active',
    });
  });

  it('keep every field of the record', () => {
    const full: StationRecord = {
      id: 'full',
      name: '静安寺街道暖蜂爱心之家',
      nameEn: "Jing'an Temple courier home",
      position: [121.445, 31.223],
      address: '静安区愚园路1号',
      directions: 'B1, gate 2',
      kind: 'courier-home',
      programme: '暖蜂',
      host: 'union',
      district: '310106',
      services: ['water', 'x-foot-bath'],
      audiences: ['courier'],
      access: ['qr', 'pin'],
      hours: 'Mo-Fr 18:00-06:00; PH off',
      hoursText: '夜间',
      phone: '021-55500000',
      capacity: 12,
      parking: { ebike: 20, car: false, truck: true },
      beds: 0,
      photos: ['https://example.cn/a.jpg'],
      offers: [
        {
          title: 'clinic',
          service: 'medical',
          from: '2026-01-01',
          until: '2026-12-31',
          hours: 'We 13:00-16:00',
        },
      ],
      providerIds: { amap: 'B001' },
      status: 'suspended',
      verifiedAt: '2026-11-01',
      updatedAt: '2026-11-01T08:00:00+08:00',
      source: 'district office',
      extra: { deep: [{ a: 1 }, null] },
    };
    const set = StationSet.from([full], { crs: 'wgs84' });
    expect(set.get('full')).toEqual({ ...full, position: { lng: 121.445, lat: 31.223 } });
    expect(StationSet.from(set.filter(), { crs: 'wgs84' }).get('full')).toEqual(set.get('full'));
  });

  it('report every problem of every record', () => {
    const records = [
      fine,
      {
        id: 'b',
        position: [200, 100],
        services: ['toilte', 'water', 7],
        capacity: -1,
        status: 'open',
      },
      'nonsense',
      { ...fine, name: 'the id again' },
      {
        position: [121, 31],
        kind: 'cafe',
        district: 310101,
        verifiedAt: '2026-02-30',
        offers: [{ from: 'soon' }],
      },
    ];
    let error: unknown;
    try {
      StationSet.from(records as StationRecord[], { crs: 'wgs84' });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InvalidRecordsError);
    const { problems, message } = error as InvalidRecordsError;
    expect(problems.map(({ record, id, field, value }) => [record, id, field, value])).toEqual([
      [2, 'b', 'position', [200, 100]],
      [2, 'b', 'services[0]', 'toilte'],
      [2, 'b', 'services[2]', 7],
      [2, 'b', 'capacity', -1],
      [2, 'b', 'status', 'open'],
      [3, undefined, '', 'nonsense'],
      [4, 'a', 'id', 'a'],
      [5, undefined, 'id', undefined],
      [5, undefined, 'kind', 'cafe'],
      [5, undefined, 'district', 310101],
      [5, undefined, 'offers[0].title', undefined],
      [5, undefined, 'offers[0].from', 'soon'],
      [5, undefined, 'verifiedAt', '2026-02-30'],
    ]);
    expect(problems[1]!.allowed).toMatch(
      /^one of water, .*, or the dataset's own x-… \(did you mean toilet\?\)$/,
    );
    expect(problems[6]!.allowed).toBe('an id of its own (record 1 has this one)');
    expect(message).toContain('4 of 5 records are not stations');
    expect(message).toContain('record 2 (id "b"): position: expected lat between');
    expect(message).toContain("onInvalid: 'skip'");
  });

  it('can be skipped, and are then listed', () => {
    const set = StationSet.from(
      [fine, { id: '', position: [0, 0] }, { id: 'c', position: [1, 1] }],
      {
        crs: 'wgs84',
        onInvalid: 'skip',
      },
    );
    expect(set.size).toBe(2);
    expect(set.skipped).toEqual([
      { record: 2, id: undefined, field: 'id', value: '', allowed: 'text that is not empty' },
    ]);
  });

  it('keep the good record when one of the same id before it is left out', () => {
    const set = StationSet.from([{ id: 'a', position: [0, 99] }, fine], {
      crs: 'wgs84',
      onInvalid: 'skip',
    });
    expect(set.get('a')?.position).toEqual({ lng: 121.47, lat: 31.23 });
  });

  it('hint at swapped coordinates, and at services given as one text', () => {
    expect(problemsOf({ id: 'a', position: [31.23, 121.47] })[0]).toContain(
      'were the two swapped?',
    );
    expect(problemsOf({ ...fine, services: 'toilet' })).toEqual(['services: a list of codes']);
    expect(problemsOf({ id: 'a' })).toEqual([
      'position: { lng, lat } or [lng, lat] in degrees, as numbers',
    ]);
    expect(problemsOf({ id: 'a', position: ['121', '31'] })).toHaveLength(1);
    expect(problemsOf({ id: 'a', position: { lng: Number.NaN, lat: 1 } })).toEqual([
      'position: finite numbers for lng and lat',
    ]);
  });

  it('take null and empty text for what is not there', () => {
    const station = StationSet.from([{ ...fine, name: '', phone: null, services: null } as never], {
      crs: 'wgs84',
    }).get('a');
    expect(station).not.toHaveProperty('name');
    expect(station).not.toHaveProperty('phone');
    expect(station?.services).toEqual([]);
  });

  it('keep unknown fields in extra, and hours that cannot be read in hoursText', () => {
    const records = [
      { ...fine, colour: 'red', extra: { wheelchair: true } },
      { ...fine, id: 'bare', extra: {} },
      { ...fine, id: 'b', hours: '9am till dusk' },
      { ...fine, id: 'c', hours: '9am till dusk', hoursText: 'see the door' },
    ];
    const set = StationSet.from(records, { crs: 'wgs84' });
    expect(set.get('a')?.extra).toEqual({ wheelchair: true, colour: 'red' });
    expect(set.get('bare')).not.toHaveProperty('extra');
    expect(set.get('b')).toMatchObject({ hoursText: '9am till dusk' });
    expect(set.get('b')).not.toHaveProperty('hours');
    expect(set.get('c')).toMatchObject({
      hoursText: 'see the door',
      extra: { hours: '9am till dusk' },
    });
  });

  it('return __proto__, HTML and lone surrogates as the data they are', () => {
    const record = JSON.parse(
      '{"id":"__proto__","name":"<img onerror=alert(1)>","position":[121,31],"__proto__":{"polluted":1},"extra":{"constructor":"x"}}',
    );
    const set = StationSet.from([record, { ...fine, name: 'a\ud800b' }], { crs: 'wgs84' });
    const station = set.get('__proto__')!;
    expect(station.name).toBe('<img onerror=alert(1)>');
    expect(Object.getOwnPropertyDescriptor(station.extra, '__proto__')?.value).toEqual({
      polluted: 1,
    });
    expect(station.extra?.['constructor']).toBe('x');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(station)).toBe(Object.prototype);
    expect(set.get('a')?.name).toBe('a\ud800b');
    expect(set.nearest([121, 31], { limit: 1 })[0]?.station).toBe(station);
  });

  it('keep what they say in places we do not know, deep down as well', () => {
    const record = {
      ...fine,
      parking: { ebike: 3, bicycle: 9 },
      offers: [{ title: 'x', price: 5 }],
      providerIds: { amap: 'B1', google: 'G' },
    };
    expect(StationSet.from([record], { crs: 'wgs84' }).get('a')).toMatchObject({
      parking: record.parking,
      offers: record.offers,
      providerIds: record.providerIds,
    });
    expect(problemsOf({ ...fine, colour: 'y', extra: { colour: 'x' } })).toEqual([
      'colour: to be given once: it is in extra too',
    ]);
    const proto = JSON.parse(
      '{"id":"a","position":[0,0],"extra":{"__proto__":1}}',
    ) as StationRecord;
    const { extra } = StationSet.from([proto], { crs: 'wgs84' }).get('a')!;
    expect(Object.keys(extra!)).toEqual(['__proto__']);
  });

  it('take null for what is not there deep down as well', () => {
    const record = { ...fine, parking: { truck: null, ebike: 2 }, extra: { kept: null } };
    const station = StationSet.from([record as never], { crs: 'wgs84' }).get('a');
    expect(station?.parking).toEqual({ ebike: 2 });
    expect(station?.extra).toEqual({ kept: null });
  });

  it('refuse data that loops back into itself or is nested without end', () => {
    const loop: Record<string, unknown> = { id: 'a', position: [0, 0] };
    loop['self'] = { one: loop, two: loop };
    expect(problemsOf(loop)).toEqual([
      ': an object with at most 10000 values, nested at most 32 deep',
    ]);
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(problemsOf({ ...fine, extra: { deep } })).toHaveLength(1);
  });

  it('cannot be changed once they are stations', () => {
    const record = {
      id: 'a',
      position: { lng: 121, lat: 31 },
      services: ['toilet' as const],
      extra: { list: [1] },
    };
    const set = StationSet.from([record], { crs: 'wgs84' });
    record.position.lat = 0;
    record.services.pop();
    record.extra.list.push(2);
    const station = set.get('a')!;
    expect(station).toMatchObject({
      position: { lat: 31 },
      services: ['toilet'],
      extra: { list: [1] },
    });
    for (const part of [
      station,
      station.position,
      station.services,
      station.extra,
      station.extra?.['list'],
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});
