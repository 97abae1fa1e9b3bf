import type { KeySet } from '../dataset/manifest/keys';
import type { SequenceFloor } from '../dataset/manifest/verify-manifest';

/** What the app says. */
export interface Policy {
  /** `undefined`: nobody's signature is asked for. */
  readonly pinned: (KeySet & { readonly version: number }) | undefined;
  readonly dataset: string | undefined;
  readonly channel: string;
  readonly sdkVersion: string;
}

/** What the device remembers. */
export interface Trust {
  /** The keys the app was built with when this was written: other ones begin anew. */
  readonly pinned: string;
  /** The changes of keys that were accepted, as they came; ASCII. */
  readonly statements: string;
  readonly floor?: SequenceFloor | undefined;
  /** Of the first manifest that was accepted. */
  readonly dataset?: string | undefined;
}

/** What a policy's keys are known by. */
function fingerprint({ pinned }: Policy): string {
  if (pinned === undefined) return 'unsigned';
  return `${pinned.version}:${pinned.threshold}:${[...pinned.keys].sort().join()}`;
}

/**
 * What the device remembers, as far as it counts under the app's policy. An app that comes with other keys says so
 * with more authority than anything that was signed by the old ones.
 */
export function trustUnder(policy: Policy, trust: Trust | undefined): Trust {
  const pinned = fingerprint(policy);
  return trust?.pinned === pinned ? trust : { pinned, statements: '' };
}
