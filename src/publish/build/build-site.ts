import {
  type ManifestPack,
  type ManifestPayload,
  payloadFormat,
  writePayload,
} from '../../dataset/manifest/payload';
import { readPayload } from '../../dataset/manifest/read-payload';
import { type Shrink, shrinksBetween } from '../../dataset/manifest/shrink';
import { InvalidOptionError } from '../../errors';
import type { StationSet } from '../../stations/station-set';
import { type SignedSite, signSite } from '../sign/sign-site';
import { instantOf } from '../site/instant';
import { PublishError } from '../site/publish-error';
import { mostPayloadBytes, objectPaths, pruneSite } from '../site/site-folder';
import { type BuildOptions, type CheckedBuildOptions, readBuildOptions } from './build-options';
import { type EarlierSite, readEarlierSite } from './earlier-packs';
import { makePacks } from './make-packs';
import { writeSite } from './write-site';

/** A site as it was built. */
export interface BuiltSite {
  readonly payload: ManifestPayload;
  /** `undefined`: there were no keys, and `signSite` is to follow. */
  readonly signed: SignedSite | undefined;
  /** What has lost a fifth of its stations or more, and was allowed to. */
  readonly shrinks: readonly Shrink[];
  /** Bytes of all current packs as served, and of the deltas. */
  readonly packedBytes: { readonly packs: number; readonly deltas: number };
  /** Files of versions that are no longer kept. */
  readonly removedFiles: number;
  /** What a publisher should know: a delta that could not be made, and why. */
  readonly notes: readonly string[];
}

/**
 * Builds the site of a dataset: packs, deltas from earlier versions, and the manifest. The same set and options give
 * the same bytes. Files that devices are using stay as they are, the manifest is the last to change, and whatever
 * interrupts this leaves what was published before.
 *
 * @throws PublishError `SITE_SHRUNK`, `SITE_TOO_LARGE`, `SITE_SEQUENCE`; InvalidOptionError; InvalidManifestError and
 *   DataFileError when the site before is damaged
 */
export async function buildSite(
  set: StationSet,
  folder: string,
  options: BuildOptions,
): Promise<BuiltSite> {
  const checked = readBuildOptions(options);
  const previous = checked.previous ?? folder;
  const earlier = await readEarlierSite(previous);
  checkEarlier(earlier, checked);
  const { packs, objects, notes } = await makePacks(set, previous, earlier, checked);
  const payload = payloadOf(packs, earlier, checked);
  const payloadBytes = writePayload(payload);
  if (payloadBytes.length > mostPayloadBytes)
    throw new PublishError(
      'SITE_TOO_LARGE',
      `The manifest would have ${payloadBytes.length} bytes, ${mostPayloadBytes} are allowed: use fewer packs or --deltas`,
    );
  const shrinks = checkShrinks(earlier, payload);
  await writeSite(folder, previous, { payloadBytes, objects, earlier, keep: checked.keep });
  const signed =
    checked.keys.length === 0 ? undefined : await signSite(folder, checked.keys, checked.threshold);
  const kept = earlier.payloads.slice(0, checked.keep);
  const removedFiles = await pruneSite(
    folder,
    objectPaths([payload, ...kept]),
    kept.map(({ sequence }) => sequence),
  );
  return { payload, signed, shrinks, packedBytes: sizesOf(packs), removedFiles, notes };
}

function checkEarlier({ live, sequence }: EarlierSite, options: CheckedBuildOptions): void {
  if (live !== undefined) {
    const { dataset, channel } = live.payload;
    if (dataset !== options.dataset)
      throw new InvalidOptionError('dataset', options.dataset, `${dataset}, as before`);
    if (channel !== options.channel)
      throw new InvalidOptionError('channel', options.channel, `${channel}, as before`);
  }
  if (options.sequence !== undefined && options.sequence <= sequence)
    throw new PublishError(
      'SITE_SEQUENCE',
      `Sequence ${options.sequence} is not higher than ${sequence}, which was used before: devices would refuse it`,
    );
}

function payloadOf(
  packs: readonly ManifestPack[],
  earlier: EarlierSite,
  options: CheckedBuildOptions,
): ManifestPayload {
  const { dataset, channel, publishedAt, expiresDays, minSdk, allowShrink } = options;
  const sequence = options.sequence ?? earlier.sequence + 1;
  const payload: ManifestPayload = {
    format: payloadFormat,
    dataset,
    channel,
    sequence,
    publishedAt: instantOf(publishedAt),
    expiresAt: instantOf(publishedAt + expiresDays * 86_400_000),
    minSdk,
    shrunkAt: allowShrink ? sequence : earlier.live?.payload.shrunkAt,
    packs,
  };
  // What a device could not read must not be signed.
  return readPayload(writePayload(payload));
}

function checkShrinks({ live }: EarlierSite, payload: ManifestPayload): Shrink[] {
  if (live === undefined) return [];
  const shrinks = shrinksBetween(live.payload, payload);
  if (shrinks.length === 0 || payload.shrunkAt === payload.sequence) return shrinks;
  const lines = shrinks.map(
    ({ pack, before, after }) => `\n  ${pack ?? 'all together'}: ${before} stations, now ${after}`,
  );
  throw new PublishError(
    'SITE_SHRUNK',
    `More than a fifth of the stations is gone:${lines.join('')}\nIf that is meant, pass --allow-shrink`,
  );
}

function sizesOf(packs: readonly ManifestPack[]): BuiltSite['packedBytes'] {
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    packs: sum(packs.map(({ snapshot }) => snapshot.packedBytes)),
    deltas: sum(packs.flatMap(({ deltas }) => deltas.map(({ packedBytes }) => packedBytes))),
  };
}
