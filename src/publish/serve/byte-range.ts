/** A part of a body: from byte `start` to byte `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a `Range` header asks of a body (RFC 9110, 14.2). `undefined`: all of it, because there is no header, it is not
 * understood, or it asks for several parts, which a server may pass over. `'none'`: a part that is not there.
 */
export function readRange(
  header: string | undefined,
  length: number,
): ByteRange | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const count = Math.min(Number(last), length);
    return count === 0 ? 'none' : { start: length - count, end: length - 1 };
  }
  const start = Number(first);
  const end = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  // Turned round it is no range, and passed over like any other that is none.
  if (last !== '' && Number(last) < start) return undefined;
  return start >= length ? 'none' : { start, end };
}
