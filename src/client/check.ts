import { sha256 } from '../dataset/manifest/digest';
import { toHex } from '../dataset/manifest/encodings';
import { mostEnvelopeBytes, readEnvelope } from '../dataset/manifest/envelope';
import { mostObjectBytes } from '../dataset/manifest/payload';
import type { Verdict } from '../dataset/manifest/verify-manifest';
import { InvalidManifestError, isYizhanError, UpdateError } from '../errors';
import { besides } from './address';
import { type DownloadOptions, download } from './download';
import type { Generation } from './generation';
import { judgeManifest, learnKeys } from './judge';
import type { DeviceState } from './keeper';
import type { Transport } from './transport';
import type { Policy, Trust } from './trust';
import { childOf } from './waiting';

/** What a source has. */
export type Found =
  | {
      readonly kind: 'manifest';
      readonly bytes: Uint8Array;
      readonly verdict: Verdict;
      readonly source: string;
      readonly trust: Trust;
      readonly etag: string | undefined;
    }
  | {
      readonly kind: 'geojson';
      readonly bytes: Uint8Array;
      readonly sha256: string;
      readonly source: string;
      readonly etag: string | undefined;
    }
  /** What is here already, says a server that was told what that is. */
  | { readonly kind: 'same'; readonly source: string };

export interface CheckOptions {
  readonly transport: Transport;
  /** In the order in which they are asked. */
  readonly sources: readonly string[];
  readonly policy: Policy;
  readonly trust: Trust;
  readonly state: DeviceState;
  readonly generation: Generation | undefined;
  readonly now: number;
  readonly download: Omit<DownloadOptions, 'mostBytes'>;
  /** Told as soon as new keys are known: they hold whatever becomes of the rest. */
  readonly onKeys: (trust: Trust) => Promise<void>;
}

/**
 * What the first source has that answers with something to be believed: a mirror that is behind, that lies or that
 * somebody has broken into is passed over. Keys that one of them told of count for those after it.
 *
 * @throws YizhanError the reason of the first source that has one which is not merely the line's
 */
export async function checkSources(options: CheckOptions): Promise<Found> {
  let { trust } = options;
  const onKeys = async (next: Trust) => {
    trust = next;
    await options.onKeys(next);
  };
  const errors: Error[] = [];
  for (const source of options.sources) {
    const { signal, end } = childOf(options.download.signal);
    try {
      const download = { ...options.download, signal };
      return await checkSource(source, { ...options, trust, onKeys, download });
    } catch (error) {
      if (!isYizhanError(error) || options.download.signal.aborted) throw error;
      errors.push(error);
    } finally {
      // Its keys may still be on their way, and nobody waits for them any more.
      end();
    }
  }
  throw errors.find((error) => error instanceof InvalidManifestError) ?? errors[0]!;
}

async function checkSource(source: string, options: CheckOptions): Promise<Found> {
  const { transport, policy, state, generation, now } = options;
  const isSigned = policy.pinned !== undefined;
  const mostBytes = isSigned ? mostEnvelopeBytes : mostObjectBytes;
  // It tells of the generation that was current when it came; another one may be served here.
  const isCurrent = generation !== undefined && generation.sha256 === state.sha256;
  const etag = isCurrent ? state.etags[source] : undefined;
  const manifest = download(transport, source, { ...options.download, mostBytes, etag });
  const asked = isSigned ? fetchKeys(source, options) : undefined;
  // What is wrong with the manifest says more, and is said first.
  asked?.catch(() => {});
  const found = await manifest;
  if (found.kind === 'missing')
    throw new UpdateError('HTTP_STATUS', `Cannot fetch ${source}: the server answers 404`, {
      status: 404,
    });
  // A page to log in, before anybody wonders about its keys.
  if (found.kind === 'bytes' && isSigned) readEnvelope(found.bytes, 'manifest-v1');
  const trust = await learnKeys(await asked, policy, options.trust);
  // Keys of a dataset that may be another one count once a manifest has said that they do not.
  const isOurs = (policy.dataset ?? trust.dataset) !== undefined;
  if (trust !== options.trust && isOurs) await options.onKeys(trust);
  if (found.kind === 'bytes' && !isSigned && isGeoJson(found.bytes)) {
    const hash = toHex(await sha256(found.bytes));
    return { kind: 'geojson', bytes: found.bytes, sha256: hash, source, etag: found.etag };
  }
  if (found.kind === 'not-modified' && generation?.origin !== 'manifest')
    return { kind: 'same', source };
  const isKept = found.kind === 'not-modified';
  const bytes = isKept ? generation!.manifest : found.bytes;
  const verdict = await judgeManifest(bytes, policy, trust, now);
  const { floor, payload } = verdict;
  return {
    kind: 'manifest',
    bytes,
    verdict,
    source,
    trust: { ...trust, floor, dataset: payload.dataset },
    etag: isKept ? etag : found.etag,
  };
}

/**
 * `keys.json` beside the manifest; most publishers never had to write one, and some hosts say "forbidden" of what is
 * not there. Whoever wants to hide it can do so anyway.
 */
async function fetchKeys(
  source: string,
  { transport, download: options }: CheckOptions,
): Promise<Uint8Array | undefined> {
  const url = besides(source, 'keys.json');
  try {
    const found = await download(transport, url, { ...options, mostBytes: 2 ** 20 });
    return found.kind === 'bytes' ? found.bytes : undefined;
  } catch (error) {
    if (error instanceof UpdateError && error.status === 403) return undefined;
    throw error;
  }
}

/** An object of JSON that is no envelope: whether it is stations is seen when they are read. */
function isGeoJson(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 32));
  return /^(\u00ef\u00bb\u00bf)?\s*\{/.test(start) && !start.startsWith('{"yizhan":');
}
