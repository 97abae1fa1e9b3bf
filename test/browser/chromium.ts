import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/* Debian's Chromium, driven from outside. */

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium is. Where it is not, tests are skipped, but never when `REQUIRE_CHROMIUM` is set. */
export const chromiumPath = [process.env['CHROMIUM'] ?? '', ...places].find(existsSync);

if (chromiumPath === undefined) {
  const advice =
    'No Chromium here. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.';
  if (process.env['REQUIRE_CHROMIUM']) throw new Error(advice);
  console.warn(`Tests in the browser are skipped. ${advice}`);
}

export interface RunningChromium {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/**
 * Started by hand and then connected to with `noDefaults`: pages that Playwright itself starts are made
 * to believe that they are in sight and have the focus, always.
 */
export async function startChromium(): Promise<RunningChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'yizhan-chromium-'));
  const flags = ['--headless', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0'];
  const child = spawn(chromiumPath!, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: the processes it starts outlive it by a moment, and write to the profile all the while.
    detached: true,
  });
  const exited = new Promise((resolve) => child.on('exit', resolve));
  const browser: Browser = await chromium.connectOverCDP(await addressOf(child), {
    noDefaults: true,
  });
  return {
    context: browser.contexts()[0]!,
    close: async () => {
      await browser.close();
      killGroup(child);
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** All of a Chromium, at once. */
function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, 'SIGKILL');
  } catch {
    // Nothing is left of it.
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr!.on('data', (chunk) => {
      said += chunk;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`Chromium ended: ${said}`)));
  });
}
