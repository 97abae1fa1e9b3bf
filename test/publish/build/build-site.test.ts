import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StationRecord } from '../../../src/core';
import { applyDelta } from '../../../src/dataset/delta/apply-delta';
import { gunzip } from '../../../src/dataset/gzip';
import { verifyManifest } from '../../../src/dataset/manifest/verify-manifest';
import type { BuildOptions } from '../../../src/publish/build/build-options';
import { type BuiltSite, buildSite } from '../../../src/publish/build/build-site';
import type { SigningKey } from '../../../src/publish/sign/private-keys';
import { signSite } from '../../../src/publish/sign/sign-site';
import { sha256Hex } from '../../../src/publish/site/site-folder';
import { folderReader } from '../../../src/publish/verify/folder-reader';
import { type SiteReport, verifySite } from '../../../src/publish/verify/verify-site';
import { bundled } from '../../support/bundled';
import { rounds } from '../../support/rounds';
import { dayOne, edited, filesOf, recordsIn, setOf, signer, tempFolder } from '../../support/sites';

const inner = recordsIn('310101', '310106');
const base: BuildOptions = { dataset: 'shanghai', publishedAt: dayOne };

async function build(
  records: readonly StationRecord[],
  folder: string,
  options: Partial<BuildOptions> = {},
): Promise<BuiltSite> {
  return buildSite(setOf(records), folder, { ...base, ...options });
}

async function verify(folder: string, keys: readonly SigningKey[]): Promise<SiteReport> {
  return verifySite(await folderReader(folder), {
    keys: keys.map(({ publicKey }) => publicKey),
    now: dayOne,
    sdkVersion: '1.0.0',
  });
}

const read = (folder: string, path: string) => new Uint8Array(readFileSync(join(folder, path)));

