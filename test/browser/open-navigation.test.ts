import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';
import { type Site, startSite } from './site';

/*
 * What a tap does, in a real browser with a real mouse. No app answers there: that one does, a test
 * can only act (another window comes in front), and only a phone can confirm.
 */

const app = { app: 'amap', kind: 'app', url: 'androidamap://navi?lat=31.23&lon=121.47' };
const web = { app: 'amap', kind: 'web', url: 'https://uri.amap.com/marker?position=121.47,31.23' };
const wechat =
  'Mozilla/5.0 (Linux; Android 13; V2166A Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F35) WeChat/arm64';
const webView =
  'Mozilla/5.0 (Linux; Android 10; Redmi 9A Build/QP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/96.0.4664.104 Mobile Safari/537.36 SomeRiderApp/9.1';

describe.skipIf(chromiumPath === undefined)('a tap on "navigate"', () => {
  let chromium: RunningChromium;
  let site: Site;
  let page: Page;
  /** What the page asked the browser for, in order. */
  let asked: { url: string; where: 'tab' | 'frame' }[];
  let popups: number;

  beforeAll(async () => {
    site = await startSite();
    chromium = await startChromium();
    await chromium.context.route('https://uri.amap.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>a map</title>' }),
    );
  });
  afterAll(async () => {
    await chromium?.close();
    site?.close();
  });

  beforeEach(async () => {
    page = await chromium.context.newPage();
    await page.bringToFront();
    asked = [];
    popups = 0;
    page.on('popup', () => popups++);
    page.on('request', (request) => {
      if (request.url().startsWith(site.address) || request.url().startsWith('http:')) return;
      const where = request.frame() === page.mainFrame() ? 'tab' : 'frame';
      asked.push({ url: request.url(), where });
    });
  });
  afterEach(async () => {
    await page.close();
  });

  /** Opens a page of the site, with these links behind its button. */
  async function open(path: string, links: unknown, options: object = {}): Promise<Frame> {
    await page.goto(site.address + path);
    const frame = page.frames().at(-1)!;
    await until(frame, 'globalThis.ready');
    await frame.evaluate(`links = ${JSON.stringify(links)}; options = ${JSON.stringify(options)}`);
    return frame;
  }

  /** Asked every so often: a page out of sight draws no frames, which is when Playwright would ask. */
  const until = (frame: Frame, condition: string) =>
    frame.waitForFunction(condition, undefined, { polling: 20 });

  /** With the mouse, where the button is: also in the frames. */
  const tap = () => page.mouse.click(60, 40);

  /** Not `waitForURL`: the app link that no app answers is a navigation that failed, and it gives up. */
  const arrival = (frame = page.mainFrame()) =>
    vi.waitFor(async () => {
      expect(frame.url()).toBe(web.url);
      expect(await frame.title()).toBe('a map');
    }, 10_000);

  const outcomes = async (frame: Frame): Promise<string[]> => {
    await until(frame, 'outcomes.length');
    return frame.evaluate('outcomes');
  };

  const userAgent = async (text: string) => {
    const session = await chromium.context.newCDPSession(page);
    await session.send('Emulation.setUserAgentOverride', { userAgent: text });
  };

  it.each(['/esm', '/iife'])(
    'tries the app, and then goes to the web in the same tab: %s',
    async (path) => {
      await open(path, [app, web], { fallbackAfterMs: 300 });
      const pages = chromium.context.pages().length;
      await tap();
      await arrival();
      expect(asked).toEqual([
        { url: app.url, where: 'tab' },
        { url: web.url, where: 'tab' },
      ]);
      expect(popups).toBe(0);
      expect(chromium.context.pages()).toHaveLength(pages);
    },
  );

  it('leaves the page where it was: back is the page the rider tapped on', async () => {
    await open('/esm', [app, web], { fallbackAfterMs: 100 });
    await tap();
    await arrival();
    await page.evaluate('history.back()');
    await vi.waitFor(() => expect(page.url()).toBe(`${site.address}/esm`), 10_000);
  });

  it('falls back although the browser took the focus to ask about the app', async () => {
    const frame = await open('/esm', [app], { fallbackAfterMs: 1000 });
    await frame.evaluate("blurred = false; addEventListener('blur', () => (blurred = true))");
    await tap();
    await until(frame, 'blurred');
    expect(await outcomes(frame)).toEqual([`nothing ${app.url}`]);
  });

  it('stays when something else came in front, also when it is back in sight', async () => {
    const frame = await open('/esm', [app, web], { fallbackAfterMs: 1500 });
    await tap();
    // The window of another tab hides the page for real: no property is overridden.
    const other = await chromium.context.newPage();
    await other.bringToFront();
    expect(await outcomes(frame)).toEqual([`app ${app.url}`]);
    expect(await frame.evaluate('document.visibilityState')).toBe('hidden');
    await other.close();
    await page.bringToFront();
    await until(frame, "document.visibilityState === 'visible'");
    await page.waitForTimeout(1700);
    expect(asked).toEqual([{ url: app.url, where: 'tab' }]);
    expect(page.url()).toBe(`${site.address}/esm`);
  });

  it('stays when the page was asleep and its timer comes late', async () => {
    const frame = await open('/esm', [app, web], { fallbackAfterMs: 200 });
    // Asleep as far as the page can tell: none of its timers runs for 1.5 s.
    await frame.evaluate(
      `tap.addEventListener('click', () => setTimeout(() => {
        for (const from = Date.now(); Date.now() - from < 1500; );
      }))`,
    );
    await tap();
    expect(await outcomes(frame)).toEqual([`app ${app.url}`]);
  });

  it('goes straight to the web in WeChat', async () => {
    await userAgent(wechat);
    // A wait that the test would not survive: there is none.
    await open('/esm', [app, web], { fallbackAfterMs: 60_000 });
    await tap();
    await arrival();
    expect(asked).toEqual([{ url: web.url, where: 'tab' }]);
    expect(popups).toBe(0);
  });

  it('goes straight to the web when there is no app link, or it is told to', async () => {
    for (const [links, options] of [
      [[web], {}],
      [[app, web], { tryApp: false }],
    ] as const) {
      asked.length = 0;
      await open('/esm', links, { fallbackAfterMs: 60_000, ...options });
      await tap();
      await arrival();
      expect(asked).toEqual([{ url: web.url, where: 'tab' }]);
    }
  });

  it("tries the app from a frame in an app's WebView, whose page it could lose", async () => {
    await userAgent(webView);
    const frame = await open('/esm', [app], { fallbackAfterMs: 200 });
    await tap();
    expect(await outcomes(frame)).toEqual([`nothing ${app.url}`]);
    expect(asked).toEqual([{ url: app.url, where: 'frame' }]);
    expect(await frame.evaluate("document.querySelectorAll('iframe').length")).toBe(0);
  });

  it('lets a second tap take over', async () => {
    const frame = await open('/esm', [app, web], { fallbackAfterMs: 60_000 });
    await tap();
    await frame.evaluate('options = { fallbackAfterMs: 300 }');
    await tap();
    expect((await outcomes(frame))[0]).toBe(`cancelled ${app.url}`);
    await arrival();
    expect(asked.map(({ url }) => url)).toEqual([app.url, app.url, web.url]);
  });

  it('stops when it is aborted', async () => {
    const frame = await open('/esm', [app, web]);
    await frame.evaluate(
      'abort = new AbortController(); options = { fallbackAfterMs: 300, signal: abort.signal }',
    );
    await tap();
    await frame.evaluate('abort.abort()');
    expect(await outcomes(frame)).toEqual([`cancelled ${app.url}`]);
    await page.waitForTimeout(500);
    expect(page.url()).toBe(`${site.address}/esm`);
  });

  it.each([
    'javascript:document.title="evil"',
    'java\nscript:document.title="evil"',
    'data:text/html,evil',
    '//evil.example/map',
    'intent://evil#Intent;scheme=weixin;end',
  ])('refuses %j', async (url) => {
    for (const kind of ['app', 'web']) {
      const frame = await open('/esm', [{ app: 'amap', kind, url }, web]);
      await tap();
      expect(await outcomes(frame)).toEqual(['INVALID_OPTION links[0].url']);
      expect(asked).toEqual([]);
      expect(await page.title()).toBe('');
    }
  });

  it('leaves a frame with the whole tab', async () => {
    await open('/frame', [app, web], { fallbackAfterMs: 300 });
    await tap();
    await arrival();
    expect(asked).toEqual([
      { url: app.url, where: 'tab' },
      { url: web.url, where: 'tab' },
    ]);
  });

  it('goes by itself from a frame that may not steer the tab', async () => {
    const frame = await open('/sandbox', [app, web], { fallbackAfterMs: 300 });
    await tap();
    await arrival(frame);
    expect(page.url()).toBe(`${site.address}/sandbox`);
    expect(popups).toBe(0);
  });
});
