import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StationSet } from '../../src/core';
import { openStations } from '../../src/hosts/node/open-stations';
import { openStations as openInBrowser } from '../../src/index';
import { buildSite } from '../../src/publish/build/build-site';
import {
  codeOf,
  fingerprint,
  hostWithBell,
  makeRig,
  type Rig,
  records,
  serving,
  versions,
} from '../support/device';
import { Random } from '../support/random';
import { head, RawServer, reply } from '../support/raw-server';
import { dayOne, edited, setOf, signer, tempFolder } from '../support/sites';

/* What a client promises to those who embed it. */

describe('privacy', () => {
  /** Everything a client sends while it is opened, asked, refreshed and closed. */
  async function sent(positions: number): Promise<string> {
    const { key, first } = await versions();
    const server = await RawServer.start(serving(first));
    onTestFinished(() => server.stop());
    const source = `${server.url}manifest.json`;
    const folder = tempFolder();
    const client = await openStations({
      source,
      keys: [key.publicKey],
      crs: 'gcj02',
      folder,
      refresh: false,
    });
    const random = new Random(5);
    const ask = () => {
      for (let i = 0; i < positions / 2; i++) {
        const position = { lng: 121 + random.next(), lat: 31 + random.next() };
        client.nearest(position, { limit: 3, maxDistanceMeters: 2000 });
      }
    };
    ask();
    await client.refresh();
    ask();
    client.close();
    // The port is each server's own.
    return server.requests
      .map(({ raw }) => raw.split(server.url.split('/')[2]!).join('server'))
      .join('');
  }

  it('F82 sends the same bytes whether a thousand positions were asked about or none', async () => {
    const nothing = await sent(0);
    expect(nothing).toMatch(/^GET \/manifest.json/);
    expect(await sent(1000)).toBe(nothing);
    expect(nothing).not.toMatch(/cookie|referer|31\.|121\./i);
  });
});

