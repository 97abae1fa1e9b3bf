import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { leaseLock } from '../../src/client/lease';
import { MemoryStore } from '../../src/client/memory-store';
import { openFileStore } from '../../src/hosts/node/file-store';
import { buildSite } from '../../src/publish/build/build-site';
import { deferred } from '../support/deferred';
import { codeOf, fingerprint, makeRig, quickTiming, records } from '../support/device';
import { head } from '../support/raw-server';
import { dayOne, setOf, tempFolder } from '../support/sites';

/* Many at once, some of which die or sleep. */

const child = fileURLToPath(new URL('../support/client-child.mts', import.meta.url));

/** A process of its own that opens the source, refreshes and says what it has. */
function start(source: string, folder: string, key: string, flags: readonly string[] = []) {
  const args = [...flags, '--import', 'tsx', child, source, folder, key];
  const process_ = spawn(process.execPath, args);
  let said = '';
  process_.stdout.on('data', (chunk) => {
    said += chunk;
  });
  process_.stderr.on('data', (chunk) => {
    said += chunk;
  });
  onTestFinished(() => void process_.kill('SIGKILL'));
  return { process: process_, ended: once(process_, 'exit').then(() => said.trim()) };
}

const isObject = (path: string) => /^\/(packs|deltas)\//.test(path);

