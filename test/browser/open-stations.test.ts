import { cpSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as yizhan from '../../src/index';
import { answerTo } from '../../src/publish/serve/answer';
import { readSiteFile } from '../../src/publish/serve/site-file';
import { versions } from '../support/device';
import { tempFolder } from '../support/sites';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';

/* The client in a real browser: its IndexedDB, its locks, its HTTP cache. */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a page of the test has. */
interface Window {
  openStations: typeof yizhan.openStations;
  options: yizhan.OpenOptions;
}
declare const window: Window;

describe.skipIf(chromiumPath === undefined)('openStations in Chromium', () => {
  let chromium: RunningChromium;
  let server: Server;
  let site: string;
  let key: string;
  let isDown = false;
  let requests: string[] = [];
  const headersSent: IncomingHttpHeaders[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    chromium = await startChromium();
    key = (await versions()).key.publicKey;
    server = createServer(async (request, response) => {
      const path = request.url!.replace(/\?.*/, '');
      if (path === '/') {
        response.setHeader('content-type', 'text/html');
        response.end(
          `<!doctype html><script type=module>
            import { openStations } from '/dist/index.js';
            window.options = { source: location.origin + '/site/manifest.json', keys: ['${key}'], crs: 'gcj02', refresh: false };
            window.openStations = openStations;
          </script>`,
        );
      } else if (/^\/dist\/[\w-]+\.js$/.test(path)) {
        response.setHeader('content-type', 'text/javascript').end(readFileSync(root + path));
      } else if (path.startsWith('/site/')) {
        requests.push(path.slice(5));
        headersSent.push(request.headers);
        const { status, headers, body } = isDown
          ? { status: 403, headers: {}, body: '' }
          : answerTo('GET', request.headers, await readSiteFile(site, path.slice(5)));
        response.writeHead(status, headers).end(body);
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await chromium?.close();
  });
  beforeEach(async () => {
    const { first } = await versions();
    site = tempFolder();
    cpSync(first, site, { recursive: true });
    isDown = false;
    requests = [];
    for (const page of pages.splice(0)) await page.close();
    const page = await openPage();
    // What the test before kept.
    await page.evaluate(async () => {
      const { indexedDB } = window as unknown as {
        indexedDB: {
          databases(): Promise<{ name: string }[]>;
          deleteDatabase(name: string): object;
        };
      };
      for (const { name } of await indexedDB.databases())
        await new Promise((resolve) =>
          Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve }),
        );
    });
    await page.close();
  });

  async function openPage(prepare?: string): Promise<Page> {
    const page = await chromium.context.newPage();
    pages.push(page);
    if (prepare !== undefined) await page.addInitScript(prepare);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => window.openStations !== undefined);
    return page;
  }

  /** Opens the source in a page and says what it has. */
  const open = (page: Page, more: Partial<yizhan.OpenOptions> = {}) =>
    page.evaluate(async (more) => {
      const client = await window.openStations({ ...window.options, ...more });
      Object.assign(window, { client });
      const { source, sequence, stations, storage } = client.status();
      const near = client
        .nearest([121.4737, 31.2304], { limit: 5 })
        .map(({ station }) => station.id);
      return {
        source,
        sequence,
        stations,
        kind: storage.kind,
        problem: storage.problem?.message,
        near,
      };
    }, more);

  const refresh = (page: Page) =>
    page.evaluate(async () => {
      const { client } = window as unknown as { client: yizhan.StationClient };
      try {
        return `${await client.refresh()} ${client.status().sequence}`;
      } catch (error) {
        return (error as { code: string }).code;
      }
    });

  async function publishSecond(): Promise<void> {
    cpSync((await versions()).second, site, { recursive: true });
  }

  it('keeps stations, and answers from them when the site is gone', async () => {
    const page = await openPage();
    const first = await open(page);
    expect(first).toMatchObject({ source: 'network', sequence: 1, kind: 'indexeddb' });
    isDown = true;
    const again = await open(await openPage());
    expect(again).toEqual({ ...first, source: 'device' });
    expect(await refresh(page)).toBe('HTTP_STATUS');
  });

  it('brings what is new, by a delta, and tells another tab’s work from its own', async () => {
    const [one, two] = [await openPage(), await openPage()];
    await open(one);
    await open(two);
    await publishSecond();
    requests = [];
    expect(await Promise.all([refresh(one), refresh(two)])).toEqual(['true 2', 'true 2']);
    expect(requests.filter((path) => path.startsWith('/packs/'))).toEqual([]);
    // F65: one download, however many tabs.
    expect(requests.filter((path) => path.startsWith('/deltas/'))).toHaveLength(1);
  });

  it('F61 without IndexedDB: in memory, and says so', async () => {
    const page = await openPage(
      `Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });`,
    );
    expect(await open(page)).toMatchObject({
      kind: 'memory',
      problem: expect.stringContaining('IndexedDB'),
    });
    await publishSecond();
    expect(await refresh(page)).toBe('true 2');
  });

  it('F61, F62 deleted while it is open, and between sessions: fetched again', async () => {
    const page = await openPage();
    await open(page);
    await page.evaluate(async () => {
      const { indexedDB } = window as unknown as {
        indexedDB: {
          databases(): Promise<{ name: string }[]>;
          deleteDatabase(name: string): object;
        };
      };
      for (const { name } of await indexedDB.databases())
        await new Promise((resolve) =>
          Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve }),
        );
    });
    await publishSecond();
    expect(await refresh(page)).toBe('true 2');
    expect(await open(await openPage())).toMatchObject({ source: 'device', sequence: 2 });
  });

  it('without Web Locks, a lease', async () => {
    const prepare = `Object.defineProperty(navigator, 'locks', { value: undefined });`;
    const [one, two] = [await openPage(prepare), await openPage(prepare)];
    await open(one);
    await open(two);
    await publishSecond();
    requests = [];
    expect(await Promise.all([refresh(one), refresh(two)])).toEqual(['true 2', 'true 2']);
    expect(requests.filter((path) => path.startsWith('/deltas/'))).toHaveLength(1);
  });

  it('asks when the network returns', async () => {
    const page = await openPage();
    await open(page, { refresh: { onOpen: false } });
    await publishSecond();
    await page.evaluate(() => {
      (globalThis as unknown as { dispatchEvent(event: Event): void }).dispatchEvent(
        new Event('online'),
      );
    });
    await page.waitForFunction(() => {
      const { client } = window as unknown as { client: yizhan.StationClient };
      return client.status().sequence === 2;
    });
  });

  it('sends no cookies and no referrer', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      (globalThis as unknown as { document: { cookie: string } }).document.cookie = 'rider=1';
    });
    headersSent.length = 0;
    await open(page);
    expect(headersSent.length).toBeGreaterThan(1);
    for (const headers of headersSent) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });
});
