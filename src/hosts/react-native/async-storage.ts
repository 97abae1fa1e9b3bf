import { InvalidOptionError } from '../../errors';
import type { KeyValue } from '../key-value/key-value';

/** What `@react-native-async-storage/async-storage` is, and whatever looks like it. */
export interface AsyncStorageLike {
  getItem(key: string): Promise<string | null | undefined>;
  setItem(key: string, value: string): Promise<unknown>;
  removeItem(key: string): Promise<unknown>;
}

/**
 * Android reads an entry through a window of 2 MB, and cannot read back a larger one that it has taken (async-storage issue
 * 617); characters may take two bytes there.
 */
const mostCharacters = 500_000;

/** One for each storage: what is under way in one store concerns all of them. */
const known = new WeakMap<AsyncStorageLike, KeyValue>();

/** @throws InvalidOptionError */
export function readStorage(storage: unknown): KeyValue {
  if (!isStorage(storage))
    throw new InvalidOptionError(
      'storage',
      storage,
      'an AsyncStorage: an object with getItem, setItem and removeItem',
    );
  const keyValue = known.get(storage) ?? keyValueOf(storage);
  known.set(storage, keyValue);
  return keyValue;
}

function isStorage(storage: unknown): storage is AsyncStorageLike {
  const { getItem, setItem, removeItem } = (storage ?? {}) as Partial<AsyncStorageLike>;
  return [getItem, setItem, removeItem].every((member) => typeof member === 'function');
}

// `async`, so that a storage that answers at once, such as MMKV's, will do.
function keyValueOf(storage: AsyncStorageLike): KeyValue {
  return {
    kind: 'async-storage',
    mostCharacters,
    get: async (key) => (await storage.getItem(key)) ?? undefined,
    set: async (key, text) => {
      await storage.setItem(key, text);
    },
    remove: async (key) => {
      await storage.removeItem(key);
    },
  };
}
