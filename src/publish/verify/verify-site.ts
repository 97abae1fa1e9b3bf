import { mostEnvelopeBytes, readEnvelope } from '../../dataset/manifest/envelope';
import type { ManifestPayload } from '../../dataset/manifest/payload';
import { readPayload } from '../../dataset/manifest/read-payload';
import { splitStatements, verifyRotation } from '../../dataset/manifest/rotation';
import { verifyManifest } from '../../dataset/manifest/verify-manifest';
import { PublishError } from '../site/publish-error';
import {
  keysFile,
  manifestFile,
  mostKeysBytes,
  mostPayloadBytes,
  payloadFile,
} from '../site/site-folder';
import { checkPack } from './check-pack';
import { findEarlierPacks } from './earlier-packs';
import { noting } from './noting';
import type { SiteReader } from './site-reader';

export interface VerifySiteOptions {
  /** The public keys that apps are built with. Without any, nothing is known of who signed. */
  readonly keys: readonly string[] | undefined;
  readonly threshold?: number | undefined;
  /** The dataset that apps ask for. @default what the manifest says */
  readonly dataset?: string | undefined;
  /** @default what the manifest says */
  readonly channel?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly sdkVersion: string;
  readonly onProgress?: ((step: { done: number; total: number; name: string }) => void) | undefined;
}

/** What was found. */
export interface SiteReport {
  readonly payload: ManifestPayload | undefined;
  /** How many signatures of trusted keys; `undefined`: not asked. */
  readonly keysVersion: number | undefined;
  readonly isStale: boolean;
  readonly checked: {
    packs: number;
    deltas: number;
    deltasApplied: number;
    stations: number;
    bytes: number;
  };
  /** Everything that would keep a device from using the site. */
  readonly failures: readonly string[];
  /** What it would get over, but somebody should look at. */
  readonly notes: readonly string[];
}

/**
 * Checks all that a device would, and more: that every file is there and is what the manifest states, packed and
 * unpacked; that packs decode, to as many stations as stated, where stated; that every delta leads to its pack.
 * It goes on after a failure, to find them all.
 */
export async function verifySite(
  reader: SiteReader,
  options: VerifySiteOptions,
): Promise<SiteReport> {
  const failures: string[] = [];
  const notes: string[] = [];
  const checked = { packs: 0, deltas: 0, deltasApplied: 0, stations: 0, bytes: 0 };
  const head = await noting(failures, manifestFile, () => readHead(reader, options));
  if (head !== undefined) {
    const { payload } = head;
    if (head.isStale) notes.push(`expired at ${payload.expiresAt}: devices show it as stale`);
    const earlier = await findEarlierPacks(reader, payload);
    const ids = new Map<string, string>();
    for (const [done, pack] of payload.packs.entries()) {
      options.onProgress?.({ done, total: payload.packs.length, name: pack.name });
      await checkPack(reader, pack, earlier, { failures, checked, ids });
    }
    options.onProgress?.({ done: payload.packs.length, total: payload.packs.length, name: '' });
    const missing = checked.deltas - checked.deltasApplied;
    if (missing > 0)
      notes.push(
        `${missing} of ${checked.deltas} deltas not applied: see failures, or the packs they begin with are not here`,
      );
  }
  return {
    payload: head?.payload,
    keysVersion: head?.keysVersion,
    isStale: head?.isStale ?? false,
    checked,
    failures,
    notes: [...notes, ...reader.notes],
  };
}

interface Head {
  readonly payload: ManifestPayload;
  readonly keysVersion: number | undefined;
  readonly isStale: boolean;
}

async function readHead(reader: SiteReader, options: VerifySiteOptions): Promise<Head> {
  const bytes = await reader.read(manifestFile, mostEnvelopeBytes);
  const { keys } = options;
  if (keys === undefined) return readUnsigned(reader, bytes, options.now);
  if (bytes === undefined) throw missing(reader, manifestFile);
  // Read before it is trusted, for the names alone; all else waits for the signatures.
  const claimed = readPayload(readEnvelope(bytes, 'manifest-v1').payload);
  const { dataset = claimed.dataset, channel = claimed.channel } = options;
  const statements = splitStatements((await reader.read(keysFile, mostKeysBytes)) ?? nothing);
  const pinned = { keys, threshold: options.threshold ?? 1, dataset };
  const current = await verifyRotation(statements, pinned);
  const { payload, stale } = await verifyManifest(bytes, {
    keys: current.keys,
    threshold: current.threshold,
    dataset,
    channel,
    now: options.now,
    sdkVersion: options.sdkVersion,
    floor:
      current.sequenceFloor === undefined
        ? undefined
        : { sequence: current.sequenceFloor, signedTime: 0 },
  });
  return { payload, keysVersion: current.version, isStale: stale };
}

const nothing: Uint8Array = new Uint8Array(0);

/** Without keys: the manifest whoever signed it, else what waits to be signed. */
async function readUnsigned(
  reader: SiteReader,
  manifest: Uint8Array | undefined,
  now: number,
): Promise<Head> {
  const bytes =
    manifest === undefined
      ? await reader.read(payloadFile, mostPayloadBytes)
      : readEnvelope(manifest, 'manifest-v1').payload;
  if (bytes === undefined) throw missing(reader, `${manifestFile} and no ${payloadFile}`);
  const payload = readPayload(bytes);
  return { payload, keysVersion: undefined, isStale: now >= Date.parse(payload.expiresAt) };
}

function missing({ name }: SiteReader, what: string): PublishError {
  return new PublishError('SITE_UNREADABLE', `There is no ${what} at ${name}`);
}
