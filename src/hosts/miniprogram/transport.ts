import type { Transport, TransportOptions, TransportResponse } from '../../client/transport';
import { abortError, quietTimer } from '../../client/waiting';
import { UpdateError, type UpdateErrorCode } from '../../errors';
import { wholeResponse } from '../whole-response';
import { type MiniProgramApi, messageOf, type RequestResult, type RequestTask } from './api';

/*
 * HTTP by the platform's request. A file comes whole or not at all: neither WeChat nor Alipay gives out the part that came
 * before a line broke. Redirects are followed unseen; what is signed is checked, and nothing of the rider's is sent.
 */

export function requestTransport(api: MiniProgramApi): Transport {
  return { get: (url, options) => get(api, url, options) };
}

function get(
  api: MiniProgramApi,
  url: string,
  { signal, etag, from, isFresh, stallMilliseconds, wholeMilliseconds }: TransportOptions,
): Promise<TransportResponse> {
  const header: Record<string, string> = {};
  if (etag !== undefined) header['if-none-match'] = etag;
  if (from !== undefined) header['range'] = `bytes=${from}-`;
  if (isFresh) header['cache-control'] = 'no-cache';
  return new Promise<TransportResponse>((resolve, reject) => {
    let task: RequestTask | undefined;
    let stopWaiting = () => {};
    const end = () => {
      stopWaiting();
      signal.removeEventListener('abort', onAbort);
    };
    const giveUp = (error: UpdateError) => {
      end();
      reject(error);
      task?.abort?.();
    };
    const fail = (code: UpdateErrorCode, reason: string) =>
      giveUp(new UpdateError(code, `Cannot fetch ${url}: ${reason}`));
    const onAbort = () => giveUp(abortError(signal));
    const answer = (result: RequestResult) => {
      end();
      const response = responseOf(result);
      if (response === undefined) fail('NETWORK_FAILED', 'the platform gives out no bytes');
      else resolve(response);
    };
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort);
    task = api.request({
      url,
      method: 'GET',
      header,
      headers: header,
      responseType: 'arraybuffer',
      dataType: 'arraybuffer',
      timeout: wholeMilliseconds,
      success: answer,
      fail: (error) => {
        // Alipay takes 404 for a failure, and says so.
        if (statusOf(error) > 0) return answer(error);
        const reason = messageOf(error);
        fail(/time.?out|超时/i.test(reason) ? 'NETWORK_STALLED' : 'NETWORK_FAILED', reason);
      },
    });
    if (task?.onHeadersReceived === undefined) return;
    stopWaiting = quietTimer(
      () => fail('NETWORK_STALLED', `no answer in ${stallMilliseconds / 1000} s`),
      stallMilliseconds,
    );
    task.onHeadersReceived(() => stopWaiting());
  });
}

function statusOf({ statusCode, status }: RequestResult): number {
  return Number(statusCode ?? status ?? 0);
}

/** @returns `undefined` when the body is something else than bytes */
function responseOf(result: RequestResult): TransportResponse | undefined {
  const status = statusOf(result);
  const headers = new Map(
    Object.entries(result.header ?? result.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  );
  // Nobody reads the body of an error, whatever a platform makes of it.
  const isRead = status === 200 || status === 206;
  const body = isRead ? bytesOf(result.data) : new Uint8Array(0);
  if (body === undefined) return undefined;
  return wholeResponse(status, (name) => headers.get(name), body);
}

/** The platform's own kind of buffer may be another engine's. */
function bytesOf(data: unknown): Uint8Array | undefined {
  const { byteLength } = (data ?? {}) as Partial<ArrayBuffer>;
  return typeof byteLength === 'number' ? new Uint8Array(data as ArrayBuffer) : undefined;
}
