import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DataFileError } from '../../errors';

/**
 * Writes a file that is whole or not there: beside its place, then moved. When this returns it is on the disk,
 * and so is its name.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const beside = join(folder, `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Windows opens no folders, and keeps names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

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
