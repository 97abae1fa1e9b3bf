import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startChromium } from '../browser/chromium';
import { mapFlags, openRider, startTemporaryDemo } from '../support/rider-h5';

/* Pictures of the example's page, for the README and the docs: docs/screenshots/rider-h5-*.png. After a build. */

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

interface Scene {
  readonly name: string;
  readonly locale: string;
  readonly widths: readonly number[];
  prepare(page: Page): Promise<void>;
}

const ride = async (page: Page) => {
  // In steps, as the ride goes: the map has come to where the rider is, and its queries are those of a ride, not the first.
  for (let meters = 2000; meters <= 2900; meters += 30)
    await page.locator('#ride input').fill(String(meters));
};

const scenes: readonly Scene[] = [
  { name: 'ride', locale: 'zh-CN', widths: [320, 390, 1280], prepare: ride },
  {
    name: 'near',
    locale: 'en',
    widths: [390],
    prepare: async (page) => {
      await page.locator('[data-view=near]').click();
      await page.locator('[data-service=toilet]').click();
    },
  },
];

/** Until the map has come to rest and has its names and clusters. */
async function settle(page: Page): Promise<void> {
  await page.evaluate('document.activeElement?.blur()');
  await page.waitForTimeout(2500);
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const demo = await startTemporaryDemo();
  const chromium = await startChromium(undefined, [...mapFlags, '--hide-scrollbars']);
  try {
    const browser = chromium.context.browser()!;
    for (const viewport of sizes)
      for (const colorScheme of ['light', 'dark'] as const)
        for (const { name, locale, prepare, widths } of scenes) {
          if (!widths.includes(viewport.width)) continue;
          const timezoneId = 'Asia/Shanghai';
          const context = await browser.newContext({ viewport, colorScheme, locale, timezoneId });
          const page = await context.newPage();
          await openRider(page, demo.url);
          await prepare(page);
          await settle(page);
          const file = `rider-h5-${name}-${viewport.width}-${colorScheme}.png`;
          await page.screenshot({ path: folder + file });
          await context.close();
          console.log(`docs/screenshots/${file}`);
        }
  } finally {
    await chromium.close();
    await demo.close();
  }
}

await main();
