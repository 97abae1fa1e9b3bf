import {
  access,
  constants,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { MemoryStore } from '../../client/memory-store';
import { asLease, isTaken, type Lease, type Store } from '../../client/store';
import { StorageError, type StorageErrorCode } from '../../errors';

const lockName = 'lease';
const mostLeaseBytes = 1000;
/** A write that takes longer was never finished: its process was killed. */
const abandonedMilliseconds = 3_600_000;

/**
 * A folder that keeps pieces as files; in memory where it cannot be made or written, with what can be read of it.
 *
 * @param folder is made, with those above it
 */
export async function openFileStore(folder: string): Promise<Store> {
  try {
    await mkdir(folder, { recursive: true });
    // Also of a disk that is mounted for reading, which root may write as little as anybody.
    await access(folder, constants.W_OK | constants.X_OK);
    const store = new FileStore(folder);
    await store.sweep();
    return store;
  } catch (cause) {
    return new MemoryStore(errorOf(cause, folder), await readAll(folder));
  }
}

async function readAll(folder: string): Promise<[string, Uint8Array][]> {
  const pieces: [string, Uint8Array][] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes !== undefined && !name.includes('.')) pieces.push([name, new Uint8Array(bytes)]);
  }
  return pieces;
}

/** Pieces as files of one folder, each written beside its place and moved there when it is on the disk. */
class FileStore implements Store {
  readonly kind = 'files';

  constructor(private readonly folder: string) {}

  /** Removes what killed processes left behind. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      if (!name.endsWith('.part')) continue;
      const path = join(this.folder, name);
      const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0);
      if (age > abandonedMilliseconds) await rm(path, { force: true, recursive: true });
    }
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await readFile(join(this.folder, name));
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return undefined;
      throw errorOf(cause, this.folder);
    }
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.folder, name);
    const beside = this.beside(name);
    try {
      // Somebody may have emptied the cache meanwhile.
      await mkdir(this.folder, { recursive: true });
      const file = await open(beside, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
      await this.sync();
    } catch (cause) {
      await rm(beside, { force: true }).catch(() => {});
      throw errorOf(cause, this.folder);
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await rm(join(this.folder, name), { force: true });
    } catch (cause) {
      throw errorOf(cause, this.folder);
    }
  }

  async takeLease(owner: string, now: number, milliseconds: number): Promise<boolean> {
    const path = join(this.folder, lockName);
    const mine: Lease = { owner, until: now + milliseconds };
    try {
      const found = await this.readLease(milliseconds);
      if (found === undefined) return await this.create(path, mine);
      if (isTaken(found.lease, owner, now, milliseconds)) return false;
      if (found.lease.owner === owner) {
        await this.write(lockName, Buffer.from(JSON.stringify(mine)));
        return true;
      }
      // Of all that find a lease ended, one moves it away; what it then holds must be what it had looked at.
      await this.moveAway(path, found.text);
      return await this.create(path, mine);
    } catch (cause) {
      throw errorOf(cause, this.folder);
    }
  }

  async dropLease(owner: string): Promise<void> {
    if ((await this.readLease(0))?.lease.owner === owner)
      await rm(join(this.folder, lockName), { force: true });
  }

  close(): void {}

  /** One that makes no sense is somebody's who is just writing it, for as long as a lease takes. */
  private async readLease(
    milliseconds: number,
  ): Promise<{ text: string; lease: Lease } | undefined> {
    const path = join(this.folder, lockName);
    const written = await stat(path).catch(() => undefined);
    if (written === undefined) return undefined;
    const text = written.size > mostLeaseBytes ? '' : await readFile(path, 'utf8').catch(() => '');
    return {
      text,
      lease: parseLease(text) ?? { owner: '', until: written.mtimeMs + milliseconds },
    };
  }

  private async moveAway(path: string, ended: string): Promise<void> {
    const aside = this.beside(lockName);
    await rename(path, aside).catch(() => {});
    const moved = await readFile(aside, 'utf8').catch(() => '');
    // Another one was quicker, and this is its new lease: it goes back, unless yet another one has come.
    if (moved !== ended && parseLease(moved) !== undefined) await link(aside, path).catch(() => {});
    await rm(aside, { force: true, recursive: true });
  }

  /** Appears whole, and only where there is none: a link, unlike a rename, replaces nothing. */
  private async create(path: string, lease: Lease): Promise<boolean> {
    const text = JSON.stringify(lease);
    const beside = this.beside(lockName);
    await mkdir(this.folder, { recursive: true });
    try {
      await writeFile(beside, text, { flag: 'wx' });
      await link(beside, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      // Some disks have no links: memory cards, network drives.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error)))
        throw error;
      return await writeFile(path, text, { flag: 'wx' }).then(
        () => true,
        () => false,
      );
    } finally {
      await rm(beside, { force: true });
    }
  }

  private beside(name: string): string {
    return join(
      this.folder,
      `${name}.${process.pid}-${Math.random().toString(36).slice(2, 10)}.part`,
    );
  }

  /** So that names outlive a power cut, where folders can be opened: not on Windows. */
  private async sync(): Promise<void> {
    const handle = await open(this.folder, 'r').catch(() => undefined);
    try {
      await handle?.sync();
    } finally {
      await handle?.close();
    }
  }
}

function parseLease(text: string): Lease | undefined {
  try {
    return asLease(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? '';
}

const codes: Readonly<Record<string, StorageErrorCode>> = {
  ENOSPC: 'STORAGE_FULL',
  EDQUOT: 'STORAGE_FULL',
  EFBIG: 'STORAGE_FULL',
  EROFS: 'STORAGE_READ_ONLY',
  EACCES: 'STORAGE_READ_ONLY',
  EPERM: 'STORAGE_READ_ONLY',
  ENOTDIR: 'STORAGE_READ_ONLY',
  EEXIST: 'STORAGE_READ_ONLY',
};

function errorOf(cause: unknown, folder: string): StorageError {
  if (cause instanceof StorageError) return cause;
  const code = codes[codeOf(cause)] ?? 'STORAGE_FAILED';
  const what: Record<StorageErrorCode, string> = {
    STORAGE_FULL: 'is full',
    STORAGE_READ_ONLY: 'may not be written',
    STORAGE_FAILED: 'fails',
  };
  const reason = (cause as Error).message;
  return new StorageError(code, `The folder ${folder} ${what[code]}: ${reason}`, { cause });
}
