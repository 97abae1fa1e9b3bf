import { join } from 'node:path';
import { describe, it } from 'vitest';
import { MemoryStore } from '../../src/client/memory-store';
import { openFileStore } from '../../src/hosts/node/file-store';
import { tempFolder } from '../support/sites';
import { storeContract } from '../support/store-contract';

/* IndexedDB keeps the same contract in Chromium: test/browser/stores.test.ts. */

describe('a store in memory', () => {
  it.each(storeContract.filter(({ isLasting }) => !isLasting))('$name', ({ check }) =>
    check(async () => new MemoryStore()),
  );
});

describe('a store in files', () => {
  it.each(storeContract)('$name', ({ check }) => {
    const folder = join(tempFolder(), 'a', 'b');
    return check(() => openFileStore(folder));
  });
});
