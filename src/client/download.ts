import { concatBytes } from '../dataset/bytes';
import { UpdateError } from '../errors';
import type { AbortSignalLike } from './abort';
import type { Timing } from './timing';
import type { Transport, TransportResponse } from './transport';
import { abortError, pause, unlessAborted } from './waiting';

/** The bytes of one file that have come so far. A download that broke off goes on behind them. */
export class Partial {
  private readonly parts: Uint8Array[] = [];
  private received = 0;
  etag: string | undefined;

  get length(): number {
    return this.received;
  }

  add(part: Uint8Array): void {
    this.parts.push(part);
    this.received += part.length;
  }

  clear(): void {
    this.parts.length = 0;
    this.received = 0;
    this.etag = undefined;
  }

  bytes(): Uint8Array {
    return concatBytes(this.parts);
  }
}

export interface DownloadOptions {
  readonly signal: AbortSignalLike;
  readonly origins: ReadonlySet<string>;
  readonly timing: Timing;
  /** More are an error, as soon as they come. */
  readonly mostBytes: number;
  /** How many there have to be, where it is known. */
  readonly exactBytes?: number | undefined;
  /** The version that is here already. */
  readonly etag?: string | undefined;
  readonly isFresh?: boolean | undefined;
  /** What is here of it. */
  readonly partial?: Partial | undefined;
  readonly onBytes?: ((received: number) => void) | undefined;
  /** A server wants to be left alone. */
  readonly onBusy?: ((seconds: number) => void) | undefined;
}

export type Downloaded =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly etag: string | undefined }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'missing' };

/**
 * Fetches a file: again, after a pause, when the line breaks or the server stumbles, and from where it broke off.
 *
 * @throws UpdateError
 */
export async function download(
  transport: Transport,
  url: string,
  options: DownloadOptions,
): Promise<Downloaded> {
  const { timing, signal, exactBytes } = options;
  const partial = options.partial ?? new Partial();
  let isFresh = options.isFresh ?? false;
  for (let attempt = 0; ; attempt++) {
    try {
      // From the start, unless it is known where it will end: then a wrong whole is noticed.
      if (exactBytes === undefined || partial.length > exactBytes) partial.clear();
      if (exactBytes === undefined || partial.length < exactBytes) {
        const etag = isFresh ? undefined : options.etag;
        const answer = await attemptOnce(transport, url, partial, { ...options, etag, isFresh });
        if (answer !== undefined) return answer;
      }
      return { kind: 'bytes', bytes: partial.bytes(), etag: partial.etag };
    } catch (error) {
      if (signal.aborted) throw abortError(signal);
      if (error instanceof UpdateError && error.retryAfterSeconds !== undefined)
        options.onBusy?.(error.retryAfterSeconds);
      if (!(error instanceof UpdateError) || attempt === timing.retries || !isPassing(error))
        throw error;
      // 304 for what was never here: some cache has mixed things up.
      isFresh ||= error.status === 304;
      // Full jitter: riders who lost the same mast do not all come back at once.
      await pause(Math.random() * timing.retryMilliseconds * 2 ** attempt, signal);
    }
  }
}

/** Worth another try in a moment. */
function isPassing({ code, status }: UpdateError): boolean {
  if (code === 'HTTP_STATUS') return [304, 408, 416, 500, 502, 503, 504].includes(status ?? 0);
  return code === 'NETWORK_FAILED' || code === 'NETWORK_STALLED' || code === 'NETWORK_TOO_SLOW';
}

/** @returns what there is to say when it is not the bytes, which are in `partial` */
async function attemptOnce(
  transport: Transport,
  url: string,
  partial: Partial,
  { signal, origins, timing, etag, isFresh, ...limits }: DownloadOptions,
): Promise<Downloaded | undefined> {
  const from = partial.length;
  const response = await transport.get(url, {
    signal,
    origins,
    etag,
    isFresh,
    from: from === 0 ? undefined : from,
    stallMilliseconds: timing.stallMilliseconds,
    wholeMilliseconds: timing.wholeMilliseconds,
  });
  let isDone = false;
  try {
    const { status } = response;
    if (status === 304 && etag !== undefined) return { kind: 'not-modified' };
    if (status === 404 || status === 410) return { kind: 'missing' };
    // A part that does not fit is of no use; nor is any part the next time.
    if (status === 416 || (status === 206 && !isContinuation(response, from, partial, limits))) {
      partial.clear();
      throw statusError(url, 416, 'another part than the one asked for');
    }
    if (status !== 200 && status !== 206) throw refusal(url, response);
    if (status === 200) partial.clear();
    partial.etag = response.header('etag');
    await readBody(url, response, partial, { ...limits, signal, timing });
    isDone = true;
    return undefined;
  } finally {
    if (!isDone) response.cancel();
  }
}

