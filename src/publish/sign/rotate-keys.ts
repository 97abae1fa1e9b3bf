import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isPublicKey } from '../../dataset/manifest/ed25519';
import { fromHex } from '../../dataset/manifest/encodings';
import { type Envelope, readEnvelope } from '../../dataset/manifest/envelope';
import { type KeySet, readKeySet } from '../../dataset/manifest/keys';
import { readPayload } from '../../dataset/manifest/read-payload';
import {
  type CurrentKeys,
  joinStatements,
  type KeysPayload,
  type PinnedKeys,
  readKeysPayload,
  verifyRotation,
  writeKeysPayload,
} from '../../dataset/manifest/rotation';
import { checkSignatures, signersAmong } from '../../dataset/manifest/signatures';
import { InvalidOptionError } from '../../errors';
import { writeOurFile } from '../files/write-file';
import { instantOf } from '../site/instant';
import { PublishError } from '../site/publish-error';
import {
  keysFile,
  partialKeysFile,
  readEnvelopeFile,
  readLivePayload,
  readStatements,
  writeEnvelopeFile,
} from '../site/site-folder';
import { addSignatures } from './add-signatures';
import type { SigningKey } from './private-keys';

/** The keys that are to sign from now on. */
export interface NewKeys extends KeySet {
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  /** @default the sequence number of the site's manifest, so that nothing older is taken back */
  readonly sequenceFloor?: number | undefined;
}

/** A change of keys, as far as it is signed. */
export interface Rotation {
  readonly payload: KeysPayload;
  readonly old: { readonly signed: number; readonly needed: number };
  readonly new: { readonly signed: number; readonly needed: number };
  /** Whether both are enough, so that it is in `keys.json`. */
  readonly isPublished: boolean;
}

/**
 * Signs a change of keys: a new one, or the one in `keys.partial.json` that others have begun. It goes to `keys.json`
 * once enough of the old and enough of the new keys have signed.
 *
 * @param pinned the keys that apps are built with
 * @param next left out to sign what others have begun
 * @throws PublishError `SITE_UNREADABLE`; InvalidManifestError when a file of the site is damaged; InvalidOptionError
 */
export async function rotateKeys(
  folder: string,
  pinned: PinnedKeys & { readonly dataset: string },
  next: NewKeys | undefined,
  keys: readonly SigningKey[],
): Promise<Rotation> {
  const statements = await readStatements(folder);
  const current = await verifyRotation(statements, pinned);
  const begun = await readEnvelopeFile(folder, partialKeysFile, 'keys-v1');
  const proposed =
    next === undefined
      ? checkBegun(begun, current, folder)
      : await propose(folder, pinned, current, next);
  checkSigners(keys, [...current.keys, ...readKeysPayload(proposed.payload).keys]);
  const envelope = await addSignatures(proposed, keys);
  await checkSignatures(envelope);
  const payload = readKeysPayload(envelope.payload);
  const old = { signed: signersAmong(envelope, current), needed: current.threshold };
  const fresh = { signed: signersAmong(envelope, payload), needed: payload.threshold };
  const isPublished = old.signed >= old.needed && fresh.signed >= fresh.needed;
  if (isPublished) {
    const all = statements.map((bytes) => readEnvelope(bytes, 'keys-v1'));
    await writeOurFile(join(folder, keysFile), joinStatements([...all, envelope]));
    await rm(join(folder, partialKeysFile), { force: true });
  } else {
    await writeEnvelopeFile(folder, partialKeysFile, envelope);
  }
  return { payload, old, new: fresh, isPublished };
}

/** A signature that counts for nothing is a key taken for another. */
function checkSigners(keys: readonly SigningKey[], allowed: readonly string[]): void {
  for (const { publicKey } of keys)
    if (!allowed.includes(publicKey))
      throw new InvalidOptionError('key', publicKey, `an old or new key: ${allowed.join(', ')}`);
}

function checkBegun(
  begun: Envelope | undefined,
  { version }: CurrentKeys,
  folder: string,
): Envelope {
  if (begun !== undefined && readKeysPayload(begun.payload).version === version + 1) return begun;
  throw new PublishError(
    'SITE_UNREADABLE',
    `There is no ${partialKeysFile} in ${JSON.stringify(folder)} to sign: give the new keys`,
  );
}

async function propose(
  folder: string,
  { dataset }: { readonly dataset: string },
  { version }: CurrentKeys,
  next: NewKeys,
): Promise<Envelope> {
  const { keys, threshold } = readKeySet(next.keys, next.threshold);
  const unusable = keys.find((key) => !isPublicKey(fromHex(key)));
  if (unusable !== undefined)
    throw new InvalidOptionError('keys', unusable, 'public keys that yizhan keygen printed');
  const live = await readLivePayload(folder);
  const payload: KeysPayload = {
    format: 1,
    dataset,
    version: version + 1,
    keys,
    threshold,
    sequenceFloor: next.sequenceFloor ?? (live === undefined ? 1 : readPayload(live).sequence),
    publishedAt: instantOf(next.publishedAt),
  };
  const bytes = writeKeysPayload(payload);
  // What cannot be read back must not be signed.
  readKeysPayload(bytes);
  return { kind: 'keys-v1', payload: bytes, signatures: [] };
}
