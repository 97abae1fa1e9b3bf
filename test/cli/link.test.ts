import { describe, expect, it } from 'vitest';
import { sampleCrs } from '../../src/cli/sample';
import type { NavigationLink } from '../../src/core';
import { yizhan } from '../support/cli';
import { sampleSet } from '../support/sample-set';

const set = sampleSet({ crs: sampleCrs });
const id = 'sample-310101-0001';

describe('yizhan link', () => {
  it('gives as JSON what the library gives', async () => {
    const { code, out } = await yizhan(
      `link ${id} --app amap,baidu --mode bike --platform ios --caller rider --lang zh -f json`.split(
        ' ',
      ),
    );
    const options = {
      app: ['amap', 'baidu'],
      mode: 'bike',
      platform: 'ios',
      caller: 'rider',
    } as const;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(set.navigationLinks(set.get(id)!, options));
  });

  it('takes a start, places to pass and a key', async () => {
    const { out } = await yizhan(
      `link ${id} --app tencent --platform android --tencent-key KEY --from 121.5,31.2 --via 121.49,31.21 --via 121.48,31.215 --mode drive -f ndjson`.split(
        ' ',
      ),
    );
    const [first] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as NavigationLink);
    expect(first!.kind).toBe('app');
    expect(first!.url).toContain('referer=KEY');
    expect(first!.url).toContain('31.200000,121.500000');
  });

  it('gives bare links for scripts, and in a table what each opens', async () => {
    const url = await yizhan(['link', id, '--app', 'amap', '-f', 'url']);
    expect(url.out).toBe(
      `${set.navigationLinks(set.get(id)!, { app: 'amap', locale: 'en' })[0]!.url}\n`,
    );
    const table = await yizhan(['link', id, '--lang', 'zh']);
    expect(table.out).toMatch(/^应用 +打开 +方式 +链接/);
    expect(table.out).toMatch(/^amap +web +bike\*/m);
  });

  it('finds nothing for an id that is none, and says which is near', async () => {
    const { code, out, err } = await yizhan(['link', `${id}9`]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`no station has the id "${id}9"; did you mean ${id}?`);
    expect((await yizhan(['link', id, '--app', 'geo', '--platform', 'ios'])).code).toBe(1);
  });

  it.each<[string, string[], string]>([
    ['no id', [], "link needs one station's id"],
    ['an unknown app', [id, '--app', 'ammap'], 'did you mean amap?'],
    ['an unknown mode', [id, '--mode', 'boat'], 'Invalid --mode: expected one of ebike'],
    ['an unknown platform', [id, '--platform', 'symbian'], 'Invalid --platform: expected one of'],
    ['a start that is none', [id, '--from', 'here'], 'expected --from as LNG,LAT'],
    ['an unknown format', [id, '-f', 'csv'], 'Unknown format "csv"'],
  ])('refuses %s', async (_, argv, message) => {
    const { code, out, err } = await yizhan(['link', ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
