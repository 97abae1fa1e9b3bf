import { InvalidManifestError } from '../../errors';
import { show } from '../../wording';
import { fromAscii } from './encodings';

/*
 * What signed JSON has to look like, checked by hand: a few functions, where a schema library would be a
 * good part of what a browser loads.
 */

/** Which error a fault is, and where in the payload we are. */
export interface Place {
  readonly code: 'MANIFEST_INVALID' | 'KEYS_INVALID';
  readonly path: string;
}

export function at({ code, path }: Place, member: string | number): Place {
  const step = typeof member === 'number' ? `[${member}]` : path === '' ? member : `.${member}`;
  return { code, path: path + step };
}

export function fault({ code, path }: Place, expected: string, value: unknown) {
  const what = code === 'KEYS_INVALID' ? 'statement of keys' : 'manifest';
  const where = path === '' ? 'it' : path;
  return new InvalidManifestError(
    code,
    `The ${what} is signed, but ${where} should be ${expected}, and is ${show(value)}`,
  );
}

/** @throws InvalidManifestError when the bytes are not ASCII or not JSON */
export function parseAscii(bytes: Uint8Array, place: Place): unknown {
  const text = fromAscii(bytes);
  try {
    if (text !== undefined) return JSON.parse(text);
  } catch {
    // Nested too deeply for the parser, or no JSON: the same to us.
  }
  throw fault(place, 'JSON in ASCII', text?.slice(0, 40));
}

/** A member of its own: what an object has from its prototype is nobody's data. */
export function member(value: unknown, name: string, place: Place): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fault(place, 'an object', value);
  return Object.prototype.hasOwnProperty.call(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

export function text(
  value: unknown,
  place: Place,
  pattern: RegExp,
  expected: string,
  longest = 64,
): string {
  if (typeof value === 'string' && value.length <= longest && pattern.test(value)) return value;
  throw fault(place, expected, value);
}

export function wholeNumber(value: unknown, place: Place, least: number, most: number): number {
  const isWhole = Number.isSafeInteger(value) && !Object.is(value, -0);
  if (isWhole && (value as number) >= least && (value as number) <= most) return value as number;
  throw fault(place, `a whole number from ${least} to ${most}`, value);
}

export function list<T>(
  value: unknown,
  place: Place,
  most: number,
  read: (item: unknown, place: Place) => T,
): T[] {
  if (!Array.isArray(value) || value.length > most)
    throw fault(place, `a list of at most ${most}`, value);
  return value.map((item, i) => read(item, at(place, i)));
}

const instantPattern = /^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** An instant in UTC as ISO 8601 has it, and one that exists. */
export function instant(value: unknown, place: Place): string {
  const written = text(value, place, instantPattern, expectedInstant);
  const time = Date.parse(written);
  // 30 February is 2 March to some engines.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(written.slice(0, 19)))
    return written;
  throw fault(place, expectedInstant, value);
}

const expectedInstant = 'an instant in UTC such as 2026-11-24T08:00:00Z';

/** Names that people give: `shanghai`, `stable`, `310101`. */
export const namePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const nameExpected = 'lower-case letters, digits and hyphens, at most 64';
export const hashPattern = /^[0-9a-f]{64}$/;
export const hashExpected = '64 lower-case hexadecimal digits';
