import { sign } from '../../dataset/manifest/ed25519';
import {
  type Envelope,
  isSame,
  mostSignatures,
  signedBytes,
} from '../../dataset/manifest/envelope';
import { InvalidOptionError } from '../../errors';
import type { SigningKey } from './private-keys';

/** The envelope with a signature of each of these keys, in the order of the keys, each once. */
export async function addSignatures(
  envelope: Envelope,
  keys: readonly SigningKey[],
): Promise<Envelope> {
  const byKey = new Map(envelope.signatures.map((one) => [one.key, one]));
  const message = signedBytes(envelope);
  for (const { privateKey, publicKey } of keys) {
    const signature = await sign(message, privateKey);
    byKey.set(publicKey, { key: publicKey, signature });
  }
  if (byKey.size > mostSignatures)
    throw new InvalidOptionError('keys', byKey.size, `at most ${mostSignatures} signatures`);
  const signatures = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { ...envelope, signatures };
}

/** Those of the envelopes that are over this payload, as one with all their signatures. */
export function unite(fresh: Envelope, others: readonly (Envelope | undefined)[]): Envelope {
  const signatures = new Map(fresh.signatures.map((one) => [one.key, one]));
  for (const other of others) {
    if (other === undefined || !isSame(other.payload, fresh.payload)) continue;
    for (const one of other.signatures) signatures.set(one.key, one);
  }
  return { ...fresh, signatures: [...signatures.values()] };
}
