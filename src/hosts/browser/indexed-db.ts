/* The part of IndexedDB that is used here. The compiler knows no DOM. */

export interface DatabaseFactory {
  open(name: string, version: number): OpenRequest;
}

interface DatabaseRequest {
  readonly result: unknown;
  readonly error: Error | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

interface OpenRequest extends DatabaseRequest {
  readonly result: Database;
  onupgradeneeded: (() => void) | null;
  onblocked: (() => void) | null;
}

export interface Database {
  createObjectStore(name: string): unknown;
  transaction(
    names: string,
    mode: 'readonly' | 'readwrite',
    options: { durability: 'strict' | 'relaxed' },
  ): Transaction;
  close(): void;
  onversionchange: (() => void) | null;
  onclose: (() => void) | null;
}

interface Transaction {
  objectStore(name: string): ObjectStore;
  readonly error: Error | null;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
  abort(): void;
}

export interface ObjectStore {
  get(key: string): DatabaseRequest;
  put(value: unknown, key: string): DatabaseRequest;
  delete(key: string): DatabaseRequest;
}

const objects = 'pieces';

/**
 * Resolves when the browser opens it: another page can hold that up for as long as it likes.
 *
 * @throws what the browser says
 */
export function openDatabase(factory: DatabaseFactory, name: string): Promise<Database> {
  return new Promise((resolve, reject) => {
    // Throws at once where a page may have no storage at all.
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(objects);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * One transaction, on the disk when the promise resolves. `work` begins its requests and must not wait for anything
 * else.
 */
export function transact<T>(
  database: Database,
  mode: 'readonly' | 'readwrite',
  work: (store: ObjectStore, done: (result: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(objects, mode, { durability: 'strict' });
    let result: T;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('the transaction was aborted'));
    work(transaction.objectStore(objects), (value) => {
      result = value;
    });
  });
}
