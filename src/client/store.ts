/**
 * Where a device keeps stations: named pieces of bytes. What is written together with what, and what is current, is
 * the client's business, so that every host keeps the same promises: see `Keeper`.
 */
export interface Store {
  /** `files`, `indexeddb`, `memory`, …: for `status()`. */
  readonly kind: string;
  /** Why stations are only in memory, where a host would rather keep them. */
  readonly problem?: Error | undefined;
  /** The piece of this name; `undefined` when there is none. */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * Keeps a piece: whole or not at all, and for good once the promise resolves.
   *
   * @throws StorageError
   */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /**
   * Takes a lease that others respect until it ends, or takes it again. One of all that ask at once gets it.
   *
   * @param owner tells those that ask apart
   * @param now milliseconds since 1970
   * @returns whether it was free, ended, or ours already
   */
  takeLease(owner: string, now: number, milliseconds: number): Promise<boolean>;
  /** Gives the lease back, if it is still this owner's. */
  dropLease(owner: string): Promise<void>;
  close(): void;
}

/** What a store writes down of a lease. */
export interface Lease {
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The lease that a store has found; `undefined` when it is none that we have written. */
export function asLease(found: unknown): Lease | undefined {
  const { owner, until } = (found ?? {}) as Partial<Lease>;
  return typeof owner === 'string' && typeof until === 'number' ? { owner, until } : undefined;
}

/** Whether a lease that is written down keeps `owner` from taking it. */
export function isTaken(
  lease: Lease | undefined,
  owner: string,
  now: number,
  milliseconds: number,
): boolean {
  if (lease === undefined || lease.owner === owner) return false;
  // One that ends later than any that is taken now was written by a clock that has since been put back.
  return now < lease.until && lease.until <= now + milliseconds;
}
