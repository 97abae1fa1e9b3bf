import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StationRecord } from '../../src/core';
import { violationsIn } from './axe';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';
import {
  type ElementWindow,
  give,
  openElement,
  type PageOptions,
  square,
  tapOpen,
} from './element-pages';
import { StationServer } from './station-pages';

/* What a rider does with <yizhan-nearby>, in a real browser: thumb, keyboard, large text, and stations that mean harm. */

declare const window: ElementWindow;

const at = (metersNorth: number): [number, number] => [
  square.lng,
  square.lat + metersNorth / 110_900,
];

/** Five near, one of them closed at that time and one that nobody knows of; one beyond 3 km. */
const records: readonly StationRecord[] = [
  {
    id: 'cafe',
    name: '广场骑手驿站',
    nameEn: 'Square riders’ station',
    position: at(300),
    services: ['water', 'toilet', 'meals'],
    audiences: ['food-rider', 'courier'],
    access: ['qr', 'staff'],
    hours: 'Mo-Su 09:00-21:00',
    phone: '021-55550100',
    address: '黄浦区人民大道1号',
    district: '310101',
    offers: [
      { title: '义诊', hours: 'We 13:00-16:00', until: '2026-12-31' },
      { title: '已经结束', until: '2026-10-01' },
    ],
  },
  {
    id: 'soon',
    name: '快打烊',
    position: at(500),
    services: ['water'],
    hours: 'Mo-Su 08:00-16:00',
  },
  {
    id: 'shut',
    name: '夜里才开',
    position: at(100),
    services: ['water', 'battery-swap'],
    hours: 'Mo-Su 20:00-23:00',
  },
  { id: 'vague', name: '没人知道', position: at(1200), services: ['toilet'] },
  { id: 'always', name: '一直开', position: at(2000), services: ['battery-swap'], hours: '24/7' },
  {
    id: 'far',
    name: '很远',
    position: at(5200),
    services: ['haircut'],
    hours: '24/7',
    address: '上海市徐汇区某路2号',
    district: '310104',
  },
];

