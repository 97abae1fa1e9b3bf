import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StationRecord } from '../../src/core';
import { serveSite } from '../../src/publish/serve/serve-site';
import { bundled } from '../support/bundled';
import { type Run, yizhan } from '../support/cli';
import { dayOne, edited, filesOf, recordsIn, setOf, tempFolder } from '../support/sites';

/* From stations to a site that verifies, as a publisher types it. */

const records = recordsIn('310101', '310106');

function geoJson(folder: string, given: readonly StationRecord[]): string {
  const path = join(folder, 'stations.geojson');
  writeFileSync(path, JSON.stringify(setOf(given).toGeoJson()));
  return path;
}

async function keygen(folder: string, name: string): Promise<{ file: string; hex: string }> {
  const file = join(folder, name);
  const { code, out } = await yizhan(['keygen', '--out', file]);
  expect(code).toBe(0);
  return { file, hex: out.trim() };
}

const published = ['--published', new Date(dayOne).toISOString()];

async function build(folder: string, ...flags: string[]): Promise<Run> {
  const stations = join(folder, 'stations.geojson');
  const site = ['--out', join(folder, 'site'), '--dataset', 'shanghai'];
  return yizhan(['build', stations, ...site, ...published, '--expires-days', '3660', ...flags]);
}

/** As if the shell had set it. */
function setVariable(name: string, value: string): void {
  const before = process.env[name];
  process.env[name] = value;
  onTestFinished(() => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  });
}

describe('yizhan keygen', () => {
  it('prints the public key, and keeps the private one for its owner', async () => {
    const folder = tempFolder();
    const { file, hex } = await keygen(folder, 'key.json');
    expect(hex).toMatch(/^[0-9a-f]{64}$/);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await yizhan(['keygen', '--out', file]);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('there already');
    expect((await yizhan(['keygen'])).err).toContain('keygen needs --out');
  });
});

