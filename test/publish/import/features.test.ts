import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { StationSet } from '../../../src/core';
import { removeScratch, scratch } from './book';
import { fieldsOf, type ReadTable, readAll, readOne, told } from './read';

removeScratch();

let count = 0;
function readJson(content: unknown, name = 'data.json'): Promise<ReadTable> {
  const path = scratch(`${++count}-${name}`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readOne(path);
}

const feature = (properties: object, geometry: unknown, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry,
  ...more,
});
const point = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] });

describe('GeoJSON', () => {
  it('of our own comes back as it was', async () => {
    const record = {
      id: 'a',
      name: '甲',
      position: [121.47, 31.23] as const,
      kind: 'union-station' as const,
      services: ['water', 'x-tea'] as const,
      audiences: ['courier'] as const,
      access: ['qr'] as const,
      hours: 'Mo-Fr 09:00-17:00',
      hoursText: '工作日9点到5点',
      district: '310101',
      phone: '021-63212345',
      capacity: 12,
      parking: { ebike: 4, car: false },
      offers: [{ title: '义诊', hours: 'We 13:00-16:00' }],
      providerIds: { amap: 'B001' },
      photos: ['https://example.org/a.jpg'],
      status: 'suspended' as const,
      verifiedAt: '2025-07-01',
      updatedAt: '2025-07-01T08:00:00Z',
      extra: { note: { deep: [1, true] }, 备注: '无' },
    };
    const set = StationSet.from([record], {
      crs: 'gcj02',
      terms: { services: { 'x-tea': { zh: '茶', en: 'tea' } } },
    });
    const read = await readJson(set.toGeoJson());
    expect(read.table.crs).toBe('gcj02');
    expect(read.table.head.terms).toEqual({ services: { 'x-tea': { zh: '茶', en: 'tea' } } });
    const { position, ...fields } = record;
    expect(read.drafts[0]!.record).toEqual(fields);
    expect(read.drafts[0]!.position).toEqual({ lng: position[0], lat: position[1] });
    expect(read.findings).toEqual([]);
  });

  it('of anybody has columns for properties', async () => {
    const read = await readJson({
      type: 'FeatureCollection',
      features: [
        feature(
          { 驿站名称: '甲', 服务时间: '24小时', 空调: true, 容纳人数: 20 },
          point(121.47, 31.23),
          { id: 7 },
        ),
        feature({ 驿站名称: '乙', lng: 0, lat: 0, 空调: false }, point(121.48, 31.24)),
      ],
    });
    expect(
      read.drafts.map(({ origin, record, position }) => [
        origin.row,
        record['id'],
        record['services'],
        position?.lng,
      ]),
    ).toEqual([
      [1, '7', ['aircon'], 121.47],
      [2, undefined, undefined, 121.48],
    ]);
    expect(read.drafts[0]!.record).toMatchObject({ hours: '24/7', capacity: 20 });
    expect(read.drafts[1]!.record['extra']).toEqual({ lng: 0, lat: 0 });
  });

  it('takes a point inside of what is no point, and says so', async () => {
    const square = [
      [121, 31],
      [121.2, 31],
      [121.2, 31.2],
      [121, 31.2],
      [121, 31],
    ];
    const read = await readJson({
      type: 'FeatureCollection',
      features: [
        feature({ name: 'a' }, { type: 'Polygon', coordinates: [square] }),
        feature({ name: 'b' }, null),
        feature({ name: 'c' }, { type: 'Polygon', coordinates: [] }),
        'nonsense',
      ],
    });
    const { lng, lat } = read.drafts[0]!.position!;
    expect(lng > 121 && lng < 121.2 && lat > 31 && lat < 31.2).toBe(true);
    expect(read.drafts.slice(1).map(({ position }) => position)).toEqual([undefined, undefined]);
    expect(told(read)).toEqual([
      'geometry-not-point : Polygon',
      'geometry-not-point : Polygon',
      'not-a-record : "nonsense"',
    ]);
    expect(read.rows).toBe(4);
  });

  it('may name its CRS the old way', async () => {
    const named = (name: string) =>
      readJson({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name } },
        features: [feature({ name: 'a' }, point(121, 31))],
      });
    expect((await named('urn:ogc:def:crs:OGC:1.3:CRS84')).table.crs).toBe('wgs84');
    expect((await named('EPSG:4490')).table.crs).toBe('wgs84');
    const other = await named('EPSG:2385');
    expect(other.table.crs).toBeUndefined();
    expect(told(other)).toEqual(['crs-unsupported : EPSG:2385']);
  });
});