describe('a site', () => {
  it('is what the manifest says', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    const { payload, signed, notes } = await build(inner, folder, {
      keys: [key],
      packs: 'district',
    });
    expect(notes).toEqual([]);
    expect(signed).toMatchObject({ isPublished: true, signers: [key.publicKey] });
    expect(payload).toMatchObject({
      dataset: 'shanghai',
      channel: 'stable',
      sequence: 1,
      publishedAt: '2026-11-24T08:00:00Z',
      expiresAt: '2026-12-24T08:00:00Z',
    });
    expect(payload.packs.map(({ name, count }) => [name, count])).toEqual(
      ['310101', '310106'].map((district) => [district, recordsIn(district).length]),
    );
    const verdict = await verifyManifest(read(folder, 'manifest.json'), {
      keys: [key.publicKey],
      dataset: 'shanghai',
      now: dayOne,
      sdkVersion: '1.0.0',
    });
    expect(verdict.payload).toEqual(payload);
    expect(await verify(folder, [key])).toMatchObject({
      failures: [],
      checked: { packs: 2, stations: inner.length },
    });
  });

  it('has the same bytes when it is built again, whatever the order of the records', async () => {
    const key = await signer(1);
    const [one, two] = [tempFolder(), tempFolder()];
    const options = { keys: [key], packs: 'district' } as const;
    await build(inner, one, options);
    await build([...inner].reverse(), two, options);
    expect(filesOf(two)).toEqual(filesOf(one));
    await build(edited(inner, 5), one, options);
    await build(edited(inner, 5).reverse(), two, options);
    expect(filesOf(two)).toEqual(filesOf(one));
  });

  it.each([
    ['none', ['all']],
    ['city', ['310000', '320500', 'other']],
    ['district', ['310101', '310106', '320505', 'other']],
  ] as const)('can be divided: %s', async (packs, names) => {
    const records: StationRecord[] = [
      ...inner,
      { id: 'suzhou', position: [120.6, 31.3], district: '320505' },
      { id: 'nowhere', position: [121.4, 31.2] },
    ];
    const [folder, key] = [tempFolder(), await signer(1)];
    const { payload } = await build(records, folder, { packs, keys: [key] });
    expect(payload.packs.map(({ name }) => name)).toEqual(names);
    expect((await verify(folder, [key])).checked.stations).toBe(records.length);
  });

  it('is not published before enough have signed', async () => {
    const [folder, a, b] = [tempFolder(), await signer(1), await signer(2)];
    await build(inner, folder);
    expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
    expect(await signSite(folder, [a], 2)).toMatchObject({ isPublished: false });
    expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
    expect(await signSite(folder, [a], 2)).toMatchObject({ isPublished: false });
    expect(await signSite(folder, [b], 2)).toMatchObject({ isPublished: true });
    expect(existsSync(join(folder, 'manifest.partial.json'))).toBe(false);
    const keys = [a.publicKey, b.publicKey];
    const options = { keys, threshold: 2, dataset: 'shanghai', now: dayOne, sdkVersion: '1.0.0' };
    await verifyManifest(read(folder, 'manifest.json'), options);
    // A third can sign later on; what is published stays published.
    expect((await signSite(folder, [await signer(3)], 1)).signers).toHaveLength(3);
  });

  it('keeps the old manifest until the new one is signed', async () => {
    const [folder, a, b] = [tempFolder(), await signer(1), await signer(2)];
    await build(inner, folder, { keys: [a, b], threshold: 2 });
    const before = read(folder, 'manifest.json');
    const next = await build(edited(inner, 1), folder, { keys: [a], threshold: 2 });
    expect(next.signed).toMatchObject({ isPublished: false });
    expect(read(folder, 'manifest.json')).toEqual(before);
    expect((await verify(folder, [a, b])).failures).toEqual([]);
    expect(await signSite(folder, [b], 2)).toMatchObject({ isPublished: true });
    expect((await verify(folder, [a, b])).payload?.sequence).toBe(2);
  });

  it('will not be signed when it is older than what is published, or damaged by the way', async () => {
    const [folder, a] = [tempFolder(), await signer(1)];
    await build(inner, folder);
    const old = read(folder, 'manifest.payload.json');
    await build(inner, folder, { keys: [a] });
    writeFileSync(join(folder, 'manifest.payload.json'), old);
    await expect(signSite(folder, [a], 1)).rejects.toMatchObject({ code: 'SITE_SEQUENCE' });
    writeFileSync(join(folder, 'manifest.payload.json'), '{"format":1}');
    await expect(signSite(folder, [a], 1)).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
    rmSync(join(folder, 'manifest.payload.json'));
    await expect(signSite(folder, [a], 1)).rejects.toMatchObject({ code: 'SITE_UNREADABLE' });
  });
});

