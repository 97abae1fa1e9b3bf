import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InvalidOptionError } from '../../errors';
import { WholeFile } from './whole-file';

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
 * Begins a file at a place that an option names.
 *
 * @throws InvalidOptionError when nothing can be written there
 */
export async function openPlace(option: string, path: string): Promise<WholeFile> {
  try {
    return await WholeFile.open(path);
  } catch (error) {
    const reason = wrongPlace[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new InvalidOptionError(option, path, `a file that can be written (${reason})`);
  }
}

/**
 * Writes the parts of a file that appears whole or not at all, at a place that an option names.
 *
 * @throws InvalidOptionError when nothing can be written there
 */
export async function writeToPlace(
  option: string,
  path: string,
  parts: Iterable<string | Uint8Array>,
): Promise<void> {
  await writeParts(await openPlace(option, path), parts);
}

/** Writes a file of ours, whole or not at all, in a folder that is made if need be. A link gives way to it. */
export async function writeOurFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeParts(await WholeFile.open(path, 'replace'), [bytes]);
}

async function writeParts(file: WholeFile, parts: Iterable<string | Uint8Array>): Promise<void> {
  try {
    for (const part of parts) await file.write(part);
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
