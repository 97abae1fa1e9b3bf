import type { AbortSignalLike } from './abort';

/**
 * One exchange with a server. Retries, mirrors, resuming and the sizes of things are the client's business; a
 * transport sends no cookies and no referrer, and follows redirects only to the origins that it is given.
 */
export interface Transport {
  /**
   * @throws UpdateError `NETWORK_FAILED`, `NETWORK_STALLED`, `FOREIGN_REDIRECT`, `ABORTED`
   */
  get(url: string, options: TransportOptions): Promise<TransportResponse>;
}

export interface TransportOptions {
  readonly signal: AbortSignalLike;
  /** What may be redirected to, and nothing else: `https://stations.example.cn`. */
  readonly origins: ReadonlySet<string>;
  /** The version that is here already: the server may answer 304. */
  readonly etag?: string | undefined;
  /** The first byte wanted; those before it are here already. */
  readonly from?: number | undefined;
  /** Past every cache on the way: what one of them has is not what it should be. */
  readonly isFresh?: boolean | undefined;
  /** Until the headers are there. */
  readonly stallMilliseconds: number;
  /** Until all of the body is there, for platforms that hand it over whole. */
  readonly wholeMilliseconds: number;
}

export interface TransportResponse {
  readonly status: number;
  header(name: string): string | undefined;
  /** The next part of the body; `undefined` at its end. Rejects when the connection fails. */
  read(): Promise<Uint8Array | undefined>;
  /** Lets go of what has not been read. */
  cancel(): void;
}
