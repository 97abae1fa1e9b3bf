/*
 * Addresses of the web, as far as a source needs them. Mini-programs have no URL, and that of React Native is not
 * one; so what is an address is decided here, for all hosts alike.
 */

/** An address that stands alone: `https://host/path?query`. */
export interface Address {
  /** As it is asked for, without what follows `#`. */
  readonly href: string;
  /** `https://host`, with the port where it is another than usual. */
  readonly origin: string;
  /** With the slash that it begins with. */
  readonly path: string;
  readonly query: string;
}

// RFC 3986, with what may stand in a host and nothing that is read one way here and another there: no backslash, no
// blank, no user.
const pattern =
  /^(https?):\/\/([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?(\/[^?#\\\s]*)?(\?[^#\\\s]*)?(?:#.*)?$/i;
const usualPorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** @returns `undefined` when it is none, or none of http */
export function readAddress(text: string): Address | undefined {
  const [, scheme, host, port, path = '/', query = ''] = pattern.exec(text) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  // Half of a character has no bytes to be asked for by.
  if (/[\ud800-\udfff]/u.test(text)) return undefined;
  const lower = scheme.toLowerCase();
  const isUsual = port === undefined || port === usualPorts[lower];
  const origin = `${lower}://${host.toLowerCase()}${isUsual ? '' : `:${Number(port)}`}`;
  const ascii = { path: inAscii(withoutDots(path)), query: inAscii(query) };
  return { href: origin + ascii.path + ascii.query, origin, ...ascii };
}

/** The address of a file beside another: the same folder, its own name. */
export function besides(source: string, name: string): string {
  const { origin, path } = readAddress(source)!;
  return origin + path.slice(0, path.lastIndexOf('/') + 1) + name;
}

/** RFC 3986, 5.2.4. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const parts = path.split('/').slice(1);
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1;
    if (part === '..') kept.pop();
    if (part === '.' || part === '..') {
      if (isLast) kept.push('');
    } else kept.push(part);
  }
  return `/${kept.join('/')}`;
}

/** What people write in a path: percent-encoded, unless it is already. */
function inAscii(text: string): string {
  return text.replace(/[^!-~]+/g, (piece) => encodeURIComponent(piece));
}
