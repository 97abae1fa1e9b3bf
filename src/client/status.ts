import type { YizhanError } from '../errors';
import type { Changes } from './changes';
import type { Source } from './current';
import type { Origin } from './generation';
import type { Phase } from './phases';

/** What a client has and what it is doing; on the device only, nobody else is told. */
export interface ClientStatus {
  readonly phase: Phase;
  /** Where the stations that answer now came from, this time; `none`: there are none yet. */
  readonly source: Source;
  /** Which file they were made of; `undefined` for a pack that came with the app. */
  readonly origin: Origin | undefined;
  /**
   * Whether what answers was signed by keys that the app believes, or came with it. `false`: signatures are not asked
   * for (`unsigned`), or these were kept under keys that the app no longer has, and go with the next update.
   */
  readonly signed: boolean;
  readonly stations: number;
  /** How many generations this device has had. */
  readonly generation: number | undefined;
  readonly dataset: string | undefined;
  readonly sequence: number | undefined;
  readonly published: Date | undefined;
  readonly expires: Date | undefined;
  /** They have expired, and are served all the same. */
  readonly stale: boolean;
  readonly packs: readonly string[];
  /** Records of a GeoJSON file that are no stations. */
  readonly skipped: number;
  /** Where they are kept. `problem`: why in memory only, until the app is closed. */
  readonly storage: { readonly kind: string; readonly problem: Error | undefined };
  /** When a source last answered, by the device's clock. */
  readonly lastCheck: Date | undefined;
  /** Of the last update, if it failed; gone with the next one that does not. */
  readonly lastError: YizhanError | undefined;
}

/** What `client.on` tells. */
export interface ClientEvents {
  /** Other stations answer from now on. Ids, in their order. */
  update: Changes & { readonly status: ClientStatus };
  /** Any part of the status has changed. */
  status: ClientStatus;
  /** An update failed that nobody waits for, or a listener threw. */
  error: YizhanError;
}
