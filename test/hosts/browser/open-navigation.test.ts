import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type NavigationLink,
  navigationLinks,
  openNavigation,
  StationSet,
} from '../../../src/index';

/* The timing, in a page that is made up. What a real browser does is in test/browser. */

const set = StationSet.from([{ id: 'a', position: [121.4737, 31.2304] }], { crs: 'gcj02' });
const links = navigationLinks(set.get('a')!, { crs: 'gcj02', app: 'amap', platform: 'ios' });
const [app, web] = links as [NavigationLink, NavigationLink];

/** A page that notes where it is sent, and who listens to it. */
class MadeUpPage extends EventTarget {
  readonly document = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    body: {},
    createElement: () => ({}),
  });
  readonly navigator = { userAgent: 'made up' };
  readonly sentTo: string[] = [];
  readonly location = locationOf(this.sentTo);
  top = { location: this.location };
  listeners = 0;

  constructor() {
    super();
    for (const target of [this, this.document]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (...parameters: Parameters<typeof addEventListener>) => {
        this.listeners++;
        addEventListener.apply(target, parameters);
      };
      target.removeEventListener = (...parameters: Parameters<typeof removeEventListener>) => {
        this.listeners--;
        removeEventListener.apply(target, parameters);
      };
    }
  }

  hide(): void {
    this.document.visibilityState = 'hidden';
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
  show(): void {
    this.document.visibilityState = 'visible';
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}

function locationOf(sentTo: string[], refuse: (url: string) => boolean = () => false) {
  return {
    get href(): string {
      return 'https://rider.example.cn/';
    },
    set href(url: string) {
      if (refuse(url)) throw new Error('refused');
      sentTo.push(url);
    },
  };
}

let page: MadeUpPage;

beforeEach(() => {
  vi.useFakeTimers();
  page = new MadeUpPage();
  vi.stubGlobal('window', page);
});
afterEach(() => {
  expect(page.listeners).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('openNavigation', () => {
  it('tries the app within the tap, and the web after 2 s in sight', async () => {
    const opened = openNavigation(links);
    expect(page.sentTo).toEqual([app.url]);
    await vi.advanceTimersByTimeAsync(1999);
    expect(page.sentTo).toEqual([app.url]);
    await vi.advanceTimersByTimeAsync(1);
    expect(page.sentTo).toEqual([app.url, web.url]);
    expect(await opened).toEqual({ outcome: 'web', link: web });
  });

  it.each([
    ['hidden', () => page.hide()],
    ['left', () => page.dispatchEvent(new Event('pagehide'))],
  ])('stays when the page is %s', async (_, leave) => {
    const opened = openNavigation(links);
    await vi.advanceTimersByTimeAsync(500);
    leave();
    expect(await opened).toEqual({ outcome: 'app', link: app });
    page.show();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.sentTo).toEqual([app.url]);
  });

  it('goes to the link that it checked, whatever becomes of it meanwhile', async () => {
    const changing = links.map((link) => ({ ...link }));
    void openNavigation(changing);
    await vi.advanceTimersByTimeAsync(500);
    changing[1]!.url = 'javascript:alert(1)';
    await vi.advanceTimersByTimeAsync(1500);
    expect(page.sentTo).toEqual([app.url, web.url]);

    let reads = 0;
    const twofaced = {
      ...web,
      get url() {
        return reads++ === 0 ? web.url : 'javascript:alert(1)';
      },
    };
    await openNavigation([twofaced]);
    expect(page.sentTo.slice(2)).toEqual([web.url]);
  });

  it('stays when the page is hidden and was not told', async () => {
    const opened = openNavigation(links);
    page.document.visibilityState = 'hidden';
    await vi.advanceTimersByTimeAsync(2000);
    expect(await opened).toEqual({ outcome: 'app', link: app });
  });

  it.each([
    ['as late as a busy phone is', 900, 'web'],
    ['later', 1100, 'app'],
  ])('takes a timer that is %s for what it is', async (_, lateMs, outcome) => {
    const opened = openNavigation(links, { fallbackAfterMs: 1000 });
    vi.setSystemTime(Date.now() + lateMs);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await opened).outcome).toBe(outcome);
  });

  it('goes to the web within the tap where apps are refused', async () => {
    page.navigator.userAgent = 'MicroMessenger/8.0.47';
    const opened = openNavigation(links);
    expect(page.sentTo).toEqual([web.url]);
    expect(await opened).toEqual({ outcome: 'web', link: web });
  });

  it('tries the app in spite of that when it is told to', async () => {
    page.navigator.userAgent = 'MicroMessenger/8.0.47';
    const opened = openNavigation(links, { tryApp: true });
    expect(page.sentTo).toEqual([app.url]);
    page.hide();
    expect((await opened).outcome).toBe('app');
  });

  it('says when there was nothing to open', async () => {
    expect(await openNavigation([app], { tryApp: false })).toEqual({
      outcome: 'nothing',
      link: app,
    });
    const opened = openNavigation([app]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await opened).toEqual({ outcome: 'nothing', link: app });
    expect(page.sentTo).toEqual([app.url]);
  });

  it('waits out a browser that throws at an app link', async () => {
    page.top = { location: locationOf(page.sentTo, (url) => url === app.url) };
    Object.assign(page, { location: page.top.location });
    const opened = openNavigation(links);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await opened).toEqual({ outcome: 'web', link: web });
  });

  it('goes by itself where it may not steer the tab', async () => {
    page.top = { location: locationOf([], () => true) };
    const opened = openNavigation(links);
    await vi.advanceTimersByTimeAsync(2000);
    await opened;
    expect(page.sentTo).toEqual([app.url, web.url]);
  });

  it('lets a later tap take over', async () => {
    const first = openNavigation(links);
    await vi.advanceTimersByTimeAsync(1500);
    const second = openNavigation(links);
    expect(await first).toEqual({ outcome: 'cancelled', link: app });
    await vi.advanceTimersByTimeAsync(1999);
    expect(page.sentTo).toEqual([app.url, app.url]);
    await vi.advanceTimersByTimeAsync(1);
    expect((await second).outcome).toBe('web');
    expect(page.sentTo).toEqual([app.url, app.url, web.url]);
  });

  it('stops when it is aborted, also before it began', async () => {
    const abort = new AbortController();
    const opened = openNavigation(links, { signal: abort.signal });
    abort.abort();
    expect(await opened).toEqual({ outcome: 'cancelled', link: app });
    expect(await openNavigation(links, { signal: abort.signal })).toEqual({
      outcome: 'cancelled',
      link: app,
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.sentTo).toEqual([app.url]);
  });

  it.each([
    [undefined, 'links'],
    [[], 'links'],
    [app, 'links'],
    [[null], 'links[0].kind'],
    [['https://uri.amap.com/'], 'links[0].kind'],
    [[app, { ...web, kind: 'tel' }], 'links[1].kind'],
    [[{ ...app, url: undefined }], 'links[0].url'],
    [[{ ...app, url: new URL(web.url) }], 'links[0].url'],
    [[{ ...app, url: 'javascript:alert(1)' }], 'links[0].url'],
    [[{ ...app, url: 'java\nscript:alert(1)' }], 'links[0].url'],
    [[{ ...app, url: ' javascript:alert(1)' }], 'links[0].url'],
    [[{ ...app, url: 'intent://x#Intent;end' }], 'links[0].url'],
    [[{ ...app, url: '//evil.example' }], 'links[0].url'],
    [[{ ...app, url: 'https://evil.example' }], 'links[0].url'],
    [[{ ...app, url: 'tel:110' }], 'links[0].url'],
    [[app, { ...web, url: 'https://uri.amap.com@evil.example/' }], 'links[1].url'],
    [[app, { ...web, url: 'https://uri.amap.com\\@evil.example/' }], 'links[1].url'],
    [[app, { ...web, url: 'https://' }], 'links[1].url'],
    [[app, { ...web, url: 'http://uri.amap.com/' }], 'links[1].url'],
    [[app, { ...web, url: app.url }], 'links[1].url'],
    [[app, { ...web, url: 'data:text/html,evil' }], 'links[1].url'],
  ])('refuses the links %j', async (given, option) => {
    const refused = openNavigation(given as NavigationLink[]);
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_OPTION', option });
    expect(page.sentTo).toEqual([]);
  });

  it.each([
    [{ fallbackAfterMs: -1 }],
    [{ fallbackAfterMs: Number.NaN }],
    [{ fallbackAfterMs: '100' }],
    [{ fallbackAfterMs: null }],
    [{ fallbackAfterMs: 60_001 }],
    [{ tryApp: 'no' }],
    [{ signal: {} }],
    [{ signal: null }],
    [{ fallbackAfter: 100 }],
  ])('refuses the options %j', async (options) => {
    const refused = openNavigation(links, options as object);
    const [option] = Object.keys(options);
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_OPTION', option });
    expect(page.sentTo).toEqual([]);
  });

  it.each([
    ['in Node', undefined],
    ['in React Native', {}],
  ])('says that there is no page %s', async (_, window) => {
    vi.stubGlobal('window', window);
    await expect(openNavigation(links)).rejects.toMatchObject({
      name: 'YizhanError',
      code: 'NO_WEB_PAGE',
    });
  });
});
