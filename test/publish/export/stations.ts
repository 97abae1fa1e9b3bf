import { expect } from 'vitest';
import { type OwnTerms, type Station, type StationRecord, StationSet } from '../../../src/core';
import { Random } from '../../support/random';
import { randomRecords } from '../../support/stations';

/* Stations that try the formats: every field, none of them, and texts that break careless writers. */

export const terms: OwnTerms = {
  services: {
    'x-foot-bath': { zh: '足浴', en: 'foot bath' },
    // Labels that would be taken for others: a list, another's label, another's code.
    'x-tea': { zh: '茶、水', en: 'tea; water' },
    'x-loo': { zh: '厕所', en: 'toilet' },
    'x-code': { zh: 'x-tea', en: 'shower' },
  },
  kinds: { 'x-tent': { zh: '帐篷', en: 'tent' } },
};

const hostile = [
  '"quoted", and, commas; semicolons',
  'two\nlines and \r\n three',
  "=cmd|' /C calc'!A0",
  '+86 21 5550 5385',
  '-1+1',
  '@SUM(1,2)',
  "'=1+1",
  "''",
  '🛵🏠👨‍👩‍👧 𠮷野家',
  'محطة الاستراحة \u202eabc\u202c',
  '<b>&amp;</b> ]]> <!--',
  '_x0041_ and _x005F_',
  'bell \u0007, escape \u001b, delete \u007f, next line \u0085',
  '\ufffe\ufffd',
  '  spaces at both ends  ',
  '\ttab',
  'null',
  'true',
  '007',
  '1e5',
  '2026-01-02',
  'a mark \ufeff within',
  '{"json": [1]}',
  '[1, 2]',
  'ユニオン・ステーション Ångström ß',
  'long '.repeat(3000),
];

const full: StationRecord = {
  id: 'full/1',
  position: [121.473_701_234_567, 31.230_412_345_678],
  name: '同舟驿站',
  nameEn: 'Tongzhou relay',
  address: '黄浦区徐家汇路478号',
  directions: 'B1 层，2 号门旁',
  kind: 'x-tent',
  programme: '骑手友好计划',
  host: '街道总工会',
  district: '310101',
  services: ['toilet', 'water', 'x-foot-bath', 'x-tea', 'x-loo', 'x-code', 'x-unlabelled'],
  audiences: ['food-rider', 'courier'],
  access: ['qr', 'id-card'],
  hours: 'Mo-Fr 09:00-17:00; PH off',
  hoursText: '周一至周五 9点到5点',
  phone: '021-55505385',
  capacity: 12,
  beds: 0,
  parking: { ebike: true, car: 0, truck: false },
  photos: ['https://example.cn/1.jpg', 'https://example.cn/2.jpg'],
  offers: [
    { title: '义诊', service: 'medical', description: 'a "free" check', from: '2026-01-01' },
    { title: '理发', until: '2026-12-31', hours: 'We 13:00-16:00' },
  ],
  providerIds: { amap: 'B00155L3BU', baidu: '007' },
  status: 'suspended',
  verifiedAt: '2026-01-02',
  updatedAt: '2026-11-23T08:00:00.5+08:00',
  source: '上海市总工会',
  extra: {
    nested: { list: [1, 'two', null, { deep: true }], text: '"' },
    empty: '',
    ...(JSON.parse('{"__proto__": {"polluted": 1}}') as object),
  },
};

/** What no format may lose; `photos` and the like in their unusual forms. */
export function hostileRecords(): StationRecord[] {
  return [
    full,
    { id: 'bare', position: [0, 0] },
    { id: 'planned', position: [-180, -90], status: 'planned', updatedAt: '2026-02-28T23:59:59Z' },
    { id: 'edge', position: [180, 90], capacity: 0, parking: {}, providerIds: {} },
    { id: 'photos', position: [1, 1], photos: ['a b;c', '[d]', ''], offers: [] },
    { id: 'no photos', position: [1, 1], photos: [], verifiedAt: '1850-06-01' },
    ...hostile.map((text, i) => ({
      id: `hostile-${i} ${text}`,
      position: { lng: i / 3, lat: -i / 7 },
      name: text,
      address: text,
      phone: text,
      host: text,
      offers: [{ title: text, description: text }],
      photos: [text],
      extra: { [text]: text },
    })),
    ...randomRecords(new Random(20261124), 300, { lng: 121.47, lat: 31.23, spread: 0.4 }),
  ];
}

export function setOf(records: readonly StationRecord[], crs: 'wgs84' | 'gcj02' = 'wgs84') {
  return StationSet.from(records, { crs, terms });
}

/** A station without what it has not, and with an instant for every date, for formats that know no other. */
export function withInstants(station: Station): unknown {
  const { verifiedAt, updatedAt, ...rest } = station;
  const millis = (date: string | undefined) => date && new Date(date).getTime();
  return { ...rest, verifiedAt: millis(verifiedAt), updatedAt: millis(updatedAt) };
}

/** Every field of every station alike, positions to 1e-9 of a degree; order does not matter. */
export function expectSameStations(
  actual: readonly Station[],
  expected: readonly Station[],
  shown: (station: Station) => unknown = (station) => station,
): void {
  expect(actual.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  const byId = new Map(actual.map((station) => [station.id, station]));
  for (const station of expected) {
    const found = byId.get(station.id)!;
    expect(Math.abs(found.position.lng - station.position.lng)).toBeLessThanOrEqual(1e-9);
    expect(Math.abs(found.position.lat - station.position.lat)).toBeLessThanOrEqual(1e-9);
    const { position } = station;
    expect(shown({ ...found, position }), station.id).toEqual(shown(station));
    expect(Object.keys(found.extra ?? {})).toEqual(Object.keys(station.extra ?? {}));
  }
}
