import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main';
import { sampleCrs } from '../../src/cli/sample';
import { convert } from '../../src/core';
import { exportStations } from '../../src/publish';
import { yizhan } from '../support/cli';
import { sampleSet } from '../support/sample-set';

const sample = sampleSet({ crs: sampleCrs });
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-'));
});
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

function file(name: string, content: string): string {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
}

/** The same with standard output as bytes. */
async function piped(argv: readonly string[]): Promise<{ code: number; bytes: Buffer }> {
  const chunks: Buffer[] = [];
  const code = await main(argv, {
    stdout: { write: (data) => chunks.push(Buffer.from(data as Uint8Array)) },
    stderr: { write: () => true },
    env: {},
  });
  return { code, bytes: Buffer.concat(chunks) };
}

const starts: Readonly<Record<string, string>> = {
  geojson: '{"ty',
  csv: 'id,n',
  xlsx: 'PK\u0003\u0004',
  flatgeobuf: 'fgb\u0003',
  geoparquet: 'PAR1',
};

describe('yizhan export', () => {
  it('knows the format by the ending, and tells what it wrote', async () => {
    const endings = {
      geojson: 'geojson',
      csv: 'csv',
      xlsx: 'xlsx',
      fgb: 'flatgeobuf',
      PARQUET: 'geoparquet',
    };
    for (const [ending, format] of Object.entries(endings)) {
      const path = inFolder(`huangpu.${ending}`);
      const { code, out, err } = await yizhan(['export', '--district', '310101', '--out', path]);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(readFileSync(path, 'latin1').slice(0, 4)).toBe(starts[format]);
      const count = sample.filter({ districts: ['310101'] }).length;
      expect(err).toContain(`${count} stations as ${format} in ${path}; positions in wgs84\n`);
    }
  });

  it('writes what the library writes, of the stations that pass the filters', async () => {
    const { bytes } = await piped([
      'export',
      '--service',
      'shower',
      '--limit',
      '5',
      '-f',
      'geoparquet',
    ]);
    const five = new Set(sample.filter({ services: ['shower'] }).slice(0, 5));
    const chosen = sample.prepare({ where: (station) => five.has(station) });
    expect(new Uint8Array(bytes)).toEqual(await exportStations(chosen, 'geoparquet'));
  });

  it('takes a box, an area, and who is open', async () => {
    const box = ['--bounds', '121.46,31.22,121.48,31.24'];
    const ring = [
      [121.46, 31.22],
      [121.48, 31.22],
      [121.48, 31.24],
      [121.46, 31.24],
      [121.46, 31.22],
    ];
    const area = file('area.json', JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
    const ids = async (argv: readonly string[]) => {
      const { out } = await yizhan(['export', '-f', 'geojson', '-q', ...argv]);
      return (JSON.parse(out) as { features: { id: string }[] }).features.map(({ id }) => id);
    };
    const listed = async (argv: readonly string[]) => {
      const { out } = await yizhan(['list', '--format', 'json', '-q', ...argv]);
      return (JSON.parse(out) as { id?: string; station?: { id: string } }[]).map(
        ({ id, station }) => id ?? station?.id,
      );
    };
    const open = [...box, '--open-at', '2026-11-24T03:00'];
    for (const argv of [box, ['--area', area], open]) {
      const found = await ids(argv);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(await listed(argv));
    }
    expect((await ids(open)).length).toBeLessThan((await ids(box)).length);
  });

  it('writes text to a terminal, and bytes only elsewhere', async () => {
    const terminal = { columns: 80 };
    const text = await yizhan(['export', '-f', 'csv', '--limit', '1'], terminal);
    expect([text.code, text.out.slice(0, 4)]).toEqual([0, 'id,n']);
    for (const format of ['xlsx', 'flatgeobuf', 'geoparquet']) {
      const { code, out, err } = await yizhan(['export', '-f', format], terminal);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${format} is no text for a terminal: name a file with --out`);
      const { bytes } = await piped(['export', '-f', format, '--out', '-', '--limit', '1']);
      expect(bytes.toString('latin1', 0, 4)).toBe(starts[format]);
    }
  });

  it('gives back by --data what it wrote as CSV and GeoJSON', async () => {
    for (const name of ['out.csv', 'out.geojson']) {
      const path = inFolder(name);
      await yizhan(['export', '--crs', sampleCrs, '--out', path]);
      const { out } = await yizhan([
        'list',
        '--data',
        path,
        '--crs',
        sampleCrs,
        '--format',
        'json',
      ]);
      expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(sample.filter())));
    }
  });

  it('writes WGS-84 unless told otherwise, and says what GIS programs make of that', async () => {
    const data = file('a.csv', 'id,lng,lat\na,121.4737,31.2304\n');
    const { lng, lat } = convert([121.4737, 31.2304], 'gcj02', 'wgs84');
    const coordinates = async (argv: readonly string[]) => {
      const { out, err } = await yizhan(['export', '--data', data, '-f', 'geojson', ...argv]);
      return { at: JSON.parse(out).features[0].geometry.coordinates, err };
    };
    expect((await coordinates(['--data-crs', 'gcj02'])).at).toEqual([lng, lat]);
    const shifted = await coordinates(['--crs', 'gcj02']);
    expect(shifted.at).toEqual([121.4737, 31.2304]);
    expect(shifted.err).toContain(
      'GIS programs take geojson for wgs84, and show positions in gcj02 shifted',
    );
    const fgb = await yizhan([
      'export',
      '--data',
      data,
      '--crs',
      'gcj02',
      '--out',
      inFolder('a.fgb'),
    ]);
    expect(fgb.err).toContain('flatgeobuf is always in wgs84: positions are converted from gcj02');
    expect(fgb.code).toBe(0);
    const unsaid = await yizhan(['export', '--data', data, '-f', 'csv']);
    expect([unsaid.code, unsaid.out]).toEqual([2, '']);
    expect(unsaid.err).toContain('pass --crs gcj02');
  });

  it('speaks the language of --lang in a workbook', async () => {
    const zh = inFolder('zh.xlsx');
    const en = inFolder('en.xlsx');
    await yizhan(['export', '--limit', '1', '--lang', 'zh', '--out', zh]);
    await yizhan(['export', '--limit', '1', '--lang', 'en', '--service-columns', '--out', en]);
    const { default: readXlsx } = await import('read-excel-file/node');
    const [first] = await readXlsx(zh);
    const [second] = await readXlsx(en);
    expect(first).toMatchObject({ sheet: '阵地' });
    expect(second).toMatchObject({ sheet: 'stations' });
    expect(first!.data[0]).toContain('服务');
    expect(second!.data[0]).toContain('drinking water');
    expect(second!.data[1]).toContain('√');
  });

  it('passes its options on, and refuses those of another format', async () => {
    const data = file('plus.json', '[{"id":"a","position":[1,2],"phone":"+86 21"}]');
    const plus = ['export', '-f', 'csv', '--data', data, '--crs', 'wgs84'];
    expect((await piped(plus)).bytes.toString()).toMatch(/^id.*,\+86 21,/s);
    const { bytes } = await piped([...plus, '--bom', '--guard-formulas']);
    expect(bytes.toString()).toMatch(/^\ufeffid.*,'\+86 21,/s);
    const none = await piped(['export', '-f', 'geoparquet', '--compression', 'none']);
    const snappy = await piped(['export', '-f', 'geoparquet']);
    expect(none.bytes.length).toBeGreaterThan(snappy.bytes.length);
    for (const [argv, message] of [
      [['-f', 'geojson', '--bom'], '--bom is for csv, and this is geojson'],
      [['-f', 'csv', '--service-columns'], '--service-columns is for xlsx, and this is csv'],
      [['-f', 'geoparquet', '--compression', 'zip'], 'one of snappy, none'],
      [['-f', 'shapefile'], 'Unknown format "shapefile"'],
      [[], 'export needs --format (geojson, csv, xlsx, flatgeobuf, geoparquet)'],
      [['--out', 'stations.shp'], 'export needs --format'],
      [['--out', ''], 'empty value'],
    ] as const) {
      const { code, err } = await yizhan(['export', ...argv]);
      expect(err).toContain(message);
      expect(code).toBe(2);
    }
  });

  it('writes a valid file of nothing, and says so', async () => {
    const path = inFolder('none.fgb');
    const { code, err } = await yizhan(['export', '--district', '000000', '--out', path]);
    expect(code).toBe(1);
    expect(err).toContain('nothing found');
    expect(readFileSync(path, 'latin1').slice(0, 4)).toBe(starts['flatgeobuf']);
  });
});

describe('the file that yizhan export writes', () => {
  it('replaces another whole, keeping its mode and what links lead to', async () => {
    const path = file('out.csv', 'old');
    chmodSync(path, 0o640);
    symlinkSync(path, inFolder('link.csv'));
    await yizhan(['export', '--limit', '1', '--out', inFolder('link.csv')]);
    expect(lstatSync(inFolder('link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toMatch(/^id,name/);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'out.csv']);
  });

  it('stays as it was when the export fails', async () => {
    const data = file(
      'long.json',
      JSON.stringify([{ id: 'a', position: [1, 2], name: 'x'.repeat(40_000) }]),
    );
    const path = file('out.xlsx', 'old');
    const { code, err } = await yizhan(['export', '--data', data, '--crs', 'wgs84', '--out', path]);
    expect(code).toBe(2);
    expect(err).toContain('name of station "a" has 40000 characters');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['long.json', 'out.xlsx']);
  });

  it('goes to a device as it is', async () => {
    const { code } = await yizhan(['export', '-f', 'csv', '--limit', '1', '--out', '/dev/null']);
    expect(code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('is refused where there is no place for it', async () => {
    mkdirSync(inFolder('folder.csv'));
    const file1 = file('file', 'x');
    for (const [path, reason] of [
      [inFolder('missing/out.csv'), 'there is no such folder'],
      [inFolder('folder.csv'), 'it is a folder'],
      [join(file1, 'out.csv'), 'a part of it is no folder'],
    ] as const) {
      const { code, err } = await yizhan(['export', '--limit', '1', '--out', path]);
      expect(err).toContain(
        `Invalid --out: expected a file that can be written (${reason}), got ${JSON.stringify(path)}`,
      );
      expect(code).toBe(2);
    }
    expect(existsSync(inFolder('missing'))).toBe(false);
  });
});
