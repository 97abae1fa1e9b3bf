import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sampleRecords } from '../../../src/cli/sample';
import { buildSite } from '../../../src/publish/build/build-site';
import { startChromium } from '../../browser/chromium';
import { type ElementWindow, openElement, square } from '../../browser/element-pages';
import { StationServer } from '../../browser/station-pages';
import { setOf, signer } from '../../support/sites';
import { type TapTimes, timeTap } from './time-tap';

/*
 * How long a rider waits for the list of <yizhan-nearby>: all 7,395 stations of the sample on the device, no network, a CPU
 * four times slower. Each tap in a page of its own, whose code has never run before.
 */

declare const window: ElementWindow;

const taps = 21;
const slowdown = 4;
/** 60 a second. */
const frameMs = 1000 / 60;

const folder = mkdtempSync(join(tmpdir(), 'yizhan-paint-'));
const key = await signer(1);
await buildSite(setOf(sampleRecords()), folder, {
  dataset: 'shanghai',
  packs: 'none',
  keys: [key],
});
const server = await StationServer.start(key.publicKey);
server.site = folder;
const chromium = await startChromium();

/** @returns how many stations answer */
function openClient(page: Page, position: typeof square | null): Promise<number> {
  return page.evaluate(
    async ({ key, position }) => {
      const { nearby, yizhan } = window;
      const { origin } = (window as unknown as { location: { origin: string } }).location;
      const source = `${origin}/site/manifest.json`;
      const client = await yizhan.openStations({
        source,
        keys: [key],
        crs: 'gcj02',
        refresh: false,
      });
      nearby.position = position ?? undefined;
      nearby.client = client;
      return client.status().stations;
    },
    { key: key.publicKey, position },
  );
}

const phone = { longitude: square.lng - 0.004523, latitude: square.lat + 0.001942, accuracy: 20 };

async function tap(isKnown: boolean): Promise<TapTimes> {
  const page = await openElement(server, chromium.context, { phone });
  const stations = await openClient(page, isKnown ? square : null);
  if (stations !== 7395) throw new Error(`${stations} stations came from the device`);
  const times = await timeTap(page, slowdown);
  await page.close();
  return times;
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[values.length >> 1]!;

try {
  const first = await openElement(server, chromium.context);
  await openClient(first, square);
  await first.close();
  server.isDown = true;
  console.log(
    `tap → list, ${taps} pages, CPU ${slowdown} × slower; one frame is ${frameMs.toFixed(1)} ms\n`,
  );
  for (const [name, isKnown] of [
    ['the app has said where the rider is', true],
    ['the phone is asked at the tap', false],
  ] as const) {
    const all: TapTimes[] = [];
    for (let i = 0; i < taps; i++) all.push(await tap(isKnown));
    const [handler, frame, total] = (['handlerMs', 'frameMs', 'totalMs'] as const).map((part) =>
      median(all.map((times) => times[part])),
    );
    const work = all.map((times) => times.handlerMs + times.frameMs);
    console.log(name);
    console.log(
      `  work until painted  ${median(work).toFixed(1)} ms (${Math.min(...work).toFixed(1)}–${Math.max(...work).toFixed(1)})`,
    );
    console.log(`    script            ${handler!.toFixed(1)} ms`);
    console.log(`    style to paint    ${frame!.toFixed(1)} ms`);
    console.log(`  with the wait for the frame to begin  ${total!.toFixed(1)} ms`);
    console.log(
      `  rows ${median(all.map(({ rows }) => rows))}, requests to the server ${server.requests.length}\n`,
    );
    server.requests.length = 0;
  }
} finally {
  await chromium.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