/** Whether an answer goes on where we are, and is of the same file. */
function isContinuation(
  response: TransportResponse,
  from: number,
  { etag }: Partial,
  { exactBytes }: Pick<DownloadOptions, 'exactBytes'>,
): boolean {
  const range = response.header('content-range');
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(range ?? '') ?? [];
  const nextEtag = response.header('etag');
  // Some servers show no such header to pages of other origins: then the hash has the last word.
  const fits = range === undefined || (Number(start) === from && fitsTotal(total, exactBytes));
  return from > 0 && fits && (etag === undefined || nextEtag === undefined || etag === nextEtag);
}

function fitsTotal(total: string | undefined, exactBytes: number | undefined): boolean {
  return total === '*' || exactBytes === undefined || Number(total) === exactBytes;
}

type BodyOptions = Pick<
  DownloadOptions,
  'signal' | 'timing' | 'mostBytes' | 'exactBytes' | 'onBytes'
>;

async function readBody(
  url: string,
  response: TransportResponse,
  partial: Partial,
  { signal, timing, mostBytes, exactBytes, onBytes }: BodyOptions,
): Promise<void> {
  const pace = new Pace(timing, url);
  try {
    for (;;) {
      const part = await pace.watch(response.read(), signal);
      if (part === undefined) break;
      if (partial.length + part.length > mostBytes)
        throw new UpdateError(
          'WRONG_SIZE',
          `Cannot fetch ${url}: it has more than the ${mostBytes} bytes allowed`,
        );
      partial.add(part);
      pace.count(part.length);
      onBytes?.(partial.length);
    }
  } finally {
    pace.stop();
  }
  // Platforms take a body that ends too soon for a whole one.
  if (exactBytes !== undefined && partial.length < exactBytes)
    throw new UpdateError(
      'NETWORK_FAILED',
      `Cannot fetch ${url}: it ended after ${partial.length} of ${exactBytes} bytes`,
    );
}

/** Notices when too little comes for too long. */
class Pace {
  private bytes = 0;
  private readonly tooSlow: Promise<never>;
  private timer!: ReturnType<typeof setInterval>;

  constructor({ slowMilliseconds, slowBytes }: Timing, url: string) {
    this.tooSlow = new Promise((_, reject) => {
      this.timer = setInterval(() => {
        if (this.bytes < slowBytes) {
          const seconds = slowMilliseconds / 1000;
          const message = `Cannot fetch ${url}: ${this.bytes} bytes in ${seconds} s`;
          reject(new UpdateError('NETWORK_TOO_SLOW', message));
        }
        this.bytes = 0;
      }, slowMilliseconds);
    });
    // It may come when nobody reads.
    this.tooSlow.catch(() => {});
  }

  count(bytes: number): void {
    this.bytes += bytes;
  }

  watch<T>(reading: Promise<T>, signal: AbortSignalLike): Promise<T> {
    return unlessAborted(Promise.race([reading, this.tooSlow]), signal);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

function refusal(url: string, response: TransportResponse): UpdateError {
  const { status } = response;
  const after = response.header('retry-after');
  if (status === 429 || (status === 503 && after !== undefined)) {
    const retryAfterSeconds = readRetryAfter(after, Date.now());
    return new UpdateError(
      'SERVER_BUSY',
      `Cannot fetch ${url}: the server answers ${status}, try again in ${retryAfterSeconds} s`,
      { status, retryAfterSeconds },
    );
  }
  return statusError(url, status, `the server answers ${status}`);
}

function statusError(url: string, status: number, what: string): UpdateError {
  return new UpdateError('HTTP_STATUS', `Cannot fetch ${url}: ${what}`, { status });
}

const defaultSeconds = 60;
/** Nobody shuts riders out for longer than a day by a slip of the pen. */
const mostSeconds = 24 * 3600;

/** Seconds or a date (RFC 9110, 10.2.3); anything else is a minute. */
function readRetryAfter(header: string | undefined, now: number): number {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  if (Number.isNaN(seconds)) return defaultSeconds;
  return Math.min(mostSeconds, Math.max(0, seconds));
}
