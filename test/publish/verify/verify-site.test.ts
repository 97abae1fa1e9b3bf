import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { gzip } from '../../../src/dataset/gzip';
import { type ManifestPayload, objectPath } from '../../../src/dataset/manifest/payload';
import { buildSite } from '../../../src/publish/build/build-site';
import { packArea } from '../../../src/publish/build/pack-areas';
import { type Fault, faultNames } from '../../../src/publish/serve/faults';
import { serveSite } from '../../../src/publish/serve/serve-site';
import type { SigningKey } from '../../../src/publish/sign/private-keys';
import { sha256Hex } from '../../../src/publish/site/site-folder';
import { folderReader } from '../../../src/publish/verify/folder-reader';
import { httpReader } from '../../../src/publish/verify/http-reader';
import type { SiteReader } from '../../../src/publish/verify/site-reader';
import { type SiteReport, verifySite } from '../../../src/publish/verify/verify-site';
import { manifestOf, testKey } from '../../support/manifests';
import { dayOne, edited, recordsIn, setOf, signer, tempFolder } from '../../support/sites';

const records = recordsIn('310101', '310106');
let key: SigningKey;
let master: string;
let payload: ManifestPayload;

/** A folder of its own for each test, with two versions in two packs. */
function copy(): string {
  const folder = tempFolder();
  cpSync(master, folder, { recursive: true });
  return folder;
}

beforeAll(async () => {
  key = await signer(1);
  master = mkdtempSync(join(tmpdir(), 'yizhan-master-'));
  const options = {
    dataset: 'shanghai',
    publishedAt: dayOne,
    packs: 'district',
    keys: [key],
  } as const;
  await buildSite(setOf(records), master, options);
  ({ payload } = await buildSite(setOf(edited(records, 1)), master, options));
  return () => rmSync(master, { recursive: true });
});

const verify = (reader: SiteReader, more: Partial<Parameters<typeof verifySite>[1]> = {}) =>
  verifySite(reader, { keys: [key.publicKey], now: dayOne, sdkVersion: '1.0.0', ...more });

const verifyFolder = async (folder: string, more = {}): Promise<SiteReport> =>
  verify(await folderReader(folder), more);

/** Publishes another payload over the same files. */
async function publish(folder: string, change: (copy: ManifestPayload) => ManifestPayload) {
  const manifest = await manifestOf(change(payload), [await testKey(1)]);
  writeFileSync(join(folder, 'manifest.json'), manifest);
}

