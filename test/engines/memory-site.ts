import type { NetworkAnswer } from '../support/fake-mini-program';
import type { Fault } from './host-contract';
import type { SiteData, SiteFiles } from './site-data';

/* A site in memory, with the faults of the contract: for engines that have no network. Nothing but the language. */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  for (let i = 0, at = 0, held = 0, bits = 0; i < text.length; i++) {
    held = ((held << 6) | digits.indexOf(text[i]!)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

function asciiOf(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text, (character) => character.charCodeAt(0)));
}

export class MemorySite {
  fault: Fault = 'none';
  files: SiteFiles;

  constructor(
    readonly data: Pick<SiteData, 'first' | 'second'>,
    readonly origin: string,
  ) {
    this.files = data.first;
  }

  /** As `serve` answers, but for the fault. */
  async fetch(
    url: string,
    { headers }: { readonly headers: Readonly<Record<string, string>> },
  ): Promise<NetworkAnswer> {
    if (this.fault === 'down') throw new Error('the line is down');
    const path = url.slice(this.origin.length + 1);
    const text = this.files[path];
    if (this.fault === 'portal')
      return { status: 200, headers: {}, bytes: asciiOf('<!DOCTYPE html><title>Wi-Fi</title>') };
    const isPack = /^(packs|deltas)\//.test(path);
    if (text === undefined || (isPack && this.fault === 'missing'))
      return { status: 404, headers: {}, bytes: new Uint8Array(0) };
    const bytes = spoiled(bytesOf(text), path, this.fault);
    // Other bytes, another tag: a browser that was told the same one would keep the spoiled ones for good.
    const etag = `"${text.length}-${text.slice(-12)}-${this.fault}"`;
    if (headers['if-none-match'] === etag)
      return { status: 304, headers: { ETag: etag }, bytes: new Uint8Array(0) };
    const from = Number(/^bytes=(\d+)-$/.exec(headers['range'] ?? '')?.[1] ?? 0);
    const length = String(bytes.length - from);
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    return from === 0
      ? { status: 200, headers: { ETag: etag, 'Content-Length': length }, bytes }
      : {
          status: 206,
          headers: { ETag: etag, 'Content-Length': length, 'Content-Range': range },
          bytes: bytes.slice(from),
        };
  }
}

/** One bit of a pack, or of the signature of the manifest. */
function spoiled(bytes: Uint8Array, path: string, fault: Fault): Uint8Array {
  if (fault === 'tampered' && /^(packs|deltas)\//.test(path)) bytes[bytes.length >> 1]! ^= 1;
  if (fault === 'unsigned' && path === 'manifest.json') return spoilSignature(bytes);
  return bytes;
}

/** Another digit in the middle of the signature, which stays one of hexadecimal digits or base64. */
function spoilSignature(bytes: Uint8Array): Uint8Array {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return asciiOf(
    text.replace(
      /("signature":\s*"[^"]{20})(.)/g,
      (_, start, digit) => start + (digit === 'a' ? 'b' : 'a'),
    ),
  );
}

/** The packs of a site, as they come with an app. */
export function packsOf(files: SiteFiles): Uint8Array[] {
  const paths = Object.keys(files).filter((path) => /^packs\//.test(path));
  return paths.map((path) => bytesOf(files[path]!));
}
