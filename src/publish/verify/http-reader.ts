import { InvalidOptionError } from '../../errors';
import { PublishError } from '../site/publish-error';
import { manifestFile } from '../site/site-folder';
import type { SiteReader } from './site-reader';

/** Of one file, from the first byte asked for to the last one received. */
const mostSeconds = 60;
const mostRedirects = 3;

/**
 * Reads a site as a device does: no cookies, never more bytes than allowed, no redirect to another origin.
 *
 * @param address of the site or of its manifest
 * @throws InvalidOptionError when it is no http or https address
 */
export function httpReader(address: string, seconds: number = mostSeconds): SiteReader {
  const base = baseOf(address);
  const notes = new Set<string>();
  return {
    name: base.href,
    notes,
    async read(path, mostBytes) {
      const url = new URL(path, base);
      try {
        const response = await get(url, AbortSignal.timeout(seconds * 1000));
        return await bodyOf(response, path, mostBytes, notes);
      } catch (cause) {
        if (cause instanceof PublishError) throw cause;
        const { name, message, cause: deeper } = cause as Error & { cause?: Error };
        const reason =
          name === 'TimeoutError' ? `no end within ${seconds} s` : (deeper?.message ?? message);
        throw new PublishError('SITE_UNREADABLE', `Cannot fetch ${url.href}: ${reason}`, { cause });
      }
    },
  };
}

/** The folder that an address is in: `…/site/` for `…/site/` and `…/site/manifest.json`. */
function baseOf(address: string): URL {
  const isHttp = /^https?:\/\//i.test(address);
  if (!isHttp || !URL.canParse(address))
    throw new InvalidOptionError('address', address, 'an address such as https://example.cn/site/');
  const url = new URL(address);
  if (url.pathname.endsWith(`/${manifestFile}`)) return new URL('.', url);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return new URL('.', url);
}

async function get(start: URL, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      headers: { 'Accept-Encoding': 'identity' },
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.origin !== start.origin)
      throw fetchError(start, `it redirects to another origin, ${next.origin}`);
    if (redirects === mostRedirects) throw fetchError(start, 'it redirects again and again');
    url = next;
  }
}

async function bodyOf(
  response: Response,
  path: string,
  mostBytes: number,
  notes: Set<string>,
): Promise<Uint8Array | undefined> {
  const url = new URL(response.url);
  if (response.status === 404 || response.status === 410) {
    await response.body?.cancel();
    return undefined;
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw fetchError(url, `the server answers ${response.status}`);
  }
  noteHeaders(response.headers, path, notes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > mostBytes)
      throw fetchError(url, `it has more than the ${mostBytes} bytes allowed`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}

/** What a server should say, and what no file can. */
function noteHeaders(headers: Headers, path: string, notes: Set<string>): void {
  const encoding = headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity')
    notes.add(`files come with Content-Encoding ${encoding}: they have to be served as they are`);
  if (headers.get('access-control-allow-origin') === null)
    notes.add('no Access-Control-Allow-Origin: web pages of other origins cannot read the site');
  const cache = headers.get('cache-control') ?? '';
  const isObject = /^(packs|deltas)\//.test(path);
  if (isObject && !/no-transform/.test(cache))
    notes.add('packs come without Cache-Control no-transform: a proxy may change them on the way');
  if (!isObject && /max-age=(\d{4,})/.test(cache))
    notes.add(`${path} may be cached for long (${cache}): updates arrive late`);
}

function fetchError(url: URL, reason: string): PublishError {
  return new PublishError('SITE_UNREADABLE', `Cannot fetch ${url.href}: ${reason}`);
}
