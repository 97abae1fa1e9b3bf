import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Fault, faultNames } from '../../../src/publish/serve/faults';
import { type ServeOptions, serveSite } from '../../../src/publish/serve/serve-site';
import { tempFolder } from '../../support/sites';

/* Asked over a bare socket: a client of our own would forgive what it shares with the server. */

const body = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7) % 256));
const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
const manifest = '{"yizhan":"manifest-v1"}\n';

interface Reply {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** Whether the body has as many bytes as were announced. */
  readonly isWhole: boolean;
}

async function start(options: ServeOptions = {}): Promise<(head: string) => Promise<Reply>> {
  const folder = tempFolder();
  mkdirSync(join(folder, 'packs'));
  writeFileSync(join(folder, 'packs', 'a.pack.gz'), body);
  writeFileSync(join(folder, 'manifest.json'), manifest);
  writeFileSync(join(folder, '.hidden'), 'secret');
  writeFileSync(join(folder, 'empty.json'), '');
  symlinkSync('/etc/hostname', join(folder, 'link'));
  const server = await serveSite(folder, { port: 0, ...options });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  return (head) => ask(port, head);
}

/** Sends these lines as they are. */
function ask(port: number, head: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      try {
        resolve(parse(Buffer.concat(chunks)));
      } catch (error) {
        reject(error as Error);
      }
    });
    socket.write(`${head.trim().replace(/\n/g, '\r\n')}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });
}

function parse(raw: Buffer): Reply {
  const end = raw.indexOf('\r\n\r\n');
  if (end === -1) throw new Error('no answer');
  const [first = '', ...lines] = raw.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 2),
    ]),
  );
  const rest = raw.subarray(end + 4);
  const length = headers.get('content-length');
  return {
    status: Number(first.split(' ')[1]),
    headers,
    body: rest,
    isWhole: length === undefined || Number(length) === rest.length,
  };
}

describe('a file', () => {
  it('comes as it is, with what keeps proxies and caches from harm', async () => {
    const get = await start();
    const pack = await get('GET /packs/a.pack.gz HTTP/1.1\nAccept-Encoding: gzip, br');
    expect(pack.status).toBe(200);
    expect(pack.body.equals(body)).toBe(true);
    expect(Object.fromEntries(pack.headers)).toMatchObject({
      'content-length': '5000',
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable, no-transform',
      etag,
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
    expect(pack.headers.get('access-control-expose-headers')).toContain('ETag');
    expect(pack.headers.has('content-encoding')).toBe(false);
    const json = await get('GET /manifest.json HTTP/1.1');
    expect(json.body.toString()).toBe(manifest);
    expect(json.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(json.headers.get('content-type')).toBe('application/json');
  });

  it('HEAD: the same without the body', async () => {
    const get = await start();
    const head = await get('HEAD /packs/a.pack.gz HTTP/1.1');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers.get('content-length')).toBe('5000');
    expect(head.headers.get('etag')).toBe(etag);
  });

  it('If-None-Match: 304 where it is known already', async () => {
    const get = await start();
    const status = async (value: string) =>
      (await get(`GET /packs/a.pack.gz HTTP/1.1\nIf-None-Match: ${value}`)).status;
    expect(await status(etag)).toBe(304);
    expect(await status(`"other", ${etag}`)).toBe(304);
    expect(await status(`W/${etag}`)).toBe(304);
    expect(await status('*')).toBe(304);
    expect(await status('"other"')).toBe(200);
    const known = await get(`GET /packs/a.pack.gz HTTP/1.1\nIf-None-Match: ${etag}`);
    expect(known.body.length).toBe(0);
    expect(known.headers.get('etag')).toBe(etag);
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, 4999],
    ['bytes=-10', 4990, 4999],
    ['bytes=4999-4999', 4999, 4999],
    ['bytes=4000-99999', 4000, 4999],
    ['bytes=-99999', 0, 4999],
  ])('Range: %s', async (range, from, to) => {
    const get = await start();
    const part = await get(`GET /packs/a.pack.gz HTTP/1.1\nRange: ${range}`);
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to}/5000`);
    expect(part.body.equals(body.subarray(from, to + 1))).toBe(true);
    expect(part.isWhole).toBe(true);
  });

  it('Range: 416 for what is not there, all for what is no single range', async () => {
    const get = await start();
    for (const range of ['bytes=5000-', 'bytes=9999-10000', 'bytes=-0']) {
      const none = await get(`GET /packs/a.pack.gz HTTP/1.1\nRange: ${range}`);
      expect(none.status, range).toBe(416);
      expect(none.headers.get('content-range')).toBe('bytes */5000');
    }
    for (const range of [
      'bytes=5-1',
      'bytes=a-b',
      'bytes=',
      'bytes=-',
      'items=0-1',
      'bytes=0-1,3-4',
    ])
      expect((await get(`GET /packs/a.pack.gz HTTP/1.1\nRange: ${range}`)).status, range).toBe(200);
    expect((await get('GET /empty.json HTTP/1.1\nRange: bytes=0-')).status).toBe(416);
  });

  it('If-Range: a part of the same version only', async () => {
    const get = await start();
    const status = async (value: string) =>
      (await get(`GET /packs/a.pack.gz HTTP/1.1\nRange: bytes=0-9\nIf-Range: ${value}`)).status;
    expect(await status(etag)).toBe(206);
    expect(await status('"other"')).toBe(200);
    expect(await status(`W/${etag}`)).toBe(200);
  });

  it('OPTIONS: any page may ask, with Range and If-None-Match', async () => {
    const get = await start();
    const reply = await get(
      'OPTIONS /manifest.json HTTP/1.1\nOrigin: https://app.example\nAccess-Control-Request-Headers: range',
    );
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-headers')).toMatch(/Range.*If-None-Match/);
    expect(reply.headers.get('access-control-allow-methods')).toContain('GET');
    expect((await get('POST /manifest.json HTTP/1.1')).status).toBe(405);
    expect((await get('DELETE /packs/a.pack.gz HTTP/1.1')).status).toBe(405);
  });

  it('F79: nothing outside the folder, nothing hidden', async () => {
    const get = await start();
    for (const path of [
      '/../etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/packs/../../etc/passwd',
      '/packs/..%5c..%5cmanifest.json',
      '//etc/passwd',
      '/.hidden',
      '/packs/',
      '/packs',
      '/',
      '/%00',
      '/%zz',
      '/manifest.json%00.gz',
      '/link',
      '/nothing',
    ])
      expect((await get(`GET ${path} HTTP/1.1`)).status, path).toBe(404);
    expect((await get('GET /manifest.json?x=1 HTTP/1.1')).status).toBe(200);
  });
});

