import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Text is written in parts of so many characters. */
const chunkCharacters = 2 ** 18;

/** Files that are being written, beside their places. */
const unfinished = new Set<string>();

/** Removes what was begun and will never be finished: the last thing to do when a process is told to end. */
export function removeUnfinishedFiles(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/**
 * A file that is written part by part and appears whole or not at all: it is written beside its place and moved there
 * at the end, when it is on the disk. Until then, and if it never comes to that, whatever stands there stays. A device
 * or a pipe is written to as it is.
 */
export class WholeFile {
  private waiting: string[] = [];
  private characters = 0;

  private constructor(
    private readonly path: string,
    private readonly beside: string | undefined,
    private readonly file: FileHandle,
    private readonly mode: number | undefined,
  ) {}

  /**
   * @param links whether a link at the path stays, and what it leads to is replaced, or is replaced itself
   * @throws what `node:fs` throws; see `whyUnwritable`
   */
  static async open(path: string, links: 'follow' | 'replace' = 'follow'): Promise<WholeFile> {
    const old = links === 'follow' ? await stat(path).catch(() => undefined) : undefined;
    if (old?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    if (old !== undefined && !old.isFile())
      return new WholeFile(path, undefined, await open(path, 'w'), undefined);
    const place = old === undefined ? path : await realpath(path);
    const unique = `${process.pid}-${randomBytes(4).toString('hex')}`;
    const beside = join(dirname(place), `.${basename(place)}.${unique}.part`);
    unfinished.add(beside);
    try {
      // 'wx': never into a file, or through a link, that somebody put there.
      return new WholeFile(place, beside, await open(beside, 'wx'), old?.mode);
    } catch (error) {
      unfinished.delete(beside);
      throw error;
    }
  }

  async write(part: string | Uint8Array): Promise<void> {
    if (typeof part !== 'string') {
      await this.flush();
      await this.file.appendFile(part);
      return;
    }
    this.waiting.push(part);
    this.characters += part.length;
    if (this.characters >= chunkCharacters) await this.flush();
  }

  /** Puts the file in its place: when this returns it is on the disk, and so is its name. */
  async finish(): Promise<void> {
    await this.flush();
    if (this.beside !== undefined) await this.file.sync();
    await this.file.close();
    if (this.beside === undefined) return;
    if (this.mode !== undefined) await chmod(this.beside, this.mode & 0o777);
    await rename(this.beside, this.path);
    unfinished.delete(this.beside);
    await syncFolder(dirname(this.path));
  }

  /** Leaves nothing, and what stood in its place as it was. */
  async discard(): Promise<void> {
    await this.file.close().catch(() => {});
    if (this.beside === undefined) return;
    await rm(this.beside, { force: true });
    unfinished.delete(this.beside);
  }

  private async flush(): Promise<void> {
    const text = this.waiting.join('');
    this.waiting = [];
    this.characters = 0;
    if (text !== '') await this.file.appendFile(text);
  }
}

/** So that the name outlives a power cut, where folders can be opened: not on Windows, nor without the right to list. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync();
  } catch {
    // Some network disks know no such thing.
  } finally {
    await handle?.close();
  }
}
