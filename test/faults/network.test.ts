import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStations } from '../../src/hosts/node/open-stations';
import { codeOf, hostWithBell, makeRig, type Rig, versions } from '../support/device';
import { head, type RawReply, type RawRequest, RawServer, reply } from '../support/raw-server';
import { tempFolder } from '../support/sites';
import { some } from '../support/some';

/*
 * What can happen to bytes between a publisher and a device, on a real socket. KEEP: the device answers as before,
 * byte for byte, has written nothing, and says what went wrong; then the line is mended, and the update arrives.
 */

const isPack = (path: string) => /^\/(packs|deltas)\//.test(path);
const isManifest = (path: string) => path === '/manifest.json';

/** Spoils the right answers to some requests. */
function spoil(
  rig: Rig,
  which: (path: string) => boolean,
  spoiled: (body: Buffer, headers: string, request: RawRequest) => RawReply | Promise<RawReply>,
): void {
  rig.server.answer = async (request) => {
    const right = await rig.right(request);
    if (!which(request.path)) return right;
    const [headers, body] = right.parts as [string, Buffer];
    return spoiled(Buffer.from(body ?? ''), headers, request);
  };
}

async function keepsThenArrives(rig: Rig, code: string): Promise<void> {
  await rig.keeps(code);
  rig.server.answer = rig.right;
  await rig.arrives();
}

type Spoil = (body: Buffer, headers: string, request: RawRequest) => RawReply | Promise<RawReply>;

const withLength = (length: number) => head(200, { 'Content-Length': String(length) });
const chunk = (bytes: Uint8Array) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
const login = '<!DOCTYPE html><html><title>Wi-Fi</title><body>Log in</body></html>\n';

