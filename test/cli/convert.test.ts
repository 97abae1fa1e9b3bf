import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { convert } from '../../src/core';
import { bundled } from '../support/bundled';
import { yizhan } from '../support/cli';

const flags = ['--from', 'wgs84', '--to', 'gcj02'];

describe('yizhan convert', () => {
  it('converts to the millimetre, one position a line', async () => {
    const { code, out, err } = await yizhan([
      'convert',
      '121.4737,31.2304',
      '-122.4,37.8',
      ...flags,
    ]);
    const { lng, lat } = convert([121.4737, 31.2304], 'wgs84', 'gcj02');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${lng.toFixed(8)},${lat.toFixed(8)}\n-122.40000000,37.80000000\n`);
  });

  it('takes a position in two words, and gives JSON', async () => {
    const { out } = await yizhan(['convert', '121.4737,', '31.2304', ...flags, '-f', 'json']);
    const { lng, lat } = convert([121.4737, 31.2304], 'wgs84', 'gcj02');
    expect(JSON.parse(out)).toEqual([{ lng: Number(lng.toFixed(8)), lat: Number(lat.toFixed(8)) }]);
    const lines = await yizhan(['convert', '1,2', '3,4', ...flags, '-f', 'ndjson']);
    expect(lines.out).toBe('{"lng":1,"lat":2}\n{"lng":3,"lat":4}\n');
  });

  it('knows the box', async () => {
    const seoul = ['convert', '126.978,37.5665', ...flags];
    expect((await yizhan(seoul)).out).toBe('126.97800000,37.56650000\n');
    expect((await yizhan([...seoul, '--outline', 'box'])).out).not.toBe(
      '126.97800000,37.56650000\n',
    );
  });

  it('reads standard input', async () => {
    const out = execFileSync(process.execPath, [await bundled('src/cli.ts'), 'convert', ...flags], {
      input: '1,2\n\n -122.4 37.8 \r\n',
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    expect(out).toBe('1.00000000,2.00000000\n-122.40000000,37.80000000\n');
  });

  it.each<[string, string[], string]>([
    [
      'no system to convert to',
      ['1,2', '--from', 'wgs84'],
      'convert needs --to: wgs84, gcj02 or bd09',
    ],
    ['an unknown system', ['1,2', '--from', 'wgs84', '--to', 'gjc02'], 'did you mean gcj02?'],
    [
      'latitude first',
      ['1,2', '31.23,121.47', ...flags],
      'position 2: Invalid position: expected lat',
    ],
    ['what is no position', ['here', ...flags], 'expected a position as LNG,LAT'],
    ['an unknown outline', ['1,2', ...flags, '--outline', 'sea'], 'expected one of mainland, box'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, out, err } = await yizhan(['convert', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
