import { InvalidRouteError } from '../../errors';
import { jsonFault } from './json-fault';

/**
 * Text that is JSON and no polyline: those have neither quotes nor digits, but may begin with a
 * bracket. A polyline in quotes, as it is copied from a response, is a JSON text as well.
 */
export function isJson(text: string): boolean {
  return /^\s*(?:"|\{\s*"|\[\s*[-\d])/.test(text);
}

/**
 * `JSON.parse`, which names the place of a fault in some engines only, and each in its own words.
 *
 * @throws InvalidRouteError naming the character
 */
export function parseJson(text: string): unknown {
  // A byte order mark is not JSON; with a blank in its place characters still count the same.
  const plain = text.replace(/^\uFEFF/, ' ');
  try {
    return JSON.parse(plain);
  } catch {
    const at = jsonFault(plain);
    if (at === undefined) throw new InvalidRouteError('the JSON is nested too deeply to be read');
    const what = at < plain.trimEnd().length ? 'this is not JSON' : 'the JSON is cut short';
    throw new InvalidRouteError(what, at + 1);
  }
}
