import { InvalidManifestError, InvalidOptionError } from '../../errors';
import { sha256 } from './digest';
import { toHex } from './encodings';
import { readEnvelope } from './envelope';
import { type KeySet, readKeySet } from './keys';
import { defaultChannel, isExpired, type ManifestPayload } from './payload';
import { readPayload } from './read-payload';
import { checkSignatures, checkThreshold } from './signatures';
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
  /**
   * The dataset that the app wants.
   * @default any
   */
  readonly dataset?: string | undefined;
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

/**
 * Whether these bytes are a manifest to be trusted: signatures first, before anything of the payload is parsed; then
 * the format, the dataset and channel, the SDK, the sequence, the expiry. Bytes, keys and a clock in, a verdict out:
 * nothing is stored and nothing is fetched.
 *
 * @throws InvalidManifestError with a stable `code`; InvalidOptionError when the keys are none
 */
export async function verifyManifest(bytes: Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const pinned = readKeySet(options.keys, options.threshold);
  const envelope = readEnvelope(bytes, 'manifest-v1');
  checkThreshold(envelope, pinned, 'pinned');
  await checkSignatures(envelope);
  return judgePayload(envelope.payload, options);
}

/** What a manifest is asked beside who has signed it. */
type JudgeOptions = Omit<VerifyOptions, 'keys' | 'threshold'>;

/**
 * The verdict on a payload whose signatures have been verified, or are not asked for.
 *
 * @throws InvalidManifestError, InvalidOptionError
 */
export async function judgePayload(bytes: Uint8Array, options: JudgeOptions): Promise<Verdict> {
  if (!Number.isFinite(options.now))
    throw new InvalidOptionError('now', options.now, 'milliseconds since 1970');
  const payload = readPayload(bytes);
  const payloadSha256 = toHex(await sha256(bytes));
  checkPurpose(payload, options);
  checkSequence(payload, payloadSha256, options.floor);
  const publishedTime = Date.parse(payload.publishedAt);
  const signedTime = Math.max(publishedTime, options.floor?.signedTime ?? publishedTime);
  return {
    payload,
    payloadSha256,
    stale: isExpired(payload, signedTime, options.now),
    floor: { sequence: payload.sequence, payloadSha256, signedTime },
  };
}

function checkPurpose(
  { dataset, channel, minSdk }: ManifestPayload,
  wanted: Pick<JudgeOptions, 'dataset' | 'channel' | 'sdkVersion'>,
): void {
  const wantedChannel = wanted.channel ?? defaultChannel;
  if (wanted.dataset !== undefined && dataset !== wanted.dataset)
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
