import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { DataFileError } from '../../errors';

/** Larger files are refused before they are read: a whole country of stations stays below. */
const mostBytes = 128 * 2 ** 20;

/**
 * The text of a file, or of standard input for `-`.
 *
 * Memory stays bounded whatever the file: reading stops at 128 MiB.
 *
 * @throws DataFileError when it is missing, a folder, empty, too large, binary, or not UTF-8
 */
export async function readText(path: string): Promise<string> {
  if (path !== '-') await checkSize(path);
  const bytes = await readBytes(path);
  if (bytes.length === 0) throw new DataFileError('FILE_EMPTY', path, 'it is empty');
  if (bytes.includes(0)) {
    throw new DataFileError(
      'FILE_BINARY',
      path,
      'it holds NUL bytes: expected text in UTF-8, this is binary or UTF-16',
    );
  }
  try {
    // Drops a byte order mark, and refuses what is not UTF-8 rather than show a rider wrong names.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DataFileError(
      'FILE_ENCODING',
      path,
      'it is not UTF-8 text; convert it first (iconv -f GB18030 -t UTF-8)',
      { cause },
    );
  }
}

async function checkSize(path: string): Promise<void> {
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'there is no such file' : cause.message;
    throw new DataFileError('FILE_NOT_READABLE', path, reason, { cause });
  });
  if (info.isDirectory()) throw new DataFileError('FILE_NOT_READABLE', path, 'it is a folder');
  if (info.size > mostBytes) throw tooLarge(path);
}

function tooLarge(path: string): DataFileError {
  return new DataFileError(
    'FILE_TOO_LARGE',
    path,
    `it is larger than the ${mostBytes / 2 ** 20} MiB allowed`,
  );
}

async function readBytes(path: string): Promise<Buffer> {
  const stream = path === '-' ? process.stdin : createReadStream(path);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      // Pipes and growing files have no size to check beforehand.
      if (size > mostBytes) throw tooLarge(path);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof DataFileError) throw cause;
    throw new DataFileError('FILE_NOT_READABLE', path, (cause as Error).message, { cause });
  }
  return Buffer.concat(chunks, size);
}
