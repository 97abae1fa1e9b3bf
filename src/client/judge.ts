import { fromAscii, toAscii } from '../dataset/manifest/encodings';
import { isSame, readEnvelope } from '../dataset/manifest/envelope';
import { floorAfterRotation, keysAfter, splitStatements } from '../dataset/manifest/rotation';
import { judgePayload, type Verdict, verifyManifest } from '../dataset/manifest/verify-manifest';
import { InvalidManifestError } from '../errors';
import type { Policy, Trust } from './trust';

/*
 * Whom a device believes, as functions of bytes, keys and a clock. Nothing here is stored or fetched.
 */

/**
 * The memory after a file of keys was found (`undefined`: there is none). Never fewer changes than before, and none
 * other than before. What the file says of the time before the app's own keys is nobody's business.
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
  const statements = splitStatements(found).slice(policy.pinned.version);
  for (const [at, statement] of statements.slice(0, known.length).entries()) {
    if (isSame(statement, known[at]!)) continue;
    throw new InvalidManifestError(
      'EQUIVOCATION',
      `The statement of keys of version ${policy.pinned.version + at + 1} says something else than before`,
    );
  }
  if (statements.length <= known.length) return trust;
  const dataset = policy.dataset ?? trust.dataset;
  const keys = await keysAfter(statements, { ...policy.pinned, dataset });
  return {
    ...trust,
    // What was verified is ASCII.
    statements: statements.map((statement) => fromAscii(statement)!).join(''),
    floor: floorAfterRotation(trust.floor, keys),
  };
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
  const statements = splitStatements(toAscii(trust.statements));
  const current = await keysAfter(statements, { ...policy.pinned, dataset });
  const { keys, threshold } = current;
  return verifyManifest(bytes, { ...options, keys, threshold, dataset: current.dataset });
}
