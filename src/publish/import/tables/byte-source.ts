import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { DataFileError } from '../../../errors';

/** The bytes of a file, which may be read several times: once to see what it is, once for its rows. */
export interface ByteSource {
  readonly path: string;
  readonly size: number | undefined;
  chunks(): AsyncIterable<Uint8Array>;
}

/** What is read whole, and what comes through a pipe, may be no larger. */
const mostWholeBytes = 128 * 2 ** 20;

const chunkBytes = 256 * 2 ** 10;

/**
 * A file, or standard input for `-`, which is read once and kept.
 *
 * @throws DataFileError when it is missing, a folder or empty, or comes through a pipe and is too large
 */
export async function openSource(path: string): Promise<ByteSource> {
  if (path === '-') return keep(path, await readAll(path, process.stdin));
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'there is no such file' : cause.message;
    throw new DataFileError('FILE_NOT_READABLE', path, reason, { cause });
  });
  if (info.isDirectory()) throw new DataFileError('FILE_NOT_READABLE', path, 'it is a folder');
  // A named pipe, too, can be read only once.
  if (!info.isFile()) return keep(path, await readAll(path, createReadStream(path)));
  if (info.size === 0) throw new DataFileError('FILE_EMPTY', path, 'it is empty');
  return { path, size: info.size, chunks: () => fileChunks(path) };
}

/**
 * All bytes at once, for formats that cannot be read in parts.
 *
 * @throws DataFileError when there are more than 128 MiB
 */
export async function readWhole(source: ByteSource): Promise<Buffer> {
  return readAll(source.path, source.chunks());
}

/** The first bytes, at most `count`. */
export async function readStart(source: ByteSource, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.chunks()) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}

function keep(path: string, bytes: Buffer): ByteSource {
  if (bytes.length === 0) throw new DataFileError('FILE_EMPTY', path, 'it is empty');
  return {
    path,
    size: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes)
        yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

async function* fileChunks(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new DataFileError('FILE_NOT_READABLE', path, (cause as Error).message, { cause });
  }
}

async function readAll(path: string, chunks: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > mostWholeBytes) {
        const most = `${mostWholeBytes / 2 ** 20} MiB`;
        throw new DataFileError(
          'FILE_TOO_LARGE',
          path,
          `it is larger than the ${most} allowed (CSV and NDJSON files may be of any size)`,
        );
      }
      parts.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof DataFileError) throw cause;
    throw new DataFileError('FILE_NOT_READABLE', path, (cause as Error).message, { cause });
  }
  return Buffer.concat(parts, size);
}