describe('one version after another', () => {
  it('five of them verify, with deltas from the last three', { timeout: 60_000 }, async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    let records: StationRecord[] = inner;
    const packs: Uint8Array[] = [];
    for (let version = 1; version <= 5; version++) {
      const { payload } = await build(records, folder, {
        keys: [key],
        publishedAt: dayOne + version * 3_600_000,
      });
      expect(payload.sequence).toBe(version);
      const [{ snapshot, deltas } = {} as never] = payload.packs;
      const pack = gunzip(read(folder, snapshot.path), snapshot.bytes);
      expect(deltas.map(({ fromSha256 }) => fromSha256)).toEqual(
        packs.slice(-3).reverse().map(sha256Hex),
      );
      for (const delta of deltas) {
        const from = packs.find((bytes) => sha256Hex(bytes) === delta.fromSha256)!;
        const unpacked = gunzip(read(folder, delta.path), delta.bytes);
        expect(sha256Hex(applyDelta(from, unpacked))).toBe(snapshot.sha256);
        expect(delta.packedBytes).toBeLessThan(snapshot.packedBytes / 5);
      }
      packs.push(pack);
      const report = await verify(folder, [key]);
      expect(report.failures).toEqual([]);
      expect(report.checked).toMatchObject({ deltas: deltas.length, deltasApplied: deltas.length });
      records = edited(records, version);
    }
  });

  it('may be in folders of their own, which carry on what devices need', async () => {
    const [one, two, three, key] = [tempFolder(), tempFolder(), tempFolder(), await signer(1)];
    await build(inner, one, { keys: [key] });
    writeFileSync(join(one, 'keys.json'), '');
    await build(edited(inner, 1), two, { keys: [key], previous: one });
    const { payload } = await build(edited(inner, 2), three, { keys: [key], previous: two });
    expect(payload.sequence).toBe(3);
    expect(payload.packs[0]!.deltas).toHaveLength(2);
    for (const path of readdirSync(join(one, 'packs')))
      expect(existsSync(join(three, 'packs', path))).toBe(true);
    expect(existsSync(join(three, 'keys.json'))).toBe(true);
    expect((await verify(three, [key])).checked.deltasApplied).toBe(2);
  });

  it('a pack that did not change has no delta to itself, and the same name', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    const first = await build(inner, folder, { keys: [key] });
    const again = await build(inner, folder, { keys: [key], publishedAt: dayOne + 60_000 });
    expect(again.payload.packs).toEqual(first.payload.packs);
    expect(again.payload.sequence).toBe(2);
  });

  it('content goes back by going forward', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    const first = await build(inner, folder, { keys: [key] });
    await build(edited(inner, 1), folder, { keys: [key] });
    const { payload } = await build(inner, folder, { keys: [key] });
    expect(payload.sequence).toBe(3);
    expect(payload.packs[0]!.snapshot).toEqual(first.payload.packs[0]!.snapshot);
    expect(payload.packs[0]!.deltas).toHaveLength(1);
    expect((await verify(folder, [key])).failures).toEqual([]);
  });

  it('old files go when their versions are no longer kept, others of the folder stay', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    mkdirSync(join(folder, 'packs'));
    writeFileSync(join(folder, 'packs', 'README'), 'ours');
    writeFileSync(join(folder, 'index.html'), 'ours');
    for (let version = 1; version <= 4; version++) {
      const records = edited(inner, version);
      await build(records, folder, { keys: [key], keep: 1, deltas: 1 });
      expect((await verify(folder, [key])).failures).toEqual([]);
    }
    expect(readdirSync(join(folder, 'packs')).sort()).toHaveLength(3);
    expect(readdirSync(join(folder, 'history'))).toEqual(['3.json']);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('ours');
    expect(existsSync(join(folder, 'packs', 'README'))).toBe(true);
  });

  it('goes on without a delta from a pack that is damaged or gone, and says so', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    const { payload } = await build(inner, folder, { keys: [key] });
    const { path } = payload.packs[0]!.snapshot;
    writeFileSync(join(folder, path), 'rot');
    const next = await build(edited(inner, 1), folder, { keys: [key] });
    expect(next.notes).toEqual([expect.stringContaining(path)]);
    expect(next.payload.packs[0]!.deltas).toEqual([]);
    // What rotted is written again when it is needed.
    await build(inner, folder, { keys: [key] });
    expect((await verify(folder, [key])).failures).toEqual([]);
  });

  it('F47: a fifth of the stations does not vanish unasked', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    const options = { keys: [key], packs: 'district' } as const;
    await build(inner, folder, options);
    const before = filesOf(folder);
    const less = inner.filter((_, i) => i % 4 !== 0);
    const one = recordsIn('310101');
    for (const records of [less, one, []]) {
      const refused = build(records, folder, options);
      await expect(refused).rejects.toMatchObject({ code: 'SITE_SHRUNK' });
      await expect(refused).rejects.toThrow('--allow-shrink');
      expect(filesOf(folder)).toEqual(before);
    }
    await expect(build(one, folder, options)).rejects.toThrow(/310106: \d+ stations, now 0/);
    // A tenth may.
    await build(
      inner.filter((_, i) => i % 10 !== 0),
      folder,
      options,
    );
    const { payload, shrinks } = await build(one, folder, { ...options, allowShrink: true });
    expect(payload.shrunkAt).toBe(payload.sequence);
    expect(shrinks.map(({ pack }) => pack)).toEqual([undefined, '310106']);
    const empty = await build([], folder, { ...options, allowShrink: true });
    expect(empty.payload.packs).toEqual([]);
    expect((await verify(folder, [key])).failures).toEqual([]);
  });

  it('numbers only rise, also past those that were built and not published', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    await build(inner, folder, { keys: [key], sequence: 7 });
    await build(inner, folder);
    expect((await build(inner, folder, { keys: [key] })).payload.sequence).toBe(9);
    for (const sequence of [1, 9])
      await expect(build(inner, folder, { sequence })).rejects.toMatchObject({
        code: 'SITE_SEQUENCE',
      });
    expect((await build(inner, folder, { sequence: 100 })).payload.sequence).toBe(100);
  });

  it('a site stays that of its dataset and channel', async () => {
    const folder = tempFolder();
    await build(inner, folder);
    await expect(build(inner, folder, { dataset: 'beijing' })).rejects.toThrow(
      'shanghai, as before',
    );
    await expect(build(inner, folder, { channel: 'beta' })).rejects.toThrow('stable, as before');
  });

  it('refuses to go on from a manifest that is damaged', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    await build(inner, folder, { keys: [key] });
    writeFileSync(join(folder, 'manifest.json'), '<html>');
    await expect(build(inner, folder)).rejects.toMatchObject({ code: 'NOT_MANIFEST' });
  });
});

