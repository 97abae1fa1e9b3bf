import { isTaken, type Lease, type Store } from './store';

/** Keeps stations until the page or process ends. */
export class MemoryStore implements Store {
  readonly kind = 'memory';
  private readonly pieces: Map<string, Uint8Array>;
  private lease: Lease | undefined;

  /**
   * @param problem why nothing better is used
   * @param pieces what could be read of it all the same
   */
  constructor(
    readonly problem?: Error,
    pieces: Iterable<[string, Uint8Array]> = [],
  ) {
    this.pieces = new Map(pieces);
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    return this.pieces.get(name)?.slice();
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    this.pieces.set(name, bytes.slice());
  }

  async remove(name: string): Promise<void> {
    this.pieces.delete(name);
  }

  async takeLease(owner: string, now: number, milliseconds: number): Promise<boolean> {
    if (isTaken(this.lease, owner, now, milliseconds)) return false;
    this.lease = { owner, until: now + milliseconds };
    return true;
  }

  async dropLease(owner: string): Promise<void> {
    if (this.lease?.owner === owner) this.lease = undefined;
  }

  close(): void {}
}
