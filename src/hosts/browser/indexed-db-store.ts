import { MemoryStore } from '../../client/memory-store';
import { asLease, isTaken, type Store } from '../../client/store';
import { StorageError } from '../../errors';
import { type Database, type DatabaseFactory, openDatabase, transact } from './indexed-db';

/** In the browser's database; in memory, with a `problem`, in private windows and wherever it is blocked. */
export async function openIndexedDbStore(
  factory: DatabaseFactory | undefined,
  name: string,
): Promise<Store> {
  try {
    if (factory === undefined) throw new Error('there is no IndexedDB');
    return new IndexedDbStore(factory, name, await openDatabase(factory, name));
  } catch (cause) {
    return new MemoryStore(errorOf(cause));
  }
}

/** What is said of a database that was closed without a word. */
const closedNames = ['InvalidStateError', 'UnknownError'];

class IndexedDbStore implements Store {
  readonly kind = 'indexeddb';
  private database: Database | undefined;

  constructor(
    private readonly factory: DatabaseFactory,
    private readonly name: string,
    database: Database,
  ) {
    this.use(database);
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
      return await this.runOnce(...args).catch((cause) => {
        if (!closedNames.includes((cause as Error).name)) throw cause;
        this.close();
        return this.runOnce(...args);
      });
    } catch (cause) {
      throw errorOf(cause);
    }
  }

  /** Browsers close databases as they like: when they clear storage, when a page sleeps. */
  private async runOnce<T>(...args: TransactArguments<T>): Promise<T> {
    if (this.database === undefined) this.use(await openDatabase(this.factory, this.name));
    return transact(this.database!, ...args);
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