describe('a fault', () => {
  const withFault = async (fault: Fault, more: ServeOptions = {}) => {
    const get = await start({ fault, ...more });
    return get('GET /packs/a.pack.gz HTTP/1.1');
  };

  it('has a test for each', () => expect(faultNames).toHaveLength(14));

  it.each([
    ['403', 403],
    ['404', 404],
    ['429', 429],
    ['500', 500],
    ['503', 503],
    ['redirect', 302],
  ] as const)('%s', async (fault, status) => {
    const reply = await withFault(fault);
    expect(reply.status).toBe(status);
    expect(reply.body.includes(body)).toBe(false);
    if (status === 429) expect(reply.headers.get('retry-after')).toBe('3');
    if (status === 302) expect(reply.headers.get('location')).toMatch(/^http:\/\/captive\.invalid/);
  });

  it('captive-portal', async () => {
    const reply = await withFault('captive-portal');
    expect(reply.status).toBe(200);
    expect(reply.body.toString()).toMatch(/^<!DOCTYPE html>/);
  });

  it('truncated, short, corrupt, encoded', async () => {
    const truncated = await withFault('truncated');
    expect([truncated.body.length, truncated.isWhole]).toEqual([2500, false]);
    const short = await withFault('short');
    expect([short.body.length, short.isWhole]).toEqual([2500, true]);
    const corrupt = await withFault('corrupt');
    const different = [...corrupt.body].filter((byte, at) => byte !== body[at]);
    expect([corrupt.body.length, different.length]).toEqual([5000, 1]);
    const encoded = await withFault('encoded');
    expect(encoded.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(encoded.body).equals(body)).toBe(true);
  });

  it('reset and stall give nothing', async () => {
    await expect(withFault('reset')).rejects.toThrow();
    const late = new Promise((resolve) => setTimeout(() => resolve('nothing'), 300));
    const reply = withFault('stall').catch(() => 'cut');
    expect(await Promise.race([reply, late])).toBe('nothing');
  });

  it('slow: a kilobyte a second, from the start', async () => {
    const began = Date.now();
    const get = await start({ fault: 'slow' });
    const reply = await get('GET /packs/a.pack.gz HTTP/1.1\nRange: bytes=0-599');
    // 600 bytes are three pieces.
    expect(Date.now() - began).toBeGreaterThan(450);
    expect(reply.body.equals(body.subarray(0, 600))).toBe(true);
  });

  it('may hit manifests or packs alone', async () => {
    const onPacks = await start({ fault: '500', faultOn: 'packs' });
    expect((await onPacks('GET /manifest.json HTTP/1.1')).status).toBe(200);
    expect((await onPacks('GET /packs/a.pack.gz HTTP/1.1')).status).toBe(500);
    const onManifest = await start({ fault: '500', faultOn: 'manifest' });
    expect((await onManifest('GET /manifest.json HTTP/1.1')).status).toBe(500);
    expect((await onManifest('GET /packs/a.pack.gz HTTP/1.1')).status).toBe(200);
  });
});

describe('the server', () => {
  it('refuses a folder that is none, a port that is taken, a fault nobody knows', async () => {
    await expect(serveSite('/nowhere')).rejects.toMatchObject({ code: 'SITE_UNREADABLE' });
    const server = await serveSite(tempFolder(), { port: 0 });
    onTestFinished(() => server.close());
    const port = Number(new URL(server.url).port);
    await expect(serveSite(tempFolder(), { port })).rejects.toMatchObject({
      code: 'INVALID_OPTION',
    });
    for (const bad of [{ fault: 'fire' as Fault }, { port: -1 }, { faultOn: 'x' as 'all' }])
      await expect(serveSite(tempFolder(), bad)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });

  it('listens on this machine alone unless told otherwise, and gives the port back', async () => {
    const server = await serveSite(tempFolder(), { port: 0 });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
  });
});
