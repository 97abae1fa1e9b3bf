import type { Store } from '../../src/client/store';

/*
 * What every store promises, said once for all of them: in memory, in files, and in a browser's database. No test
 * runner is imported, so that the same functions run in a page.
 */

export interface Clause {
  readonly name: string;
  /** Asks for what stores in memory cannot: that a place outlives what looks at it. */
  readonly isLasting?: true;
  /**
   * @param open opens the same place every time; it holds nothing at first
   * @throws Error when a promise is broken
   */
  check(open: () => Promise<Store>): Promise<void>;
}

const now = 1e12;

export const storeContract: readonly Clause[] = [
  {
    name: 'keeps pieces by name, each replaced whole',
    async check(open) {
      const store = await open();
      assertPiece(await store.read('one'), undefined);
      await store.write('one', Uint8Array.of(1, 2, 3));
      await store.write('two', new Uint8Array(100_000).fill(7));
      await store.write('one', Uint8Array.of(9));
      await store.write('none', new Uint8Array(0));
      assertPiece(await store.read('one'), Uint8Array.of(9));
      assertPiece(await store.read('two'), new Uint8Array(100_000).fill(7));
      assertPiece(await store.read('none'), new Uint8Array(0));
      await store.remove('one');
      await store.remove('one');
      assertPiece(await store.read('one'), undefined);
      assertPiece(await store.read('none'), new Uint8Array(0));
    },
  },
  {
    name: 'keeps what was given, whatever becomes of the array',
    async check(open) {
      const store = await open();
      const bytes = Uint8Array.of(1, 2, 3);
      const part = new Uint8Array(bytes.buffer, 1, 2);
      await store.write('one', part);
      bytes.fill(0);
      const read = await store.read('one');
      assertPiece(read, Uint8Array.of(2, 3));
      read!.fill(5);
      assertPiece(await store.read('one'), Uint8Array.of(2, 3));
    },
  },
  {
    name: 'writes at the same time leave one of them whole',
    async check(open) {
      const store = await open();
      const all = Array.from({ length: 20 }, (_, i) => new Uint8Array(10_000).fill(i));
      await Promise.all(all.map((bytes) => store.write('one', bytes)));
      const read = await store.read('one');
      assert(
        all.some((bytes) => isSame(read, bytes)),
        'none of them is whole',
      );
    },
  },
  {
    name: 'keeps a piece of 5 MB, and replaces it by another',
    async check(open) {
      const store = await open();
      for (const seed of [1, 2]) {
        await store.write('large', noise(5_000_000, seed));
        assertPiece(await store.read('large'), noise(5_000_000, seed));
      }
    },
  },
  {
    name: 'gives a lease to one of all that ask, until it ends, is given back, or a clock goes back',
    async check(open) {
      const store = await open();
      const owners = Array.from({ length: 20 }, (_, i) => `owner-${i}`);
      const taken = await Promise.all(owners.map((owner) => store.takeLease(owner, now, 1000)));
      assert(taken.filter(Boolean).length === 1, `${taken.filter(Boolean).length} got the lease`);
      const owner = owners[taken.indexOf(true)]!;
      await assertLease(store, owner, [
        ['other', 999, false],
        [owner, 500, true],
        ['other', 1400, false],
        ['other', 1500, true],
      ]);
      await store.dropLease(owner);
      await assertLease(store, owner, [[owner, 1600, false]]);
      await store.dropLease('other');
      await assertLease(store, owner, [
        [owner, 1600, true],
        ['other', -1e9, true],
      ]);
    },
  },
  {
    name: 'keeps pieces when it is closed and opened again',
    isLasting: true,
    async check(open) {
      const before = await open();
      await before.write('one', Uint8Array.of(1, 2, 3));
      await before.write('large', noise(200_000, 1));
      await before.write('gone', Uint8Array.of(4));
      await before.remove('gone');
      before.close();
      const after = await open();
      assertPiece(await after.read('one'), Uint8Array.of(1, 2, 3));
      assertPiece(await after.read('large'), noise(200_000, 1));
      assertPiece(await after.read('gone'), undefined);
    },
  },
  {
    name: 'shows what another one writes to the same place, and shares its lease',
    isLasting: true,
    async check(open) {
      const [one, two] = [await open(), await open()];
      await one.write('piece', Uint8Array.of(1));
      assertPiece(await two.read('piece'), Uint8Array.of(1));
      await two.write('piece', Uint8Array.of(2));
      assertPiece(await one.read('piece'), Uint8Array.of(2));
      await two.remove('piece');
      assertPiece(await one.read('piece'), undefined);

      const stores = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : two));
      const taken = await Promise.all(stores.map((store, i) => store.takeLease(`${i}`, now, 1000)));
      assert(taken.filter(Boolean).length === 1, `${taken.filter(Boolean).length} got the lease`);
      const owner = `${taken.indexOf(true)}`;
      await assertLease(one, owner, [['other', 999, false]]);
      await assertLease(two, owner, [['other', 999, false]]);
      await two.dropLease(owner);
      await assertLease(one, owner, [['other', 999, true]]);
      await assertLease(two, owner, [[owner, 999, false]]);
    },
  },
];

/** Asks for the lease again and again. */
async function assertLease(
  store: Store,
  holder: string,
  asked: readonly (readonly [owner: string, after: number, isGiven: boolean])[],
): Promise<void> {
  for (const [owner, after, isGiven] of asked) {
    const what = `${owner} asks ${after} ms after ${holder} got the lease`;
    assert((await store.takeLease(owner, now + after, 1000)) === isGiven, what);
  }
}

function assertPiece(actual: Uint8Array | undefined, expected: Uint8Array | undefined): void {
  assert(isSame(actual, expected), `${show(actual)} instead of ${show(expected)}`);
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

function show(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? 'nothing' : `${bytes.length} bytes (${bytes.slice(0, 8)}…)`;
}

function assert(value: boolean, otherwise: string): void {
  if (!value) throw new Error(otherwise);
}

/** Bytes that no storage packs into less. */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0, state = seed; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}
