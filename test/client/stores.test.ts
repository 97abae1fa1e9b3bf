import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../src/client/memory-store';
import type { Store } from '../../src/client/store';
import { openFileStore } from '../../src/hosts/node/file-store';
import { tempFolder } from '../support/sites';

/*
 * What every store promises. IndexedDB keeps the same promises in Chromium: test/browser/open-stations.test.ts has
 * them there.
 */

describe.each([
  ['in memory', async (): Promise<Store> => new MemoryStore()],
  ['in files', () => openFileStore(join(tempFolder(), 'a', 'b'))],
])('a store %s', (_, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  it('keeps pieces by name, each replaced whole', async () => {
    expect(await store.read('one')).toBeUndefined();
    await store.write('one', Uint8Array.of(1, 2, 3));
    await store.write('two', new Uint8Array(100_000).fill(7));
    await store.write('one', Uint8Array.of(9));
    await store.write('none', new Uint8Array(0));
    expect(await store.read('one')).toEqual(Uint8Array.of(9));
    expect((await store.read('two'))?.length).toBe(100_000);
    expect(await store.read('none')).toEqual(new Uint8Array(0));
    await store.remove('one');
    await store.remove('one');
    expect(await store.read('one')).toBeUndefined();
  });

  it('keeps what was given, whatever becomes of the array', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const part = new Uint8Array(bytes.buffer, 1, 2);
    await store.write('one', part);
    bytes.fill(0);
    const read = await store.read('one');
    expect(read).toEqual(Uint8Array.of(2, 3));
    read!.fill(5);
    expect(await store.read('one')).toEqual(Uint8Array.of(2, 3));
  });

  it('writes at the same time leave one of them whole', async () => {
    const all = Array.from({ length: 20 }, (_, i) => new Uint8Array(10_000).fill(i));
    await Promise.all(all.map((bytes) => store.write('one', bytes)));
    const read = await store.read('one');
    expect(all).toContainEqual(read);
  });

  it('gives a lease to one of all that ask, until it ends, is given back, or a clock goes back', async () => {
    const now = 1e12;
    const owners = Array.from({ length: 20 }, (_, i) => `owner-${i}`);
    const taken = await Promise.all(owners.map((owner) => store.takeLease(owner, now, 1000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const owner = owners[taken.indexOf(true)]!;
    expect(await store.takeLease('other', now + 999, 1000)).toBe(false);
    expect(await store.takeLease(owner, now + 500, 1000)).toBe(true);
    expect(await store.takeLease('other', now + 1400, 1000)).toBe(false);
    expect(await store.takeLease('other', now + 1500, 1000)).toBe(true);
    await store.dropLease(owner);
    expect(await store.takeLease(owner, now + 1600, 1000)).toBe(false);
    await store.dropLease('other');
    expect(await store.takeLease(owner, now + 1600, 1000)).toBe(true);
    expect(await store.takeLease('other', now - 1e9, 1000)).toBe(true);
  });
});