describe('a folder', () => {
  it('is good when it is as it was built', async () => {
    const report = await verifyFolder(copy());
    expect(report.failures).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report.checked).toMatchObject({ packs: 2, deltas: 2, deltasApplied: 2 });
  });

  it('has every file, whole and as it was', async () => {
    for (const path of [
      ...readdirSync(join(master, 'packs')).map((name) => `packs/${name}`),
      ...readdirSync(join(master, 'deltas')).map((name) => `deltas/${name}`),
    ]) {
      const isNamed = JSON.stringify(payload).includes(path);
      for (const harm of ['missing', 'cut', 'longer', 'flipped']) {
        const folder = copy();
        const file = join(folder, path);
        const bytes = readFileSync(file);
        if (harm === 'missing') rmSync(file);
        else if (harm === 'cut') writeFileSync(file, bytes.subarray(0, -1));
        else if (harm === 'longer') writeFileSync(file, Buffer.concat([bytes, Buffer.of(0)]));
        else {
          bytes[bytes.length >> 1]! ^= 1;
          writeFileSync(file, bytes);
        }
        const { failures } = await verifyFolder(folder);
        // What only earlier manifests name is no failure of this one.
        expect(failures.length, `${path} ${harm}`).toBe(isNamed ? 1 : 0);
        if (isNamed) expect(failures[0]).toContain(path);
      }
    }
  });

  it('tells all failures, not the first alone', async () => {
    const folder = copy();
    for (const { snapshot } of payload.packs) rmSync(join(folder, snapshot.path));
    expect((await verifyFolder(folder)).failures).toHaveLength(2);
  });

  it('is signed by keys that are trusted, for the dataset that is asked for', async () => {
    const folder = copy();
    const codes = async (more: object) => (await verifyFolder(folder, more)).failures[0];
    const other = (await signer(2)).publicKey;
    expect(await codes({ keys: [other] })).toContain('UNKNOWN_KEY');
    expect(await codes({ keys: [key.publicKey, other], threshold: 2 })).toContain(
      'THRESHOLD_NOT_MET',
    );
    expect(await codes({ dataset: 'beijing' })).toContain('WRONG_DATASET');
    expect(await codes({ channel: 'beta' })).toContain('WRONG_CHANNEL');
    expect(await codes({ keys: undefined })).toBeUndefined();
    writeFileSync(join(folder, 'keys.json'), '<html>');
    expect(await codes({})).toContain('NOT_KEYS');
    rmSync(join(folder, 'manifest.json'));
    expect(await codes({})).toContain('no manifest.json');
  });

  it('may not be signed yet', async () => {
    const folder = copy();
    rmSync(join(folder, 'manifest.json'));
    const report = await verifyFolder(folder, { keys: undefined });
    expect(report.failures).toEqual([]);
    expect(report.keysVersion).toBeUndefined();
    rmSync(join(folder, 'manifest.payload.json'));
    expect((await verifyFolder(folder, { keys: undefined })).failures[0]).toContain(
      'SITE_UNREADABLE',
    );
  });

  it('says when it has expired', async () => {
    const report = await verifyFolder(copy(), { now: dayOne + 31 * 86_400_000 });
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ isStale: true, notes: [expect.stringContaining('expired')] });
  });

  it('holds as many stations as are signed, where they are signed, and each once', async () => {
    const folder = copy();
    const firstPack = (change: object) => (one: ManifestPayload) => ({
      ...one,
      packs: one.packs.map((pack, i) => (i === 0 ? { ...pack, ...change } : pack)),
    });
    const failureAfter = async (change: object) => {
      await publish(folder, firstPack(change));
      return (await verifyFolder(folder)).failures.join('\n');
    };
    const [{ count, bounds }] = payload.packs as [ManifestPayload['packs'][0]];
    expect(await failureAfter({})).toBe('');
    expect(await failureAfter({ count: count + 1 })).toContain(`it has ${count} stations`);
    const [west, south, east, north] = bounds;
    expect(await failureAfter({ bounds: [west + 1e-7, south, east, north] })).toContain(
      'outside the bounds',
    );
    expect(await failureAfter({ bounds: [west, south, east, north - 1e-7] })).toContain(
      'outside the bounds',
    );
    // The same pack under two names: a station would be shown twice.
    await publish(folder, (one) => ({
      ...one,
      packs: [one.packs[0]!, { ...one.packs[0]!, name: 'twice' }],
    }));
    expect((await verifyFolder(folder)).failures.join('\n')).toContain('as well');
  });

  it('F43: has deltas that lead to the pack, and F37: packs that belong to it', async () => {
    const folder = copy();
    const [one, two] = payload.packs as [ManifestPayload['packs'][0], ManifestPayload['packs'][0]];
    const deltas = [{ ...two.deltas[0]!, fromSha256: one.deltas[0]!.fromSha256 }];
    await publish(folder, (all) => ({ ...all, packs: [{ ...one, deltas }, two] }));
    const [failure] = (await verifyFolder(folder)).failures;
    expect(failure).toContain(two.deltas[0]!.path);
    // A pack under another's hash.
    const mixed = { ...one.snapshot, sha256: two.snapshot.sha256 };
    await publish(folder, (all) => ({
      ...all,
      packs: [
        { ...one, snapshot: mixed },
        { ...two, deltas: [] },
      ],
    }));
    expect((await verifyFolder(folder)).failures.join()).toContain(
      'SHA-256 is not what the manifest states',
    );
  });

  it('F83: a file that unpacks to more, or less, than is signed', async () => {
    const folder = copy();
    const [one, two] = payload.packs as [ManifestPayload['packs'][0], ManifestPayload['packs'][0]];
    for (const bytes of [one.snapshot.bytes - 1, one.snapshot.bytes + 1]) {
      await publish(folder, (all) => ({
        ...all,
        packs: [{ ...one, snapshot: { ...one.snapshot, bytes } }, two],
      }));
      expect((await verifyFolder(folder)).failures).not.toEqual([]);
    }
    // Gzip of what is no pack.
    const packed = gzip(new TextEncoder().encode('no pack at all'));
    const packedSha256 = sha256Hex(packed);
    const path = objectPath('pack', packedSha256);
    writeFileSync(join(folder, path), packed);
    const sha256 = sha256Hex(new TextEncoder().encode('no pack at all'));
    const snapshot = { path, packedBytes: packed.length, packedSha256, bytes: 14, sha256 };
    await publish(folder, (all) => ({ ...all, packs: [{ ...one, snapshot, deltas: [] }, two] }));
    expect((await verifyFolder(folder)).failures.join()).toContain('INVALID_PACK');
  });

  it('passes over history that is damaged: no device needs it', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'history', '1.json'), 'rot');
    const report = await verifyFolder(folder);
    expect(report.failures).toEqual([]);
    expect(report.notes).toEqual([expect.stringContaining('2 of 2 deltas not applied')]);
  });

  it('has to be there', async () => {
    await expect(folderReader('/nowhere')).rejects.toMatchObject({ code: 'SITE_UNREADABLE' });
  });
});

