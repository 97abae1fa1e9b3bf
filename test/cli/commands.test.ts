import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCrs } from '../../src/cli/sample';
import { type CorridorHit, Route, type Station, type StationHit } from '../../src/core';
import { yizhan } from '../support/cli';
import { sampleSet } from '../support/sample-set';

const sample = sampleSet({ crs: sampleCrs });
const here = '121.4737,31.2304';
let folder: string;
let route: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-'));
  route = file(
    'route.geojson',
    JSON.stringify({
      type: 'LineString',
      coordinates: [
        [121.44, 31.22],
        [121.47, 31.23],
        [121.5, 31.24],
      ],
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('yizhan near', () => {
  it('lists the nearest of the sample, and says that it is made up', async () => {
    const { code, out, err } = await yizhan(['near', here]);
    const [nearest] = sample.nearest([121.4737, 31.2304], { limit: 1 });
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(11);
    expect(out).toMatch(/^distance {2}to +station/);
    expect(out.split('\n')[1]).toContain(nearest!.station.id);
    expect(err).toContain('made up): 7395 stations');
  });

  it('gives as JSON what the library gives', async () => {
    const { out } = await yizhan([
      'near',
      here,
      '--limit',
      '4',
      '--service',
      'toilet,water',
      '--access',
      'open',
      '--access',
      'qr',
      '--format',
      'json',
    ]);
    const hits = sample.nearest([121.4737, 31.2304], {
      limit: 4,
      services: ['toilet', 'water'],
      access: ['open', 'qr'],
    });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(hits)));
  });

  it('takes every filter', async () => {
    const flags = [
      '--any-service',
      'shower,haircut',
      '--audience',
      'courier',
      '--kind',
      'courier-home,union-station',
      '--district',
      '310101,310106',
    ];
    const { out } = await yizhan(['near', here, '--max-distance', '6km', ...flags, '-f', 'ndjson']);
    const hits = sample.nearest([121.4737, 31.2304], {
      maxDistanceMeters: 6_000,
      anyService: ['shower', 'haircut'],
      audience: 'courier',
      kinds: ['courier-home', 'union-station'],
      districts: ['310101', '310106'],
    });
    expect(hits.length).toBeGreaterThan(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as StationHit).station.id),
    ).toEqual(hits.map((hit) => hit.station.id));
  });

  it('reads negative positions, spaces and a full-width comma', async () => {
    const data = file('one.ndjson', '{"id":"a","position":[-0.1276,51.5072]}\n');
    for (const words of [
      ['-0.1276,51.5072'],
      ['-.1276,51.5072'],
      ['-0.1276,', '51.5072'],
      ['-0.1276', '51.5072'],
      ['-0.1276，51.5072'],
    ]) {
      const { code, out } = await yizhan(['near', ...words, '--data', data, '--crs', 'wgs84']);
      expect(code, words.join(' ')).toBe(0);
      expect(out).toContain('0 m');
    }
  });

  it('finds nothing with exit code 1, and still writes what a program can read', async () => {
    const nowhere = ['near', '0,0', '--max-distance', '1km'];
    expect(await yizhan([...nowhere, '-q'])).toEqual({ code: 1, out: '', err: '' });
    expect((await yizhan([...nowhere, '--format', 'json'])).out).toBe('[]\n');
    expect(JSON.parse((await yizhan([...nowhere, '--format', 'geojson'])).out)).toMatchObject({
      features: [],
    });
    expect((await yizhan([...nowhere, '--format', 'csv'])).out).toMatch(/^id,name,/);
    expect((await yizhan(nowhere)).err).toContain('nothing found');
  });

  it('speaks the language asked for, else that of the environment', async () => {
    expect((await yizhan(['near', here, '--lang', 'zh'])).out).toMatch(/^ *距离/);
    expect((await yizhan(['near', here], { env: { LANG: 'zh_CN.UTF-8' } })).out).toMatch(/^ *距离/);
    expect(
      (await yizhan(['near', here], { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' } })).out,
    ).toMatch(/^distance/);
  });

  it('aligns double-width Chinese, fits the terminal, and colours only there', async () => {
    const piped = await yizhan(['near', here, '--lang', 'zh', '--limit', '30']);
    const starts = piped.out
      .trimEnd()
      .split('\n')
      .map((line) => stringWidth(line.slice(0, line.search(/\S+$/))));
    expect(new Set(starts).size).toBe(1);
    expect(piped.out).not.toContain('\u001b');
    const shown = await yizhan(['near', here, '--lang', 'zh', '--limit', '30'], { columns: 80 });
    for (const line of shown.out.trimEnd().split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect(shown.out).toContain('\u001b[');
    const plain = await yizhan(['near', here], { columns: 80, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
  });

  it('shows names that would steer the terminal as text', async () => {
    const data = file(
      'evil.json',
      JSON.stringify([{ id: 'a', name: 'red\u001b[31m\r\nline\u202etwo', position: [0, 0] }]),
    );
    const { out } = await yizhan(['near', '0,0', '--data', data]);
    expect(out).toContain('red [31m linetwo');
    expect(out.trimEnd().split('\n')).toHaveLength(2);
  });

  it('shows a station without a name as its kind and address', async () => {
    const data = file(
      'nameless.json',
      JSON.stringify([{ id: 'a', kind: 'rider-station', address: '1 Main St', position: [0, 0] }]),
    );
    expect((await yizhan(['near', '0,0', '--data', data])).out).toContain(
      'rider station, 1 Main St',
    );
  });
});

describe('yizhan along', () => {
  it('gives as JSON what the library gives', async () => {
    const { code, out } = await yizhan([
      'along',
      route,
      '--width',
      '200',
      '--from',
      '121.46,31.226',
      '--sort',
      'detour',
      '--limit',
      '5',
      '--circuity',
      '1.5',
      '--format',
      'json',
    ]);
    const line = Route.from(
      [
        [121.44, 31.22],
        [121.47, 31.23],
        [121.5, 31.24],
      ],
      { crs: 'gcj02' },
    );
    const hits = sample.along(line, {
      widthMeters: 200,
      from: [121.46, 31.226],
      sort: 'detour',
      limit: 5,
      circuity: 1.5,
    });
    expect(code).toBe(0);
    expect(JSON.parse(out) as CorridorHit[]).toEqual(JSON.parse(JSON.stringify(hits)));
  });

  it('lists in route order with distances, in a route CRS of its own', async () => {
    const { out } = await yizhan([
      'along',
      route,
      '--route-crs',
      'wgs84',
      '--from-meters',
      '1km',
      '--passes',
      'all',
    ]);
    expect(out).toMatch(/^ +ahead +off +side +detour/);
    const other = await yizhan(['along', route, '--from-meters', '1km']);
    expect(other.out).not.toBe(out);
  });

  it('refuses what is no route', async () => {
    expect(
      (await yizhan(['along', file('point.json', '{"type":"Point","coordinates":[0,0]}')])).err,
    ).toContain('JSON of type Point without a line');
    expect((await yizhan(['along'])).err).toContain('along needs one file with a route');
    const near = (await yizhan(['along', route, '--max-detour', '0.2km', '--format', 'json'])).out;
    const detours = JSON.parse(near).map((hit: { detourMeters: number }) => hit.detourMeters);
    expect(detours.length).toBeGreaterThan(0);
    expect(Math.max(...detours)).toBeLessThanOrEqual(200);
    expect((await yizhan(['along', route, '--max-detour', '-5'])).err).toContain(
      'Invalid --max-detour: expected a finite number of metres, 0 or more, got -5',
    );
    expect((await yizhan(['along', route, '--width', '-5'])).err).toContain(
      'Invalid --width: expected a finite number of metres, 0 or more, got -5',
    );
    expect((await yizhan(['along', route, '--width', 'wide'])).err).toContain(
      'metres or kilometres',
    );
  });
});

describe('yizhan list', () => {
  it.each(['json', 'ndjson', 'geojson', 'csv'])(
    'writes %s that --data reads back the same',
    async (format) => {
      const first = await yizhan(['list', '--district', '310101', '--format', format]);
      const path = file(`round.${format}`, first.out);
      const crs = format === 'geojson' ? [] : ['--crs', 'gcj02'];
      const again = await yizhan(['list', '--data', path, '--format', 'json', ...crs]);
      expect(JSON.parse(again.out)).toEqual(
        JSON.parse(JSON.stringify(sample.filter({ districts: ['310101'] }))),
      );
      expect(again.err).toBe('');
    },
  );

  it('takes a box, an area and a limit', async () => {
    const bounds = await yizhan(['list', '--bounds', '121.46,31.22,121.48,31.24', '-f', 'json']);
    expect(JSON.parse(bounds.out)).toHaveLength(
      sample.inBounds([121.46, 31.22, 121.48, 31.24]).length,
    );
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [121.46, 31.22],
          [121.48, 31.22],
          [121.48, 31.24],
          [121.46, 31.22],
        ],
      ],
    } as const;
    const inside = await yizhan([
      'list',
      '--area',
      file('area.json', JSON.stringify(area)),
      '-f',
      'json',
    ]);
    expect((JSON.parse(inside.out) as Station[]).map((station) => station.id)).toEqual(
      sample.inArea(area).map((station) => station.id),
    );
    const few = await yizhan(['list', '--limit', '2']);
    expect(few.out.trimEnd().split('\n')).toHaveLength(3);
    expect(few.err).toContain('2 of 7395 stations');
    expect((await yizhan(['list', '--bounds', '1,2,3'])).code).toBe(2);
    expect((await yizhan(['list', '--bounds', '1,2,3,4', '--area', 'x'])).err).toContain(
      'not both',
    );
  });

  it('says of every listing that the sample is made up', async () => {
    const { out } = await yizhan(['list', '--format', 'json']);
    const stations = JSON.parse(out) as Station[];
    expect(stations).toHaveLength(7395);
    expect(stations.every((station) => station.source?.includes('made up'))).toBe(true);
  });
});

describe('yizhan count and info', () => {
  it('count what the library counts', async () => {
    const { out } = await yizhan(['count', '--service', 'shower', '--format', 'json']);
    expect(JSON.parse(out)).toEqual(sample.count({ services: ['shower'] }));
    expect((await yizhan(['count', '--lang', 'zh'])).out).toContain('厕所');
    expect((await yizhan(['count', '--format', 'csv'])).out).toContain(`total,,,${sample.size}\n`);
    expect((await yizhan(['count', '--format', 'ndjson'])).out).toContain('{"facet":"kinds"');
    expect((await yizhan(['count', '--format', 'geojson'])).err).toContain(
      'allowed: table, json, ndjson, csv',
    );
  });

  it('exit with 1 when there is nothing', async () => {
    const empty = file('empty.json', '[]');
    expect((await yizhan(['count', '--data', empty])).code).toBe(1);
    expect((await yizhan(['info', '--data', empty])).code).toBe(1);
    expect((await yizhan(['list', '--data', empty])).code).toBe(1);
  });

  it('info lists everything that was left out, with its reason', async () => {
    const bad = file(
      'bad.ndjson',
      [
        '{"id":"a","position":[0,0]}',
        ...Array.from({ length: 9 }, (_, i) => `{"id":"b${i}","position":[0,${91 + i}]}`),
      ].join('\n'),
    );
    const { out, err, code } = await yizhan(['info', '--data', bad]);
    expect(code).toBe(0);
    expect(out.match(/left out/g)).toHaveLength(9);
    expect(out).toContain('record 10 (id "b8"): position: expected lat between -90 and 90');
    expect(err).toContain('9 records are left out:');
    expect(err).toContain('… and 4 more; the output of yizhan info has them all');
    expect(JSON.parse((await yizhan(['info', '--format', 'json'])).out)).toMatchObject({
      stations: 7395,
      madeUp: true,
      crs: 'gcj02',
      leftOut: [],
    });
  });
});

describe('yizhan', () => {
  it('helps: in general, by command, and when it is asked for nothing', async () => {
    const general = await yizhan(['--help']);
    expect(general).toMatchObject({ code: 0, err: '' });
    for (const name of ['near', 'along', 'link', 'list', 'count', 'info', 'hours', 'convert']) {
      expect(general.out).toContain(`\n  ${name}`);
      const help = await yizhan([name, '--help']);
      expect(help.out).toContain(`Usage: yizhan ${name}`);
      expect(help.out).toContain('Examples:\n  yizhan');
      expect((await yizhan(['help', name])).out).toBe(help.out);
    }
    expect(await yizhan([])).toMatchObject({ code: 2, out: '', err: general.out });
    expect((await yizhan(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each<[string, string[], string]>([
    ['a misspelt command', ['naer', here], 'unknown command "naer"; did you mean near?'],
    [
      'a misspelt flag',
      ['near', here, '--servise', 'toilet'],
      'unknown option --servise; did you mean --service?',
    ],
    [
      'a start given twice',
      ['along', 'examples/route.geojson', '--from', here, '--from-meters', '5'],
      'either --from or --from-meters, not both',
    ],
    ['a flag of another command', ['near', here, '--width=5'], 'unknown option --width'],
    ['a misspelt service', ['near', here, '--service', 'toilte'], 'did you mean toilet?'],
    [
      'a flag without its value',
      ['near', here, '--limit'],
      "option '--limit <value>' argument missing",
    ],
    [
      'a flag given twice',
      ['near', here, '--limit', '1', '--limit', '2'],
      '--limit is given 2 times',
    ],
    ['an empty filter', ['near', here, '--service', ''], 'option --service has an empty value'],
    ['no position', ['near'], 'near needs a position'],
    ['a position that is none', ['near', 'here'], 'expected a position as LNG,LAT in degrees'],
    ['latitude first', ['near', '31.2304,121.4737'], 'were the two swapped?'],
    ['a latitude of 91', ['near', '121,91'], 'expected lat between -90 and 90'],
    ['a box of three numbers', ['list', '--bounds', '1,,2,3'], 'expected --bounds as W,S,E,N'],
    ['a hexadecimal box', ['list', '--bounds', '0x1,2,3,4'], 'expected --bounds as W,S,E,N'],
    ['a limit that is no number', ['near', here, '--limit', 'ten'], 'expected a number, got "ten"'],
    ['a limit below 0', ['near', here, '--limit', '-1'], 'a whole number from 0'],
    [
      'an unknown format',
      ['near', here, '--format', 'xml'],
      'Unknown format "xml" (allowed: table, json',
    ],
    ['an unknown CRS', ['near', here, '--crs', 'wgs-84'], 'did you mean wgs84?'],
    ['an unknown language', ['near', here, '--lang', 'fr'], 'expected zh or en'],
    ['words where none belong', ['count', 'toilet'], 'count takes flags only'],
  ])('refuses %s with exit code 2', async (_, argv, message) => {
    const { code, out, err } = await yizhan(argv);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it.each<[string, () => string, string]>([
    ['is missing', () => join(folder, 'nope.csv'), 'there is no such file'],
    ['is a folder', () => folder, 'it is a folder'],
    ['is empty', () => file('nothing.csv', ''), 'it is empty'],
    ['is binary', () => file('binary.csv', new Uint8Array([1, 2, 0, 3])), 'NUL bytes'],
    ['is not UTF-8', () => file('gb.csv', new Uint8Array([0xd6, 0xd0, 0xce, 0xc4])), 'not UTF-8'],
    [
      'has no position column',
      () => file('flat.csv', 'id,name\n1,a\n'),
      'the columns lng and lat (or longitude and latitude), found the headers: id, name',
    ],
    [
      'has no id column',
      () => file('noid.csv', 'lng,lat\n1,2\n'),
      'the column id, found the headers: lng, lat',
    ],
    [
      'has a quote too many',
      () => file('quote.csv', 'id,lng,lat,name\n1,1,1,a\n2,2,2,"b\n3,3,3,c\n'),
      'row 2 has a quote without its other half',
    ],
    [
      'has a line without end',
      () => file('line.csv', `id,lng,lat${','.repeat(2 ** 20)}\n`),
      'it has 1048586 characters in line 1, 1048576 are allowed',
    ],
    [
      'is no GeoJSON',
      () => file('no.geojson', '{"type":"Topology"}'),
      'expected a GeoJSON FeatureCollection',
    ],
    ['is no JSON', () => file('no.json', '[{"id":'), 'expected JSON, got text that starts'],
    [
      'is no NDJSON',
      () => file('no.ndjson', 'hello\n'),
      'expected JSON, got text that starts "hello"',
    ],
  ])('refuses a file that %s', async (_, path, message) => {
    const { code, out, err } = await yizhan(['list', '--data', path()]);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('refuses to guess the CRS in China, needs none elsewhere, and converts when two are stated', async () => {
    const data = file('plain.json', '[{"id":"a","position":[121.47,31.23]}]');
    const { code, err } = await yizhan(['near', '121.47,31.23', '--data', data]);
    expect(code).toBe(2);
    expect(err).toContain('does not say what its positions are in, and in China it matters');
    expect((await yizhan(['count', '--data', data])).code).toBe(0);
    const away = file('away.json', '[{"id":"a","position":[-0.1276,51.5072]}]');
    expect(await yizhan(['near', '-0.1276,51.5072', '--data', away])).toMatchObject({
      code: 0,
      err: '',
    });
    const both = ['--crs', 'gcj02', '--data-crs', 'wgs84', '-f', 'json'];
    const moved = await yizhan(['near', '121.47,31.23', '--data', data, ...both]);
    expect(moved.err).toBe('');
    expect((JSON.parse(moved.out) as StationHit[])[0]!.distanceMeters).toBeGreaterThan(400);
  });

  it('reads back what queries write, and NDJSON of one line or with a bad one', async () => {
    for (const format of ['json', 'ndjson', 'geojson', 'csv']) {
      const near = await yizhan(['near', here, '--limit', '1', '-q', '-f', format]);
      for (const name of [`hits.${format}`, `hits-${format}`]) {
        const again = await yizhan([
          'list',
          '--data',
          file(name, near.out),
          '--crs',
          'gcj02',
          '-f',
          'json',
        ]);
        const [station] = JSON.parse(again.out) as Station[];
        expect(station, name).toMatchObject({
          id: sample.nearest([121.4737, 31.2304], { limit: 1 })[0]!.station.id,
        });
        expect(station!.extra).toHaveProperty('distanceMeters');
      }
    }
    const data = file('part.ndjson', '{"id":"a","position":[0,0]}\r\n\r\n{"id"\n');
    const part = await yizhan(['list', '--data', data]);
    expect(part.code).toBe(0);
    expect(part.err).toContain('record 2: expected an object, got "{\\"id\\""');
  });

  it('keeps addresses of pictures whole in CSV', async () => {
    const photos = ['https://x.cn/a;b.jpg', 'https://x.cn/c d.jpg'];
    const data = file('photos.json', JSON.stringify([{ id: 'a', position: [0, 0], photos }]));
    const csv = await yizhan(['list', '--data', data, '-f', 'csv']);
    const again = await yizhan(['list', '--data', file('photos.csv', csv.out), '-f', 'json']);
    expect((JSON.parse(again.out) as Station[])[0]!.photos).toEqual(photos);
  });

  it('lets nothing from a file steer the terminal, in messages either', async () => {
    const data = file('escape.csv', '\u001b]0;x\u0007\u001b[31mid2,lng,lat\n1,2,3\n');
    const { err } = await yizhan(['list', '--data', data]);
    expect(err).toContain('id2');
    expect(err.replace(/\n/g, '')).not.toMatch(/\p{Cc}/u);
  });
});
