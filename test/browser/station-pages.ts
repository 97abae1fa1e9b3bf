import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import type * as yizhan from '../../src/index';
import { answerTo } from '../../src/publish/serve/answer';
import { readSiteFile } from '../../src/publish/serve/site-file';
import { dayOne } from '../support/sites';

/* Pages that have the package and open a publisher's stations; from one server. Served from dist/, so build first. */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What such a page has. The compiler knows no DOM. */
export interface StationWindow {
  openStations: typeof yizhan.openStations;
  options: yizhan.OpenOptions;
  client: yizhan.StationClient;
  indexedDB: {
    databases(): Promise<{ name: string; version: number }[]>;
    open(name: string, version?: number): DatabaseRequest;
    deleteDatabase(name: string): DatabaseRequest;
  };
}
declare const window: StationWindow;

interface DatabaseRequest {
  readonly result: {
    readonly version: number;
    readonly objectStoreNames: Iterable<string>;
    createObjectStore(name: string): unknown;
    close(): void;
  };
  onsuccess: () => void;
  onupgradeneeded: () => void;
}

export class StationServer {
  /** The folder of the publisher's site. */
  site = '';
  /** The site, not the pages: every request is cut off. */
  isDown = false;
  /** Pages besides the usual one, by their paths. */
  readonly pages = new Map<string, string>();
  /** What was asked of the site. */
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];

  private constructor(
    private readonly server: Server,
    private readonly key: string,
  ) {
    server.on('request', async (request, response) => {
      const path = request.url!.replace(/\?.*/, '');
      if (path === '/') {
        response.setHeader('content-type', 'text/html').end(this.html());
      } else if (this.pages.has(path)) {
        response.setHeader('content-type', 'text/html').end(this.pages.get(path));
      } else if (/^\/dist\/[\w-]+\.js$/.test(path)) {
        response.setHeader('content-type', 'text/javascript').end(readFileSync(root + path));
      } else if (path.startsWith('/site/')) {
        this.requests.push({ path: path.slice(5), headers: request.headers });
        if (this.isDown) return response.destroy();
        const file = await readSiteFile(this.site, path.slice(5));
        const { status, headers, body } = answerTo('GET', request.headers, file);
        response.writeHead(status, headers).end(body);
      } else {
        response.writeHead(404).end();
      }
    });
  }

  static async start(key: string): Promise<StationServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new StationServer(server, key);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A page of this server. @param prepare what runs in it before anything else */
  async open(context: BrowserContext, prepare?: string): Promise<Page> {
    const page = await context.newPage();
    if (prepare !== undefined) await page.addInitScript(prepare);
    await page.goto(this.origin);
    await page.waitForFunction(() => window.openStations !== undefined);
    return page;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private html(): string {
    return `<!doctype html><script type=module>
      import { openStations } from '/dist/index.js';
      window.options = { source: location.origin + '/site/manifest.json', keys: ['${this.key}'], crs: 'gcj02', refresh: false };
      window.openStations = openStations;
    </script>`;
  }
}

/** Opens the stations in a page. */
export function openIn(page: Page, more: Partial<yizhan.OpenOptions> = {}) {
  return page.evaluate(async (more) => {
    window.client = await window.openStations({ ...window.options, ...more });
    const { source, sequence, storage } = window.client.status();
    return { source, sequence, kind: storage.kind, problem: storage.problem?.message };
  }, more);
}

/** Asks for an update. @returns whether there was one, and what is served then; or the error's code */
export function refreshIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    try {
      return `${await window.client.refresh()} ${window.client.status().sequence}`;
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
}

/**
 * Everything that the stations of a page answer to some questions, to the last digit: of one instant, for stations open
 * and close. `''` where there are none.
 */
export function answersIn(page: Page): Promise<string> {
  return page.evaluate((openAt) => {
    const { client } = window;
    if (client.status().source === 'none') return '';
    const near = client.nearest([121.4737, 31.2304], { limit: 40, openAt });
    const toilets = client.nearest([121.45, 31.23], { limit: 10, services: ['toilet'], openAt });
    return JSON.stringify([near, toilets, client.filter()]);
  }, dayOne);
}

export function deleteDatabases(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const { name } of await window.indexedDB.databases())
      await new Promise<void>((resolve) => {
        window.indexedDB.deleteDatabase(name).onsuccess = resolve;
      });
  });
}
