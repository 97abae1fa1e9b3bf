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

/** What the device remembers of whom to believe, under the keys of one app. */
export interface Trust {
  /** The keys the app was built with. Under other ones nothing of this counts. */
  readonly pinned: string;
  /** The changes of those keys that were accepted, as they came; ASCII. */
  readonly statements: string;
  readonly floor?: SequenceFloor | undefined;
  /** Of the first manifest that was accepted. */
  readonly dataset?: string | undefined;
}

/** Of a device that has seen nothing yet under the app's keys. */
export function noTrust({ pinned }: Policy): Trust {
  const fingerprint =
    pinned === undefined
      ? 'unsigned'
      : `${pinned.version}:${pinned.threshold}:${[...pinned.keys].sort().join()}`;
  return { pinned: fingerprint, statements: '' };
}

/** What is remembered under the app's keys, of all that is written down. */
export function trustAmong(policy: Policy, trusts: readonly (Trust | undefined)[]): Trust {
  const none = noTrust(policy);
  return trusts.reduce<Trust>(
    (best, one) => (one?.pinned === none.pinned ? union(best, one) : best),
    none,
  );
}

/** What two memories under the same keys know together. */
function union(one: Trust, other: Trust): Trust {
  // The next keys were named by those before, and say how far back it may go.
  if (one.statements.length !== other.statements.length)
    return one.statements.length > other.statements.length ? one : other;
  return {
    ...one,
    floor: higher(one.floor, other.floor),
    dataset: one.dataset ?? other.dataset,
  };
}

function higher(
  one: SequenceFloor | undefined,
  other: SequenceFloor | undefined,
): SequenceFloor | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const { sequence, payloadSha256 } = other.sequence > one.sequence ? other : one;
  return { sequence, payloadSha256, signedTime: Math.max(one.signedTime, other.signedTime) };
}
