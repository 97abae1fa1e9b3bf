import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A file of a site as it is served. */
export interface SiteFile {
  readonly body: Buffer;
  /** Strong: the SHA-256 of the body. */
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Named by their content, so they never change; `no-transform` keeps proxies from packing them again. */
const forever = 'public, max-age=31536000, immutable, no-transform';
/** Kept, and asked for again each time: mostly answered with 304. */
const askAgain = 'no-cache, no-transform';

/**
 * The file at a path of the address; `undefined` when there is none, or when the path leads out of the folder or to
 * a hidden file.
 */
export async function readSiteFile(
  folder: string,
  pathname: string,
): Promise<SiteFile | undefined> {
  const path = safePath(pathname);
  if (path === undefined) return undefined;
  const file = await realpath(join(folder, path)).catch(() => undefined);
  // A link could lead anywhere.
  if (file === undefined || !file.startsWith((await realpath(folder)) + sep)) return undefined;
  if (!(await stat(file)).isFile()) return undefined;
  const body = await readFile(file);
  return {
    body,
    etag: `"${createHash('sha256').update(body).digest('hex')}"`,
    headers: {
      'Content-Type': types[/\.([a-z]+)$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream',
      'Cache-Control': /^(packs|deltas)\//.test(path) ? forever : askAgain,
    },
  };
}

function safePath(pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const segments = decoded.replace(/^\//, '').split('/');
  const isSafe = segments.every((segment) => /^[^.\\\0:][^\\\0:]*$/.test(segment));
  return isSafe ? segments.join('/') : undefined;
}
