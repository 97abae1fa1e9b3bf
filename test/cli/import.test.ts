import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main';
import { progressTo } from '../../src/cli/progress';
import { place, put, removeSheets } from '../publish/import-stations/sheets';
import { yizhan } from '../support/cli';

removeSheets();

const clean = put(
  'clean.csv',
  '编号,名称,经度,纬度,备注\nA1,东风站,121.471234,31.231234,\nA2,红旗站,121.481234,31.241234,新\n',
);
const warned = put('warned.csv', '编号,名称,经度,纬度,电话\nA1,东风站,121.471234,31.231234,12\n');
const wrong = put(
  'wrong.csv',
  '编号,名称,经度,纬度\nA1,东风站,121.471234,31.231234\nA2,红旗站,,\n',
);
const gcj = ['--crs', 'gcj02'];

describe('yizhan import', () => {
  it('writes the dataset to standard output, and remarks apart', async () => {
    const { code, out, err } = await yizhan(['import', clean, ...gcj]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      yizhan: { crs: 'gcj02' },
      features: [{ id: 'A1' }, { id: 'A2', properties: { extra: { 备注: '新' } } }],
    });
    expect(err).toContain('clean.csv: 2 of 2 rows are stations; csv, utf-8');
    expect(err).toContain('编号 = id, 名称 = name, 经度 = lng, 纬度 = lat');
    expect(err).toContain('kept as extra: 备注');
    expect((await yizhan(['import', clean, ...gcj, '--quiet'])).err).toBe('');
  });

  it.each([
    [clean, undefined, 0],
    [warned, undefined, 4],
    [warned, 'error', 0],
    [wrong, undefined, 5],
    [wrong, 'error', 5],
    [wrong, 'never', 0],
  ])('%s with --fail-on %s ends with %i', async (path, level, expected) => {
    const { code } = await yizhan([
      ...['import', path, ...gcj],
      ...(level === undefined ? [] : ['--fail-on', level]),
    ]);
    expect(code).toBe(expected);
  });

  it('writes both reports, and the dataset, each whole', async () => {
    const [out, html, csv] = [place('o.geojson'), place('r.html'), place('r.csv')];
    const args = ['import', wrong, ...gcj, '--out', out, '--report', html, '--report', csv];
    const { code, out: printed, err } = await yizhan([...args, '--lang', 'zh']);
    expect([code, printed]).toEqual([5, '']);
    expect(JSON.parse(readFileSync(out, 'utf8')).features).toHaveLength(1);
    expect(readFileSync(csv, 'utf8')).toContain('没有坐标');
    expect(readFileSync(html, 'utf8')).toMatch(/<!doctype html>/i);
    expect(err).toContain('1 error, 0 warnings, 0 notes');
    expect(err).toContain('o.geojson: 1 stations in gcj02');
  });

  it('what --print-mapping writes changes nothing, and can be edited', async () => {
    const printed = await yizhan(['import', clean, '--print-mapping']);
    expect(printed.code).toBe(0);
    const mapping = put('mapping.json', printed.out);
    const plain = await yizhan(['import', clean, ...gcj]);
    expect((await yizhan(['import', clean, ...gcj, '--mapping', mapping])).out).toBe(plain.out);
    const content = JSON.parse(printed.out);
    writeFileSync(
      mapping,
      JSON.stringify({ ...content, columns: { ...content.columns, 备注: 'directions' } }),
    );
    const edited = await yizhan(['import', clean, ...gcj, '--mapping', mapping]);
    expect(JSON.parse(edited.out).features[1].properties).toMatchObject({ directions: '新' });
  });
});