describe('updates', () => {
  it('a thousand refreshes while queries go on: none fails, waits, or mixes generations', async () => {
    const key = await signer(1);
    const few = records.slice(0, 30);
    const site = tempFolder();
    const options = { dataset: 'shanghai', keys: [key], keep: 1, deltas: 1, allowShrink: true };
    const rig = await makeRig({ isNew: true });
    rig.server.answer = serving(site);
    const expected = new Set<string>();
    const publish = async (version: number) => {
      const set = setOf(edited(few, version));
      await buildSite(set, site, { ...options, publishedAt: dayOne + version * 1000 });
      expected.add(
        set
          .filter()
          .map(({ id, name }) => `${id} ${name}`)
          .sort()
          .join(),
      );
    };
    await publish(1);
    const client = await rig.open({ folder: tempFolder() });
    let isDone = false;
    let queries = 0;
    const wrong: string[] = [];
    const asking = (async () => {
      while (!isDone) {
        const seen = client
          .filter()
          .map(({ id, name }) => `${id} ${name}`)
          .sort()
          .join();
        if (!expected.has(seen)) wrong.push(seen);
        if (client.nearest([121.47, 31.23], { limit: 5 }).length !== 5) wrong.push('nearest');
        queries++;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const rounds = process.env['FAULTS'] === 'full' ? 1000 : 100;
    let changes = 0;
    for (let round = 2; round <= rounds; round++) {
      // Most find nothing new, as they do.
      if (round % 5 === 0) await publish(round);
      if (await client.refresh()) changes++;
    }
    isDone = true;
    await asking;
    expect(wrong).toEqual([]);
    expect(changes).toBe(Math.floor(rounds / 5));
    expect(queries).toBeGreaterThan(rounds);
  });

  it('tells which stations came, went and changed, as the records say it', async () => {
    const rig = await makeRig();
    const [before, after] = [records, edited(records, 1)].map(
      (list) => new Map(list.map((record) => [record.id, JSON.stringify(record)])),
    ) as [Map<string, string>, Map<string, string>];
    const told = new Promise<unknown>((resolve) => rig.client.on('update', resolve));
    await rig.client.refresh();
    expect(await told).toMatchObject({
      added: [...after.keys()].filter((id) => !before.has(id)).sort(),
      removed: [...before.keys()].filter((id) => !after.has(id)).sort(),
      changed: [...after.keys()]
        .filter((id) => before.has(id) && before.get(id) !== after.get(id))
        .sort(),
      status: { sequence: 2, source: 'network', stations: after.size },
    });
  });

  it('tells what changed against what came with the app, also to who listens late', async () => {
    const rig = await makeRig({ isNew: true });
    const { first } = await versions();
    const packs = join(first, 'packs');
    const bundled = new Uint8Array(readFileSync(join(packs, readdirSync(packs)[0]!)));
    const client = await rig.open({ bundled, folder: tempFolder(), ready: 'now' });
    const told: number[][] = [];
    client.on('status', ({ phase }) => {
      if (phase !== 'storing') return;
      client.on('update', ({ added, removed, changed }) =>
        told.push([added.length, removed.length, changed.length]),
      );
    });
    await client.refresh();
    expect(told).toEqual([[2, 7, 2]]);
  });

  it('is not replaced any more once it is closed', async () => {
    const rig = await makeRig();
    const { stations } = rig.client;
    rig.client.on('status', ({ phase }) => phase === 'storing' && rig.client.close());
    expect(await codeOf(rig.client.refresh())).toBe('CLOSED');
    expect(rig.client.stations).toBe(stations);
    expect(await (await rig.open()).refresh()).toBe(true);
  });

  it('goes through its phases, and tells how far it has come', async () => {
    const rig = await makeRig();
    const phases: string[] = [];
    let last = { receivedBytes: 0, totalBytes: 0 };
    rig.client.on('status', ({ phase }) => phases.at(-1) !== phase && phases.push(phase));
    await rig.client.refresh({
      onProgress: (progress) => {
        last = progress;
      },
    });
    expect(phases).toEqual(['checking', 'fetching', 'verifying', 'storing', 'switching', 'idle']);
    expect(last.totalBytes).toBeGreaterThan(0);
    expect(last.receivedBytes).toBe(last.totalBytes);
  });

  it('asks a server that has nothing new for no more than that', async () => {
    const rig = await makeRig();
    await rig.client.refresh();
    rig.server.requests.length = 0;
    expect(await rig.client.refresh()).toBe(false);
    expect(rig.server.requests.map(({ path }) => path).sort()).toEqual([
      '/keys.json',
      '/manifest.json',
    ]);
    expect(
      rig.server.requests.find(({ path }) => path === '/manifest.json')?.headers['if-none-match'],
    ).toBeDefined();
  });

  it('several packs are one set, and an update fetches only those that changed', async () => {
    const site = tempFolder();
    const key = await signer(1);
    const options = {
      dataset: 'shanghai',
      keys: [key],
      packs: 'district',
      publishedAt: dayOne,
    } as const;
    await buildSite(setOf(records), site, options);
    const rig = await makeRig({ isNew: true });
    rig.server.answer = serving(site);
    const client = await rig.open({ folder: tempFolder() });
    expect(client.status().packs).toEqual(['310101', '310106']);
    expect(client.count().total).toBe(records.length);
    const near = (set: { nearest: StationSet['nearest'] }) =>
      set.nearest([121.46, 31.23], { limit: 50 }).map(({ station }) => station.id);
    expect(near(client)).toEqual(near(setOf(records)));
    const [changed] = records.filter(({ district }) => district === '310106');
    const next = records.map((record) =>
      record === changed ? { ...record, name: '新名字' } : record,
    );
    await buildSite(setOf(next), site, { ...options, publishedAt: dayOne + 1e6 });
    rig.server.requests.length = 0;
    await client.refresh();
    const objects = rig.server.requests.filter(({ path }) => /^\/(packs|deltas)/.test(path));
    expect(objects.map(({ path }) => path.split('/')[1])).toEqual(['deltas']);
    expect(client.get(changed!.id)?.name).toBe('新名字');
    const one = await rig.open({ folder: tempFolder(), packs: ['310101'] });
    expect(one.count().districts).toEqual({ 310101: one.stations.size });
  });
});

describe('a GeoJSON file as a source', () => {
  async function serveFile(body: string) {
    const server = await RawServer.start(({ headers }) =>
      headers['if-none-match'] === '"1"'
        ? { parts: [head(304, { ETag: '"1"' })] }
        : reply(200, body, { ETag: '"1"' }),
    );
    onTestFinished(() => server.stop());
    return server;
  }

  it('answers as the set of that file, says that it is unsigned, and is kept', async () => {
    const set = setOf(records);
    const server = await serveFile(JSON.stringify(set.toGeoJson()));
    const options = {
      source: `${server.url}stations.geojson`,
      unsigned: true,
      crs: 'gcj02',
      folder: tempFolder(),
      refresh: false,
    } as const;
    const client = await openStations(options);
    expect(client.status()).toMatchObject({
      signed: false,
      origin: 'geojson',
      source: 'network',
      skipped: 0,
    });
    expect(client.stations.size).toBe(set.size);
    expect(await client.refresh()).toBe(false);
    await server.stop();
    const again = await openStations(options);
    expect(again.status().source).toBe('device');
    expect(fingerprint(again.stations)).toBe(fingerprint(client.stations));
  });

  it('is refused where keys are given; without stations, or without JSON, it is no source', async () => {
    const { key } = await versions();
    const server = await serveFile(JSON.stringify(setOf(records.slice(0, 9)).toGeoJson()));
    const source = `${server.url}stations.geojson`;
    const options = { source, crs: 'gcj02', refresh: false } as const;
    expect(
      await codeOf(openStations({ ...options, keys: [key.publicKey], folder: tempFolder() })),
    ).toBe('NOT_MANIFEST');
    const empty = await serveFile('{"type":"FeatureCollection","features":[]}');
    expect(
      await codeOf(
        openStations({ ...options, source: empty.url, unsigned: true, folder: tempFolder() }),
      ),
    ).toBe('NO_STATIONS');
    const broken = await serveFile('{"type":"FeatureCollection","features":[');
    expect(
      await codeOf(
        openStations({ ...options, source: broken.url, unsigned: true, folder: tempFolder() }),
      ),
    ).toBe('INVALID_GEOJSON');
  });

  it('leaves out and counts what is no station', async () => {
    const collection = setOf(records.slice(0, 10)).toGeoJson();
    const features = [
      ...collection.features,
      { type: 'Feature', geometry: { type: 'Point', coordinates: [200, 99] }, properties: {} },
    ];
    const server = await serveFile(JSON.stringify({ ...collection, features }));
    const client = await openStations({
      source: server.url,
      unsigned: true,
      crs: 'gcj02',
      folder: tempFolder(),
      refresh: false,
    });
    expect(client.status()).toMatchObject({ stations: 10, skipped: 1 });
  });
});

describe('options', () => {
  const good = { source: 'https://example.cn/', unsigned: true, crs: 'gcj02' } as const;
  it.each([
    [{ crs: 'gcj02', unsigned: true }, 'source'],
    [{ ...good, source: 'stations.json' }, 'source'],
    [{ ...good, source: 'file:///etc/passwd' }, 'source'],
    [{ ...good, source: 'https://me:secret@example.cn/' }, 'source'],
    [{ ...good, source: [] }, 'source'],
    [{ ...good, unsigned: undefined }, 'keys'],
    [{ ...good, keys: ['00'] }, 'keys'],
    [{ ...good, unsigned: undefined, keys: ['00'] }, 'keys'],
    [{ ...good, unsigned: 'yes' }, 'unsigned'],
    [{ ...good, packs: [] }, 'packs'],
    [{ ...good, packs: '310000' }, 'packs'],
    [{ ...good, dataset: 'Shanghai!' }, 'dataset'],
    [{ ...good, refresh: { everyMinutes: 0 } }, 'refresh.everyMinutes'],
    [{ ...good, refresh: { onOpen: 1 } }, 'refresh.onOpen'],
    [{ ...good, refresh: { often: true } }, 'often'],
    [{ ...good, refresh: true }, 'refresh'],
    [{ ...good, ready: 'maybe' }, 'ready'],
    [{ ...good, folder: '' }, 'folder'],
    [{ ...good, bundled: 'pack' }, 'bundled'],
    [{ ...good, bundled: new Uint8Array(9) }, 'bundled'],
    [{ ...good, sources: [] }, 'sources'],
  ])('%j is refused, by name', async (options, option) => {
    const opened = openStations({ folder: tempFolder(), ...options } as never);
    await expect(opened).rejects.toMatchObject({ code: 'INVALID_OPTION', option });
  });

  it('a CRS has to be given', async () => {
    const opened = openStations({ source: good.source, unsigned: true } as never);
    await expect(opened).rejects.toMatchObject({ code: 'UNKNOWN_CODE' });
  });

  it.each([[{}], ['now'], [new AbortController()]])(
    'a signal that is none (%o) is refused before anything is asked',
    async (signal) => {
      const rig = await makeRig();
      const refreshed = rig.client.refresh({ signal: signal as never });
      await expect(refreshed).rejects.toMatchObject({ code: 'INVALID_OPTION', option: 'signal' });
      expect(rig.server.requests).toEqual([]);
    },
  );

  it('listens to what it knows', async () => {
    const rig = await makeRig();
    expect(() => rig.client.on('updated' as never, () => {})).toThrow(
      'one of update, status, error',
    );
    expect(() => rig.client.on('update', 1 as never)).toThrow('a function');
  });
});

describe('updates that nobody asks for', () => {
  /** A client that looks by itself, and what tells it that the network is back. */
  async function openWatching(rig: Rig) {
    const { host, ring } = hostWithBell();
    const options = { folder: tempFolder(), refresh: {}, ready: 'now' } as const;
    const client = await rig.open(options, host);
    return { client, ring };
  }

  it('the network that returns a moment after the first try: asked, as soon as that has rested', async () => {
    const rig = await makeRig({ isNew: true });
    rig.server.answer = () => ({ parts: [], after: 'reset' });
    const { client, ring } = await openWatching(rig);
    await expect.poll(() => client.status().lastError?.code).toBe('NETWORK_FAILED');
    rig.server.answer = rig.right;
    ring();
    await expect.poll(() => client.status().sequence).toBe(2);
  });

  it('a page that comes and goes asks once, and once more when that has rested', async () => {
    const rig = await makeRig({ isNew: true });
    const { client, ring } = await openWatching(rig);
    await expect.poll(() => client.status().sequence).toBe(2);
    for (let i = 0; i < 20; i++) ring();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rig.server.count('/manifest.json')).toBe(1);
    await expect.poll(() => rig.server.count('/manifest.json'), { timeout: 5000 }).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(rig.server.count('/manifest.json')).toBe(2);
  });
});

describe('the browser’s entry without a browser', () => {
  it('keeps stations in memory, and says why', async () => {
    const { key, first } = await versions();
    const server = await RawServer.start(serving(first));
    onTestFinished(() => server.stop());
    const client = await openInBrowser({ source: server.url, keys: [key.publicKey], crs: 'wgs84' });
    expect(client.status().storage).toMatchObject({
      kind: 'memory',
      problem: { code: 'STORAGE_FAILED' },
    });
    expect(client.nearest([121.47, 31.23], { limit: 1 })).toHaveLength(1);
    client.close();
  });
});

describe('without WebCrypto, as on pages without https', () => {
  it('says the same of signatures and hashes', async () => {
    const { crypto } = globalThis;
    const rig = await makeRig();
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    onTestFinished(() => {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
    });
    writeFileSync(join(rig.folder, 'note'), '');
    await rig.arrives();
  });
});
