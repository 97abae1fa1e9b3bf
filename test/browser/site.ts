import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';

/* A rider's page: one button, which opens navigation. Served from dist/, so build first. */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page's script gets `openNavigation` in one of two ways, as pages do. */
const ways: Readonly<Record<string, string>> = {
  '/esm': "<script type=module>import { openNavigation } from '/dist/index.js';",
  '/iife': '<script src=/yizhan.iife.js></script><script>const { openNavigation } = yizhan;',
};

const script = `
  tap.onclick = () => openNavigation(links, options).then(
    ({ outcome, link }) => outcomes.push(outcome + ' ' + link.url),
    (error) => outcomes.push(error.code + ' ' + error.option),
  );
  globalThis.ready = true;
</script>`;

/** The page in a frame of another origin. */
const frames: Readonly<Record<string, string>> = {
  '/frame': '',
  '/sandbox': 'sandbox="allow-scripts allow-same-origin"',
};

export interface Site {
  readonly address: string;
  close(): void;
}

export async function startSite(): Promise<Site> {
  const iife = await bundled();
  const server = createServer((request, response) => {
    const path = request.url!;
    const html = (body: string) =>
      response.setHeader('content-type', 'text/html').end(`<!doctype html>${body}`);
    if (path in ways) {
      const button = '<button id=tap style="width: 200px; height: 80px">navigate</button>';
      html(
        `${button}<script>links = [], options = {}, outcomes = [];</script>${ways[path]}${script}`,
      );
    } else if (path in frames) {
      const { port } = server.address() as AddressInfo;
      html(
        `<iframe width=400 height=300 src=http://localhost:${port}/esm ${frames[path]}></iframe>`,
      );
    } else if (path === '/yizhan.iife.js') {
      response.setHeader('content-type', 'text/javascript').end(iife);
    } else if (/^\/dist\/[\w-]+\.js$/.test(path)) {
      response.setHeader('content-type', 'text/javascript').end(readFileSync(root + path));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What an app's own bundler would make of the package for a plain `<script>`. */
async function bundled(): Promise<string> {
  const outDir = `${root}node_modules/.cache/yizhan-browser-test`;
  await build({
    entry: { yizhan: `${root}dist/index.js` },
    outDir,
    format: 'iife',
    globalName: 'yizhan',
    config: false,
    silent: true,
  });
  return readFileSync(`${outDir}/yizhan.global.js`, 'utf8');
}
