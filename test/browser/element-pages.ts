import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { LngLat } from '../../src/core';
import type * as yizhan from '../../src/index';
import type { StationServer } from './station-pages';

/* Pages with <yizhan-nearby> in them. */

/** The element, as far as tests use it: the compiler here knows no DOM, which its own types need. */
interface Nearby {
  client: yizhan.StationSet | yizhan.StationClient | undefined;
  position: yizhan.Position | undefined;
  route: yizhan.Route | undefined;
  strings: Readonly<Record<string, string>>;
  districts: readonly { code: string; name: string; position: yizhan.LngLat }[] | undefined;
  locate: (() => Promise<yizhan.Position>) | undefined;
  now: () => number;
  readonly shadowRoot: object | null;
  open(): void;
  close(): void;
  remove(): void;
  setAttribute(name: string, value: string): void;
}

/** What such a page has. */
export interface ElementWindow {
  readonly yizhan: typeof yizhan;
  readonly nearby: Nearby;
  /** The element's events, by name, and what they say. */
  readonly told: { readonly name: string; readonly detail: unknown }[];
  /** Whether a tap on "navigate" is left to the element. */
  isLeft: boolean;
}
declare const window: ElementWindow;

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  /** @default 'zh-CN' */
  readonly lang?: string;
  readonly dark?: boolean;
  readonly userAgent?: string;
  /** Of the root, in per cent. @default 100 */
  readonly textSize?: number;
  /** Of the element. */
  readonly attributes?: string;
  /** Of what is around the element. */
  readonly style?: string;
  /** Where the phone says that it is; `'refused'`: the rider does not let it. @default 'refused' */
  readonly phone?: { longitude: number; latitude: number; accuracy: number } | 'refused';
  /** By default a module defines the element; with this, one classic script does. */
  readonly isScript?: boolean;
}

/** People's Square, in GCJ-02. */
export const square = { lng: 121.4737, lat: 31.2304 };
/** Tuesday, 15:40 in Shanghai. */
const afternoon = Date.parse('2026-11-24T07:40:00Z');

const onPhone = { width: 390, height: 844 };

const names = ['open', 'close', 'filter', 'navigate', 'call', 'report'];

function htmlOf(options: PageOptions): string {
  const { lang = 'zh-CN', textSize = 100, attributes = '', style = '', isScript } = options;
  const define = isScript
    ? '<script src=/dist/yizhan-nearby.js></script>'
    : `<script type=module>
        import * as yizhan from '/dist/index.js';
        import { defineNearby } from '/dist/element.js';
        defineNearby();
        window.yizhan = yizhan;
      </script>`;
  return `<!doctype html><html lang=${lang} style="font-size: ${textSize}%"><meta charset=utf-8>
    <meta name=viewport content="width=device-width, initial-scale=1"><title>yizhan-nearby</title>
    <style>body { margin: 0 } main { padding: 1rem } ${style}</style>
    ${define}
    <main><h1>订单</h1><yizhan-nearby ${attributes}></yizhan-nearby></main>
    <script>
      window.nearby = document.querySelector('yizhan-nearby');
      window.told = [];
      window.isLeft = false;
      for (const name of ${JSON.stringify(names)})
        nearby.addEventListener('yizhan-' + name, (event) => {
          told.push({ name, detail: event.detail });
          if (name === 'navigate' && !isLeft) event.preventDefault();
        });
    </script>`;
}

/** A page with the element, which has no stations yet. */
export async function openElement(
  server: StationServer,
  context: BrowserContext,
  options: PageOptions = {},
): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await prepare(session, server, options);
  server.pages.set('/element', htmlOf(options));
  await page.setViewportSize({ ...onPhone, ...sizeOf(options) });
  await page.emulateMedia({
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${server.origin}/element`);
  await page.waitForFunction(() => window.nearby.shadowRoot !== null);
  return page;
}

const sizeOf = ({ width = onPhone.width, height = onPhone.height }: PageOptions) => ({
  width,
  height,
});

async function prepare(session: CDPSession, { origin }: StationServer, options: PageOptions) {
  const { userAgent, phone = 'refused' } = options;
  if (userAgent !== undefined) await session.send('Emulation.setUserAgentOverride', { userAgent });
  const isRefused = phone === 'refused';
  const setting = isRefused ? 'denied' : 'granted';
  const permission = { name: 'geolocation' };
  await session.send('Browser.setPermission', { origin, permission, setting });
  if (!isRefused) await session.send('Emulation.setGeolocationOverride', phone);
}

/** Gives the element a set of these stations, a position and a clock that stands still. */
export function give(
  page: Page,
  records: readonly yizhan.StationRecord[],
  { position = square, now = afternoon }: { position?: LngLat | null; now?: number } = {},
): Promise<void> {
  return page.evaluate(
    ({ records, position, now }) => {
      const { nearby, yizhan } = window;
      nearby.now = () => now;
      nearby.client = yizhan.StationSet.from(records, { crs: 'gcj02' });
      nearby.position = position ?? undefined;
    },
    { records: [...records], position, now },
  );
}

/** Opens the sheet with a tap, and waits until it is drawn. */
export async function tapOpen(page: Page): Promise<void> {
  await page.locator('[part=button]').click();
  await page.locator('[role=dialog]').waitFor();
}
