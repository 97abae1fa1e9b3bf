import ky, { type KyInstance } from 'ky';
import type { Transport, TransportOptions, TransportResponse } from '../../client/transport';
import { abortError } from '../../client/waiting';
import { UpdateError } from '../../errors';
import { withPlatformSignal } from '../platform-signal';

/*
 * HTTP by fetch. This is the only file that knows ky, which gives up when no headers come in time. Trying again is the
 * client's business: ky neither sees a body that is too short nor resumes one. Hosts load this file when it is needed:
 * ky tries out the platform's `Request` as soon as it is imported.
 */

const mostRedirects = 3;
const redirectStatuses = [301, 302, 303, 307, 308];

export interface HttpHost {
  /** Whether redirects can be looked at before they are followed. Pages cannot: they see where they ended. */
  readonly seesRedirects: boolean;
  /** Whether the platform keeps files and asks for newer ones by itself, as browsers do. */
  readonly hasCache: boolean;
}

export function kyTransport(host: HttpHost): Transport {
  const http = ky.create({
    retry: 0,
    throwHttpErrors: false,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: host.seesRedirects ? 'manual' : 'follow',
  });
  return { get: (url, options) => get(http, host, url, options) };
}

async function get(
  http: KyInstance,
  host: HttpHost,
  start: string,
  options: TransportOptions,
): Promise<TransportResponse> {
  let url = start;
  for (let redirects = 0; ; redirects++) {
    const response = await send(http, host, url, options);
    const location = response.headers.get('location');
    const isRedirect = redirectStatuses.includes(response.status) && location !== null;
    const target = isRedirect && host.seesRedirects ? addressOf(location, url) : response.url;
    if (target !== '' && !options.origins.has(originOf(target))) {
      drop(response);
      throw new UpdateError(
        'FOREIGN_REDIRECT',
        `Cannot fetch ${start}: it leads to another origin, ${originOf(target)}`,
      );
    }
    if (!isRedirect || !host.seesRedirects) return responseOf(response);
    drop(response);
    if (redirects === mostRedirects)
      throw new UpdateError('FOREIGN_REDIRECT', `Cannot fetch ${start}: it leads on and on`);
    url = target;
  }
}

async function send(
  http: KyInstance,
  { hasCache }: HttpHost,
  url: string,
  { signal, etag, from, isFresh, stallMilliseconds }: TransportOptions,
): Promise<Response> {
  const headers: Record<string, string> = {};
  // Browsers ask so by themselves; were it done here, they would first ask whether it may be done.
  if (etag !== undefined && !hasCache) headers['if-none-match'] = etag;
  if (from !== undefined) headers['range'] = `bytes=${from}-`;
  if (!hasCache) headers['accept-encoding'] = 'identity';
  if (isFresh && !hasCache) headers['cache-control'] = 'no-cache';
  try {
    // Node's types do not know `cache`, and Node has none.
    const cache: 'no-store' | 'no-cache' = isFresh || from !== undefined ? 'no-store' : 'no-cache';
    const options = { headers, timeout: stallMilliseconds, cache };
    // Who reads the body lets go of it by `cancel`.
    return await withPlatformSignal(signal, (own) => http.get(url, { ...options, signal: own }));
  } catch (cause) {
    if (signal.aborted) throw abortError(signal);
    if ((cause as Error).name === 'TimeoutError')
      throw new UpdateError(
        'NETWORK_STALLED',
        `Cannot fetch ${url}: no answer in ${stallMilliseconds / 1000} s`,
      );
    throw failed(url, cause);
  }
}

function failed(url: string, cause: unknown): UpdateError {
  const { message, cause: deeper } = cause as Error & { cause?: Error };
  const reason = deeper?.message || message;
  return new UpdateError('NETWORK_FAILED', `Cannot fetch ${url}: ${reason}`, { cause });
}

function responseOf(response: Response): TransportResponse {
  const reader = response.body?.getReader();
  return {
    status: response.status,
    header: (name) => response.headers.get(name) ?? undefined,
    async read() {
      try {
        const { value, done } = (await reader?.read()) ?? { done: true };
        return done ? undefined : value;
      } catch (cause) {
        throw failed(response.url, cause);
      }
    },
    cancel() {
      reader?.cancel().catch(() => {});
    },
  };
}

/** What a server takes for an address may be none. */
function addressOf(location: string, base: string): string {
  try {
    return new URL(location, base).href;
  } catch {
    return location;
  }
}

function originOf(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return JSON.stringify(address);
  }
}

function drop(response: Response): void {
  response.body?.cancel().catch(() => {});
}
