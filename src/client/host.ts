import type { PackGeoJson } from './geojson-pack';
import type { Lock } from './lease';
import type { Store } from './store';
import type { Timing } from './timing';
import type { Transport } from './transport';

/** What a client needs of the place it runs in. */
export interface Host {
  /** When the first update begins: nothing of HTTP is loaded before. */
  loadTransport(): Promise<Transport>;
  /** Reads GeoJSON sources, where the host has what that takes. */
  loadGeoJson?(): Promise<{ readonly packGeoJson: PackGeoJson }>;
  /** A store of its own for each name; in memory, with a `problem`, where the host has nothing better. */
  openStore(name: string): Promise<Store>;
  /** A lock that pages or processes share, where the host has one; else a lease in the store. */
  lock?(name: string): Lock | undefined;
  /** Calls back when it is a good moment to look for something new. @returns stops it */
  watch?(onReturn: () => void): () => void;
  readonly sdkVersion: string;
  /** Milliseconds since 1970. */
  now(): number;
  readonly timing: Timing;
}