describe('an address', () => {
  it('is read as a folder is', async () => {
    const server = await serveSite(copy(), { port: 0 });
    onTestFinished(() => server.close());
    for (const address of [server.url, server.url.slice(0, -1), `${server.url}manifest.json`]) {
      const report = await verify(httpReader(address));
      expect(report.failures).toEqual([]);
      expect(report.notes).toEqual([]);
      expect(report.checked).toMatchObject({ packs: 2, deltasApplied: 2 });
    }
  });

  it.each(faultNames)('with something wrong: %s', async (fault: Fault) => {
    const server = await serveSite(copy(), { port: 0, fault, faultOn: 'packs' });
    onTestFinished(() => server.close());
    const isEndless = fault === 'stall' || fault === 'slow';
    const report = await verify(httpReader(server.url, isEndless ? 0.2 : undefined));
    // Two packs, two deltas: each of them told. A delta is small enough to come slowly.
    if (fault === 'slow') expect(report.failures.length).toBeGreaterThanOrEqual(2);
    else if (fault === 'encoded') expect(report.notes.join()).toContain('Content-Encoding gzip');
    else expect(report.failures).toHaveLength(4);
  });

  it('F17, F18: a captive portal is no manifest', async () => {
    for (const [fault, code] of [
      ['captive-portal', 'NOT_MANIFEST'],
      ['redirect', 'another origin'],
    ] as const) {
      const server = await serveSite(copy(), { port: 0, fault });
      onTestFinished(() => server.close());
      expect((await verify(httpReader(server.url))).failures.join()).toContain(code);
    }
  });

  it('F08: no more is read than is signed', async () => {
    let sent = 0;
    const url = await serve((_, response) => {
      const more = () => {
        while (sent < 2 ** 30 && response.write(Buffer.alloc(65536, 32))) sent += 65536;
      };
      response.on('drain', more);
      more();
    });
    const report = await verify(httpReader(url, 20));
    expect(report.failures.join()).toContain('more than the 131072 bytes');
    expect(sent).toBeLessThan(2 ** 25);
  });

  it('F02: refuses to go on where nobody answers', async () => {
    const server = await serveSite(copy(), { port: 0 });
    await server.close();
    expect((await verify(httpReader(server.url))).failures.join()).toContain('Cannot fetch');
  });

  it('follows redirects within the origin, not for ever', async () => {
    const folder = copy();
    const url = await serve((request, response) => {
      const path = request.url!;
      if (path.startsWith('/old/')) {
        response.writeHead(301, { Location: path.replace('/old/', '/new/') }).end();
        return;
      }
      if (path.startsWith('/loop/')) {
        response.writeHead(302, { Location: path }).end();
        return;
      }
      try {
        response.end(readFileSync(join(folder, path.replace('/new/', ''))));
      } catch {
        response.writeHead(404).end();
      }
    });
    const report = await verify(httpReader(`${url}old/`));
    expect(report.failures).toEqual([]);
    // A bare server: what is missing is told.
    expect(report.notes.join()).toMatch(/Access-Control-Allow-Origin.*no-transform/);
    expect((await verify(httpReader(`${url}loop/`))).failures.join()).toContain('again and again');
  });

  it('is one', () => {
    for (const bad of ['ftp://x/', 'x', 'http://', ''])
      expect(() => httpReader(bad)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});

describe('a pack of an area', () => {
  it('has bounds that are exactly those of its positions', () => {
    const set = setOf(records);
    const { bounds, count } = packArea(set, set.filter());
    expect(count).toBe(records.length);
    for (const degrees of bounds)
      expect(Math.abs(degrees * 1e7 - Math.round(degrees * 1e7))).toBeLessThan(1e-6);
  });
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
