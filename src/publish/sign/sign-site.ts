import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Envelope, isSame } from '../../dataset/manifest/envelope';
import type { ManifestPayload } from '../../dataset/manifest/payload';
import { readPayload } from '../../dataset/manifest/read-payload';
import { checkSignatures } from '../../dataset/manifest/signatures';
import { InvalidOptionError } from '../../errors';
import { PublishError } from '../site/publish-error';
import {
  manifestFile,
  partialManifestFile,
  payloadFile,
  readEnvelopeFile,
  readPayloadFile,
  writeEnvelopeFile,
} from '../site/site-folder';
import { addSignatures, unite } from './add-signatures';
import type { SigningKey } from './private-keys';

/** What is signed by now. */
export interface SignedSite {
  readonly payload: ManifestPayload;
  /** Public keys that have signed. */
  readonly signers: readonly string[];
  readonly threshold: number;
  /** Whether these are enough, so that `manifest.json` is the new one. */
  readonly isPublished: boolean;
}

/**
 * Signs what was built last. `manifest.json` stays as it is until enough keys have signed; what there is until then
 * waits in `manifest.partial.json`, to be carried to the next signer.
 *
 * @param threshold how many signatures it takes to publish
 * @throws PublishError `SITE_UNREADABLE`, `SITE_SEQUENCE`; InvalidManifestError when a file of the site is damaged
 */
export async function signSite(
  folder: string,
  keys: readonly SigningKey[],
  threshold: number,
): Promise<SignedSite> {
  if (!Number.isInteger(threshold) || threshold < 1)
    throw new InvalidOptionError('threshold', threshold, 'a whole number from 1');
  const bytes = await readPayloadFile(folder);
  if (bytes === undefined)
    throw new PublishError(
      'SITE_UNREADABLE',
      `There is no ${payloadFile} in ${JSON.stringify(folder)}: yizhan build makes one`,
    );
  // A signer sees and signs what a device will understand, or does not sign.
  const payload = readPayload(bytes);
  const live = await readEnvelopeFile(folder, manifestFile, 'manifest-v1');
  checkNewer(payload, bytes, live);
  const partial = await readEnvelopeFile(folder, partialManifestFile, 'manifest-v1');
  const fresh: Envelope = { kind: 'manifest-v1', payload: bytes, signatures: [] };
  const envelope = await addSignatures(unite(fresh, [live, partial]), keys);
  // What others signed may have been damaged on the way; one wrong signature spoils the manifest.
  await checkSignatures(envelope);
  const signers = envelope.signatures.map(({ key }) => key);
  const isPublished = signers.length >= threshold;
  await writeEnvelopeFile(folder, isPublished ? manifestFile : partialManifestFile, envelope);
  if (isPublished) await rm(join(folder, partialManifestFile), { force: true });
  return { payload, signers, threshold, isPublished };
}

function checkNewer(
  { sequence }: ManifestPayload,
  bytes: Uint8Array,
  live: Envelope | undefined,
): void {
  if (live === undefined || isSame(live.payload, bytes)) return;
  const published = readPayload(live.payload).sequence;
  if (sequence > published) return;
  throw new PublishError(
    'SITE_SEQUENCE',
    `${payloadFile} has sequence ${sequence}, and ${manifestFile} has ${published}: devices would refuse it. Build again`,
  );
}