describe('wrong use of it', () => {
  const fine = ['import', clean, ...gcj];
  it.each([
    [['import'], 'import needs a file'],
    [['import', place('none.csv')], 'there is no such file'],
    [['import', put('empty.csv', '')], 'it is empty'],
    [['import', put('columns.csv', 'a,b\n1,2\n')], 'no column was recognised'],
    [[...fine, '--ou', 'x'], 'did you mean --out?'],
    [[...fine, '--fail-on', 'warn'], 'expected --fail-on as warning, error, never'],
    [[...fine, '--report', 'r.pdf'], '.html or .csv'],
    [[...fine, '--out', place('no/such.geojson')], 'there is no such folder'],
    [[...fine, '--out', place('')], 'it is a folder'],
    [[...fine, '--report', place('no/r.html')], 'there is no such folder'],
    [['import', clean, '--crs', 'gcj'], 'wgs84, gcj02, bd09'],
    [[...fine, '--today', '2026-02-30'], 'Invalid --today'],
    [[...fine, '--bounds', '1,2'], '--bounds as W,S,E,N'],
    [[...fine, '--encoding', 'gbk2'], 'Invalid --encoding'],
    [[...fine, '--previous', place('none.geojson')], 'there is no such file'],
    [[...fine, '--mapping', clean], 'expected JSON, as --print-mapping writes it'],
    [[...fine, clean, '--print-mapping'], '--print-mapping takes one file'],
  ])('%j', async (args, says) => {
    const { code, out, err } = await yizhan(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  it('never loses a sheet to a slip: what is read is not written', async () => {
    const before = readFileSync(clean, 'utf8');
    for (const args of [
      ['--out', clean],
      ['--report', clean],
      ['--out', place('x.csv'), '--report', place('x.csv')],
    ]) {
      const { code, err } = await yizhan(['import', clean, ...gcj, ...args]);
      expect(code).toBe(2);
      expect(err).toContain('which is in use');
    }
    expect(readFileSync(clean, 'utf8')).toBe(before);
  });

  it('of several files one that cannot be read leaves nothing, and what stood there', async () => {
    const out = put('stands.geojson', 'as it was');
    const { code } = await yizhan(['import', clean, place('none.csv'), '--out', out]);
    expect(code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('as it was');
    expect(readdirSync(place('')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('progress', () => {
  const screen = (columns?: number) => {
    const written: string[] = [];
    const stream = {
      isTTY: true,
      ...(columns !== undefined && { columns }),
      write: (text: string) => written.push(text),
    };
    return { written, stream };
  };

  it('is shown on a terminal, fits its width, and is gone at the end', async () => {
    const { written, stream } = screen(30);
    const out = place('progress.geojson');
    const code = await main(['import', clean, ...gcj, '--out', out], {
      stdout: { write: () => true },
      stderr: stream,
      env: {},
    });
    expect(code).toBe(0);
    const lines = written.filter((text) => text.startsWith('\r\u001b[2K'));
    expect(lines.some((line) => line.includes('checking: 2 rows'))).toBe(true);
    for (const line of lines) expect(line.replace('\r\u001b[2K', '').length).toBeLessThan(30);
    // Whatever was shown was taken away before a remark was written, and nothing is left.
    const shown = written.join('').split('\r\u001b[2K').at(-1)!;
    expect(shown).toContain('2 stations in gcj02\n');
    expect(shown).not.toContain('checking');
  });

  it('is a few times a second at most, but a new stage is shown at once', () => {
    const { written, stream } = screen(0);
    let now = 0;
    const progress = progressTo(stream, false, () => now);
    for (; now < 1000; now++) progress.show(() => `at ${now}`);
    expect(written).toHaveLength(10);
    progress.clear();
    progress.show(() => 'next');
    expect(written.at(-1)).toBe('\r\u001b[2Knext');
    progress.clear();
    progress.clear();
    expect(written).toHaveLength(13);
  });

  it('of a wide name is cut by the cells that it takes', () => {
    const { written, stream } = screen(11);
    progressTo(stream, false).show(() => '读取黄浦区驿站\u001b[31m表');
    expect(written).toEqual(['\r\u001b[2K读取黄浦…']);
  });

  it('is not made in a pipe, nor when quiet is asked for', () => {
    const { written, stream } = screen(80);
    for (const progress of [
      progressTo(stream, true),
      progressTo({ ...stream, isTTY: false }, false),
    ]) {
      progress.show(() => {
        throw new Error('nobody looks');
      });
      progress.clear();
    }
    expect(written).toEqual([]);
  });
});

describe('an interrupt', () => {
  it.skipIf(process.platform !== 'linux')('leaves no half file and no spool', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `S${i},${i}号站,121.${400_000 + i},31.${200_000 + i}`,
    );
    const path = put('long.csv', `编号,名称,经度,纬度\n${rows.join('\n')}\n`);
    const out = place('never.geojson');
    const spools = place('tmp');
    mkdirSync(spools);
    const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', cli, 'import', path, '--out', out], {
      env: { ...process.env, TMPDIR: spools },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (data) => (err += data));
    const ended = new Promise<number | null>((resolve) =>
      child.on('exit', (code) => resolve(code)),
    );
    // Once it is at work: it has its spool open, which has no name any more.
    const files = `/proc/${child.pid}/fd`;
    const isAtWork = () =>
      readdirSync(files).some((fd) => {
        try {
          return readlinkSync(join(files, fd)).includes('yizhan-import-');
        } catch {
          return false;
        }
      });
    while (!isAtWork()) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const code = await ended;
    expect([code, err.trim()]).toEqual([130, 'interrupted: no file was written']);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(join(out, '..')).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(readdirSync(spools).filter((name) => name.startsWith('yizhan-import-'))).toEqual([]);
  });
});
