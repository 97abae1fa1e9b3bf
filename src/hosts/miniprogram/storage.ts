import type { KeyValue } from '../key-value/key-value';
import { type Callbacks, type MiniProgramApi, messageOf } from './api';

/** Alipay's limit for one key is 200 KB of text, WeChat's 1 MB; both keep 10 MB in all. With room for a key's name. */
const mostCharacters = 190_000;

/** One for each platform's object: what is under way in one store concerns all of them. */
const known = new WeakMap<MiniProgramApi, KeyValue>();

/** The platform's storage as texts by key. */
export function apiStorage(api: MiniProgramApi): KeyValue {
  const keyValue = known.get(api) ?? makeStorage(api);
  known.set(api, keyValue);
  return keyValue;
}

function makeStorage(api: MiniProgramApi): KeyValue {
  return {
    kind: 'mini-program',
    mostCharacters,
    async get(key) {
      try {
        const { data } = await call<{ readonly data?: unknown }>((callbacks) =>
          api.getStorage({ key, ...callbacks }),
        );
        return typeof data === 'string' ? data : undefined;
      } catch (error) {
        // WeChat takes what is not there for a failure; Alipay gives null.
        if (/not found/i.test((error as Error).message)) return undefined;
        throw error;
      }
    },
    async set(key, text) {
      await call((callbacks) => api.setStorage({ key, data: text, ...callbacks }));
    },
    async remove(key) {
      await call((callbacks) => api.removeStorage({ key, ...callbacks }));
    },
  };
}

/** A call with callbacks as a promise. */
function call<T>(run: (callbacks: Required<Callbacks<T>>) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    run({ success: resolve, fail: (error) => reject(new Error(messageOf(error ?? {}))) });
  });
}