describe('yizhan build, sign and verify', () => {
  it('lead from GeoJSON to a site that devices trust', async () => {
    const folder = tempFolder();
    const site = join(folder, 'site');
    geoJson(folder, records);
    const [a, b] = [await keygen(folder, 'a.json'), await keygen(folder, 'b.pem')];
    const pinned = ['--keys', `${a.hex},${b.hex}`, '--threshold', '2'];

    const built = await build(folder, '--packs', 'district');
    expect(built.code).toBe(0);
    expect(built.err).toMatch(/2 packs of [\d.]+ kB, 0 deltas of 0 B/);
    expect(built.err).toContain('yizhan sign');
    expect((await yizhan(['verify', site, '--unsigned'])).out).toContain('good\n');
    expect((await yizhan(['verify', site, ...pinned])).code).toBe(1);

    const first = await yizhan(['sign', site, '--key', a.file, '--threshold', '2']);
    expect(first.err).toContain('1 of 2 signatures');
    const second = await yizhan(['sign', site, '--key', b.file, '--threshold', '2']);
    expect(second.err).toContain('manifest.json is the new one');

    const verified = await yizhan(['verify', site, ...pinned]);
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toContain(
      `packs: 2 of 2, ${records.length} of ${records.length} stations`,
    );
    expect(verified.out).toMatch(/good\n$/);
    const third = await keygen(folder, 'c.json');
    const wrong = await yizhan(['verify', site, '--keys', third.hex]);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/FAILED manifest.json: .*UNKNOWN_KEY/);
  });

  it('build signs at once with --key or with keys in the environment, never with keys as words', async () => {
    const folder = tempFolder();
    geoJson(folder, records);
    const { file, hex } = await keygen(folder, 'a.json');
    expect((await build(folder, '--key', file)).err).toContain('manifest.json is the new one');
    const secret = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    setVariable('YIZHAN_PRIVATE_KEY', secret);
    const both = await build(folder, '--key', file, '--threshold', '2');
    expect(both.err).toContain('manifest.json is the new one');
    const keys = `${hex},d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a`;
    const site = join(folder, 'site');
    expect((await yizhan(['verify', site, '--keys', keys, '--threshold', '2'])).code).toBe(0);
    const typed = await build(folder, '--key', secret);
    expect(typed.code).toBe(2);
    setVariable('YIZHAN_PRIVATE_KEY', 'rubbish');
    expect((await build(folder)).err).toContain('64 hexadecimal digits');
  });

  it.skipIf(process.platform === 'win32')('a key that others can read is not used', async () => {
    const folder = tempFolder();
    geoJson(folder, records);
    const { file } = await keygen(folder, 'a.json');
    chmodSync(file, 0o644);
    const { code, err } = await build(folder, '--key', file);
    expect(code).toBe(2);
    expect(err).toContain('chmod 600');
    expect(existsSync(join(folder, 'site'))).toBe(false);
  });

  it('the same input gives the same bytes, by --published or SOURCE_DATE_EPOCH', async () => {
    const [one, two] = [tempFolder(), tempFolder()];
    for (const folder of [one, two]) geoJson(folder, records);
    await build(one);
    await build(two);
    expect(filesOf(join(two, 'site'))).toEqual(filesOf(join(one, 'site')));
    setVariable('SOURCE_DATE_EPOCH', String(dayOne / 1000));
    const three = tempFolder();
    const file = geoJson(three, records);
    const flags = ['--out', join(three, 'site'), '--dataset', 'shanghai', '--expires-days', '3660'];
    await yizhan(['build', file, ...flags]);
    expect(filesOf(join(three, 'site'))).toEqual(filesOf(join(one, 'site')));
    setVariable('SOURCE_DATE_EPOCH', 'yesterday');
    expect((await yizhan(['build', file, ...flags])).err).toContain('seconds since 1970');
  });

  it('F47: what shrank is published only when it is meant', async () => {
    const folder = tempFolder();
    geoJson(folder, records);
    await build(folder);
    geoJson(folder, records.slice(0, 20));
    const refused = await build(folder);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/all together: \d+ stations, now 20/);
    const meant = await build(folder, '--allow-shrink');
    expect(meant.code).toBe(0);
    expect(meant.err).toContain('as allowed');
  });

  it('records that are no stations stop it, unless told otherwise', async () => {
    const folder = tempFolder();
    const path = geoJson(folder, records);
    const content = JSON.parse(readFileSync(path, 'utf8')) as { features: { id: string }[] };
    content.features[0]!.id = '';
    writeFileSync(path, JSON.stringify(content));
    const refused = await build(folder);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('record 1');
    expect(existsSync(join(folder, 'site'))).toBe(false);
    expect((await build(folder, '--skip-invalid')).code).toBe(0);
  });

  it('says what is missing or wrong in the words of the command line', async () => {
    const folder = tempFolder();
    const file = geoJson(folder, records);
    const out = ['--out', join(folder, 'site')];
    const said = async (...argv: string[]) => {
      const { code, err } = await yizhan(argv);
      expect(code, argv.join(' ')).toBe(2);
      return err;
    };
    expect(await said('build', file, ...out)).toContain('--dataset');
    expect(await said('build', file, '--dataset', 'x')).toContain('--out');
    expect(await said('build', ...out, '--dataset', 'x')).toContain('yizhan build FILE');
    expect(await said('build', file, ...out, '--dataset', 'Shanghai')).toContain('--dataset');
    expect(await said('build', file, ...out, '--dataset', 'x', '--packs', 'x')).toContain(
      '--packs',
    );
    expect(await said('build', file, ...out, '--dataset', 'x', '--deltas', '9')).toContain(
      '--deltas',
    );
    expect(await said('build', file, ...out, '--dataset', 'x', '--published', 'now')).toContain(
      '--published',
    );
    expect(await said('sign', folder)).toContain('--key FILE');
    expect(await said('verify', folder)).toContain('--keys');
    expect(await said('verify', folder, '--keys', '12')).toContain('--keys');
    expect(await said('verify', folder, '--keys', 'a', '--unsigned')).toContain('either');
    expect(await said('verify', '/nowhere', '--unsigned')).toContain('no folder');
    expect(await said('serve', '/nowhere')).toContain('no folder');
    expect(await said('serve', folder, '--fault', 'slwo')).toContain('did you mean slow?');
    expect(await said('rotate-keys', folder)).toContain('--dataset');
  });
});

describe('yizhan rotate-keys', () => {
  it('hands over to new keys', async () => {
    const folder = tempFolder();
    const site = join(folder, 'site');
    geoJson(folder, records);
    const [old, next] = [await keygen(folder, 'old.json'), await keygen(folder, 'new.json')];
    await build(folder, '--key', old.file);
    const command = ['rotate-keys', site, '--dataset', 'shanghai', '--keys', old.hex, ...published];
    const begun = await yizhan([...command, '--new-keys', next.hex, '--key', old.file]);
    expect(begun.err).toContain('keys.partial.json');
    expect(existsSync(join(site, 'keys.json'))).toBe(false);
    const wrong = await yizhan([...command, '--key', next.file]);
    expect(wrong.err).toContain('goes with --new-keys');
    const done = await yizhan([...command.slice(0, -2), '--key', next.file]);
    expect(done.err).toContain('it is in keys.json');
    expect((await yizhan(['verify', site, '--keys', old.hex])).out).toContain('UNKNOWN_KEY');
    await yizhan(['sign', site, '--key', next.file]);
    const verified = await yizhan(['verify', site, '--keys', old.hex]);
    expect(verified.code).toBe(0);
    expect(verified.out).toContain('which changed 1 time');
  });
});

