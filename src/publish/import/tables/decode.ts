import type { ByteSource } from './byte-source';
import type { Encoding } from './encodings';

/** What a reader tells while it goes: how many bytes it has taken. */
export interface Taking {
  readonly signal?: AbortSignal | undefined;
  onBytes?(bytes: number): void;
}

/**
 * A file's text in parts, lines ending in `\n` whatever they end in there. A byte order mark is
 * dropped; what cannot be decoded becomes U+FFFD, which the rows are searched for later.
 */
export async function* decodeText(
  source: ByteSource,
  encoding: Encoding,
  taking: Taking,
): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  // A CR at the end of a part may be half of a CR LF.
  let held = '';
  for await (const chunk of source.chunks()) {
    taking.signal?.throwIfAborted();
    bytes += chunk.length;
    taking.onBytes?.(bytes);
    const text = held + decoder.decode(chunk, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    yield unifyLineEnds(held === '' ? text : text.slice(0, -1));
  }
  yield unifyLineEnds(held + decoder.decode());
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
