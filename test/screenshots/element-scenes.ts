import type { BrowserContext, Page } from 'playwright-core';
import { sampleRecords } from '../../src/cli/sample';
import {
  type ElementWindow,
  give,
  openElement,
  type PageOptions,
  square,
  tapOpen,
} from '../browser/element-pages';
import { StationServer } from '../browser/station-pages';
import { versions } from '../support/device';
import type { Scene } from './scene';

declare const window: ElementWindow;

/** A state of <yizhan-nearby>: what leads to it. */
interface State {
  readonly name: string;
  readonly options?: PageOptions;
  readonly lead: (page: Page, server: StationServer) => Promise<void>;
}

const sizes: Readonly<Record<number, number>> = { 320: 640, 390: 844, 1280: 800 };

async function showList(page: Page): Promise<void> {
  await give(page, sampleRecords());
  await tapOpen(page);
}

const list: State = { name: 'list', lead: showList };

const states: readonly State[] = [
  {
    name: 'button',
    lead: async (page) => {
      await give(page, sampleRecords().slice(0, 10));
    },
  },
  {
    name: 'chip',
    options: { lang: 'en' },
    lead: async (page) => {
      await showList(page);
      await page.locator('[part=chip]').filter({ hasText: 'battery' }).click();
    },
  },
  {
    name: 'route',
    lead: async (page) => {
      await give(page, sampleRecords());
      await page.evaluate(({ lng, lat }) => {
        const path: [number, number][] = [
          [lng, lat],
          [lng + 0.02, lat + 0.004],
          [lng + 0.04, lat + 0.004],
        ];
        window.nearby.route = window.yizhan.Route.from(path, { crs: 'gcj02' });
      }, square);
      await tapOpen(page);
    },
  },
  {
    name: 'nothing',
    lead: async (page) => {
      await give(page, sampleRecords(), { position: { lng: 122.25, lat: 31.0 } });
      await tapOpen(page);
    },
  },
  {
    name: 'refused',
    lead: async (page) => {
      await give(page, sampleRecords(), { position: null });
      await tapOpen(page);
      await page.locator('[part=district]').first().waitFor();
    },
  },
  { name: 'loading', lead: (page, server) => waitForPack(page, server) },
  { name: 'offline', lead: (page, server) => goOffline(page, server) },
  { name: 'failed', lead: (page, server) => fail(page, server) },
];

async function openClient(page: Page, server: StationServer, ready?: 'now'): Promise<void> {
  const { key } = await versions();
  const options = {
    source: `${server.origin}/site/manifest.json`,
    keys: [key.publicKey],
    crs: 'gcj02' as const,
    refresh: false as const,
    ...(ready && { ready }),
  };
  await page.evaluate(
    async ({ options, position, now }) => {
      window.nearby.now = () => now;
      window.nearby.position = position;
      window.nearby.client = await window.yizhan.openStations(options);
    },
    { options, position: square, now: Date.parse('2026-11-24T13:45:00Z') },
  );
}

async function waitForPack(page: Page, server: StationServer): Promise<void> {
  await page.route('**/site/packs/**', () => {});
  await openClient(page, server, 'now');
  await tapOpen(page);
  await page.locator('[part=message]').filter({ hasText: '0%' }).waitFor();
}

async function goOffline(page: Page, server: StationServer): Promise<void> {
  await openClient(page, server);
  server.isDown = true;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const speed = { latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
  await session.send('Network.emulateNetworkConditions', { offline: true, ...speed });
  await tapOpen(page);
  await page.locator('[part=notice]').waitFor();
}

async function fail(page: Page, server: StationServer): Promise<void> {
  server.isDown = true;
  await openClient(page, server, 'now');
  await tapOpen(page);
  await page.locator('[part=retry]').waitFor();
}

function sceneOf({ name, options, lead }: State, width: number, more: PageOptions = {}): Scene {
  const { dark = false, textSize = 100 } = more;
  const kind = [dark && 'dark', textSize !== 100 && `text-${textSize}`].filter(Boolean);
  return {
    name: ['element', name, width, ...kind].join('-'),
    shoot: (context) => shoot(context, lead, { ...options, ...more, width, height: sizes[width]! }),
  };
}

async function shoot(
  context: BrowserContext,
  lead: State['lead'],
  options: PageOptions,
): Promise<Buffer> {
  const { key, first } = await versions();
  // An origin of its own: nothing is on the device yet.
  const server = await StationServer.start(key.publicKey);
  server.site = first;
  const background = options.dark ? '#101215; color: #eee' : '#fff';
  const page = await openElement(server, context, {
    style: `body { background: ${background} }`,
    ...options,
  });
  try {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setScrollbarsHidden', { hidden: true });
    await lead(page, server);
    // The rest of the rows, and the focus of the keyboard.
    await page.waitForTimeout(300);
    return await page.screenshot();
  } finally {
    await page.close();
    server.stop();
  }
}

const onPhone = states.map((state) => sceneOf(state, 390));
const inTheDark = [list, states[2]!, states[3]!, states[4]!, states[6]!].map((state) =>
  sceneOf(state, 390, { dark: true }),
);

export const elementScenes: readonly Scene[] = [
  ...[320, 390, 1280].map((width) => sceneOf(list, width)),
  ...[320, 1280].map((width) => sceneOf(list, width, { dark: true })),
  sceneOf(list, 320, { textSize: 200 }),
  sceneOf(states[1]!, 320, { dark: true }),
  ...onPhone,
  ...inTheDark,
];
