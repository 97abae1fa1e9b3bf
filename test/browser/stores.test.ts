import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'tsup';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { storeContract } from '../support/store-contract';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';

/* The contract of all stores, kept by IndexedDB in a real browser. Made from src/, for no entry exports a store. */

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Window {
  check(name: string): Promise<void>;
}
declare const window: Window;

describe.skipIf(chromiumPath === undefined)('a store in IndexedDB', () => {
  let chromium: RunningChromium;
  let server: Server;
  let page: Page;

  beforeAll(async () => {
    const script = await bundled();
    // IndexedDB is for pages that have an origin.
    server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    chromium = await startChromium();
    page = await chromium.context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: script });
  });
  afterAll(async () => {
    await chromium?.close();
    server?.closeAllConnections();
    server?.close();
  });

  it.each(storeContract)('$name', ({ name }) => page.evaluate((name) => window.check(name), name));
});

async function bundled(): Promise<string> {
  const outDir = `${root}node_modules/.cache/yizhan-stores-test`;
  await build({
    entry: { stores: `${root}test/browser/stores-page.ts` },
    outDir,
    format: 'iife',
    config: false,
    silent: true,
  });
  return readFileSync(`${outDir}/stores.global.js`, 'utf8');
}
