import type { AbortSignalLike } from './abort';
import type { Store } from './store';
import type { Timing } from './timing';
import { abortError, pause } from './waiting';

/**
 * One of all the pages, tabs and processes that share a store does something at a time.
 *
 * @param isMoot asked while waiting: whether there is nothing left to wait for
 * @returns `undefined` when it was moot
 */
export type Lock = <T>(
  signal: AbortSignalLike,
  work: () => Promise<T>,
  isMoot: () => Promise<boolean>,
) => Promise<T | undefined>;

/**
 * By a lease in the store itself. Who dies with it keeps the others waiting until it ends; who sleeps through its end
 * finds out before anything is written, for the state has changed by then. So a store that fails at leases does no harm:
 * two may do the same work, and one of them finds it done.
 */
export function leaseLock(store: Store, { leaseMilliseconds }: Timing, now: () => number): Lock {
  const owner = `${now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const take = () => store.takeLease(owner, now(), leaseMilliseconds).catch(() => true);
  return async (signal, work, isMoot) => {
    for (let wait = 20; !(await take()); wait = Math.min(2 * wait, 500)) {
      if (await isMoot()) return undefined;
      await pause(wait, signal);
    }
    let renewing: Promise<unknown> = Promise.resolve();
    const renewal = setInterval(() => {
      renewing = take();
    }, leaseMilliseconds / 3);
    try {
      if (signal.aborted) throw abortError(signal);
      return await work();
    } finally {
      clearInterval(renewal);
      // One that is being renewed would be there again.
      await renewing;
      await store.dropLease(owner).catch(() => {});
    }
  };
}
