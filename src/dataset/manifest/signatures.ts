import { InvalidManifestError } from '../../errors';
import { isSigned } from './ed25519';
import { fromHex } from './encodings';
import { type Envelope, signedBytes } from './envelope';
import type { KeySet } from './keys';

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
