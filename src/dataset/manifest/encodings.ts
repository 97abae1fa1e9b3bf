/*
 * Bytes as text. Written out, because TextDecoder, atob and Buffer are each missing somewhere we run.
 */

const digits = '0123456789abcdef';

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits[byte >> 4]! + digits[byte & 15]!;
  return text;
}

/** The bytes of lower-case hexadecimal text, which was checked to be that. */
export function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += alphabet[group >> 18]! + alphabet[(group >> 12) & 63]!;
    text += left > 1 ? alphabet[(group >> 6) & 63]! : '=';
    text += left > 2 ? alphabet[group & 63]! : '=';
  }
  return text;
}

/**
 * The bytes of base64 text. What is no base64 gives some bytes or other: who has to know compares
 * `toBase64` of them with the text.
 */
export function fromBase64(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array(Math.max(0, (text.length >> 2) * 3 - padding));
  for (let from = 0, to = 0; to < bytes.length; from += 4) {
    let group = 0;
    for (let i = from; i < from + 4; i++) group = (group << 6) | sextetAt(text, i);
    for (let shift = 16; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = group >> shift;
  }
  return bytes;
}

/** By code of the character; 0 for what is none of the alphabet. Looked up, for devices read packs from base64. */
const sextets = new Uint8Array(128);
for (let value = 0; value < alphabet.length; value++) sextets[alphabet.charCodeAt(value)] = value;

function sextetAt(text: string, at: number): number {
  return sextets[text.charCodeAt(at)] ?? 0;
}

/** Text of one byte a character; `undefined` where a byte is no printable ASCII and no line feed. */
export function fromAscii(bytes: Uint8Array): string | undefined {
  const pieces: string[] = [];
  for (const byte of bytes) if ((byte < 32 && byte !== 10) || byte > 126) return undefined;
  // In pieces, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 4096)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return pieces.join('');
}

/** The bytes of ASCII text. */
export function toAscii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