describe('JSON of other shapes', () => {
  it('lists of records, also inside the answer of a service', async () => {
    const records = [
      { code: 'A1', name: '甲', location: { lng: 121.47, lat: 31.23 } },
      { code: 'A2', name: '乙', location: { lng: 121.48, lat: 31.24 } },
    ];
    for (const content of [records, { code: 0, msg: 'ok', data: { total: 2, list: records } }]) {
      const read = await readJson(content);
      expect(read.drafts.map(({ record, position }) => [record['id'], position])).toEqual([
        ['A1', { lng: 121.47, lat: 31.23 }],
        ['A2', { lng: 121.48, lat: 31.24 }],
      ]);
    }
  });

  it('lines, with keys that come late and lines that are no JSON', async () => {
    const lines = [
      { id: 'a', name: 'A', lng: 121.47, lat: 31.23 },
      feature({ name: 'B', services: ['toilet'] }, point(121.48, 31.24), { id: 'b' }),
    ].map((line) => JSON.stringify(line));
    for (let row = 0; row < 2_100; row++)
      lines.push(JSON.stringify({ id: `r${row}`, name: 'R', lng: 121.5, lat: 31.2 }));
    lines.push(
      '',
      '{ broken',
      JSON.stringify({ id: 'z', name: 'Z', lng: 121.6, lat: 31.3, late: 'yes' }),
    );
    const read = await readJson(lines.join('\n'), 'data.ndjson');
    expect(read.table.facts.format).toBe('ndjson');
    expect(told(read)).toEqual(['not-a-record : { broken']);
    expect(read.findings[0]!.origin.row).toBe(2_104);
    expect(read.drafts.at(-1)!).toMatchObject({
      record: { id: 'z', extra: { late: 'yes' } },
      position: { lng: 121.6, lat: 31.3 },
    });
  });

  it('is refused when it is something else', async () => {
    await expect(readJson('{"a": 1,\n')).rejects.toMatchObject({ code: 'FILE_FORMAT' });
    await expect(readJson({ a: 1 })).rejects.toMatchObject({ code: 'FILE_FORMAT' });
    await expect(
      readJson('{"type":"FeatureCollection",\n"yizhan":{"crs":"mars"},"features":[]}'),
    ).rejects.toMatchObject({ code: 'UNKNOWN_CODE' });
  });

  it('keeps keys that JavaScript would trip over', async () => {
    const read = await readJson(
      '[{"name":"a","lng":121.4,"lat":31.2,"__proto__":"p","constructor":"c"}]',
    );
    const extra = read.drafts[0]!.record['extra'] as object;
    expect(Object.entries(extra)).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ]);
    expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
  });
});

describe('OpenStreetMap', () => {
  const elements = [
    {
      type: 'node',
      id: 1,
      lat: 31.23,
      lon: 121.47,
      tags: {
        amenity: 'toilets',
        'name:en': 'Gate',
        name: '东门公厕',
        opening_hours: '24/7',
        fee: 'no',
        wheelchair: 'yes',
        access: 'yes',
        drinking_water: 'yes',
        changing_table: 'limited',
        operator: '公园',
        'addr:city': '上海市',
        'addr:street': '中山路',
        'addr:housenumber': '8',
        phone: '+86 21 62345678',
        check_date: '2025-05-01',
      },
    },
    {
      type: 'way',
      id: 2,
      center: { lat: 31.24, lon: 121.48 },
      nodes: [1],
      tags: {
        amenity: 'cafe',
        internet_access: 'wlan',
        toilets: 'customers',
        access: 'private',
        'contact:phone': '021-62345678',
        opening_hours: 'rarely',
      },
    },
    {
      type: 'way',
      id: 3,
      geometry: [
        { lat: 31, lon: 121 },
        { lat: 31, lon: 121.1 },
        { lat: 31.1, lon: 121.1 },
        { lat: 31, lon: 121 },
      ],
      tags: { 'disused:amenity': 'toilets', amenity: 'shelter' },
    },
    { type: 'node', id: 4, lat: 31, lon: 121 },
  ];

  it('comes from Overpass', async () => {
    const read = await readJson({ version: 0.6, elements });
    expect(read.table.facts.format).toBe('overpass');
    expect(read.table.crs).toBe('wgs84');
    expect(read.drafts[0]!.record).toEqual({
      id: 'node/1',
      name: '东门公厕',
      nameEn: 'Gate',
      kind: 'public-facility',
      services: ['toilet', 'water', 'mother-baby'],
      access: ['open'],
      hours: '24/7',
      host: '公园',
      address: '上海市中山路8号',
      phone: '021-62345678',
      verifiedAt: '2025-05-01',
      extra: { fee: 'no', wheelchair: 'yes', changing_table: 'limited' },
    });
    expect(read.drafts[1]).toMatchObject({
      position: { lng: 121.48, lat: 31.24 },
      record: {
        id: 'way/2',
        kind: 'merchant',
        services: ['toilet', 'wifi', 'meals'],
        phone: '021-62345678',
        hoursText: 'rarely',
        extra: { access: 'private', toilets: 'customers' },
      },
    });
    expect(read.drafts[2]!.record).toMatchObject({ status: 'suspended', services: ['rest'] });
    expect(told(read)).toEqual([
      'hours-unreadable opening_hours: rarely',
      'geometry-not-point : Polygon',
      'not-a-station : node/4',
    ]);
  });

  it('comes as GeoJSON, its tags flat or apart', async () => {
    const tags = { amenity: 'drinking_water', name: '饮水处' };
    for (const one of [
      feature({ '@id': 'node/9', ...tags }, point(121.4, 31.2)),
      feature({ type: 'node', id: 9, tags, relations: [], meta: {} }, point(121.4, 31.2), {
        id: 'node/9',
      }),
    ]) {
      const read = await readJson({ type: 'FeatureCollection', features: [one] });
      expect(read.drafts[0]!.record).toEqual({
        id: 'node/9',
        name: '饮水处',
        kind: 'public-facility',
        services: ['water'],
      });
      expect(fieldsOf(read)).toMatchObject({ amenity: 'services', name: 'name' });
    }
  });

  it('follows a mapping for its tags', async () => {
    const path = scratch('osm.json');
    writeFileSync(path, JSON.stringify({ elements }));
    const [read] = await readAll(path, {
      mapping: { columns: { fee: 'programme', operator: null } },
    });
    expect(read!.drafts[0]!.record).toMatchObject({ programme: 'no', extra: { operator: '公园' } });
    expect(read!.drafts[0]!.record).not.toHaveProperty('host');
  });
});