describe('options', () => {
  it.each([
    ['dataset', 'Shanghai'],
    ['dataset', undefined],
    ['channel', '../x'],
    ['packs', 'province'],
    ['deltas', 9],
    ['deltas', 1.5],
    ['keep', 0],
    ['sequence', 0],
    ['publishedAt', Number.NaN],
    ['publishedAt', 1_700_000_000],
    ['expiresDays', 0],
    ['minSdk', '1'],
    ['threshold', 0],
    ['dataSet', 'x'],
  ])('%s: %s is refused', async (name, value) => {
    const options = { [name]: value } as Partial<BuildOptions>;
    await expect(build(inner, tempFolder(), options)).rejects.toMatchObject({
      code: 'INVALID_OPTION',
    });
  });

  it('more packs than a manifest may have are refused', async () => {
    const records = Array.from({ length: 65 }, (_, i) => ({
      id: `s${i}`,
      position: [121, 31 + i / 1000] as const,
      district: String(320_101 + i),
    }));
    const many = build(records, tempFolder(), { packs: 'district' });
    await expect(many).rejects.toMatchObject({ code: 'SITE_TOO_LARGE' });
    await expect(many).rejects.toThrow('--packs city');
  });
});

describe('an interrupted build', () => {
  it('that fails half-way leaves what was published', async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    await build(inner, folder, { keys: [key] });
    const before = read(folder, 'manifest.json');
    // A file where a folder has to be: packs can be written, deltas cannot.
    writeFileSync(join(folder, 'deltas'), '');
    await expect(build(edited(inner, 1), folder, { keys: [key] })).rejects.toThrow();
    expect(read(folder, 'manifest.json')).toEqual(before);
    expect((await verify(folder, [key])).failures).toEqual([]);
    rmSync(join(folder, 'deltas'));
    await build(edited(inner, 1), folder, { keys: [key] });
    expect((await verify(folder, [key])).payload?.sequence).toBe(2);
  });

  it('that is killed leaves a whole site', { timeout: 120_000 }, async () => {
    const [folder, key] = [tempFolder(), await signer(1)];
    await build(inner, folder, { keys: [key] });
    const child = await bundled('test/support/build-child.ts');
    let last = 1;
    for (let round = 0; round < rounds(2, 20); round++) {
      const builder = spawn(process.execPath, [child, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      // Killed somewhere in a build, after the first, which takes some 100 ms.
      await new Promise((resolve) => builder.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, 20 + ((round * 37) % 150)));
      builder.kill('SIGKILL');
      await new Promise((resolve) => builder.once('exit', resolve));
      const report = await verify(folder, [key]);
      expect(report.failures).toEqual([]);
      expect(report.payload!.sequence).toBeGreaterThanOrEqual(last);
      last = report.payload!.sequence;
    }
    expect(last).toBeGreaterThan(1);
  });
});
