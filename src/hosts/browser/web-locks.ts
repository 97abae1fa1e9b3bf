import type { Lock } from '../../client/lease';
import { abortError } from '../../client/waiting';
import { withPlatformSignal } from '../platform-signal';

export interface LockManager {
  request<T>(name: string, options: { signal: AbortSignal }, run: () => Promise<T>): Promise<T>;
}

/** The browser's own locks: one tab at a time, and the next one the moment it is closed. */
export function webLock(manager: LockManager, name: string): Lock {
  return async (signal, work) => {
    let isBegun = false;
    try {
      return await withPlatformSignal(signal, (own) =>
        manager.request(name, { signal: own }, () => {
          isBegun = true;
          return work();
        }),
      );
    } catch (error) {
      throw !isBegun && signal.aborted ? abortError(signal) : error;
    }
  };
}
