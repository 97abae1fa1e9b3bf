import {
  closeSync,
  cpSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sampleRecords } from '../../src/cli/sample';
import type { StationRecord } from '../../src/core';
import { Victim } from '../crash/victim';
import { versions, versionsOf } from '../support/device';
import { Random } from '../support/random';
import { edited, tempFolder } from '../support/sites';
import { canMount, smallDisk } from '../support/small-disk';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';
import {
  answersIn,
  deleteDatabases,
  openIn,
  refreshIn,
  StationServer,
  type StationWindow,
} from './station-pages';

/* What can go wrong with storage in a real browser, by the numbers of the fault catalogue. Each test has its own origin. */

declare const window: StationWindow & {
  held: { close(): void };
  wasDeleted: Promise<boolean>;
};

describe.skipIf(chromiumPath === undefined)('faults of storage in Chromium', () => {
  let chromium: RunningChromium;
  beforeAll(async () => {
    chromium = await startChromium();
  });
  afterAll(() => chromium?.close());

  async function serveFirst(): Promise<StationServer> {
    const { key, first } = await versions();
    const server = await StationServer.start(key.publicKey);
    onTestFinished(() => server.stop());
    server.site = first;
    return server;
  }

  async function openPage(server: StationServer): Promise<Page> {
    const page = await server.open(chromium.context);
    onTestFinished(() => page.close());
    return page;
  }

  /** What an origin may keep, from now on; without a number as much as ever. */
  async function setQuota(page: Page, origin: string, quotaSize?: number): Promise<void> {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  }

  /** The second version cannot be brought: the first one answers as before, here and in the next page. */
  async function keeps(page: Page, server: StationServer, code: string): Promise<void> {
    const answers = await answersIn(page);
    server.site = (await versions()).second;
    expect(await refreshIn(page)).toBe(code);
    const said = await page.evaluate(() => {
      const { lastError, phase, sequence } = window.client.status();
      return { code: lastError?.code, message: lastError?.message, phase, sequence };
    });
    expect(said).toEqual({ code, message: expect.any(String), phase: 'idle', sequence: 1 });
    expect(said.message).not.toMatch(/: $/);
    expect(await answersIn(page)).toBe(answers);
    const next = await server.open(page.context());
    expect(await openIn(next, { ready: 'now' })).toMatchObject({ source: 'device', sequence: 1 });
    expect(await answersIn(next)).toBe(answers);
    await next.close();
  }

  async function arrives(page: Page, server: StationServer): Promise<void> {
    expect(await refreshIn(page)).toBe('true 2');
    const next = await server.open(page.context());
    expect(await openIn(next)).toMatchObject({ source: 'device', sequence: 2, kind: 'indexeddb' });
    expect(await answersIn(next)).toBe(await answersIn(page));
    await next.close();
  }

  it('F60 quota exceeded: KEEP, and goes on when there is room', async () => {
    const server = await serveFirst();
    const profile = tempFolder();
    const before = await startChromium(profile);
    expect(await openIn(await server.open(before.context))).toMatchObject({ kind: 'indexeddb' });
    await before.close();
    // Chromium counts anew when it starts; while it runs, it believes for half a minute what it has counted last.
    const after = await startChromium(profile);
    onTestFinished(() => after.kill());
    const page = await server.open(after.context);
    expect(await openIn(page)).toMatchObject({ source: 'device', sequence: 1 });
    // A generation is of 43 kB here: less than there is already, and less than another one needs.
    for (const quota of [10_000, 50_000, 80_000]) {
      await setQuota(page, server.origin, quota);
      await keeps(page, server, 'STORAGE_FULL');
    }
    await setQuota(page, server.origin);
    await arrives(page, server);
  }, 60_000);

  /** Writes until nothing more fits: Chromium writes, too, and what is left is not to be foreseen. */
  function fill(path: string): void {
    const file = openSync(path, 'a');
    try {
      for (let size = 2 ** 20; size >= 1; ) {
        try {
          if (writeSync(file, Buffer.alloc(size)) === size) continue;
        } catch (error) {
          expect(error).toMatchObject({ code: 'ENOSPC' });
        }
        size /= 2;
      }
    } finally {
      closeSync(file);
    }
  }

  it.runIf(canMount())(
    'F60 a disk without a byte left: KEEP, and goes on when there is room',
    async () => {
      const disk = smallDisk('64m');
      const small = await startChromium(disk);
      onTestFinished(() => small.kill());
      const server = await serveFirst();
      const page = await server.open(small.context);
      await openIn(page);
      const answers = await answersIn(page);
      const ballast = join(disk, 'ballast');
      fill(ballast);
      server.site = (await versions()).second;
      // Then Chromium closes the database, and of the next attempt only says that it cannot open it.
      expect(await refreshIn(page)).toBe('STORAGE_FULL');
      expect(await refreshIn(page)).toBe('STORAGE_FULL');
      expect(await answersIn(page)).toBe(answers);
      // Chromium opens no database on such a disk: a page that begins now has what came with the app, or the network.
      const other = await server.open(small.context);
      expect(await openIn(other)).toMatchObject({ source: 'network', kind: 'memory' });

      rmSync(ballast);
      const next = await server.open(small.context);
      expect(await openIn(next)).toMatchObject({ source: 'device', sequence: 1 });
      expect(await answersIn(next)).toBe(answers);
      await arrives(page, server);
    },
    60_000,
  );

  it('F60 quota exceeded and nothing to lose: in memory, and says so', async () => {
    const server = await serveFirst();
    const page = await openPage(server);
    await setQuota(page, server.origin, 1_000);
    expect(await openIn(page)).toEqual({
      source: 'network',
      sequence: 1,
      kind: 'memory',
      problem: expect.stringMatching(/storage is full: \S/),
    });
    server.site = (await versions()).second;
    expect(await refreshIn(page)).toBe('true 2');
    // Nothing of it is there for the next page, which has room.
    await setQuota(page, server.origin);
    const next = await openPage(server);
    expect(await openIn(next)).toMatchObject({ source: 'network', kind: 'indexeddb' });
  });

  /** Opens a database as some other code does that does not let go when it is asked to. */
  const hold = (page: Page, name: string) =>
    page.evaluate(async (name) => {
      const request = window.indexedDB.open(name, 1);
      await new Promise<void>((resolve) => {
        request.onsuccess = resolve;
      });
      window.held = request.result;
    }, name);

  const databaseOf = (page: Page) =>
    page.evaluate(async () => (await window.indexedDB.databases())[0]!.name);

  /** Deletes it as soon as all have let go. */
  const beginToDelete = (page: Page, name: string) =>
    page.evaluate((name) => {
      window.wasDeleted = new Promise((resolve) => {
        window.indexedDB.deleteDatabase(name).onsuccess = () => resolve(true);
      });
    }, name);

  /** Ours in `page` lets go, `other` does not: nobody can open the database until it does. @returns its name */
  async function block(page: Page, other: Page): Promise<string> {
    const name = await databaseOf(page);
    await hold(other, name);
    await beginToDelete(other, name);
    return name;
  }

  /** Within a second. */
  const wasDeleted = (page: Page) =>
    page.evaluate(() =>
      Promise.race([
        window.wasDeleted,
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1_000)),
      ]),
    );

  it('F61 blocked by another page while it is open: KEEP, and goes on when it is free', async () => {
    const server = await serveFirst();
    const [page, other] = [await openPage(server), await openPage(server)];
    await openIn(page);
    await block(page, other);
    const answers = await answersIn(page);
    server.site = (await versions()).second;
    expect(await refreshIn(page)).toBe('STORAGE_FAILED');
    expect(await answersIn(page)).toBe(answers);
    await other.evaluate(() => window.held.close());
    expect(await wasDeleted(other)).toBe(true);
    await arrives(page, server);
  });

  it('F61 blocked when it is opened: in memory, says so, and blocks nobody afterwards', async () => {
    const server = await serveFirst();
    const [first, other] = [await openPage(server), await openPage(server)];
    await openIn(first);
    const name = await block(first, other);
    const page = await openPage(server);
    expect(await openIn(page)).toEqual({
      source: 'network',
      sequence: 1,
      kind: 'memory',
      problem: expect.stringContaining('does not open'),
    });
    server.site = (await versions()).second;
    expect(await refreshIn(page)).toBe('true 2');
    await other.evaluate(() => window.held.close());
    expect(await wasDeleted(other)).toBe(true);
    // What the page had asked for comes now, when it has long gone on without.
    await beginToDelete(other, name);
    expect(await wasDeleted(other)).toBe(true);
  });

  /** A later version of the package with another database: version 2, and something in it. */
  const openLater = (page: Page, name: string) =>
    page.evaluate(async (name) => {
      const request = window.indexedDB.open(name, 2);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('later');
      };
      await new Promise<void>((resolve) => {
        request.onsuccess = resolve;
      });
      request.result.close();
    }, name);

  const databasesOf = (page: Page) =>
    page.evaluate(async () => {
      const [database] = await window.indexedDB.databases();
      const request = window.indexedDB.open(database!.name);
      await new Promise<void>((resolve) => {
        request.onsuccess = resolve;
      });
      const { version, objectStoreNames } = request.result;
      request.result.close();
      return [version, ...objectStoreNames];
    });

  it('F61, F64 a later version takes the database while it is open: KEEP, then in memory', async () => {
    const server = await serveFirst();
    const [page, other] = [await openPage(server), await openPage(server)];
    await openIn(page);
    const answers = await answersIn(page);
    await openLater(other, await databaseOf(page));
    server.site = (await versions()).second;
    expect(await refreshIn(page)).toBe('STORAGE_FAILED');
    expect(await answersIn(page)).toBe(answers);

    const next = await openPage(server);
    expect(await openIn(next)).toEqual({
      source: 'network',
      sequence: 2,
      kind: 'memory',
      problem: expect.stringContaining('version'),
    });
    expect(await databasesOf(other)).toEqual([2, 'later', 'pieces']);
  });

  it('F64 a database of a later version: in memory, says so, and leaves it alone', async () => {
    const server = await serveFirst();
    const page = await openPage(server);
    await openIn(page);
    const name = await databaseOf(page);
    await deleteDatabases(page);
    await openLater(page, name);

    const next = await openPage(server);
    expect(await openIn(next)).toMatchObject({
      source: 'network',
      kind: 'memory',
      problem: expect.stringContaining('version'),
    });
    server.site = (await versions()).second;
    expect(await refreshIn(next)).toBe('true 2');
    expect(await databasesOf(next)).toEqual([2, 'later']);
  });

  /** What is large Chromium keeps in files of their own, and finds out only when it reads them. */
  const damage: readonly [what: string, spoil: (path: string) => void][] = [
    ['gone', (path) => rmSync(path)],
    ['empty', (path) => truncateSync(path)],
    ['cut short', (path) => truncateSync(path, 1_000)],
  ];

  it('F55 the file of the current generation is damaged: the one before, then the network again', async () => {
    const many = (sampleRecords() as StationRecord[]).slice(0, 2_000);
    const { key, first, second } = await versionsOf(many, edited(many, 1));
    const server = await StationServer.start(key.publicKey);
    onTestFinished(() => server.stop());
    server.site = first;
    const prepared = tempFolder();
    const before = await startChromium(prepared);
    const page = await server.open(before.context);
    await openIn(page);
    const answers = await answersIn(page);
    server.site = second;
    expect(await refreshIn(page)).toBe('true 2');
    const fresh = await answersIn(page);
    await before.close();

    for (const [what, spoil] of damage) {
      const profile = tempFolder();
      cpSync(prepared, profile, { recursive: true, preserveTimestamps: true });
      const files = largePiecesIn(profile);
      expect(files).toHaveLength(2);
      spoil(files[1]!);
      const after = await startChromium(profile);
      onTestFinished(() => after.kill());
      server.isDown = true;
      const next = await server.open(after.context);
      const opened = await openIn(next, { ready: 'now' });
      expect(opened, what).toMatchObject({ source: 'previous', sequence: 1 });
      expect(await answersIn(next)).toBe(answers);
      server.isDown = false;
      expect(await refreshIn(next)).toBe('true 2');
      expect(await answersIn(next)).toBe(fresh);
      const last = await server.open(after.context);
      expect(await openIn(last)).toMatchObject({ source: 'device', sequence: 2 });
      expect(await answersIn(last)).toBe(fresh);
      await after.kill();
    }
  }, 120_000);
});

/** Oldest first. */
function largePiecesIn(profile: string): string[] {
  const folder = join(profile, 'Default', 'IndexedDB');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('.blob'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs);
}

describe.skipIf(chromiumPath === undefined)('a Chromium that is killed', () => {
  it('F59 while it updates: the old generation or the new one, whole', async () => {
    const victim = await Victim.prepare(tempFolder(), await versions());
    onTestFinished(() => victim.stop());
    const random = new Random(Date.now());
    let tried = 0;
    for (let i = 0; i < 6; i++) if ((await victim.kill(random)).during !== 'idle') tried++;
    expect(tried).toBeGreaterThan(0);
  }, 180_000);
});