describe('many at once', () => {
  it('F65 fifty clients of one folder update: one download', async () => {
    const rig = await makeRig();
    const clients = await Promise.all(Array.from({ length: 50 }, () => rig.open()));
    rig.server.requests.length = 0;
    await Promise.all(clients.map((client) => client.refresh()));
    expect(rig.server.requests.filter(({ path }) => isObject(path))).toHaveLength(1);
    expect(rig.server.count('/manifest.json')).toBe(1);
    const answers = new Set(clients.map((client) => fingerprint(client.stations)));
    expect(answers.size).toBe(1);
    expect(clients.every((client) => client.status().sequence === 2)).toBe(true);
  });

  it('F65 six processes of one folder begin with nothing: one download', async () => {
    const rig = await makeRig({ isNew: true });
    const folder = tempFolder();
    const running = Array.from({ length: 6 }, () =>
      start(rig.server.url, folder, rig.key.publicKey),
    );
    const said = await Promise.all(running.map(({ ended }) => ended));
    expect(new Set(said)).toEqual(new Set(['2 687']));
    expect(rig.server.requests.filter(({ path }) => isObject(path))).toHaveLength(1);
  });

  it('F66 the one that updates is killed: the next one goes on when its lease ends', async () => {
    const rig = await makeRig({ isNew: true });
    const folder = tempFolder();
    const asked = deferred();
    rig.server.answer = (request) => {
      if (!isObject(request.path)) return rig.right(request);
      asked.resolve();
      return { parts: [], after: 'hang' };
    };
    const first = start(rig.server.url, folder, rig.key.publicKey);
    await asked.promise;
    first.process.kill('SIGKILL');
    await first.ended;
    rig.server.answer = rig.right;
    const second = await rig.open({ folder });
    expect(second.status().sequence).toBe(2);
  });

  const isCampaign = process.env['FAULTS'] === 'full';
  it.runIf(isCampaign)(
    'F86 a heap too small for what comes: the process dies, KEEP; a larger one updates',
    async () => {
      const rig = await makeRig();
      const answers = fingerprint(rig.client.stations);
      const copies = Array.from({ length: 30 }, (_, i) =>
        records.map((record) => ({
          ...record,
          id: `${record.id}-${i}`,
          name: `${record.name}${i}`,
        })),
      );
      const set = setOf([...records, ...copies.flat()]);
      const options = { dataset: 'shanghai', packs: 'none', keys: [rig.key] } as const;
      await buildSite(set, rig.site, { ...options, publishedAt: dayOne + 12e4 });
      const updateWithin = async (megabytes: number) => {
        rig.server.requests.length = 0;
        const flags = [`--max-old-space-size=${megabytes}`];
        const { ended } = start(rig.server.url, rig.folder, rig.key.publicKey, flags);
        const said = await ended;
        // It was while updating, not before.
        expect(rig.server.requests.some(({ path }) => isObject(path))).toBe(true);
        return said;
      };
      expect(await updateWithin(36)).toContain('heap out of memory');
      expect(fingerprint((await rig.open()).stations)).toBe(answers);
      expect(await updateWithin(500)).toBe(`3 ${set.size}`);
      expect((await rig.open()).stations.size).toBe(set.size);
    },
  );

  it('F70 asleep in the middle of an update, while another one finishes: no harm', async () => {
    const rig = await makeRig({ isNew: true });
    const folder = tempFolder();
    const asked = deferred();
    const go = deferred();
    rig.server.answer = async (request) => {
      if (isObject(request.path) && request.before === 0) {
        asked.resolve();
        await go.promise;
      }
      return rig.right(request);
    };
    const first = start(rig.server.url, folder, rig.key.publicKey);
    await asked.promise;
    first.process.kill('SIGSTOP');
    const second = await rig.open({ folder });
    const answers = fingerprint(second.stations);
    go.resolve();
    first.process.kill('SIGCONT');
    expect(await first.ended).toMatch(/^2 687$|ABORTED/);
    expect(fingerprint((await rig.open({ folder })).stations)).toBe(answers);
  });

  it('F67 queries while stations are replaced: each from one generation, none waits, none fails', async () => {
    const rig = await makeRig();
    const before = fingerprint(rig.client.stations);
    const seen = new Set<string>();
    let isDone = false;
    const asking = (async () => {
      while (!isDone) {
        seen.add(fingerprint(rig.client.stations));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const iterator = rig.client.nearestFirst([121.47, 31.23]);
    const ids = [iterator.next().value.station.id];
    await rig.client.refresh();
    for (const { station } of iterator) ids.push(station.id);
    isDone = true;
    await asking;
    expect(ids).toHaveLength(692);
    expect(
      [...seen].every((one) => one === before || one === fingerprint(rig.client.stations)),
    ).toBe(true);
  });

  it('F68 let go of in the middle: KEEP, and closed means closed', async () => {
    const rig = await makeRig();
    const answers = fingerprint(rig.client.stations);
    for (const phase of ['checking', 'fetching', 'verifying', 'storing']) {
      const controller = new AbortController();
      const refreshed = rig.client.refresh({
        signal: controller.signal,
        onProgress: (progress) => progress.phase === phase && controller.abort(),
      });
      expect(await codeOf(refreshed), phase).toBe('ABORTED');
      // What is being written when nobody waits any more is whole, old or new.
      if (phase === 'checking') expect(fingerprint(rig.client.stations)).toBe(answers);
    }
    rig.client.close();
    expect(await codeOf(rig.client.refresh())).toBe('CLOSED');
    expect(rig.client.nearest([121.47, 31.23], { limit: 1 })).toHaveLength(1);
  });

  it('F68 closed in the middle: typed', async () => {
    const rig = await makeRig();
    rig.server.answer = () => ({ parts: [], after: 'hang' });
    const refreshed = codeOf(rig.client.refresh());
    await new Promise((resolve) => setTimeout(resolve, 50));
    rig.client.close();
    expect(await refreshed).toBe('CLOSED');
  });

  it('F69 asked twice: one update, and who leaves takes nothing from who stays', async () => {
    const rig = await makeRig();
    const controller = new AbortController();
    const first = codeOf(rig.client.refresh({ signal: controller.signal }));
    const second = rig.client.refresh();
    controller.abort();
    expect(await first).toBe('ABORTED');
    expect(await second).toBe(true);
    expect(rig.server.count('/manifest.json')).toBe(1);
  });

  it('F73 a clock put back while waiting: pauses are timers, leases end', async () => {
    const rig = await makeRig();
    let now = 2e12;
    const client = await rig.open({}, { now: () => now });
    rig.server.answer = (request) => {
      now -= 1e11;
      return request.path === '/manifest.json' && request.before < 2
        ? { parts: [head(500, { 'Content-Length': '0' })] }
        : rig.right(request);
    };
    expect(await client.refresh()).toBe(true);
    expect(rig.server.count('/manifest.json')).toBe(3);
  });

  it('a total deadline ends what would never end', async () => {
    const rig = await makeRig({
      host: { timing: { ...quickTiming, deadlineMilliseconds: 300, stallMilliseconds: 9000 } },
    });
    rig.server.answer = () => ({ parts: [], after: 'hang' });
    await rig.keeps('DEADLINE_PASSED');
  });
});

describe('a lease', () => {
  it.each([
    ['in memory', async () => new MemoryStore()],
    ['in a folder', () => openFileStore(join(tempFolder(), 'store'))],
  ])('%s: one at a time, however many ask', async (_, open) => {
    const store = await open();
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        leaseLock(store, quickTiming, Date.now)(
          new AbortController().signal,
          async () => {
            most = Math.max(most, ++inside);
            await new Promise((resolve) => setTimeout(resolve, 5));
            inside--;
          },
          async () => false,
        ),
      ),
    );
    expect(most).toBe(1);
  });
});
