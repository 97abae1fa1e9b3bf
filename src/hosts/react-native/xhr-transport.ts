import { readAddress } from '../../client/address';
import type { Transport, TransportOptions, TransportResponse } from '../../client/transport';
import { abortError, quietTimer } from '../../client/waiting';
import { UpdateError, type UpdateErrorCode } from '../../errors';
import { wholeResponse } from '../whole-response';

/*
 * HTTP by XMLHttpRequest, which React Native has always had bytes from. Its `fetch` is made of the same, tells nothing before
 * all is there, and before 0.73 has no `arrayBuffer` (react-native issue 34402). Here the headers are seen when they come, so
 * that a server that says nothing is given up early.
 */

/** What is used of it: that of React Native, or of a browser. */
export interface Xhr {
  readonly readyState: number;
  readonly status: number;
  readonly response: unknown;
  readonly responseURL?: string | undefined;
  responseType: string;
  timeout: number;
  withCredentials: boolean;
  onreadystatechange: unknown;
  onload: unknown;
  onerror: unknown;
  ontimeout: unknown;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getResponseHeader(name: string): string | null;
  send(): void;
  abort(): void;
}

const headersReceived = 2;

export function xhrTransport(newXhr: () => Xhr): Transport {
  return { get: (url, options) => get(newXhr(), url, options) };
}

function get(
  xhr: Xhr,
  url: string,
  { signal, origins, etag, from, isFresh, stallMilliseconds, wholeMilliseconds }: TransportOptions,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const end = () => {
      stopWaiting();
      signal.removeEventListener('abort', onAbort);
      xhr.onload = xhr.onerror = xhr.ontimeout = xhr.onreadystatechange = null;
    };
    const giveUp = (error: UpdateError) => {
      end();
      reject(error);
      xhr.abort();
    };
    const fail = (code: UpdateErrorCode, reason: string) =>
      giveUp(new UpdateError(code, `Cannot fetch ${url}: ${reason}`));
    const onAbort = () => giveUp(abortError(signal));
    const stopWaiting = quietTimer(
      () => fail('NETWORK_STALLED', `no answer in ${stallMilliseconds / 1000} s`),
      stallMilliseconds,
    );
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort);
    xhr.onreadystatechange = () => {
      if (xhr.readyState >= headersReceived) stopWaiting();
    };
    xhr.onerror = () => fail('NETWORK_FAILED', 'the connection failed');
    xhr.ontimeout = () => fail('NETWORK_STALLED', `not all of it in ${wholeMilliseconds / 1000} s`);
    xhr.onload = () => {
      end();
      // Redirects are followed unseen: what is seen is where they ended.
      const origin = xhr.responseURL ? readAddress(xhr.responseURL)?.origin : undefined;
      if (origin !== undefined && !origins.has(origin))
        fail('FOREIGN_REDIRECT', `it leads to another origin, ${origin}`);
      else resolve(responseOf(xhr));
    };
    xhr.open('GET', url);
    xhr.responseType = 'arraybuffer';
    xhr.timeout = wholeMilliseconds;
    // On React Native cookies are sent unless this says otherwise.
    xhr.withCredentials = false;
    if (etag !== undefined) xhr.setRequestHeader('If-None-Match', etag);
    if (from !== undefined) xhr.setRequestHeader('Range', `bytes=${from}-`);
    // The platform's cache may answer for it: what is new is asked of the server.
    xhr.setRequestHeader('Cache-Control', isFresh || from !== undefined ? 'no-store' : 'no-cache');
    xhr.send();
  });
}

function responseOf(xhr: Xhr): TransportResponse {
  const header = (name: string) => xhr.getResponseHeader(name) ?? undefined;
  return wholeResponse(xhr.status, header, new Uint8Array((xhr.response as ArrayBuffer) ?? 0));
}
