import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { photoUrls, shareText, telLink } from '../../src/core';
import { openStations } from '../../src/hosts/node/open-stations';
import { buildSite } from '../../src/publish/build/build-site';
import { codeOf, fingerprint, makeRig, type Rig, records, serving } from '../support/device';
import { signed, testKey } from '../support/manifests';
import { RawServer, reply } from '../support/raw-server';
import { dayOne, setOf, signer, tempFolder } from '../support/sites';
import { some } from '../support/some';

/* What the texts of a file can do to an app: be shown, and nothing else. */

/** Opens stations with these fields from a site that somebody has signed. */
async function openSigned(fields: readonly object[]) {
  const all = records.slice(0, fields.length).map((record, i) => ({ ...record, ...fields[i] }));
  const site = tempFolder();
  const key = await signer(1);
  const options = { dataset: 'shanghai', packs: 'none', publishedAt: dayOne } as const;
  await buildSite(setOf(all), site, { ...options, keys: [key] });
  const server = await RawServer.start(serving(site));
  onTestFinished(() => server.stop());
  const { publicKey } = key;
  const open = { source: server.url, keys: [publicKey], crs: 'gcj02', refresh: false } as const;
  await openStations({ ...open, folder: tempFolder() });
  const client = await openStations({ ...open, folder: tempFolder() });
  return all.map(({ id }) => ({ client, station: client.get(id)! }));
}

async function openGeoJson(body: string) {
  const server = await RawServer.start(() => reply(200, body));
  onTestFinished(() => server.stop());
  return openStations({
    source: server.url,
    unsigned: true,
    crs: 'gcj02',
    folder: tempFolder(),
    refresh: false,
  });
}

describe('texts', () => {
  it('F75 members named __proto__ and constructor: no prototype changes', async () => {
    const feature = JSON.stringify(setOf(records.slice(0, 1)).toGeoJson().features[0]);
    const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    const features = [
      feature.replace('"properties":{', `"properties":{${evil},`).replace(/^\{/, `{${evil},`),
      feature.replace('"properties":{', `"properties":{"extra":{${evil}},`),
    ];
    const ids = ['__proto__', 'plain'];
    const named = features.map((one, i) => one.replace(/"id":"[^"]*"/, `"id":"${ids[i]}"`));
    const client = await openGeoJson(
      `{${evil},"type":"FeatureCollection","features":[${named.join()}]}`,
    );
    expect(client.filter().map(({ id }) => id)).toEqual(ids);
    expect(client.get('__proto__')?.id).toBe('__proto__');
    expect(client.get('constructor')).toBeUndefined();
    expect(client.get('toString')).toBeUndefined();
    for (const plain of [{}, [], client.stations, client.status(), ...client.filter()])
      expect((plain as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('F76 markup in names: comes back as it is, and every link has it encoded', async () => {
    const name = '<img src=x onerror=alert(1)>"\'&amp;';
    const [one] = await openSigned([{ name, address: `${name}</script>` }]);
    const { client, station } = one!;
    expect([station.name, station.address]).toEqual([name, `${name}</script>`]);
    for (const { url } of client.navigationLinks(station, { caller: 'test' }))
      expect(url).not.toMatch(/[<>"'\s]/);
  });

  it('F77 addresses that are scripts: no link of them', async () => {
    const bad = [
      'java\nscript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
    ];
    const good = 'https://example.cn/1.jpg';
    const [one] = await openSigned([{ photos: [...bad, good], phone: 'javascript:alert(1)' }]);
    const { client, station } = one!;
    expect(photoUrls(station)).toEqual([good]);
    expect(telLink(station) ?? 'tel:').toMatch(/^tel:[\d+;=a-z-]*$/);
    for (const { url } of client.navigationLinks(station, { caller: 'test' }))
      expect(url).toMatch(
        /^(https|amapuri|androidamap|iosamap|qqmap|baidumap|petalmaps|maps|http):/,
      );
  });

  it('F78 bidi controls, zero width, half a surrogate pair: kept or replaced, links stay whole', async () => {
    const names = ['左\u202e右\u2066x', 'a\u200bb\ufeffc', '👩‍🚀站', '\u0000\u0007', 'e\u0301'];
    const opened = await openSigned(names.map((name) => ({ name })));
    expect(opened.map(({ station }) => station.name)).toEqual(names);
    for (const { client, station } of opened) {
      for (const { url } of client.navigationLinks(station, { caller: 'test' }))
        expect(() => decodeURIComponent(url)).not.toThrow();
      expect(shareText(station, { crs: 'gcj02' })).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
    // JSON can say half a pair; UTF-8 cannot.
    const text = JSON.stringify(setOf(records.slice(0, 1)).toGeoJson());
    const half = await openGeoJson(text.replace(/"name":"[^"]*"/, '"name":"半\\ud800个"'));
    expect(half.filter().map(({ name }) => name)).toEqual(['半\ufffd个']);
    for (const { url } of half.navigationLinks(half.filter()[0]!, { caller: 'test' }))
      expect(() => decodeURIComponent(url)).not.toThrow();
  });
});

/**
 * https://github.com/nst/JSONTestSuite (MIT, Nicolas Seriot), test_parsing at 1ef36fa, in base64; but for two files
 * that are as quickly said.
 */
function jsonTestSuite(): [string, Buffer][] {
  const file = new URL('./json-test-suite.json', import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const files = Object.entries(texts).map(([name, text]): [string, Buffer] => {
    return [name, Buffer.from(text, 'base64')];
  });
  return [
    ...files,
    ['n_structure_100000_opening_arrays', Buffer.from('['.repeat(100_000))],
    ['n_structure_open_array_object', Buffer.from(`${'[{"":'.repeat(50_000)}\n`)],
  ];
}

describe('F81 the 318 files of JSONTestSuite', () => {
  const files = jsonTestSuite();
  // The large ones always.
  const someFiles = [...some(files.slice(0, -2)), ...files.slice(-2)];

  it('are all there', () => {
    const kinds = files.map(([name]) => name[0]).sort();
    expect([files.length, new Set(kinds)]).toEqual([318, new Set(['i', 'n', 'y'])]);
  });

  /** Each of them is refused, and nothing else happens. @returns how */
  async function refusals(
    rig: Rig,
    manifestOf: (bytes: Buffer) => Uint8Array | Promise<Uint8Array>,
  ): Promise<string[]> {
    const before = rig.client.stations;
    const answers = fingerprint(before);
    const codes = new Set<string>();
    for (const [name, bytes] of someFiles) {
      const manifest = await manifestOf(bytes);
      rig.server.answer = ({ path }) =>
        path === '/manifest.json' ? reply(200, manifest) : reply(404);
      const code = await codeOf(rig.client.refresh());
      codes.add(code);
      expect(code, name).not.toBe('no error');
      expect(rig.client.stations, name).toBe(before);
    }
    expect(fingerprint(before)).toBe(answers);
    return [...codes].sort();
  }

  it('as a source: KEEP, typed', async () => {
    const codes = await refusals(await makeRig({ unsigned: true }), (bytes) => bytes);
    expect(codes).toEqual(['INVALID_GEOJSON', 'MANIFEST_TOO_LARGE', 'NOT_MANIFEST']);
  });

  it('as a payload that somebody has signed: KEEP, typed', async () => {
    const keys = [await testKey(1)];
    const codes = await refusals(await makeRig(), (bytes) => signed('manifest-v1', bytes, keys));
    expect(codes).toEqual(['MANIFEST_INVALID', 'UNSUPPORTED_FORMAT', 'WRONG_SIZE']);
  });
});