describe('yizhan verify of an address', () => {
  it('lists what is wrong, and has exit code 1', async () => {
    const folder = tempFolder();
    geoJson(folder, records);
    const { file, hex } = await keygen(folder, 'a.json');
    await build(folder, '--key', file);
    geoJson(folder, edited(records, 1));
    await build(folder, '--key', file);
    const good = await serveSite(join(folder, 'site'), { port: 0 });
    onTestFinished(() => good.close());
    expect(await yizhan(['verify', good.url, '--keys', hex])).toMatchObject({ code: 0 });
    const bad = await serveSite(join(folder, 'site'), {
      port: 0,
      fault: 'corrupt',
      faultOn: 'packs',
    });
    onTestFinished(() => bad.close());
    const { code, out } = await yizhan(['verify', bad.url, '--keys', hex]);
    expect(code).toBe(1);
    expect(out).toMatch(/FAILED pack all, packs.*\nFAILED pack all, deltas.*\n2 failures\n$/);
  });
});

describe('how far it has come', () => {
  /** With a sign where the line was erased. */
  const erased = ({ err }: Run) => err.split('\r\u001b[2K').join('⌫');

  it('is shown on a terminal, and taken away again', async () => {
    const folder = tempFolder();
    const file = geoJson(folder, records);
    const site = join(folder, 'site');
    const flags = ['--out', site, '--dataset', 'shanghai', '--packs', 'district', ...published];
    const built = await yizhan(['build', file, ...flags], { isWatched: true });
    expect(built.code).toBe(0);
    expect(erased(built)).toContain(`⌫reading ${file}`.slice(0, 50));
    expect(erased(built)).toContain('⌫packing 310101, 1 of 2');
    // Nothing of it is left when a remark is written.
    expect(erased(built)).toMatch(/packing [^\n]*⌫2 packs of/);
    const verified = await yizhan(['verify', site, '--unsigned'], { isWatched: true });
    expect(erased(verified)).toMatch(/^⌫checking 310101, 1 of 2[^\n]*⌫$/);
    const refused = await yizhan(['build', file, ...flags, '--sequence', '1'], { isWatched: true });
    expect(erased(refused)).toContain('⌫yizhan: Sequence 1 is not higher');
  });

  it('is kept quiet in a pipe, and with --quiet', async () => {
    const folder = tempFolder();
    const file = geoJson(folder, records);
    const site = join(folder, 'site');
    const flags = ['--out', site, '--dataset', 'shanghai', ...published];
    const built = erased(await yizhan(['build', file, ...flags]));
    expect(built).not.toMatch(/packing|reading|⌫/);
    expect((await yizhan(['verify', site, '--unsigned'])).err).toBe('');
    const quiet = await yizhan(['build', file, ...flags, '-q'], { isWatched: true });
    expect(quiet).toEqual({ code: 0, out: '', err: '' });
  });
});

describe.skipIf(process.platform === 'win32')('a disk that is full', () => {
  // No file may be larger than 4 or 8 KB: so writing fails half-way.
  const small = (...argv: string[]) =>
    spawnSync('sh', ['-c', 'ulimit -f 8; exec "$@"', 'sh', process.execPath, ...argv], {
      encoding: 'utf8',
    });

  it('leaves the old file and no half of the new one', async () => {
    const folder = tempFolder();
    const data = geoJson(folder, records);
    const out = join(folder, 'out.csv');
    writeFileSync(out, 'old');
    const cli = await bundled('src/cli.ts');
    const { status, stderr } = small(cli, 'export', '--data', data, '--out', out);
    expect(stderr).toContain('EFBIG');
    expect(status).toBe(3);
    expect(readFileSync(out, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['out.csv', 'stations.geojson']);
  });

  it('leaves a site as it was published', async () => {
    const folder = tempFolder();
    const key = await keygen(folder, 'key.json');
    geoJson(folder, records.slice(0, 5));
    await build(folder, '--key', key.file);
    const before = filesOf(join(folder, 'site'));
    const data = geoJson(folder, records);
    const cli = await bundled('src/cli.ts');
    const site = join(folder, 'site');
    const flags = ['--out', site, '--dataset', 'shanghai', '--key', key.file];
    const { status, stderr } = small(cli, 'build', data, ...flags);
    expect(stderr).toContain('EFBIG');
    expect(status).toBe(3);
    expect(filesOf(site)).toEqual(before);
  });
});

describe('yizhan serve', () => {
  it('prints where it is, serves, and stops when asked to', { timeout: 60_000 }, async () => {
    const folder = tempFolder();
    geoJson(folder, records);
    await build(folder);
    const command = ['serve', join(folder, 'site'), '--port', '0'];
    const child = spawn(process.execPath, [await bundled('src/cli.ts'), ...command], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data: Buffer) => resolve(data.toString())),
    );
    expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/manifest\.json\n$/);
    const response = await fetch(line.replace('manifest.json', 'manifest.payload.json').trim());
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('"dataset":"shanghai"');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});
