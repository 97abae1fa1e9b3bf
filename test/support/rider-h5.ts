import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../../examples/rider-h5/demo/start.mjs';

/* The example's page, as `npm run demo` serves it. From dist/, so build first. */

/** A Tuesday at noon in Shanghai: most stations are open. */
const noon = Date.parse('2026-11-24T12:00:00+08:00');

/** What draws a map where there is no graphics card; and nothing that is not on this machine is reached. */
export const mapFlags = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export interface RunningDemo extends Demo {
  /** The server is gone, and with `close` its folder as well. */
  stopServer(): Promise<void>;
}

export async function startTemporaryDemo(): Promise<RunningDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'yizhan-demo-'));
  const demo = await startDemo({ folder, port: 0, now: () => noon });
  let stopped: Promise<void> | undefined;
  const stopServer = () => {
    stopped ??= demo.close();
    return stopped;
  };
  return {
    ...demo,
    stopServer,
    close: async () => {
      await stopServer();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Until the list is there; with the map as well, unless it cannot be drawn. */
export async function openRider(page: Page, url: string): Promise<void> {
  await page.clock.setFixedTime(noon);
  await page.goto(url);
  await page.locator('#list .row').first().waitFor({ timeout: 30_000 });
  await page.locator('#map[data-ready], #no-map:not([hidden])').first().waitFor({
    state: 'attached',
    timeout: 30_000,
  });
}
