import { DataFileError } from '../../../errors';
import { type ByteSource, readWhole } from './byte-source';
import { decodeText, type Taking } from './decode';
import type { Encoding } from './encodings';

/** No record is longer; a line without end is no line. */
const mostCharacters = 2 ** 20;

/** Starts each record of a GeoJSON text sequence (RFC 8142). */
const recordSeparator = 0x1e;

/** A line of NDJSON; `value` is missing where it is no JSON. */
export interface JsonLine {
  readonly number: number;
  readonly text: string;
  readonly value?: unknown;
}

/** The lines of a file as JSON, one by one; blank ones left out. */
export async function* readJsonLines(
  source: ByteSource,
  encoding: Encoding,
  taking: Taking,
): AsyncIterable<JsonLine> {
  let rest = '';
  let number = 0;
  for await (const part of decodeText(source, encoding, taking)) {
    const lines = (rest + part).split('\n');
    rest = lines.pop()!;
    if (rest.length > mostCharacters) {
      const reason = `line ${number + lines.length + 1} has more than ${mostCharacters} characters`;
      throw new DataFileError('FILE_TOO_LARGE', source.path, reason);
    }
    for (const text of lines) {
      number++;
      if (text.trim() !== '') yield parseLine(text, number);
    }
  }
  if (rest.trim() !== '') yield parseLine(rest, number + 1);
}

function parseLine(text: string, number: number): JsonLine {
  try {
    const isMarked = text.charCodeAt(0) === recordSeparator;
    return { number, text, value: JSON.parse(isMarked ? text.slice(1) : text) };
  } catch {
    return { number, text };
  }
}

/** The whole file as one JSON value. */
export async function readJson(source: ByteSource, encoding: Encoding): Promise<unknown> {
  const text = new TextDecoder(encoding).decode(await readWhole(source));
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = `expected JSON: ${(cause as Error).message.slice(0, 200)}`;
    throw new DataFileError('FILE_FORMAT', source.path, reason, { cause });
  }
}
