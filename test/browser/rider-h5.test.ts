import axe from 'axe-core';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sampleRecords } from '../../src/cli/sample';
import { type Platform, StationSet } from '../../src/core';
import { mapFlags, openRider, type RunningDemo, startTemporaryDemo } from '../support/rider-h5';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';

/* The example's page, driven as a rider drives it. Each test has a device of its own; the publisher goes on. */

const sample = StationSet.from(sampleRecords(), { crs: 'gcj02' });
const zh = { locale: 'zh-CN', viewport: { width: 390, height: 844 } };

describe.skipIf(chromiumPath === undefined)('examples/rider-h5', () => {
  let chromium: RunningChromium;
  let demo: RunningDemo;

  beforeAll(async () => {
    demo = await startTemporaryDemo();
    chromium = await startChromium(undefined, mapFlags);
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await demo?.close();
  });

  async function newDevice(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const device = await chromium.context.browser()!.newContext({ ...zh, ...options });
    onTestFinished(() => device.close());
    return device;
  }

  async function open(options: BrowserContextOptions = {}, path = ''): Promise<Page> {
    const page = await (await newDevice(options)).newPage();
    await openRider(page, demo.url + path);
    return page;
  }

  const idsIn = (page: Page): Promise<string[]> =>
    page
      .locator('#list .row')
      .evaluateAll((rows) => rows.map((row) => (row as Row).dataset['id']!));
  const fact = async (page: Page, name: string) =>
    (await page.locator(`[data-fact=${name}] dd`).textContent()) ?? '';
  const press = (page: Page, act: string) => page.locator(`[data-act=${act}]`).click();
  const openPanel = (page: Page) => page.locator('#panel summary').click();
  const setRidden = (page: Page, meters: number) =>
    page.locator('#ride input').fill(String(meters));

  it('changes the list with a tap on a chip, and with another shows all again', async () => {
    const page = await open();
    const all = await idsIn(page);
    const chip = page.locator('[data-service=battery-swap]');
    const promised = Number(await chip.locator('.count').textContent());
    await chip.click();
    const some = await idsIn(page);
    expect(some).toHaveLength(promised);
    for (const id of some) expect(sample.get(id)!.services).toContain('battery-swap');
    expect(some.length).toBeLessThan(all.length);
    await chip.click();
    expect(await idsIn(page)).toEqual(all);
  });

  it('shows only what is open on arrival, when asked to', async () => {
    const page = await open();
    const states = () =>
      page
        .locator('#list .opening')
        .evaluateAll((all) => [...new Set(all.map((one) => (one as Row).dataset['state']))].sort());
    expect(await states()).toEqual(['closed', 'open', 'unknown']);
    await page.locator('#open-only').check();
    expect(await states()).toEqual(['open']);
  });

  it('rides the route: what is passed drops out of the list, what is ahead comes nearer', async () => {
    const page = await open();
    const before = await idsIn(page);
    const far = () => page.locator('#list .way b').allInnerTexts();
    const lengths = (await far()).map(metersOf);
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
    // The clock of the page stands still for stations; the ride goes by another one.
    await page.locator('.play').click();
    await vi.waitFor(async () => expect(await idsIn(page)).not.toContain(before[0]), 30_000);
    await page.locator('.play').click();
    const ridden = Number(await page.locator('#ride input').inputValue());
    expect(ridden).toBeGreaterThan(0);
    await setRidden(page, 3000);
    const after = await idsIn(page);
    expect(after).not.toContain(before[0]);
    expect(await page.locator('#ride output').textContent()).toBe('3.0 / 7.1 km');
    await setRidden(page, 7129);
    await expect.poll(() => idsIn(page)).not.toContain(after[0]);
  });

  const agents: readonly [Platform, string, RegExp][] = [
    ['android', 'Mozilla/5.0 (Linux; Android 13; V2166A) Chrome/116.0 Mobile', /^amapuri:/],
    [
      'ios',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Safari/604.1',
      /^iosamap:|^amapuri:/,
    ],
    ['harmony', 'Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1 Mobile', /:/],
    ['web', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0', /^https:\/\/uri\.amap\.com\//],
  ];
  it.each(agents)('navigates by the link of %s', async (platform, userAgent, scheme) => {
    const page = await open({ userAgent });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('http://127.0.0.1') && !/^(blob|data):/.test(request.url()))
        asked.push(request.url());
    });
    const [id] = await idsIn(page);
    const [link] = sample.navigationLinks(sample.get(id!)!, {
      platform,
      mode: 'ebike',
      caller: 'yizhan-rider-h5',
    });
    expect(link!.url).toMatch(scheme);
    await page.locator('#list .go').first().click();
    await vi.waitFor(() => expect(asked[0]).toBe(link!.url), 10_000);
  });

  it('asks nothing of anybody but its own server, map and all', async () => {
    const device = await newDevice();
    const page = await device.newPage();
    const asked: string[] = [];
    device.on('request', (request) => asked.push(request.url()));
    await openRider(page, demo.url);
    await setRidden(page, 2600);
    await page.locator('[data-view=near]').click();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const isOurs = (url: string) => url.startsWith(demo.url) || /^(blob|data):/.test(url);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((url) => !isOurs(url))).toEqual([]);
  });

  it('goes on when the rider refuses to say where they are', async () => {
    const page = await open();
    await page.locator('[data-view=near]').click();
    await page.locator('#place button').click();
    await page.getByText('没有定位权限').waitFor();
    await page.locator('#district').selectOption({ label: '徐汇区' });
    const [id] = await idsIn(page);
    expect(sample.get(id!)!.district).toBe('310104');
  });

  it('converts what the phone says to the map’s own system', async () => {
    const page = await open({
      geolocation: { longitude: 121.4692, latitude: 31.2324 },
      permissions: ['geolocation'],
    });
    await page.locator('[data-view=near]').click();
    await page.locator('#place button').click();
    const here = { lng: 121.4692, lat: 31.2324 };
    const wgs84 = StationSet.from(sampleRecords(), { crs: 'wgs84', sourceCrs: 'gcj02' });
    const nearest = wgs84.nearest(here, { limit: 5, where: ({ status }) => status === 'active' });
    const expected = nearest.map(({ station }) => station.id);
    await expect.poll(async () => (await idsIn(page)).slice(0, 5)).toEqual(expected);
  });

  it('shows what a new version brings, by a delta', async () => {
    const page = await open();
    await openPanel(page);
    const [version, received] = [await fact(page, 'version'), await fact(page, 'bytes')];
    await press(page, 'publish');
    await expect.poll(() => fact(page, 'version'), { timeout: 20_000 }).not.toBe(version);
    expect(await fact(page, 'update')).toMatch(/^增 \d+ · 减 \d+ · 改 \d+$/);
    const more = Number.parseFloat(await fact(page, 'bytes')) - Number.parseFloat(received);
    expect(more).toBeGreaterThan(0);
    // The whole pack has 247 kB.
    expect(more).toBeLessThan(20);
  });

  it('follows the publisher to other keys', async () => {
    const page = await open();
    await openPanel(page);
    await press(page, 'rotate');
    await press(page, 'publish');
    const { sequence } = await demo.publish();
    await press(page, 'check');
    const version = () => fact(page, 'version').then(Number.parseFloat);
    await expect.poll(version, { timeout: 20_000 }).toBe(sequence);
    expect(await fact(page, 'error')).toBe('–');
    // A new device has the first key only, and the change that it signed.
    const other = await open();
    await openPanel(other);
    expect(Number.parseInt(await fact(other, 'version'), 10)).toBe(sequence);
  });

  it('keeps what it has when a pack was tampered with, and takes the right one later', async () => {
    const page = await open();
    await openPanel(page);
    const [version, ids] = [await fact(page, 'version'), await idsIn(page)];
    await press(page, 'tamper');
    await page.getByText('停止篡改').waitFor();
    try {
      await press(page, 'publish');
      await expect.poll(() => fact(page, 'error'), { timeout: 20_000 }).toBe('WRONG_HASH');
      expect(await fact(page, 'version')).toBe(version);
      expect(await idsIn(page)).toEqual(ids);
    } finally {
      await press(page, 'tamper');
      await page.getByText('篡改数据包').waitFor();
    }
    await press(page, 'check');
    await expect.poll(() => fact(page, 'version'), { timeout: 20_000 }).not.toBe(version);
    expect(await fact(page, 'error')).toBe('–');
  });

  it('answers as before when it is switched offline', async () => {
    const page = await open();
    await openPanel(page);
    const ids = await idsIn(page);
    await page.locator('#offline').check();
    await press(page, 'check');
    await expect.poll(() => fact(page, 'error'), { timeout: 20_000 }).toBe('NETWORK_FAILED');
    expect(await idsIn(page)).toEqual(ids);
    await page.locator('[data-service=toilet]').click();
    expect((await idsIn(page)).length).toBeGreaterThan(0);
    await page.locator('#offline').uncheck();
    await press(page, 'check');
    await expect.poll(() => fact(page, 'error'), { timeout: 20_000 }).toBe('–');
  });

  it('has the element, which looks around where the ride is', async () => {
    const page = await open();
    const button = page.locator('yizhan-nearby button').first();
    const first = page.locator('yizhan-nearby h3').first();
    await button.click();
    const atStart = await first.textContent();
    await page.keyboard.press('Escape');
    await setRidden(page, 5000);
    await button.click();
    await expect.poll(() => first.textContent()).not.toBe(atStart);
  });

  it('works without a map where there is no WebGL', async () => {
    const page = await (await newDevice()).newPage();
    await page.addInitScript(`HTMLCanvasElement.prototype.getContext = () => null;`);
    await openRider(page, demo.url);
    expect(await page.locator('#no-map').textContent()).toContain('WebGL');
    expect((await idsIn(page)).length).toBeGreaterThan(0);
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([320, 390, 1280])('is accessible and cuts nothing off at %i px', async (width) => {
      const page = await open({ colorScheme, viewport: { width, height: 800 } });
      await page.locator('.cluster').first().waitFor();
      await page.addScriptTag({ content: axe.source });
      for (const view of ['ahead', 'near']) {
        await page.locator(`[data-view=${view}]`).click();
        await page.locator('[data-service=toilet]').click();
        const violations = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))',
        );
        expect(violations).toEqual([]);
      }
      const overflow = 'document.documentElement.scrollWidth - innerWidth';
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
      // Text twice as large.
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      if (width < 900) expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    });
  });

  it('is there after a reload with the server stopped, map and all', async () => {
    const page = await open();
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await openPanel(page);
    const [ids, version] = [await idsIn(page), await fact(page, 'version')];
    await demo.stopServer();
    await page.reload();
    await page.locator('#map[data-ready]').waitFor({ timeout: 30_000 });
    expect(await idsIn(page)).toEqual(ids);
    await openPanel(page);
    expect(await fact(page, 'version')).toBe(version);
    expect(await fact(page, 'source')).toBe('本机');
    await page.locator('[data-service=toilet]').click();
    expect((await idsIn(page)).length).toBeGreaterThan(0);
  });
});

interface Row {
  readonly dataset: Readonly<Record<string, string | undefined>>;
}

function metersOf(text: string): number {
  const [, number, unit] = /^([\d.]+) (k?m)$/.exec(text) ?? [];
  return Number(number) * (unit === 'km' ? 1000 : 1);
}
