import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { startBoard } from '../browser/board';

/** How the board is shown: width and height in pixels, colours, language, and what is at the top. */
const scenes = [
  [1280, 900, 'light', 'en', '#page'],
  [1280, 900, 'dark', 'zh', '#places'],
  [390, 844, 'light', 'zh', '#changes'],
  [390, 844, 'dark', 'en', '#places'],
] as const;

/** Takes pictures of examples/publisher-board and its made-up sample, into a folder. Needs a build. */
export async function shootPublisherBoard(context: BrowserContext, folder: string): Promise<void> {
  const board = await startBoard();
  try {
    for (const [width, height, colorScheme, locale, top] of scenes) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto(board.url);
      await page.locator('#loading').waitFor({ state: 'hidden' });
      await page.locator(`[data-locale=${locale}]`).click();
      await page.locator('[data-sort=changed]').click();
      await page.evaluate(
        `document.activeElement.blur(); document.querySelector('${top}').scrollIntoView()`,
      );
      const name = `publisher-board-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, name) });
      await page.close();
    }
  } finally {
    await board.close();
  }
}
