import { isUtf8 } from 'node:buffer';

/**
 * Bytes as text, of UTF-8 or of GB18030, which Chinese Excel saves CSV in: whichever the first bytes beyond ASCII are. A
 * character cut in two by the end of a part does not decide it.
 */
export async function* decodeText(parts) {
  let decoder;
  for await (const part of parts) {
    decoder ??= isAscii(part) ? undefined : new TextDecoder(encodingOf(part));
    yield decoder === undefined ? part.toString('latin1') : decoder.decode(part, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

function isAscii(bytes) {
  return bytes.every((byte) => byte < 128);
}

function encodingOf(bytes) {
  // At most three bytes of a character are here, the rest in the next part.
  const cuts = [0, 1, 2, 3];
  const isOne = cuts.some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))));
  return isOne ? 'utf-8' : 'gb18030';
}