/** Name, code, what happens to packs or to the manifest. */
const keeping: readonly [string, string, (path: string) => boolean, Spoil][] = [
  ['F03 reset before headers', 'NETWORK_FAILED', isPack, () => ({ parts: [], after: 'reset' })],
  [
    'F03 reset before headers, of the manifest',
    'NETWORK_FAILED',
    isManifest,
    () => ({ parts: [], after: 'reset' }),
  ],
  [
    'F04 reset in the middle, again and again',
    'NETWORK_FAILED',
    isPack,
    (body) => ({
      parts: [withLength(body.length), body.subarray(0, 100)],
      after: 'reset',
      pauseMilliseconds: 5,
    }),
  ],
  ['F06 header stall', 'NETWORK_STALLED', isPack, () => ({ parts: [], after: 'hang' })],
  [
    'F06 header stall of the manifest',
    'NETWORK_STALLED',
    isManifest,
    () => ({ parts: [], after: 'hang' }),
  ],
  [
    'F07 drip',
    'NETWORK_TOO_SLOW',
    isPack,
    (body) => ({
      parts: [withLength(body.length), ...[...body].map((byte) => Uint8Array.of(byte))],
      pauseMilliseconds: 50,
    }),
  ],
  [
    'F07 drip of the manifest',
    'NETWORK_TOO_SLOW',
    isManifest,
    (body) => ({
      parts: [withLength(body.length), ...[...body].map((byte) => Uint8Array.of(byte))],
      pauseMilliseconds: 50,
    }),
  ],
  [
    'F08 endless body',
    'WRONG_SIZE',
    isPack,
    () => ({
      parts: [
        head(200, { Connection: 'close' }),
        ...Array.from({ length: 400 }, () => Buffer.alloc(65_536)),
      ],
    }),
  ],
  [
    'F08 endless manifest',
    'WRONG_SIZE',
    isManifest,
    () => ({
      parts: [
        head(200, { Connection: 'close' }),
        ...Array.from({ length: 400 }, () => Buffer.alloc(65_536, 32)),
      ],
    }),
  ],
  [
    'F09 body shorter than stated',
    'NETWORK_FAILED',
    isPack,
    (body) => ({
      parts: [withLength(body.length + 500), body.subarray(0, 200)],
      after: 'end',
    }),
  ],
  ['F09 whole, but short', 'NETWORK_FAILED', isPack, (body) => reply(200, body.subarray(0, 200))],
  [
    'F10 longer than stated',
    'WRONG_SIZE',
    isPack,
    (body) => reply(200, Buffer.concat([body, body])),
  ],
  [
    'F11 unterminated chunk',
    'NETWORK_FAILED',
    isPack,
    (body) => ({
      parts: [head(200, { 'Transfer-Encoding': 'chunked' }), chunk(body.subarray(0, 300))],
      after: 'end',
    }),
  ],
  [
    'F12 short, ended by closing',
    'NETWORK_FAILED',
    isPack,
    (body) => ({
      parts: [head(200, { Connection: 'close' }), body.subarray(0, 300)],
      after: 'end',
    }),
  ],
  [
    'F13 content-encoding gzip, truncated',
    'NETWORK_FAILED',
    isPack,
    (body) => {
      const packed = gzipSync(body);
      return reply(200, packed.subarray(0, packed.length >> 1), { 'Content-Encoding': 'gzip' });
    },
  ],
  [
    'F17 captive portal',
    'NOT_MANIFEST',
    isManifest,
    () => reply(200, login, { 'Content-Type': 'text/html' }),
  ],
  [
    'F17 captive portal for packs',
    'NETWORK_FAILED',
    isPack,
    () => reply(200, login, { 'Content-Type': 'text/html' }),
  ],
  [
    'F17 captive portal for everything',
    'NOT_MANIFEST',
    () => true,
    () => reply(200, login, { 'Content-Type': 'text/html' }),
  ],
  [
    'F18 redirect to a login page',
    'FOREIGN_REDIRECT',
    isManifest,
    () => reply(302, '', { Location: 'http://login.invalid/' }),
  ],
  [
    'F18 redirect of a pack',
    'FOREIGN_REDIRECT',
    isPack,
    () => reply(302, '', { Location: 'http://127.0.0.1:1/x' }),
  ],
  [
    'F18 redirects in a circle',
    'FOREIGN_REDIRECT',
    isManifest,
    () => reply(302, '', { Location: '/manifest.json' }),
  ],
  ['F19 404 for all packs', 'HTTP_STATUS', isPack, () => reply(404)],
  ['F19 404 for the manifest', 'HTTP_STATUS', isManifest, () => reply(404)],
  ['F20 403', 'HTTP_STATUS', isManifest, () => reply(403)],
  ['F20 451', 'HTTP_STATUS', isPack, () => reply(451)],
  ['F21 429, seconds', 'SERVER_BUSY', isManifest, () => reply(429, '', { 'Retry-After': '3' })],
  [
    'F21 503, a date',
    'SERVER_BUSY',
    isManifest,
    () => reply(503, '', { 'Retry-After': new Date(Date.now() + 6e4).toUTCString() }),
  ],
  ['F21 503, garbage', 'SERVER_BUSY', isPack, () => reply(503, '', { 'Retry-After': 'soon' })],
  [
    'F21 503, ten years',
    'SERVER_BUSY',
    isPack,
    () => reply(503, '', { 'Retry-After': '315360000' }),
  ],
  ['F22 500 for ever', 'HTTP_STATUS', isManifest, () => reply(500)],
  [
    'F27 another blob than the manifest states',
    'WRONG_HASH',
    isPack,
    (body) => {
      const other = Buffer.from(body);
      other[other.length >> 1]! ^= 1;
      return reply(200, other);
    },
  ],
];

