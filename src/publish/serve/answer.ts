import type { IncomingHttpHeaders } from 'node:http';
import { type ByteRange, readRange } from './byte-range';
import type { SiteFile } from './site-file';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const nothing = Buffer.alloc(0);

/** Any page may read a site: there is nothing in it that is not public. */
const forEveryone = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Content-Range, Accept-Ranges, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** The right answer to a request for a file. */
export function answerTo(
  method: string,
  request: IncomingHttpHeaders,
  file: SiteFile | undefined,
): Answer {
  if (method === 'OPTIONS') {
    return plain(204, {
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'Range, If-None-Match, If-Range, If-Match, Cache-Control',
      'Access-Control-Max-Age': '86400',
    });
  }
  if (method !== 'GET' && method !== 'HEAD') return plain(405, { Allow: 'GET, HEAD, OPTIONS' });
  if (file === undefined) return plain(404, { 'Cache-Control': 'no-store' });
  const answer = answerWithFile(request, file);
  return method === 'HEAD' ? { ...answer, body: nothing } : answer;
}

function answerWithFile(request: IncomingHttpHeaders, file: SiteFile): Answer {
  const { body, etag } = file;
  const headers = { ...file.headers, ETag: etag, 'Accept-Ranges': 'bytes' };
  if (isAmong(etag, request['if-none-match'])) return plain(304, headers);
  // Another version in the meantime: all of it, not a part that would not fit.
  const isSameVersion = request['if-range'] === undefined || request['if-range'] === etag;
  const range = isSameVersion ? readRange(request.range, body.length) : undefined;
  if (range === 'none')
    return plain(416, { ...headers, 'Content-Range': `bytes */${body.length}` });
  return range === undefined
    ? { ...plain(200, { ...headers, 'Content-Length': String(body.length) }), body }
    : part(range, body, headers);
}

function part({ start, end }: ByteRange, body: Buffer, headers: Answer['headers']): Answer {
  const answer = plain(206, {
    ...headers,
    'Content-Range': `bytes ${start}-${end}/${body.length}`,
    'Content-Length': String(end - start + 1),
  });
  return { ...answer, body: body.subarray(start, end + 1) };
}

function plain(status: number, headers: Answer['headers']): Answer {
  return { status, headers: { ...forEveryone, ...headers }, body: nothing };
}

/** Weak or strong, a tag is the same here: it is the hash of the bytes. */
function isAmong(etag: string, list: string | undefined): boolean {
  if (list === undefined) return false;
  return list
    .split(',')
    .some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
