import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Answer } from './answer';

/** What can be made to go wrong, for app developers to see what their app does. */
export const faults = {
  slow: 'a kilobyte a second',
  stall: 'no answer at all',
  reset: 'the connection is cut before the answer',
  truncated: 'half of the body, then the connection is cut',
  short: 'half of the body, as if that were all',
  corrupt: 'a byte in the middle is another',
  encoded: 'gzipped once more on the way, with Content-Encoding',
  'captive-portal': '200 with a page to log in',
  redirect: '302 to another host',
  '403': 'forbidden',
  '404': 'not found',
  '429': 'too many requests, try again in 3 seconds',
  '500': 'internal error',
  '503': 'unavailable, try again in a year',
} as const;
export type Fault = keyof typeof faults;
export const faultNames = Object.keys(faults) as readonly Fault[];

const loginPage = '<!DOCTYPE html><html><title>Wi-Fi</title><body>Log in</body></html>\n';

/** Bytes at a time, and how long until the next: a kilobyte a second. */
const slowBytes = 256;
const slowMilliseconds = 250;

/** What comes instead of the right answer; `undefined` where it is the way it is sent that is wrong. */
export function wrongAnswer(fault: Fault, right: Answer): Answer | undefined {
  const { status, headers, body } = right;
  const withBody = (bytes: Buffer, more: Answer['headers'] = {}): Answer => ({
    status,
    headers: { ...headers, 'Content-Length': String(bytes.length), ...more },
    body: bytes,
  });
  const withStatus = (code: number, more: Answer['headers'] = {}): Answer => ({
    status: code,
    headers: { 'Access-Control-Allow-Origin': '*', ...more },
    body: Buffer.alloc(0),
  });
  switch (fault) {
    case 'short':
      return withBody(body.subarray(0, body.length >> 1));
    case 'corrupt': {
      const bytes = Buffer.from(body);
      if (bytes.length > 0) bytes[bytes.length >> 1]! ^= 1;
      return withBody(bytes);
    }
    case 'encoded':
      return withBody(gzipSync(body), { 'Content-Encoding': 'gzip' });
    case 'captive-portal':
      return {
        status: 200,
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Length': String(loginPage.length),
        },
        body: Buffer.from(loginPage),
      };
    case 'redirect':
      return withStatus(302, { Location: 'http://captive.invalid/login' });
    case '429':
      return withStatus(429, { 'Retry-After': '3' });
    case '503':
      return withStatus(503, { 'Retry-After': '31536000' });
    case '403':
    case '404':
    case '500':
      return withStatus(Number(fault));
    default:
      return undefined;
  }
}

/** Sends the right answer wrongly. */
export function sendWrongly(
  fault: Fault,
  { status, headers, body }: Answer,
  to: ServerResponse,
): void {
  if (fault === 'stall') return;
  if (fault === 'reset') {
    to.destroy();
    return;
  }
  to.writeHead(status, headers);
  if (fault === 'truncated') {
    // The connection goes only once the half is on its way.
    to.write(body.subarray(0, body.length >> 1), () => to.destroy());
    return;
  }
  drip(body, 0, to);
}

function drip(body: Buffer, from: number, to: ServerResponse): void {
  if (to.destroyed) return;
  if (from >= body.length) {
    to.end();
    return;
  }
  to.write(body.subarray(from, from + slowBytes));
  setTimeout(() => drip(body, from + slowBytes, to), slowMilliseconds).unref();
}
