import { MemoryStore } from '../../client/memory-store';
import { asLease, isTaken, type Store } from '../../client/store';
import { StorageError } from '../../errors';
import { type Database, type DatabaseFactory, openDatabase, transact } from './indexed-db';

/** No rider waits longer for another page that holds the database up. */
const openMilliseconds = 3_000;

/** In the browser's database; in memory, with a `problem`, in private windows and wherever it is blocked. */
export async function openIndexedDbStore(
  factory: DatabaseFactory | undefined,
  name: string,
): Promise<Store> {
  if (factory === undefined) return new MemoryStore(errorOf(new Error('there is no IndexedDB')));
  const store = new IndexedDbStore(factory, name);
  try {
    await store.open();
    return store;
  } catch (cause) {
    store.abandon();
    return new MemoryStore(errorOf(cause));
  }
}

/** What is said of a database that was closed without a word; the latter by Safari, when it was in the background. */
function wasClosed({ name, message }: Error): boolean {
  return name === 'InvalidStateError' || (name === 'UnknownError' && /connection/i.test(message));
}

class IndexedDbStore implements Store {
  readonly kind = 'indexeddb';
  private database: Database | undefined;
  /** What the browser has been asked for, and whether it was waited for in vain. */
  private opening: Promise<void> | undefined;
  private isHeldUp = false;
  private isAbandoned = false;
  /** Chromium closes the database when the disk is full, and then only says that it cannot open it. */
  private full: StorageError | undefined;

  constructor(
    private readonly factory: DatabaseFactory,
    private readonly name: string,
  ) {}

  /** Browsers close databases as they like: when they clear storage, when a page sleeps. Then it is opened anew. */
  async open(): Promise<Database> {
    if (this.database !== undefined) return this.database;
    this.opening ??= this.ask();
    // Who waits for what others have waited for in vain would make a rider wait once more.
    if (!this.isHeldUp) await this.within(this.opening);
    if (this.database === undefined) throw new Error('the browser does not open its database');
    return this.database;
  }

  /** Closes what is still to come: left open, it would hold up for good whoever wants to delete it. */
  abandon(): void {
    this.isAbandoned = true;
    this.close();
  }

  private async ask(): Promise<void> {
    try {
      const database = await openDatabase(this.factory, this.name);
      if (this.isAbandoned) database.close();
      else this.use(database);
    } finally {
      this.opening = undefined;
      this.isHeldUp = false;
    }
  }

  private within(opening: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.isHeldUp = true;
        // It may still fail, when nobody waits any more.
        opening.catch(() => {});
        resolve();
      }, openMilliseconds);
      opening.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return this.run('readonly', (store, done: (bytes: Uint8Array | undefined) => void) => {
      const request = store.get(name);
      request.onsuccess = () => {
        const value = request.result;
        done(value instanceof ArrayBuffer ? new Uint8Array(value) : undefined);
      };
    });
  }

  write(name: string, bytes: Uint8Array): Promise<void> {
    // Of its own: not all of what a view looks into.
    const { buffer } = bytes.slice();
    return this.run('readwrite', (store) => {
      store.put(buffer, name);
    });
  }

  remove(name: string): Promise<void> {
    return this.run('readwrite', (store) => {
      store.delete(name);
    });
  }

  takeLease(owner: string, now: number, milliseconds: number): Promise<boolean> {
    return this.run('readwrite', (store, done: (isTaken: boolean) => void) => {
      const request = store.get('lease');
      request.onsuccess = () => {
        const isFree = !isTaken(asLease(request.result), owner, now, milliseconds);
        done(isFree);
        if (isFree) store.put({ owner, until: now + milliseconds }, 'lease');
      };
    });
  }

  dropLease(owner: string): Promise<void> {
    return this.run('readwrite', (store) => {
      const request = store.get('lease');
      request.onsuccess = () => {
        if (asLease(request.result)?.owner === owner) store.delete('lease');
      };
    });
  }

  close(): void {
    this.database?.close();
    this.database = undefined;
  }

  private async run<T>(...args: TransactArguments<T>): Promise<T> {
    try {
      const result = await this.runOnce(...args).catch((cause) => {
        if (!wasClosed(cause)) throw cause;
        this.close();
        // Should it not open either, the first reason is the better one.
        return this.runOnce(...args).catch(() => {
          throw cause;
        });
      });
      this.full = undefined;
      return result;
    } catch (cause) {
      const error = errorOf(cause);
      if (error.code === 'STORAGE_FULL') this.full = error;
      throw this.database === undefined ? (this.full ?? error) : error;
    }
  }

  private async runOnce<T>(...args: TransactArguments<T>): Promise<T> {
    return transact(await this.open(), ...args);
  }

  private use(database: Database): void {
    this.database = database;
    const forget = () => {
      database.close();
      if (this.database === database) this.database = undefined;
    };
    // Another page wants to delete it: let go, and open it anew when it is needed.
    database.onversionchange = forget;
    database.onclose = forget;
  }
}

type TransactArguments<T> =
  Parameters<typeof transact<T>> extends [unknown, ...infer Rest] ? Rest : never;

function errorOf(cause: unknown): StorageError {
  const { name, message } = (cause ?? {}) as Error;
  // For a full quota Chromium has a name and nothing more to say; for a full disk no name of its own.
  const reason = message || name;
  if (name === 'QuotaExceededError' || /NO_SPACE/.test(message))
    return new StorageError('STORAGE_FULL', `The browser's storage is full: ${reason}`, { cause });
  return new StorageError('STORAGE_FAILED', `The browser does not keep anything: ${reason}`, {
    cause,
  });
}
