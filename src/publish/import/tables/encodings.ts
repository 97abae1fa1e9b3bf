import { InvalidOptionError } from '../../../errors';
import type { ByteSource } from './byte-source';
import { guessLegacyEncoding } from './legacy-encodings';

/** The encodings that are told apart, by the names `TextDecoder` has for them; another is only used if asked for. */
export type Encoding =
  | 'utf-8'
  | 'gb18030'
  | 'big5'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | (string & {});

/** So many bytes beyond ASCII tell the encodings apart; the rest of the file need not be read for it. */
const enoughBytes = 64 * 2 ** 10;

/** @throws InvalidOptionError when `TextDecoder` does not know the label */
export function readEncodingLabel(label: string): Encoding {
  try {
    const { encoding } = new TextDecoder(label);
    // GBK is GB 2312 and GB 18030's smaller part; sheets have characters of the larger.
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    throw new InvalidOptionError(
      'encoding',
      label,
      'utf-8, gb18030, big5, utf-16le, utf-16be, windows-1252 or another label of TextDecoder',
    );
  }
}

/**
 * What the text of a file is encoded in: by its byte order mark, by where its zero bytes are, by
 * being valid UTF-8, else by which encoding makes the most common Chinese of it. A file of ASCII
 * alone is UTF-8. Reads on until 64 KiB beyond ASCII were seen, for many a file begins in ASCII.
 * `undefined`: it is no text.
 */
export async function detectEncoding(source: ByteSource): Promise<Encoding | undefined> {
  const evidence = new Evidence();
  let isFirst = true;
  for await (const chunk of source.chunks()) {
    if (isFirst) {
      const marked = encodingOfStart(chunk);
      if (marked !== undefined) return marked === 'binary' ? undefined : marked;
    }
    isFirst = false;
    evidence.add(chunk);
    if (evidence.size >= enoughBytes) break;
  }
  const bytes = evidence.bytes();
  return isUtf8(bytes) ? 'utf-8' : guessLegacyEncoding(bytes);
}

/** What the first bytes alone tell; `undefined` when they leave it open. */
export function encodingOfStart(start: Uint8Array): Encoding | 'binary' | undefined {
  return byMark(start) ?? byZeros(start);
}

function byMark(start: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030';
  return undefined;
}

/** Separators, digits and line ends have a zero for their high byte in UTF-16; no other text has any. */
function byZeros(start: Uint8Array): Encoding | 'binary' | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < start.length; i++) {
    if (start[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (even + odd === 0) return undefined;
  // U+0100, U+0200, … have their zero on the other side; they are rare.
  if (odd > 20 * even && odd > start.length / 100) return 'utf-16le';
  if (even > 20 * odd && even > start.length / 100) return 'utf-16be';
  return 'binary';
}

/** The lines with bytes beyond ASCII; a line is whole, so that no character is cut at its start. */
class Evidence {
  /** Counted beyond ASCII. */
  size = 0;
  private readonly parts: Uint8Array[] = [];

  add(chunk: Uint8Array): void {
    let first = -1;
    let last = 0;
    for (let i = 0; i < chunk.length; i++) {
      if (chunk[i]! < 0x80) continue;
      if (first === -1) first = i;
      last = i;
      this.size++;
    }
    // From the first to the last, with whatever follows it, for a second byte may be ASCII.
    if (first !== -1) this.parts.push(chunk.subarray(this.parts.length > 0 ? 0 : first, last + 2));
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.parts);
  }
}

/** One stray byte among hundreds of characters does not make it another encoding: it is reported. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let beyond = 0;
  let wrong = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) beyond++;
    if (code === 0xfffd) wrong++;
  }
  // Written as such by a program that could not decode them: good UTF-8 all the same.
  const literal = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (
    let at = literal.indexOf(replacement);
    at !== -1;
    at = literal.indexOf(replacement, at + 3)
  ) {
    wrong--;
  }
  return wrong <= 1 + beyond / 500 && wrong * 20 <= beyond;
}

const replacement = Buffer.from('\ufffd');
