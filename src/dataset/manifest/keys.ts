import { InvalidOptionError } from '../../errors';

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
