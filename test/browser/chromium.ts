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

/** Those that nobody has ended yet. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) killGroup(child);
});

export interface RunningChromium {
  readonly context: BrowserContext;
  /** Ends it as a rider does who closes the window: what it keeps is on the disk. */
  close(): Promise<void>;
  /** Ends all of its processes at once, in the middle of whatever they do. */
  kill(): Promise<void>;
}

/**
 * Started by hand and then connected to with `noDefaults`: pages that Playwright itself starts are made
 * to believe that they are in sight and have the focus, always.
 *
 * @param profile the folder of what it keeps, which stays there; without one, nothing is kept
 * @param more flags besides
 */
export async function startChromium(
  profile?: string,
  more: readonly string[] = [],
): Promise<RunningChromium> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'yizhan-chromium-'));
  const flags = ['--headless', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0'];
  const all = [...flags, ...more, `--user-data-dir=${folder}`, 'about:blank'];
  const child = spawn(chromiumPath!, all, {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: the processes it starts outlive it by a moment, and write to the profile all the while.
    detached: true,
  });
  running.add(child);
  // All of them have the pipe for errors: it is closed when the last one is gone.
  const ended = new Promise((resolve) => child.on('close', resolve));
  const browser: Browser = await chromium.connectOverCDP(await addressOf(child), {
    noDefaults: true,
  });
  const kill = async () => {
    killGroup(child);
    await ended;
    running.delete(child);
    await browser.close();
  };
  return {
    context: browser.contexts()[0]!,
    kill,
    close: async () => {
      const exited = new Promise((resolve) => child.on('exit', resolve));
      const session = await browser.newBrowserCDPSession();
      // It may be gone before it has answered.
      await session.send('Browser.close').catch(() => {});
      await exited;
      await kill();
      if (profile !== undefined) return;
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
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
