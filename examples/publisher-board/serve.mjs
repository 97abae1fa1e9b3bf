import { createReadStream, readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.mjs';
import { openSite, readSite, readStations } from './read-site.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The page asks nobody else for anything, and what came into it all the same could not either. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/** A report may be any page: it runs, but it is a stranger to the board. */
const reportPolicy = 'sandbox allow-scripts allow-downloads allow-popups';

/**
 * Serves the board of a site on this machine alone.
 *
 * @param options `site` (folder or address), `report` (file), `keys`, `threshold`, `crs`, `today`, `sdkVersion`, `port`
 * @returns `url` and `close`
 */
export async function serveBoard(options) {
  const reader = await openSite(options.site);
  const { keys, threshold, sdkVersion, report, crs = 'gcj02' } = options;
  if (report !== undefined) await access(report);
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const versions = new Map();

  /** Read anew for every page: a site changes while somebody works on it. */
  const readBoard = async () => {
    const site = await readSite(reader, { keys, threshold, sdkVersion, now: Date.now() });
    versions.clear();
    for (const version of site.versions) versions.set(version.sequence, version);
    return { ...site, crs, today, hasReport: report !== undefined };
  };
  const stationsOf = async (sequence) => {
    if (versions.size === 0) await readBoard();
    const version = versions.get(Number(sequence));
    if (version === undefined) throw new Error(`there is no version ${sequence}`);
    return readStations(reader, version, crs);
  };
  const answers = [
    [/^\/api\/board$/, readBoard],
    [/^\/api\/stations\/(\d+)$/, stationsOf],
    [
      /^\/api\/changes\/(\d+)-(\d+)$/,
      async (from, to) => compare(await stationsOf(from), await stationsOf(to)),
    ],
  ];

  const respond = async (path, response) => {
    for (const [pattern, answer] of answers) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const body = JSON.stringify(await answer(...match.slice(1)));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
      return;
    }
    if (path === '/report' && report !== undefined) {
      response
        .setHeader('Content-Type', types.html)
        .setHeader('Content-Security-Policy', reportPolicy);
      createReadStream(report)
        .on('error', () => response.destroy())
        .pipe(response);
      return;
    }
    const file = fileAt(path);
    if (file === undefined) return void response.writeHead(404).end();
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', types[file.split('.').pop()]).end(readFileSync(file));
  };
  const server = createServer((request, response) => {
    response.setHeader('Cache-Control', 'no-store').setHeader('X-Content-Type-Options', 'nosniff');
    // Another page's address that leads here by DNS is not ours.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
      return void response.writeHead(403).end();
    if (request.method !== 'GET') return void response.writeHead(405).end();
    respond(request.url.replace(/[?#].*$/, ''), response).catch((error) => {
      const body = JSON.stringify({ error: error.message });
      response.writeHead(500, { 'Content-Type': 'application/json' }).end(body);
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The page's own files, and the built library: nothing else of this machine. */
function fileAt(path) {
  if (path === '/') return here('page/index.html');
  const [, own] = /^\/([a-z-]+\.(?:css|js))$/.exec(path) ?? [];
  const [, built] = /^\/dist\/([\w-]+\.js)$/.exec(path) ?? [];
  const file = own ? here(`page/${own}`) : built ? here(`../../dist/${built}`) : undefined;
  try {
    return file && readFileSync(file) && file;
  } catch {
    return undefined;
  }
}
