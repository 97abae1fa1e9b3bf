import { fromAscii, toAscii } from '../dataset/manifest/encodings';
import { isSame, readEnvelope } from '../dataset/manifest/envelope';
import {
  type CurrentKeys,
  floorAfterRotation,
  splitStatements,
  verifyRotation,
} from '../dataset/manifest/rotation';
import { judgePayload, type Verdict, verifyManifest } from '../dataset/manifest/verify-manifest';
import { InvalidManifestError } from '../errors';
import type { Policy, Trust } from './trust';

/*
 * Whom a device believes, as functions of bytes, keys and a clock. Nothing here is stored or fetched.
 */

/**
 * The memory after a file of keys was found (`undefined`: there is none). Never fewer changes than before, and none
 * other than before.
 *
 * @throws InvalidManifestError
 */
export async function learnKeys(
  found: Uint8Array | undefined,
  policy: Policy,
  trust: Trust,
): Promise<Trust> {
  if (policy.pinned === undefined || found === undefined) return trust;
  const known = splitStatements(toAscii(trust.statements));
  const statements = splitStatements(found);
  for (const [at, statement] of statements.slice(0, known.length).entries()) {
    if (isSame(statement, known[at]!)) continue;
    throw new InvalidManifestError(
      'EQUIVOCATION',
      `The statement of keys of version ${at + 1} says something else than before`,
    );
  }
  if (statements.length <= known.length) return trust;
  const before = await currentKeys(policy, trust);
  const keys = await verifyRotation(statements, pinnedFor(policy, trust));
  return {
    ...trust,
    statements: fromAscii(found)!,
    floor: keys.version > before.version ? floorAfterRotation(trust.floor, keys) : trust.floor,
  };
}

/** The keys that hold, after every change that is remembered. */
async function currentKeys(policy: Policy, trust: Trust): Promise<CurrentKeys> {
  return verifyRotation(splitStatements(toAscii(trust.statements)), pinnedFor(policy, trust));
}

function pinnedFor({ pinned, dataset }: Policy, trust: Trust) {
  return { ...pinned!, dataset: dataset ?? trust.dataset };
}

/** @throws InvalidManifestError */
export async function judgeManifest(
  bytes: Uint8Array,
  policy: Policy,
  trust: Trust,
  now: number,
): Promise<Verdict> {
  const { channel, sdkVersion } = policy;
  const dataset = policy.dataset ?? trust.dataset;
  const options = { channel, sdkVersion, now, floor: trust.floor };
  if (policy.pinned === undefined)
    return judgePayload(readEnvelope(bytes, 'manifest-v1').payload, { ...options, dataset });
  const { keys, threshold, dataset: stated } = await currentKeys(policy, trust);
  return verifyManifest(bytes, { ...options, keys, threshold, dataset: dataset ?? stated });
}
