import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildSite } from '../../src/publish/build/build-site';
import { records, versions, versionsOf } from '../support/device';
import { setOf, signer } from '../support/sites';
import { violationsIn } from './axe';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';
import {
  type ElementWindow,
  openElement,
  type PageOptions,
  square,
  tapOpen,
} from './element-pages';
import { deleteDatabases, StationServer } from './station-pages';

/* <yizhan-nearby> over a client, and the network as it is: slow, gone, back; and stations that are old, or nobody's. */

declare const window: ElementWindow & {
  readonly navigator: { readonly onLine: boolean };
  dispatchEvent(event: unknown): void;
};

describe.skipIf(chromiumPath === undefined)('<yizhan-nearby> and its client', () => {
  let chromium: RunningChromium;
  let key: string;
  beforeAll(async () => {
    key = (await versions()).key.publicKey;
    chromium = await startChromium();
  });
  afterAll(() => chromium?.close());

  async function serve(): Promise<StationServer> {
    const server = await StationServer.start(key);
    server.site = (await versions()).first;
    onTestFinished(() => server.stop());
    return server;
  }

  async function openPage(server: StationServer, options: PageOptions = {}): Promise<Page> {
    const page = await openElement(server, chromium.context, options);
    onTestFinished(() => page.close());
    return page;
  }

  /** Opens a client in the page and hands it to the element. */
  const openClient = (page: Page, more: object = {}) =>
    page.evaluate(
      async ({ key, more, position }) => {
        const { nearby, yizhan } = window;
        const { origin } = (window as unknown as { location: { origin: string } }).location;
        nearby.position = position;
        nearby.client = await yizhan.openStations({
          source: `${origin}/site/manifest.json`,
          keys: [key],
          crs: 'gcj02',
          refresh: false,
          ...more,
        });
      },
      { key, more, position: square },
    );

  const part = (page: Page, name: string) => page.locator(`[part=${name}]`);
  const names = (page: Page) => part(page, 'name').allTextContents();
  const arrives = (page: Page) => part(page, 'list').waitFor();
  const notices = (page: Page) => part(page, 'notice').allTextContents();

  it('shows how the stations come, and then the stations', async () => {
    const server = await serve();
    const page = await openPage(server);
    let isHeld = true;
    let release = () => {};
    await page.route('**/site/packs/**', async (route) => {
      if (isHeld) {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
      await route.continue();
    });
    await openClient(page, { ready: 'now' });
    await tapOpen(page);
    const message = part(page, 'message');
    await vi.waitFor(async () => expect(await message.textContent()).toBe('正在下载驿站… 0%'));
    expect(await message.locator('progress').getAttribute('value')).toBe('0');
    expect(await violationsIn(page)).toEqual([]);
    isHeld = false;
    release();
    await arrives(page);
    await vi.waitFor(async () => expect((await names(page)).length).toBe(20));
    expect(await notices(page)).toEqual([]);
  });

  it('says that they could not be had, and tries again at a tap', async () => {
    const server = await serve();
    server.isDown = true;
    const page = await openPage(server);
    await openClient(page, { ready: 'now' });
    await tapOpen(page);
    await part(page, 'retry').waitFor({ timeout: 60_000 });
    expect(await violationsIn(page)).toEqual([]);
    server.isDown = false;
    await part(page, 'retry').click();
    await arrives(page);
    expect(await names(page)).not.toEqual([]);
  }, 90_000);

  it('answers without a network from the device, and says of when the stations are', async () => {
    const server = await serve();
    const first = await openPage(server);
    await openClient(first);
    await first.close();
    const page = await openPage(server);
    server.isDown = true;
    const asked = server.requests.length;
    await openClient(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    });
    await tapOpen(page);
    await arrives(page);
    expect(await names(page)).not.toEqual([]);
    await vi.waitFor(async () =>
      expect(await notices(page)).toEqual(['没有网络。驿站数据是 2026-11-24 的。']),
    );
    expect(await violationsIn(page)).toEqual([]);
    expect(server.requests.length).toBe(asked);
  });

  it('redraws when an update comes, where the rider is looking', async () => {
    const server = await serve();
    const grown = await versionsOf(records.slice(0, 300), records);
    server.site = grown.first;
    const page = await openPage(server);
    await openClient(page);
    await tapOpen(page);
    await arrives(page);
    const before = await part(page, 'summary').textContent();
    server.site = grown.second;
    await page.evaluate(() => (window.nearby.client as { refresh(): Promise<boolean> }).refresh());
    await vi.waitFor(async () =>
      expect(await part(page, 'summary').textContent()).not.toBe(before),
    );
  });

  it('says that stations have expired, and that nobody signed them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yizhan-element-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const publishedAt = Date.parse('2025-03-01T04:00:00Z');
    const options = { dataset: 'shanghai', packs: 'none', publishedAt } as const;
    await buildSite(setOf(records), folder, { ...options, keys: [await signer(1)] });
    const server = await serve();
    server.site = folder;
    const page = await openPage(server);
    await openClient(page, { keys: undefined, unsigned: true });
    await tapOpen(page);
    await arrives(page);
    expect(await notices(page)).toEqual([
      '驿站数据已过期（2025-03-01 发布），可能有变化。',
      '驿站数据未经签名，仅供试用。',
    ]);
    expect(await violationsIn(page)).toEqual([]);
  });

  it('is one file to include, which opens the stations by itself', async () => {
    const server = await serve();
    const attributes = `source=/site/manifest.json keys=${key} crs=gcj02 audience=food-rider`;
    const page = await openPage(server, { isScript: true, attributes });
    await page.evaluate((position) => {
      window.nearby.position = position;
    }, square);
    await tapOpen(page);
    await arrives(page);
    await vi.waitFor(async () => expect((await names(page)).length).toBe(20));
    // Gone from the page, it listens no longer.
    const closed = page.evaluate(async () => {
      const { client } = window.nearby;
      window.nearby.remove();
      await Promise.resolve();
      return client !== undefined && window.nearby.client === undefined;
    });
    expect(await closed).toBe(true);
    await deleteDatabases(page);
  });

  it('tries again by itself at a tap, where the script could not open its source', async () => {
    const server = await serve();
    server.isDown = true;
    const attributes = `source=/site/manifest.json keys=${key} crs=gcj02`;
    const page = await openPage(server, { isScript: true, attributes });
    await page.evaluate((position) => {
      window.nearby.position = position;
    }, square);
    await tapOpen(page);
    await part(page, 'retry').waitFor({ timeout: 60_000 });
    server.isDown = false;
    await part(page, 'retry').click();
    await arrives(page);
  }, 90_000);
});
