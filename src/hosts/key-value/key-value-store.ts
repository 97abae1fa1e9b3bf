import { isTaken, type Lease, type Store } from '../../client/store';
import { concatBytes } from '../../dataset/bytes';
import { fromBase64, toBase64 } from '../../dataset/manifest/encodings';
import { StorageError } from '../../errors';
import type { KeyValue } from './key-value';

/*
 * Pieces of bytes as texts of limited length. A piece is a head, which says how many parts there are, and the parts.
 * Several parts have a head that says so only once all of them are there, so that a piece whose writing was cut off is
 * none, and what it left is known. What is current, and that something is left when a piece is lost, is the business of
 * the client, which seals what it writes and keeps two generations: a second copy of either would not fit into the 10 MB
 * of a mini-program.
 */

/** A store in these keys: `prefix`, the name of a piece, the number of a part. */
export function keyValueStore(keyValue: KeyValue, prefix: string): Store {
  return new KeyValueStore(keyValue, prefix, commonOf(keyValue, prefix));
}

/** What all stores in the same keys share: one engine alone uses the storage of an app. */
interface Common {
  lease: Lease | undefined;
  /** The end of the last piece of work with each name: one after the other. */
  readonly queues: Map<string, Promise<unknown>>;
}

const commons = new WeakMap<KeyValue, Map<string, Common>>();

function commonOf(keyValue: KeyValue, prefix: string): Common {
  const byPrefix = commons.get(keyValue) ?? new Map<string, Common>();
  commons.set(keyValue, byPrefix);
  const common = byPrefix.get(prefix) ?? { lease: undefined, queues: new Map() };
  byPrefix.set(prefix, common);
  return common;
}

/** Bytes in a text of so many characters of base64. */
function partBytesOf({ mostCharacters }: KeyValue): number {
  return Math.floor(mostCharacters / 4) * 3;
}

class KeyValueStore implements Store {
  readonly kind: string;

  constructor(
    private readonly keyValue: KeyValue,
    private readonly prefix: string,
    private readonly common: Common,
  ) {
    this.kind = keyValue.kind;
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return this.inTurn(name, async () => {
      const { parts, isWhole: isThere } = await this.headOf(name);
      if (!isThere) return undefined;
      const texts = await Promise.all(
        Array.from({ length: parts }, (_, i) => this.keyValue.get(this.keyOf(name, i))),
      );
      const isWhole = texts.every((text) => text !== undefined);
      return isWhole ? concatBytes(texts.map((text) => fromBase64(text!))) : undefined;
    });
  }

  write(name: string, bytes: Uint8Array): Promise<void> {
    const partBytes = partBytesOf(this.keyValue);
    const count = Math.max(1, Math.ceil(bytes.length / partBytes));
    // Copied before anything is waited for: the caller may use the array for something else.
    const texts = Array.from({ length: count }, (_, i) =>
      toBase64(bytes.subarray(i * partBytes, (i + 1) * partBytes)),
    );
    return this.inTurn(name, async () => {
      const before = (await this.headOf(name)).parts;
      // A single part is replaced as one text; several are not there until all of them are.
      const isLong = before > 1 || count > 1;
      if (isLong) await this.set(this.keyOf(name), `-${Math.max(before, count)}`);
      try {
        for (const [i, text] of texts.entries()) await this.set(this.keyOf(name, i), text);
        // Before the head forgets them: whoever is cut off in between would leave them for good.
        await this.dropParts(name, count, before);
        await this.set(this.keyOf(name), `${count}`);
      } catch (error) {
        // What could not be kept whole takes no room; least of all from what comes next.
        if (isLong) await this.dropParts(name, 0, Math.max(before, count));
        throw error;
      }
    });
  }

  remove(name: string): Promise<void> {
    return this.inTurn(name, async () => {
      const before = (await this.headOf(name)).parts;
      // The head last: without a part it is no piece, and still says what there is to remove.
      await this.dropParts(name, 0, before);
      await this.keyValue.remove(this.keyOf(name));
    });
  }

  async takeLease(owner: string, now: number, milliseconds: number): Promise<boolean> {
    if (isTaken(this.common.lease, owner, now, milliseconds)) return false;
    this.common.lease = { owner, until: now + milliseconds };
    return true;
  }

  async dropLease(owner: string): Promise<void> {
    if (this.common.lease?.owner === owner) this.common.lease = undefined;
  }

  close(): void {}

  private keyOf(name: string, part?: number): string {
    return `${this.prefix}${name}${part === undefined ? '' : `.${part}`}`;
  }

  /** How many parts there may be, and whether they are a piece. */
  private async headOf(name: string): Promise<{ parts: number; isWhole: boolean }> {
    const head = (await this.keyValue.get(this.keyOf(name))) ?? '';
    const [, sign, parts] = /^(-?)(\d{1,6})$/.exec(head) ?? [];
    return { parts: Number(parts ?? 0), isWhole: sign === '' };
  }

  private async set(key: string, text: string): Promise<void> {
    try {
      await this.keyValue.set(key, text);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const isFull = /exceed|full|quota|space|too (big|large)|limit|超限|上限|已满/i.test(reason);
      throw new StorageError(
        isFull ? 'STORAGE_FULL' : 'STORAGE_FAILED',
        `Cannot keep stations on this device: ${reason}`,
        { cause },
      );
    }
  }

  private async dropParts(name: string, from: number, to: number): Promise<void> {
    for (let i = from; i < to; i++) await this.keyValue.remove(this.keyOf(name, i)).catch(() => {});
  }

  private inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const { queues } = this.common;
    const result = (queues.get(name) ?? Promise.resolve()).then(work);
    const settled = result.then(
      () => {},
      () => {},
    );
    queues.set(name, settled);
    return result;
  }
}
