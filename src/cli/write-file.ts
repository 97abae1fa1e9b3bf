import { randomBytes } from 'node:crypto';
import { chmod, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error';

/** What somebody mends by naming another place. Anything else, a full disk, is no wrong use. */
const wrongPlace: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of it is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
};

/**
 * Writes a file that is whole or not there: it is written beside its place and then put there, so that
 * whatever stands there stays until then. A device or a pipe is written to as it is.
 *
 * @throws UsageError when the path is none that can be written
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const old = await stat(path).catch(() => undefined);
    if (old?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (old !== undefined && !old.isFile()) await writeFile(path, bytes);
    // A link stays a link: what it leads to is replaced.
    else await replaceFile(old === undefined ? path : await realpath(path), bytes, old?.mode);
  } catch (error) {
    const reason = wrongPlace[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new UsageError(`cannot write ${JSON.stringify(path)}: ${reason}`);
  }
}

async function replaceFile(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const unique = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const beside = join(dirname(path), `.${basename(path)}.${unique}.part`);
  // 'wx': never into a file, or through a link, that somebody put there.
  const file = await open(beside, 'wx');
  try {
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (mode !== undefined) await chmod(beside, mode & 0o777);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
