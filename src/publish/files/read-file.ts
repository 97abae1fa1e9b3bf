import { readFile, stat } from 'node:fs/promises';
import { DataFileError } from '../../errors';

/**
 * The bytes of a file; `undefined` when there is none.
 *
 * @throws DataFileError when it cannot be read, or is larger than `mostBytes`
 */
export async function readFileIfAny(
  path: string,
  mostBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes)
      throw new DataFileError('FILE_TOO_LARGE', path, `it has ${size} bytes, ${mostBytes} allowed`);
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    if (cause instanceof DataFileError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new DataFileError('FILE_NOT_READABLE', path, message, { cause });
  }
}
