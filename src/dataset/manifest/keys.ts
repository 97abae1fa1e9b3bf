import { InvalidManifestError, InvalidOptionError } from '../../errors';
import { isSigned } from './ed25519';
import { fromHex } from './encodings';
import { type Envelope, signedBytes } from './envelope';

/** Who may sign: at least `threshold` of these keys. */
export interface KeySet {
  /** Public Ed25519 keys, 64 lower-case hexadecimal digits each. */
  readonly keys: readonly string[];
  readonly threshold: number;
}

/** Old and new ones together sign a change of keys, and an envelope has 16 signatures. */
export const mostKeys = 8;

/**
 * Keys as an app states them, checked for their form and in lower case. Whether they are points of the curve that
 * can sign comes out when one has signed: an app pays for that once.
 *
 * @param threshold default 1
 * @throws InvalidOptionError when a key is none, is there twice, or the threshold cannot be met
 */
export function readKeySet(keys: unknown, threshold: unknown = 1): KeySet {
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > mostKeys)
    throw new InvalidOptionError('keys', keys, `a list of 1 to ${mostKeys} public keys`);
  const read = keys.map((key: unknown) => {
    const lower = typeof key === 'string' ? key.toLowerCase() : '';
    if (!/^[0-9a-f]{64}$/.test(lower))
      throw new InvalidOptionError('keys', key, 'Ed25519 public keys of 64 hexadecimal digits');
    return lower;
  });
  if (new Set(read).size < read.length)
    throw new InvalidOptionError('keys', keys, 'distinct public keys');
  if (
    !Number.isInteger(threshold) ||
    (threshold as number) < 1 ||
    (threshold as number) > keys.length
  )
    throw new InvalidOptionError('threshold', threshold, `a whole number from 1 to ${keys.length}`);
  return { keys: read, threshold: threshold as number };
}

/** How many of the set's keys have signed. */
export function signersAmong({ signatures }: Envelope, { keys }: KeySet): number {
  // An envelope has at most one signature of each key.
  return signatures.filter(({ key }) => keys.includes(key)).length;
}

/**
 * @param whose `pinned`, `old`, `new`: for the message
 * @throws InvalidManifestError `UNSIGNED`, `UNKNOWN_KEY`, `THRESHOLD_NOT_MET`
 */
export function checkThreshold(envelope: Envelope, set: KeySet, whose: string): void {
  const { signatures } = envelope;
  if (signatures.length === 0)
    throw new InvalidManifestError('UNSIGNED', 'There is no signature at all');
  const known = signersAmong(envelope, set);
  if (known === 0)
    throw new InvalidManifestError(
      'UNKNOWN_KEY',
      `None of the ${whose} keys has signed, but ${signatures.map(({ key }) => shortKey(key)).join(', ')}`,
    );
  if (known < set.threshold)
    throw new InvalidManifestError(
      'THRESHOLD_NOT_MET',
      `${known} of the ${whose} keys signed, ${set.threshold} have to`,
    );
}

/**
 * Every signature has to be right, those of keys we do not know as well: then no bit of the file can be changed
 * unnoticed.
 *
 * @throws InvalidManifestError `BAD_SIGNATURE`
 */
export async function checkSignatures(envelope: Envelope): Promise<void> {
  const message = signedBytes(envelope);
  for (const { key, signature } of envelope.signatures) {
    if (await isSigned(message, signature, fromHex(key))) continue;
    throw new InvalidManifestError(
      'BAD_SIGNATURE',
      `The signature of ${shortKey(key)} is not over these bytes`,
    );
  }
}

/** Enough of a key for a person to recognise it. */
export function shortKey(key: string): string {
  return `${key.slice(0, 8)}…`;
}
