import { describe, expect, it } from 'vitest';
import type { KeyValue } from '../../src/hosts/key-value/key-value';
import { keyValueStore } from '../../src/hosts/key-value/key-value-store';
import { fingerprint, makeRig } from '../support/device';

/* A phone may die between any two writes. What it then finds is each state that its storage was in, one by one. */

type Entries = ReadonlyMap<string, string>;

/** Texts by key, and every state that they were in. */
class Journal implements KeyValue {
  readonly kind = 'journal';
  states: Entries[] = [];
  private entries: Map<string, string>;

  constructor(
    readonly mostCharacters: number,
    entries: Entries = new Map(),
  ) {
    this.entries = new Map(entries);
  }

  get keys(): string[] {
    return [...this.entries.keys()].sort();
  }

  async get(key: string): Promise<string | undefined> {
    return this.entries.get(key);
  }

  async set(key: string, text: string): Promise<void> {
    expect(text.length).toBeLessThanOrEqual(this.mostCharacters);
    this.entries.set(key, text);
    this.states.push(new Map(this.entries));
  }

  async remove(key: string): Promise<void> {
    this.entries.delete(key);
    this.states.push(new Map(this.entries));
  }
}

const pieceOf = (length: number, fill: number) => new Uint8Array(length).fill(fill);
const lengths = [0, 5, 30, 31, 95];

describe('a piece whose writing was cut off', () => {
  it.each(lengths.flatMap((before) => lengths.map((after) => [before, after] as const)))(
    'is the one of %i bytes, that of %i, or none; and what it left is gone with the next',
    async (before, after) => {
      const journal = new Journal(40);
      const store = keyValueStore(journal, 'y-');
      await store.write('piece', pieceOf(before, 1));
      const whole = journal.states.length;
      await store.write('piece', pieceOf(after, 2));
      const states = journal.states.slice(whole - 1);
      expect(states.length).toBeGreaterThan(1);
      for (const state of states) {
        const left = new Journal(40, state);
        const again = keyValueStore(left, 'y-');
        const read = await again.read('piece');
        if (read !== undefined)
          expect([pieceOf(before, 1), pieceOf(after, 2)]).toContainEqual(read);
        await again.write('piece', pieceOf(3, 3));
        expect(left.keys).toEqual(['y-piece', 'y-piece.0']);
        await again.remove('piece');
        expect(left.keys).toEqual([]);
      }
    },
  );
});

describe('an update that is cut off at any of its writes', () => {
  it.each([4_000, 190_000])(
    'leaves the stations from before it or after it, in parts of %i characters',
    async (mostCharacters) => {
      let journal = new Journal(mostCharacters);
      const openStore = async () => keyValueStore(journal, 'y-');
      const rig = await makeRig({ host: { openStore } });
      const before = fingerprint(rig.client.stations);
      journal.states = [];
      await rig.client.refresh();
      const after = fingerprint(rig.client.stations);
      expect(after).not.toBe(before);
      const { states } = journal;
      expect(states.length).toBeGreaterThan(3);
      await rig.server.stop();
      const found = new Set<string>();
      for (const state of states) {
        journal = new Journal(mostCharacters, state);
        const again = await rig.open();
        expect(again.status().source).toMatch(/^(device|previous)$/);
        found.add(fingerprint(again.stations));
        again.close();
      }
      expect(found).toEqual(new Set([before, after]));
    },
  );
});
