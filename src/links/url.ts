import { encodeValue } from './text';

/** Every scheme that a link may have. Nothing else leaves this folder, whatever a station says. */
const schemes = [
  'https',
  'amapuri',
  'androidamap',
  'iosamap',
  'qqmap',
  'baidumap',
  'bdapp',
  'petalmaps',
  'geo',
  'tel',
];

/** Whether a link begins with one of the allowed schemes. */
export function hasAllowedScheme(url: string): boolean {
  return schemes.some((scheme) => url.startsWith(`${scheme}:`));
}

/** What a link's query says: parameters not given are left out, lists are repeated. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A link: its constant beginning, and its parameters in the order given, percent-encoded. */
export function linkOf(base: string, parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).map(
      (item) => `${name}=${encodeValue(item)}`,
    ),
  );
  return `${base}?${pairs.join('&')}`;
}

/** Degrees to 0.1 m, never `-0` and never in exponents. */
export function roundDegrees(degrees: number): number {
  return Number(degrees.toFixed(6)) || 0;
}

/** The same as a link has it: always six decimals. */
export function formatDegrees(degrees: number): string {
  return roundDegrees(degrees).toFixed(6);
}