describe('the network', () => {
  it.each(some(keeping))('%s: KEEP %s', async (_name, code, which, spoiled) => {
    const rig = await makeRig();
    spoil(rig, which, spoiled);
    await keepsThenArrives(rig, code);
  });

  it('F01 no such host: KEEP', async () => {
    const rig = await makeRig();
    const client = await rig.open();
    // The name is that of the first source; what is kept is kept under it.
    expect(
      await codeOf(
        openStations({
          source: 'http://nowhere.invalid/',
          crs: 'gcj02',
          unsigned: true,
          folder: tempFolder(),
          refresh: false,
        }),
      ),
    ).toBe('NETWORK_FAILED');
    expect(client.stations.size).toBeGreaterThan(0);
  });

  it('F02 refused: KEEP', async () => {
    const rig = await makeRig();
    await rig.server.stop();
    await rig.keeps('NETWORK_FAILED');
  });

  it('F04 broken off: goes on from where it was', async () => {
    const rig = await makeRig({ isNew: true });
    const ranges: (string | undefined)[] = [];
    spoil(rig, isPack, (body, headers, { headers: sent, before }) => {
      ranges.push(sent['range']);
      if (before === 2) return { parts: [headers, body] };
      return { parts: [headers, body.subarray(0, 5000)], after: 'reset', pauseMilliseconds: 30 };
    });
    await rig.arrives();
    expect(ranges).toEqual([undefined, 'bytes=5000-', 'bytes=10000-']);
  });

  it('F04 broken off and given up: the next refresh goes on from where it was', async () => {
    const rig = await makeRig({ isNew: true });
    spoil(rig, isPack, (body, headers, { before }) =>
      before === 0
        ? { parts: [headers, body.subarray(0, 5000)], after: 'hang' }
        : { parts: [headers, body] },
    );
    const controller = new AbortController();
    const aborted = codeOf(
      rig.client.refresh({
        signal: controller.signal,
        onProgress: ({ receivedBytes }) => receivedBytes > 0 && controller.abort(),
      }),
    );
    expect(await aborted).toBe('ABORTED');
    await rig.arrives();
    const [, second] = rig.server.requests.filter(({ path }) => isPack(path));
    expect(second?.headers['range']).toBe('bytes=5000-');
  });

  it('F05 a certificate nobody knows: KEEP, and nothing without TLS', async () => {
    const rig = await makeRig();
    const folder = tempFolder();
    const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const own = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost'];
    execFileSync('openssl', [...own, '-keyout', keyFile, '-out', certFile], { stdio: 'pipe' });
    const key = readFileSync(keyFile);
    const cert = readFileSync(certFile);
    let requests = 0;
    const tls = createServer({ key, cert }, () => requests++).listen(0, '127.0.0.1');
    await once(tls, 'listening');
    onTestFinished(() => void tls.close());
    const { port } = tls.address() as AddressInfo;
    const client = await rig.open({
      source: [`https://127.0.0.1:${port}/`, rig.server.url],
      unsigned: true,
      keys: undefined,
      folder,
      ready: 'now',
    });
    rig.server.answer = () => reply(500);
    expect(await codeOf(client.refresh())).toBe('NETWORK_FAILED');
    expect(requests).toBe(0);
  });

  it.each([
    ['F13 gzip truncated by the server', (body: Buffer) => body.subarray(0, -9)],
    [
      'F14 bad CRC',
      (body: Buffer) => Buffer.concat([body.subarray(0, -8), Buffer.from([1]), body.subarray(-7)]),
    ],
    ['F15 trailing garbage', (body: Buffer) => Buffer.concat([body, Buffer.from('garbage')])],
    ['F28 a proxy that edits', (body: Buffer) => Buffer.from(body.map((byte) => byte ^ 1))],
  ])('%s: KEEP', async (_name, change) => {
    const rig = await makeRig();
    spoil(rig, isPack, (body) => reply(200, change(body)));
    const code = await codeOf(rig.client.refresh());
    expect(['WRONG_HASH', 'WRONG_SIZE', 'NETWORK_FAILED']).toContain(code);
    await keepsThenArrives(rig, code);
  });

  it('F16 encoded once more by a proxy: arrives', async () => {
    const rig = await makeRig();
    spoil(rig, isPack, (body) => reply(200, gzipSync(body), { 'Content-Encoding': 'gzip' }));
    await rig.arrives();
  });

  it('F19 404 for the delta alone: the whole pack', async () => {
    const rig = await makeRig();
    spoil(
      rig,
      (path) => path.startsWith('/deltas/'),
      () => reply(404),
    );
    await rig.arrives();
    expect(rig.server.requests.some(({ path }) => path.startsWith('/packs/'))).toBe(true);
  });

  it('F20 403: asked once, not again and again', async () => {
    const rig = await makeRig();
    spoil(rig, isManifest, () => reply(403));
    await codeOf(rig.client.refresh());
    expect(rig.server.count('/manifest.json')).toBe(1);
  });

  it.each([
    ['3', 3],
    ['garbage', 60],
    ['-5', 0],
    ['315360000', 86_400],
    [new Date(Date.now() + 3.2e10).toUTCString(), 86_400],
  ])('F21 Retry-After: %s is %d s', async (after, seconds) => {
    const rig = await makeRig();
    spoil(rig, isManifest, () => reply(429, '', { 'Retry-After': after }));
    await expect(rig.client.refresh()).rejects.toMatchObject({
      retryAfterSeconds: seconds,
      status: 429,
    });
    expect(rig.server.count('/manifest.json')).toBe(1);
  });

  it('F22 500 three times, then 200: one success', async () => {
    const rig = await makeRig();
    spoil(rig, isManifest, (body, headers, { before }) =>
      before < 3 ? reply(500) : { parts: [headers, body] },
    );
    await rig.arrives();
  });

  it('F23 304 for what is not here: asked anew, past caches', async () => {
    const rig = await makeRig({ isNew: true });
    spoil(rig, isManifest, (body, headers, { headers: sent }) =>
      sent['cache-control'] === 'no-cache' ? { parts: [headers, body] } : { parts: [head(304)] },
    );
    await rig.arrives();
  });

  it('F24 wrong Content-Range: from the start', async () => {
    const rig = await makeRig({ isNew: true });
    spoil(rig, isPack, (body, headers, { headers: sent, before }) => {
      if (before === 0)
        return { parts: [headers, body.subarray(0, 5000)], after: 'reset', pauseMilliseconds: 30 };
      if (sent['range'] === undefined) return { parts: [headers, body] };
      return reply(206, body, { 'Content-Range': `bytes 0-${body.length - 1}/${body.length}` });
    });
    await rig.arrives();
  });

  it('F24 206 that nobody asked for: from the start', async () => {
    const rig = await makeRig({ isNew: true });
    spoil(rig, isPack, (body, headers, { before }) =>
      before === 0
        ? reply(206, body.subarray(100), {
            'Content-Range': `bytes 100-${body.length - 1}/${body.length}`,
          })
        : { parts: [headers, body] },
    );
    await rig.arrives();
  });

  it('F25 another file in the middle: from the start', async () => {
    const rig = await makeRig({ isNew: true });
    spoil(rig, isPack, (body, headers, { before }) => {
      const other = Buffer.from(body.map((byte) => byte ^ 1));
      if (before === 0)
        return {
          parts: [
            withLength(body.length).replace('\r\n\r\n', '\r\nETag: "other"\r\n\r\n'),
            other.subarray(0, 5000),
          ],
          after: 'reset',
          pauseMilliseconds: 30,
        };
      return { parts: [headers, body] };
    });
    await rig.arrives();
  });

  it('F25 the same without ETags: the hash notices', async () => {
    const rig = await makeRig({ isNew: true });
    spoil(rig, isPack, (body, _headers, { headers: sent, before }) => {
      if (before === 0) {
        const other = Buffer.from(body.map((byte) => byte ^ 1));
        return {
          parts: [withLength(body.length), other.subarray(0, 5000)],
          after: 'reset',
          pauseMilliseconds: 30,
        };
      }
      const from = Number(/\d+/.exec(sent['range'] ?? '0')?.[0]);
      const range = { 'Content-Range': `bytes ${from}-${body.length - 1}/${body.length}` };
      return from === 0 ? reply(200, body) : reply(206, body.subarray(from), range);
    });
    await rig.arrives();
  });

  it('F26 a mirror that is behind: the next one', async () => {
    const { first } = await versions();
    const rig = await makeRig();
    await rig.client.refresh();
    const behind = await RawServer.start((await import('../support/device')).serving(first));
    onTestFinished(() => behind.stop());
    const client = await rig.open({ source: [rig.server.url, behind.url] });
    spoil(rig, isManifest, () => reply(500));
    // The first is down, the second is behind: nothing goes back.
    expect(await codeOf(client.refresh())).toBe('ROLLBACK');
    rig.server.answer = rig.right;
    expect(await client.refresh()).toBe(false);
  });

  it('F27 a mirror with other files: the next one has them', async () => {
    const rig = await makeRig();
    const { second } = await versions();
    const good = await RawServer.start((await import('../support/device')).serving(second));
    onTestFinished(() => good.stop());
    const client = await rig.open({ source: [`${rig.server.url}manifest.json`, good.url] });
    spoil(rig, isPack, (body) => reply(200, Buffer.from(body.map((byte) => byte ^ 1))));
    expect(await client.refresh()).toBe(true);
  });

  it('F29 offline at the start: answers at once, nothing is waited for', async () => {
    const rig = await makeRig();
    await rig.server.stop();
    const client = await rig.open({ refresh: {} });
    expect(client.nearest([121.47, 31.23], { limit: 3 })).toHaveLength(3);
    expect(client.status().lastError).toBeUndefined();
  });

  it.each(['http://[broken', '//', 'http://'])(
    'F18 a redirect to %s, which is no address: typed, and the next mirror',
    async (location) => {
      const rig = await makeRig();
      const bad = await RawServer.start(() => reply(302, '', { Location: location }));
      onTestFinished(() => bad.stop());
      const folder = tempFolder();
      expect(await codeOf(rig.open({ source: bad.url, folder }))).toBe('FOREIGN_REDIRECT');
      const client = await rig.open({ source: [bad.url, rig.server.url], folder });
      expect(client.status().sequence).toBe(2);
    },
  );

  it('F18 a Location beside 304 leads nowhere', async () => {
    const rig = await makeRig();
    await rig.client.refresh();
    rig.server.answer = (request) =>
      request.path === '/manifest.json'
        ? { parts: [head(304, { Location: '/elsewhere', ETag: '"x"' })] }
        : rig.right(request);
    expect(await rig.client.refresh()).toBe(false);
    expect(rig.server.count('/elsewhere')).toBe(0);
  });

  it('F21 429 for the delta: not the whole pack instead', async () => {
    const rig = await makeRig();
    rig.server.answer = (request) =>
      request.path.startsWith('/deltas/')
        ? reply(429, '', { 'Retry-After': '60' })
        : rig.right(request);
    await rig.keeps('SERVER_BUSY');
    expect(rig.server.requests.some(({ path }) => path.startsWith('/packs/'))).toBe(false);
  });

  it.each([
    ['alone', false],
    ['and another mirror that lies', true],
  ])('F21 429 %s: nothing is asked by itself meanwhile', async (_, isMirrored) => {
    const rig = await makeRig();
    const portal = await RawServer.start(() => reply(200, '<html>'));
    onTestFinished(() => portal.stop());
    const { host, ring } = hostWithBell();
    const source = [rig.server.url, ...(isMirrored ? [portal.url] : [])];
    const client = await rig.open({ source, refresh: { onOpen: false } }, host);
    rig.server.answer = () => reply(429, '', { 'Retry-After': '3600' });
    await codeOf(client.refresh());
    const { length } = rig.server.requests;
    ring();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rig.server.requests).toHaveLength(length);
  });
});
