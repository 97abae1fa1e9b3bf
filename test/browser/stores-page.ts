import type { DatabaseFactory } from '../../src/hosts/browser/indexed-db';
import { openIndexedDbStore } from '../../src/hosts/browser/indexed-db-store';
import { storeContract } from '../support/store-contract';

/* Runs in a page: a clause of the contract by its name, against a database of its own. */

Object.assign(globalThis, {
  async check(name: string): Promise<void> {
    const { indexedDB } = globalThis as unknown as { indexedDB: DatabaseFactory };
    const clause = storeContract.find((one) => one.name === name)!;
    await clause.check(async () => {
      const store = await openIndexedDbStore(indexedDB, name);
      if (store.problem !== undefined) throw store.problem;
      return store;
    });
  },
});
