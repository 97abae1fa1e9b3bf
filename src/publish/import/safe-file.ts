import { randomBytes } from 'node:crypto';
import { chmod, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InvalidOptionError } from '../../errors';

/** Written at once. */
const chunkCharacters = 2 ** 18;

/** What somebody mends by naming another place. */
const wrongPlace: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of it is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
};

/**
 * A file that is written part by part and appears whole or not at all: it is written beside its place, and put
 * there at the end. A device or a pipe is written to as it is.
 */
export class SafeFile {
  private waiting: string[] = [];
  private characters = 0;

  private constructor(
    private readonly path: string,
    private readonly beside: string | undefined,
    private readonly file: FileHandle,
    private readonly mode: number | undefined,
  ) {}

  /** @throws InvalidOptionError when nothing can be written there */
  static async open(option: string, path: string): Promise<SafeFile> {
    try {
      const old = await stat(path).catch(() => undefined);
      if (old?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      if (old !== undefined && !old.isFile()) {
        return new SafeFile(path, undefined, await open(path, 'w'), undefined);
      }
      // A link stays a link: what it leads to is replaced.
      const place = old === undefined ? path : await realpath(path);
      const unique = `${process.pid}-${randomBytes(4).toString('hex')}`;
      const beside = join(dirname(place), `.${basename(place)}.${unique}.part`);
      // 'wx': never into a file, or through a link, that somebody put there.
      return new SafeFile(place, beside, await open(beside, 'wx'), old?.mode);
    } catch (error) {
      const reason = wrongPlace[(error as NodeJS.ErrnoException).code ?? ''];
      if (reason === undefined) throw error;
      throw new InvalidOptionError(option, path, `a file that can be written (${reason})`);
    }
  }

  async write(text: string): Promise<void> {
    this.waiting.push(text);
    this.characters += text.length;
    if (this.characters >= chunkCharacters) await this.flush();
  }

  /** Puts the file in its place. */
  async finish(): Promise<void> {
    await this.flush();
    if (this.beside !== undefined) await this.file.sync();
    await this.file.close();
    if (this.beside === undefined) return;
    if (this.mode !== undefined) await chmod(this.beside, this.mode & 0o777);
    await rename(this.beside, this.path);
  }

  /** Leaves nothing, and what stood in its place as it was. */
  async discard(): Promise<void> {
    await this.file.close().catch(() => {});
    if (this.beside !== undefined) await rm(this.beside, { force: true });
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join('');
    this.waiting = [];
    this.characters = 0;
    await this.file.appendFile(text);
  }
}

/**
 * Writes the parts of a text as a file that appears whole or not at all.
 *
 * @throws InvalidOptionError when nothing can be written there
 */
export async function writeSafely(
  option: string,
  path: string,
  parts: Iterable<string>,
): Promise<void> {
  const file = await SafeFile.open(option, path);
  try {
    for (const part of parts) await file.write(part);
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