describe.skipIf(chromiumPath === undefined)('<yizhan-nearby>', () => {
  let chromium: RunningChromium;
  let server: StationServer;
  beforeAll(async () => {
    server = await StationServer.start('');
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    server?.stop();
  });

  async function openPage(options: PageOptions = {}): Promise<Page> {
    const page = await openElement(server, chromium.context, options);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    onTestFinished(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });
    return page;
  }

  async function openSheet(options: PageOptions = {}, stations = records): Promise<Page> {
    const page = await openPage(options);
    await give(page, stations);
    await tapOpen(page);
    return page;
  }

  const names = (page: Page) => page.locator('[part=name]').allTextContents();
  const part = (page: Page, name: string) => page.locator(`[part=${name}]`);
  const row = (page: Page, id: string) => page.locator(`[data-id="${id}"]`);
  const told = (page: Page, name: string) =>
    page.evaluate(
      (name) => window.told.filter((one) => one.name === name).map(({ detail }) => detail),
      name,
    );
  const status = (page: Page, text: string) =>
    vi.waitFor(async () =>
      expect(await page.locator('[role=status]').first().textContent()).toBe(text),
    );
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { shadowRoot } = window.nearby as unknown as {
        shadowRoot: { activeElement: { getAttribute(name: string): string | null } | null };
      };
      const element = shadowRoot.activeElement;
      return element?.getAttribute('data-key') ?? element?.getAttribute('part') ?? 'nothing';
    });

  it('says what each station is, and leaves out what is closed, but not what nobody knows', async () => {
    const page = await openSheet();
    expect(await names(page)).toEqual(['广场骑手驿站', '快打烊', '没人知道', '一直开']);
    expect(await row(page, 'cafe').locator('.facts > *').allTextContents()).toEqual([
      '广场骑手驿站',
      '300 米 · 骑车约 2 分钟',
      '营业中 · 21:00 打烊',
      '活动：义诊 周三 13:00-16:00',
      '饮水、厕所、用餐',
      '黄浦区人民大道1号',
      '服务对象：外卖骑手、快递员 · 进入：扫码、找工作人员',
    ]);
    expect(await row(page, 'soon').locator('.opening').textContent()).toBe('即将打烊 (20 分钟)');
    expect(await row(page, 'soon').locator('.opening').getAttribute('data-state')).toBe('soon');
    expect(await row(page, 'vague').locator('.opening').textContent()).toBe('时间未知');
    expect(await part(page, 'summary').textContent()).toBe('4 个驿站 · 1 个休息中，未列出');
    await status(page, '4 个驿站 · 1 个休息中，未列出');
  });

  it('offers only the services that there are here, and a tap on one changes the list', async () => {
    const page = await openSheet();
    const chips = () => part(page, 'chip').allInnerTexts();
    const pressed = () => page.locator('[part=chip][aria-pressed=true]').allInnerTexts();
    expect(await chips()).toEqual(['不含休息中', '厕所2', '饮水2', '换电1', '用餐1']);
    expect(await pressed()).toEqual(['不含休息中']);
    await part(page, 'chip').filter({ hasText: '换电' }).click();
    expect(await names(page)).toEqual(['一直开']);
    expect(await pressed()).toEqual(['不含休息中', '换电1']);
    await part(page, 'chip').filter({ hasText: '不含休息中' }).click();
    expect(await names(page)).toEqual(['夜里才开', '一直开']);
    expect(await row(page, 'shut').locator('.opening').textContent()).toBe('20:00 开门');
    expect(await part(page, 'summary').textContent()).toBe('2 个驿站');
    expect(await told(page, 'filter')).toEqual([
      { services: ['battery-swap'], openNow: true },
      { services: ['battery-swap'], openNow: false },
    ]);
  });

  const phones = [
    {
      name: 'Android Chrome',
      userAgent:
        'Mozilla/5.0 (Linux; Android 13; V2166A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
      first:
        /^amapuri:\/\/openFeature\?featureName=OnRideNavi&rideType=elebike.*lat=31\.2331.*lon=121\.4737/,
      goes: /^amapuri:/,
    },
    {
      name: 'iPhone',
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      first: /^amapuri:\/\/openFeature\?|^iosamap:\/\//,
      goes: /^(amapuri|iosamap):/,
    },
    {
      name: 'WeChat on Android, which opens no apps',
      userAgent:
        'Mozilla/5.0 (Linux; Android 13; V2166A Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MicroMessenger/8.0.47.2560(0x28002F35) WeChat/arm64',
      first: /^amapuri:/,
      goes: /^https:\/\/uri\.amap\.com\/navigation\?to=121\.473700,31\.2331/,
    },
    {
      name: 'a computer',
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
      first: /^https:\/\/uri\.amap\.com\/navigation\?to=121\.473700,31\.2331/,
      goes: /^https:\/\/uri\.amap\.com\//,
    },
  ];

  it.each(phones)(
    'a tap on "navigate" opens the way there: $name',
    async ({ userAgent, first, goes }) => {
      const page = await openSheet({ userAgent });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.route('https://uri.amap.com/**', (route) => route.fulfill({ body: 'a map' }));
      await row(page, 'cafe').locator('[part=navigate]').click();
      const [detail] = (await told(page, 'navigate')) as [
        { station: { id: string }; links: { url: string }[] },
      ];
      expect(detail.station.id).toBe('cafe');
      expect(detail.links[0]!.url).toMatch(first);
      // Prevented: the app goes there itself.
      expect(asked).toEqual([]);
      await page.evaluate(() => {
        window.isLeft = true;
      });
      await row(page, 'cafe').locator('[part=navigate]').click();
      await vi.waitFor(() => expect(asked.find((url) => goes.test(url))).toBeDefined(), 5_000);
      expect(asked[0]).toMatch(goes);
    },
  );

  it('calls, and tells the app of a station that was not open, once', async () => {
    const page = await openSheet();
    const call = row(page, 'cafe').locator('[part=call]');
    expect(await call.getAttribute('href')).toBe('tel:02155550100');
    expect(await row(page, 'soon').locator('[part=call]').count()).toBe(0);
    const report = row(page, 'cafe').locator('[part=report]');
    await report.focus();
    await report.click();
    expect(await focused(page)).toBe('report cafe');
    expect(await part(page, 'remark').textContent()).toBe('谢谢，已记下。');
    expect(await report.textContent()).toBe('已报告');
    expect(await report.getAttribute('aria-disabled')).toBe('true');
    await report.click({ force: true });
    const reports = (await told(page, 'report')) as { station: { id: string } }[];
    expect(reports.map(({ station }) => station.id)).toEqual(['cafe']);
  });

  it('says what is nearest beyond, and how far, and shows it', async () => {
    const page = await openSheet({}, records.slice(-1));
    const message = part(page, 'message');
    expect(await message.locator('p').first().textContent()).toBe(
      '3.0 公里内没有。最近的是很远，5.2 公里。',
    );
    await part(page, 'farther').click();
    expect(await names(page)).toEqual(['很远']);
  });

  it('lets who refuses to be located choose a district', async () => {
    const page = await openPage();
    await give(page, records, { position: null });
    await tapOpen(page);
    await part(page, 'district').first().waitFor();
    expect(await part(page, 'message').locator('p').allTextContents()).toEqual([
      '没有定位权限。',
      '请选一个区：',
    ]);
    expect(await part(page, 'district').allTextContents()).toEqual(['黄浦区', '徐汇区']);
    await part(page, 'district').last().click();
    expect(await names(page)).toEqual(['很远']);
    expect(await part(page, 'notice').allTextContents()).toEqual(['徐汇区，按区中心算距离']);
  });

  it('finds the rider by the phone, in WGS-84, and says when that is rough', async () => {
    const phone = {
      longitude: square.lng - 0.004523,
      latitude: square.lat + 0.001942,
      accuracy: 800,
    };
    const page = await openPage({ phone });
    await give(page, records, { position: null });
    await tapOpen(page);
    await part(page, 'list').waitFor();
    expect(await row(page, 'cafe').locator('strong').textContent()).toBe('300 米');
    expect(await part(page, 'notice').allTextContents()).toEqual([
      '定位不准（误差约 800 米），距离仅供参考。',
    ]);
  });

  it('shows what lies on the route, without a position as well', async () => {
    const page = await openPage();
    await give(page, records, { position: null });
    await page.evaluate(({ lng, lat }) => {
      const { Route } = window.yizhan;
      const path: [number, number][] = [
        [lng + 0.001, lat],
        [lng + 0.001, lat + 0.02],
      ];
      window.nearby.route = Route.from(path, { crs: 'gcj02' });
    }, square);
    await tapOpen(page);
    expect(await part(page, 'tab').allTextContents()).toEqual(['附近', '顺路']);
    expect(await names(page)).toEqual(['广场骑手驿站', '快打烊', '没人知道', '一直开']);
    expect(await row(page, 'cafe').locator('.way').textContent()).toBe('前方 300 米 · 绕行 250 米');
    await part(page, 'tab').first().click();
    expect(await part(page, 'district').count()).toBe(2);
  });

  it('is used with the keyboard alone: opened, walked through in a circle, and left', async () => {
    const page = await openPage();
    await give(page, records);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('sheet');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('close');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('report always');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('close');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('service toilet');
    await page.keyboard.press('Space');
    expect(await names(page)).toEqual(['广场骑手驿站', '没人知道']);
    expect(await focused(page)).toBe('service toilet');
    await page.keyboard.press('Escape');
    expect(await page.locator('[role=dialog]').isVisible()).toBe(false);
    expect(await focused(page)).toBe('button');
    expect((await told(page, 'close')).length).toBe(1);
  });

  it('keeps rows, their focus and the scrolling when other stations arrive', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      id: `s${String(i).padStart(2, '0')}`,
      name: `驿站 ${i}`,
      position: at(10 * i),
      services: ['water'] as const,
    }));
    const page = await openSheet({}, many);
    await vi.waitFor(async () => expect(await page.locator('[part=station]').count()).toBe(20));
    await part(page, 'more').click();
    expect(await page.locator('[part=station]').count()).toBe(40);
    expect(await focused(page)).toBe('navigate s20');
    const scroll = page.locator('.scroll');
    await scroll.evaluate((element) => {
      (element as unknown as { scrollTop: number }).scrollTop = 1500;
    });
    await give(
      page,
      many.map((one, i) => (i === 2 ? { ...one, name: '改名' } : one)),
    );
    await vi.waitFor(async () => expect((await names(page))[2]).toBe('改名'));
    expect(await focused(page)).toBe('navigate s20');
    expect(
      await scroll.evaluate((element) => (element as unknown as { scrollTop: number }).scrollTop),
    ).toBe(1500);
  });

  it('does not lose a tap to stations that arrive while the thumb is down', async () => {
    const page = await openSheet();
    const box = (await row(page, 'cafe').locator('[part=navigate]').boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await give(
      page,
      records.map((one) => ({ ...one, name: `${one.name}！` })),
    );
    await page.waitForTimeout(50);
    expect((await names(page))[0]).toBe('广场骑手驿站');
    await page.mouse.up();
    expect((await told(page, 'navigate')).length).toBe(1);
    await vi.waitFor(async () => expect((await names(page))[0]).toBe('广场骑手驿站！'));
  });

  it('sets what stations say as text, whatever it is', async () => {
    const evil =
      '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>\u202egnp.exe\u0000';
    const endless = 'W'.repeat(500);
    const hostile: StationRecord[] = [
      {
        id: 'evil',
        name: evil,
        address: evil,
        directions: `<b>${evil}</b>`,
        position: at(10),
        services: ['water'],
        hoursText: evil,
        phone: 'javascript:alert(1)',
        offers: [{ title: evil, hours: 'We 13:00-16:00' }],
      },
      { id: 'endless', name: endless, address: endless, position: at(20), services: ['water'] },
    ];
    const page = await openSheet({ width: 320, height: 640 }, hostile);
    const text = (await row(page, 'evil').textContent())!;
    expect(text).toContain('<img src=x onerror="window.pwned=1">');
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(
      await page.locator('yizhan-nearby img, yizhan-nearby script, yizhan-nearby b').count(),
    ).toBe(0);
    expect(await row(page, 'evil').locator('[part=call]').count()).toBe(0);
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    await expectNoSidewaysScroll(page);
  });

  async function expectNoSidewaysScroll(page: Page): Promise<void> {
    const wide = await page
      .locator('.sheet, .scroll, .scroll *')
      .evaluateAll((elements) =>
        (elements as unknown as { scrollWidth: number; clientWidth: number; className: string }[])
          .filter(
            ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
          )
          .map(({ className }) => className),
      );
    expect(wide).toEqual([]);
    const root = await page.evaluate(() => {
      const { document } = window as unknown as {
        document: { documentElement: { scrollWidth: number } };
      };
      return document.documentElement.scrollWidth;
    });
    expect(root).toBeLessThanOrEqual(page.viewportSize()!.width);
  }

  it.each([
    { lang: 'zh-CN', textSize: 200 },
    { lang: 'en', textSize: 200 },
    { lang: 'zh-CN', textSize: 100 },
    { lang: 'en', textSize: 100 },
  ])('fits a screen of 320 px: $lang at $textSize %', async (options) => {
    const page = await openSheet({ width: 320, height: 640, ...options });
    await expectNoSidewaysScroll(page);
    for (const target of await page.locator('.sheet button, .sheet a').all()) {
      const { width, height } = (await target.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    const go = (await part(page, 'navigate').first().boundingBox())!;
    const call = (await part(page, 'call').first().boundingBox())!;
    expect(go.width * go.height).toBeGreaterThan(call.width * call.height);
  });

  it('speaks the language of the page, or its own, or the words it is given', async () => {
    const page = await openSheet({ lang: 'en' });
    expect(await part(page, 'button').textContent()).toBe('Stations nearby');
    expect(await row(page, 'cafe').locator('.facts > *').allTextContents()).toEqual([
      'Square riders’ station',
      '300 m away · about 2 min by e-bike',
      'Open · closes 21:00',
      'On offer: 义诊 We 13:00-16:00',
      'drinking water, toilet, meals',
      '黄浦区人民大道1号',
      'For food riders, couriers · Way in: scan a QR code, ask the staff',
    ]);
    await page.evaluate(() => {
      window.nearby.strings = { navigate: '<b>Ride</b>' };
    });
    await vi.waitFor(async () =>
      expect(await part(page, 'navigate').first().textContent()).toBe('<b>Ride</b>'),
    );
    await page.evaluate(() => window.nearby.setAttribute('lang', 'zh'));
    await vi.waitFor(async () => expect(await part(page, 'title').textContent()).toBe('附近驿站'));
  });

  it('leaves out who is not welcome, and asks no farther than it is told', async () => {
    const page = await openPage({ attributes: 'audience=courier max-distance=400' });
    await give(page, [
      ...records,
      {
        id: 'drivers',
        name: '司机之家',
        position: at(50),
        services: ['water'],
        audiences: ['trucker'],
      },
    ]);
    await tapOpen(page);
    expect(await names(page)).toEqual(['广场骑手驿站']);
  });

  it('takes what was set before it was defined', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      const { document, customElements } = window as unknown as {
        document: {
          createElement(name: string): Record<string, unknown>;
          body: { append(one: unknown): void };
        };
        customElements: {
          get(name: string): new () => object;
          define(name: string, one: unknown): void;
        };
      };
      const early = document.createElement('early-nearby');
      early['strings'] = { open: 'set before' };
      early['id'] = 'early';
      document.body.append(early);
      const Nearby = customElements.get('yizhan-nearby');
      customElements.define('early-nearby', class extends Nearby {});
    });
    await vi.waitFor(async () =>
      expect(await page.locator('early-nearby [part=button]').textContent()).toBe('set before'),
    );
  });

  const states: readonly {
    name: string;
    options?: PageOptions;
    stations?: readonly StationRecord[];
    position?: null;
  }[] = [
    { name: 'the list' },
    { name: 'the list in English, in the dark', options: { lang: 'en', dark: true } },
    { name: 'the list at 320 px and 200 %', options: { width: 320, height: 640, textSize: 200 } },
    { name: 'nothing near', stations: records.slice(-1) },
    { name: 'nothing near, in the dark', stations: records.slice(-1), options: { dark: true } },
    { name: 'refused', position: null },
    { name: 'refused, in the dark', position: null, options: { dark: true } },
  ];

  it.each(states)(
    'breaks no rule of accessibility: $name',
    async ({ options, stations, position }) => {
      const page = await openPage(options);
      await give(page, stations ?? records, position === null ? { position } : {});
      expect(await violationsIn(page)).toEqual([]);
      await tapOpen(page);
      if (position === null) await part(page, 'district').first().waitFor();
      expect(await violationsIn(page)).toEqual([]);
    },
  );
});
