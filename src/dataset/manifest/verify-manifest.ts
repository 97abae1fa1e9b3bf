import { InvalidManifestError, InvalidOptionError } from '../../errors';
import { sha256 } from './digest';
import { toHex } from './encodings';
import { readEnvelope } from './envelope';
import { checkSignatures, checkThreshold, type KeySet, readKeySet } from './keys';
import type { ManifestPayload } from './payload';
import { readPayload } from './read-payload';
import { isOlderVersion } from './versions';

/** What a device remembers of the newest manifest it accepted, so that nobody leads it back. */
export interface SequenceFloor {
  readonly sequence: number;
  /**
   * Of the payload with that number; the same number with another payload is a lie. Absent where a change of keys
   * has set the number: see `floorAfterRotation`.
   */
  readonly payloadSha256?: string | undefined;
  /** The latest time that was ever signed, in milliseconds since 1970: it cannot be earlier than that. */
  readonly signedTime: number;
}

export interface VerifyOptions {
  /** The public keys the app trusts, as `CurrentKeys` has them after changes. */
  readonly keys: KeySet['keys'];
  /**
   * How many of them have to have signed.
   * @default 1
   */
  readonly threshold?: number | undefined;
  /** The dataset that the app wants. */
  readonly dataset: string;
  /** @default 'stable' */
  readonly channel?: string | undefined;
  /** What the last verdict returned as `floor`. Absent on the first time. */
  readonly floor?: SequenceFloor | undefined;
  /** The device's clock, in milliseconds since 1970. */
  readonly now: number;
  /** The version of this package. */
  readonly sdkVersion: string;
}

/** A manifest that is to be trusted. */
export interface Verdict {
  readonly payload: ManifestPayload;
  /** Of the payload's bytes: the manifest's identity, however many have signed it. */
  readonly payloadSha256: string;
  /** It has expired, by the device's clock or by the latest time that was signed. It is still to be served. */
  readonly stale: boolean;
  /** To be remembered, once everything the manifest names is stored. */
  readonly floor: SequenceFloor;
}

export const defaultChannel = 'stable';

/**
 * Whether these bytes are a manifest to be trusted: signatures first, before anything of the payload is parsed; then
 * the format, the dataset and channel, the SDK, the sequence, the expiry. Bytes, keys and a clock in, a verdict out:
 * nothing is stored and nothing is fetched.
 *
 * @throws InvalidManifestError with a stable `code`; InvalidOptionError when the keys are none
 */
export async function verifyManifest(bytes: Uint8Array, options: VerifyOptions): Promise<Verdict> {
  if (!Number.isFinite(options.now))
    throw new InvalidOptionError('now', options.now, 'milliseconds since 1970');
  const pinned = readKeySet(options.keys, options.threshold);
  const envelope = readEnvelope(bytes, 'manifest-v1');
  checkThreshold(envelope, pinned, 'pinned');
  await checkSignatures(envelope);
  const payload = readPayload(envelope.payload);
  const payloadSha256 = toHex(await sha256(envelope.payload));
  checkPurpose(payload, options);
  checkSequence(payload, payloadSha256, options.floor);
  const publishedTime = Date.parse(payload.publishedAt);
  const signedTime = Math.max(publishedTime, options.floor?.signedTime ?? publishedTime);
  return {
    payload,
    payloadSha256,
    stale: Math.max(options.now, signedTime) >= Date.parse(payload.expiresAt),
    floor: { sequence: payload.sequence, payloadSha256, signedTime },
  };
}

function checkPurpose(
  { dataset, channel, minSdk }: ManifestPayload,
  wanted: Pick<VerifyOptions, 'dataset' | 'channel' | 'sdkVersion'>,
): void {
  const wantedChannel = wanted.channel ?? defaultChannel;
  if (dataset !== wanted.dataset)
    throw new InvalidManifestError(
      'WRONG_DATASET',
      `The manifest is of dataset ${dataset}, not of ${wanted.dataset}`,
    );
  if (channel !== wantedChannel)
    throw new InvalidManifestError(
      'WRONG_CHANNEL',
      `The manifest is of channel ${channel}, not of ${wantedChannel}`,
    );
  if (isOlderVersion(wanted.sdkVersion, minSdk))
    throw new InvalidManifestError(
      'SDK_TOO_OLD',
      `The manifest needs yizhan ${minSdk} or newer, this is ${wanted.sdkVersion}: update the app`,
    );
}

function checkSequence(
  { sequence }: ManifestPayload,
  payloadSha256: string,
  floor: SequenceFloor | undefined,
): void {
  if (floor === undefined || sequence > floor.sequence) return;
  if (sequence < floor.sequence)
    throw new InvalidManifestError(
      'ROLLBACK',
      `The manifest has sequence ${sequence}, ${floor.sequence} was seen before`,
    );
  if (floor.payloadSha256 !== undefined && floor.payloadSha256 !== payloadSha256)
    throw new InvalidManifestError(
      'EQUIVOCATION',
      `The manifest has sequence ${sequence} as the one before, but says something else`,
    );
}
