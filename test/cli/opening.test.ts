import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleCrs } from '../../src/cli/sample';
import { type CorridorHit, Route, type Station, type StationHit } from '../../src/core';
import { yizhan } from '../support/cli';
import { sampleSet } from '../support/sample-set';

const sample = sampleSet({ crs: sampleCrs });
const here = '121.4737,31.2304';
const line = [
  [121.44, 31.22],
  [121.47, 31.23],
  [121.5, 31.24],
] as const;
/** A Monday, ten minutes to nine in the evening in Shanghai. */
const evening = '2026-11-23T20:50:00+08:00';
let folder: string;
let route: string;
let few: string;
let london: string;

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-'));
  route = file('route.geojson', { type: 'LineString', coordinates: line });
  few = file('few.json', [
    { id: 'day', position: [121.47, 31.23], hours: '09:00-21:00' },
    { id: 'night', position: [121.47, 31.23], hours: '20:00-02:00' },
    { id: 'always', position: [121.47, 31.23], hours: '24/7' },
    { id: 'shut', position: [121.47, 31.23], hours: 'Mo-Fr 08:00-18:00' },
    { id: 'words', position: [121.47, 31.23], hoursText: '早九点到晚六点' },
    { id: 'silent', position: [121.47, 31.23] },
    { id: 'ended', position: [121.47, 31.23], hours: '24/7', status: 'suspended' },
    {
      id: 'doctor',
      position: [121.47, 31.23],
      hours: '24/7',
      offers: [{ title: '义诊', service: 'medical', hours: 'We 14:00-16:00' }],
    },
  ]);
  london = file('london.json', [
    { id: 'a', position: [-0.1276, 51.5072], hours: 'Mo-Su 08:00-20:00' },
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => vi.useFakeTimers({ now: new Date(evening), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const fewFlags = () => ['--data', few, '--crs', 'gcj02', '-q'];
const lines = (out: string) => out.trimEnd().split('\n');

async function idsOf(argv: readonly string[]): Promise<string[]> {
  const { out } = await yizhan([...argv, ...fewFlags(), '-f', 'json']);
  const rows = JSON.parse(out) as { id?: string; station?: Station }[];
  return rows.map((row) => (row.station?.id ?? row.id)!);
}

describe('--open and its like', () => {
  it.each<[flags: string[], ids: string[]]>([
    [['--open'], ['day', 'night', 'always', 'words', 'silent', 'doctor']],
    [['--known-open'], ['day', 'night', 'always', 'doctor']],
    [
      ['--open', '--known-open'],
      ['day', 'night', 'always', 'doctor'],
    ],
    [
      ['--open-for', '10', '--known-open'],
      ['day', 'night', 'always', 'doctor'],
    ],
    [
      ['--open-for', '11min', '--known-open'],
      ['night', 'always', 'doctor'],
    ],
    [
      ['--open', '--open-for', '5h10', '--known-open'],
      ['night', 'always', 'doctor'],
    ],
    [
      ['--open-for', '5.5h', '--known-open'],
      ['always', 'doctor'],
    ],
    [
      ['--open-at', '2026-11-24T01:59', '--known-open'],
      ['night', 'always', 'doctor'],
    ],
    [
      ['--open-at', '2026-11-24T02:00', '--known-open'],
      ['always', 'doctor'],
    ],
    [
      ['--open-at', '2026-11-23T18:00Z', '--known-open'],
      ['always', 'doctor'],
    ],
    [
      ['--open-at', '10:00', '--known-open'],
      ['day', 'always', 'shut', 'doctor'],
    ],
    [['--offer', 'medical'], ['doctor']],
    [['--offer', 'medical', '--open'], []],
    [['--offer', 'medical', '--open-at', '2026-11-25T15:59'], ['doctor']],
    [['--offer', 'medical', '--open-at', '2026-11-25T16:00'], []],
    [['--offer', 'legal-aid'], []],
  ])('list %j gives %j', async (flags, ids) => {
    expect(await idsOf(['list', ...flags])).toEqual(ids);
    const { out } = await yizhan(['count', ...flags, ...fewFlags(), '-f', 'json']);
    expect((JSON.parse(out) as { total: number }).total).toBe(ids.length);
    expect((await idsOf(['near', '121.47,31.23', ...flags])).sort()).toEqual([...ids].sort());
    expect((await idsOf(['list', '--bounds', '121,31,122,32', ...flags])).sort()).toEqual(
      [...ids].sort(),
    );
  });

  it('give as JSON what the library gives, dates as ISO texts', async () => {
    const { out } = await yizhan(['near', here, '--open', '--open-for', '15', '-f', 'json']);
    const hits = sample.nearest([121.4737, 31.2304], {
      limit: 10,
      openAt: Date.now(),
      openFor: 15,
    });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(hits)));
    const [listed] = JSON.parse(
      (await yizhan(['list', ...fewFlags(), '--open', '-f', 'json'])).out,
    ) as unknown[];
    expect(listed).toMatchObject({
      station: { id: 'day' },
      opening: { state: 'open', until: '2026-11-23T13:00:00.000Z' },
    });
    const geojson = await yizhan(['list', ...fewFlags(), '--offer', 'medical', '-f', 'geojson']);
    expect(JSON.parse(geojson.out)).toMatchObject({
      features: [
        { properties: { opening: { state: 'closed', nextOpen: '2026-11-25T06:00:00.000Z' } } },
      ],
    });
    // Nobody asked: the stations as they are.
    const plain = await yizhan(['list', ...fewFlags(), '-f', 'json']);
    expect(JSON.parse(plain.out)[0]).not.toHaveProperty('opening');
  });

  it('show the state instead of the hours, and what is unknown as unknown', async () => {
    const { out } = await yizhan(['list', ...fewFlags(), '--open', '--lang', 'zh']);
    const cells = lines(out).map((text) => text.split(/ {2,}/)[1]);
    expect(cells).toEqual([
      '开放时间',
      '即将打烊 (10 分钟)',
      '营业中 · 次日 02:00 打烊',
      '24小时营业',
      '时间未知 · “早九点到晚六点”',
      '时间未知',
      '24小时营业',
    ]);
    const english = await yizhan(['near', '121.47,31.23', ...fewFlags(), '--open-at', '22:00']);
    expect(english.out).toContain('Open · closes tomorrow 02:00');
    expect(english.out).toContain('Hours unknown · “早九点到晚六点”');
    const offers = await yizhan(['list', ...fewFlags(), '--offer', 'medical']);
    expect(offers.out).toContain('Opens Wed 14:00');
    const plain = await yizhan(['list', ...fewFlags()]);
    expect(plain.out).toContain('Mo-Fr 08:00-18:00');
    expect(plain.out).not.toContain('Opens');
  });

  it('say so of an offer when nobody knows how long it goes on', async () => {
    const offers = [{ title: 'x', service: 'medical', hours: '20:00-22:00; 22:00-24:00 unknown' }];
    const data = file('offer.json', [{ id: 'a', position: [121.47, 31.23], offers }]);
    const argv = ['list', '--data', data, '--crs', 'gcj02', '--offer', 'medical'];
    expect((await yizhan(argv)).out).toContain('Open · hours unknown from 22:00');
  });
});

describe('along', () => {
  const path = Route.from(line, { crs: 'gcj02' });
  const hitsOf = async (...flags: string[]) => {
    const { out } = await yizhan(['along', route, ...flags, '-f', 'json']);
    return JSON.parse(out) as unknown;
  };
  const plain = (hits: CorridorHit[]) => JSON.parse(JSON.stringify(hits)) as unknown;

  it('judges hours on arrival', async () => {
    const departAt = new Date('2026-11-23T17:20:00+08:00');
    expect(
      await hitsOf(
        ...['--open', '--open-for', '15', '--known-open', '--depart-at', '2026-11-23T17:20'],
        ...['--speed', '12', '--stop', '5'],
      ),
    ).toEqual(
      plain(
        sample.along(path, {
          openAt: 'arrival',
          openFor: 15,
          includeUnknown: false,
          departAt,
          speedKmh: 12,
          stopMinutes: 5,
        }),
      ),
    );
    const now = { openAt: 'arrival', departAt: Date.now() } as const;
    expect(await hitsOf('--open')).toEqual(plain(sample.along(path, now)));
    expect(await hitsOf('--speed', '25')).toEqual(
      plain(sample.along(path, { speedKmh: 25, departAt: Date.now() })),
    );
  });

  it('judges them at a time that is given', async () => {
    const hits = sample.along(path, { openAt: new Date('2026-11-23T23:00:00+08:00') });
    expect(await hitsOf('--open-at', '23:00')).toEqual(plain(hits));
  });

  it('shows when the rider comes by, and the state then', async () => {
    const data = file('late.json', [
      { id: 'start', position: [121.44, 31.22], hours: '09:00-21:00' },
      { id: 'end', position: [121.5, 31.24], hours: '09:00-21:00' },
    ]);
    const flags = ['--data', data, '--crs', 'gcj02', '-q', '--depart-at', '20:50', '--lang', 'zh'];
    const all = await yizhan(['along', route, ...flags]);
    const rows = lines(all.out).map((text) => text.trim().split(/ {2,}/));
    expect(rows[0]).toContain('到达');
    expect(rows[1]).toEqual(expect.arrayContaining(['20:50', '即将打烊 (10 分钟)', 'start']));
    expect(rows[2]).toEqual(expect.arrayContaining(['21:10', '明天 09:00 开门', 'end']));
    const open = await yizhan(['along', route, ...flags, '--open']);
    expect(lines(open.out)).toHaveLength(2);
    const csv = await yizhan(['along', route, ...flags, '-f', 'csv']);
    expect(csv.out).toContain(',2026-11-23T12:50:00.000Z,');
  });
});

describe('the clock', () => {
  const flags = () => ['near', '-0.1276,51.5072', '--data', london, '-q'];

  it('has to be known outside China when hours are judged', async () => {
    for (const flag of [
      ['--open'],
      ['--open-at', '10:00'],
      ['--open-for', '5'],
      ['--known-open'],
    ]) {
      const { code, out, err } = await yizhan([...flags(), ...flag]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(
        'london.json does not say its time zone, and has stations outside China: pass --time-zone Europe/London',
      );
    }
    expect((await yizhan(flags())).code).toBe(0);
    expect((await yizhan(['count', '--data', london, '--offer', 'medical'])).code).toBe(2);
  });

  it('is what --time-zone says, summer time too', async () => {
    const zone = ['--time-zone', 'Europe/London'];
    const at = async (time: string) => (await yizhan([...flags(), ...zone, '--open-at', time])).out;
    // Now it is 12:50 in London.
    expect((await yizhan([...flags(), ...zone, '--open'])).out).toContain('Open · closes 20:00');
    expect(await at('19:45')).toContain('Closing soon (15 min)');
    expect(await at('2026-07-01T19:45')).toContain('Closing soon (15 min)');
    expect(await at('2026-07-01T18:45Z')).toContain('Closing soon (15 min)');
    expect(await at('2041-07-01T18:45Z')).toContain('Closing soon (15 min)');
    const json = await yizhan([...flags(), ...zone, '--open-at', '2026-07-01T12:00', '-f', 'json']);
    expect((JSON.parse(json.out) as StationHit[])[0]!.opening).toEqual({
      state: 'open',
      until: '2026-07-01T19:00:00.000Z',
    });
  });

  it('is what the data says', async () => {
    const data = file('zone.geojson', {
      type: 'FeatureCollection',
      yizhan: { crs: 'wgs84', utcOffsetMinutes: 60 },
      features: [
        {
          type: 'Feature',
          id: 'a',
          geometry: { type: 'Point', coordinates: [2.35, 48.85] },
          properties: { hours: '08:00-20:00' },
        },
      ],
    });
    const argv = ['list', '--data', data];
    expect((await yizhan([...argv, '--open-at', '19:50'])).out).toContain('Closing soon (10 min)');
    const other = [...argv, '--open-at', '19:50', '--time-zone', 'Europe/Athens'];
    expect((await yizhan(other)).out).toContain('Closing soon (10 min)');
  });
});

describe('flags of opening hours', () => {
  it.each<[string, string[], string]>([
    [
      'two times',
      ['near', here, '--open', '--open-at', '9:00'],
      'either --open, which is now, or --open-at',
    ],
    [
      'a date without a time',
      ['list', '--open-at', '2026-11-23'],
      '--open-at: expected a time such as',
    ],
    [
      'a stay of metres',
      ['list', '--open-for', '15m'],
      '--open-for: expected minutes or hours, such as 15 or 2h',
    ],
    ['an endless stay', ['list', '--open-for', '999999'], 'Invalid --open-for: expected at most'],
    ['an empty stay', ['list', '--open-for', ''], '--open-for: expected minutes or hours'],
    ['an unknown offer', ['count', '--offer', 'medcal'], 'did you mean medical?'],
    [
      'an unknown zone',
      ['count', '--time-zone', 'Europe/Lodnon'],
      'Invalid --time-zone: expected an IANA time zone, such as Asia/Shanghai; did you mean Europe/London?',
    ],
    [
      'no speed',
      ['along', 'examples/route.geojson', '--speed', '0'],
      'Invalid --speed: expected a finite number of km/h, 0.1 or more, got 0',
    ],
    [
      'two moments',
      ['along', 'examples/route.geojson', '--open-at', '9:00', '--speed', '20'],
      'either --open-at, or --open with --depart-at, --speed or --stop',
    ],
    ['a trip without a route', ['near', here, '--depart-at', '9:00'], 'unknown option --depart-at'],
    [
      'a misspelt flag',
      ['near', here, '--known-opne'],
      'unknown option --known-opne; did you mean --known-open?',
    ],
  ])('refuse %s', async (_, argv, message) => {
    const { code, out, err } = await yizhan(argv);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
