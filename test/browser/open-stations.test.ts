import { cpSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { versions } from '../support/device';
import { tempFolder } from '../support/sites';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';
import {
  answersIn,
  deleteDatabases,
  openIn,
  refreshIn,
  StationServer,
  type StationWindow,
} from './station-pages';

/* The client in a real browser: its IndexedDB, its locks, its HTTP cache. */

declare const window: StationWindow;

describe.skipIf(chromiumPath === undefined)('openStations in Chromium', () => {
  let chromium: RunningChromium;
  let server: StationServer;
  const pages: Page[] = [];

  beforeAll(async () => {
    chromium = await startChromium();
    server = await StationServer.start((await versions()).key.publicKey);
  });
  afterAll(async () => {
    server?.stop();
    await chromium?.close();
  });
  beforeEach(async () => {
    server.site = tempFolder();
    cpSync((await versions()).first, server.site, { recursive: true });
    server.isDown = false;
    for (const page of pages.splice(0)) await page.close();
    // What the test before kept.
    await deleteDatabases(await openPage());
    server.requests.length = 0;
  });

  async function openPage(prepare?: string): Promise<Page> {
    const page = await server.open(chromium.context, prepare);
    pages.push(page);
    return page;
  }

  async function publishSecond(): Promise<void> {
    cpSync((await versions()).second, server.site, { recursive: true });
    server.requests.length = 0;
  }

  const asked = (folder: string) => server.requests.filter(({ path }) => path.startsWith(folder));

  it('keeps stations, and answers from them when the site is gone', async () => {
    const page = await openPage();
    const first = await openIn(page);
    expect(first).toMatchObject({ source: 'network', sequence: 1, kind: 'indexeddb' });
    const answers = await answersIn(page);
    server.isDown = true;
    const other = await openPage();
    expect(await openIn(other)).toEqual({ ...first, source: 'device' });
    expect(await answersIn(other)).toBe(answers);
    expect(await refreshIn(page)).toBe('NETWORK_FAILED');
    expect(await answersIn(page)).toBe(answers);
  });

  it('brings what is new, by a delta, and tells another tab’s work from its own', async () => {
    const [one, two] = [await openPage(), await openPage()];
    await openIn(one);
    await openIn(two);
    await publishSecond();
    expect(await Promise.all([refreshIn(one), refreshIn(two)])).toEqual(['true 2', 'true 2']);
    expect(asked('/packs/')).toEqual([]);
    // F65: one download, however many tabs.
    expect(asked('/deltas/')).toHaveLength(1);
  });

  it('F61 without IndexedDB: in memory, and says so', async () => {
    const page = await openPage(
      `Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });`,
    );
    expect(await openIn(page)).toMatchObject({
      kind: 'memory',
      problem: expect.stringContaining('IndexedDB'),
    });
    await publishSecond();
    expect(await refreshIn(page)).toBe('true 2');
  });

  it('F61, F62 deleted while it is open, and between sessions: fetched again', async () => {
    const page = await openPage();
    await openIn(page);
    await deleteDatabases(page);
    await publishSecond();
    expect(await refreshIn(page)).toBe('true 2');
    expect(await openIn(await openPage())).toMatchObject({ source: 'device', sequence: 2 });
  });

  it('without Web Locks, a lease', async () => {
    const prepare = `Object.defineProperty(navigator, 'locks', { value: undefined });`;
    const [one, two] = [await openPage(prepare), await openPage(prepare)];
    await openIn(one);
    await openIn(two);
    await publishSecond();
    expect(await Promise.all([refreshIn(one), refreshIn(two)])).toEqual(['true 2', 'true 2']);
    expect(asked('/deltas/')).toHaveLength(1);
  });

  it('asks when the network returns', async () => {
    const page = await openPage();
    await openIn(page, { refresh: { onOpen: false } });
    await publishSecond();
    await page.evaluate(() => {
      (globalThis as unknown as { dispatchEvent(event: Event): void }).dispatchEvent(
        new Event('online'),
      );
    });
    await page.waitForFunction(() => window.client.status().sequence === 2);
  });

  it('sends no cookies and no referrer', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      (globalThis as unknown as { document: { cookie: string } }).document.cookie = 'rider=1';
    });
    await openIn(page);
    expect(server.requests.length).toBeGreaterThan(1);
    for (const { headers } of server.requests) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });
});
