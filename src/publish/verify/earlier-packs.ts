import type { ManifestPayload, Snapshot } from '../../dataset/manifest/payload';
import { readPayload } from '../../dataset/manifest/read-payload';
import { isYizhanError } from '../../errors';
import { historyFile, mostPayloadBytes } from '../site/site-folder';
import type { SiteReader } from './site-reader';

/** Numbers are left out where something was built and never published. */
const mostLookedAt = 20;

/**
 * The packs that the deltas begin with, by the SHA-256 of what is in them, as far as the site's history tells. A
 * device has its own; here they serve to try the deltas.
 */
export async function findEarlierPacks(
  reader: SiteReader,
  { sequence, packs }: ManifestPayload,
): Promise<ReadonlyMap<string, Snapshot>> {
  const wanted = new Set(packs.flatMap(({ deltas }) => deltas.map(({ fromSha256 }) => fromSha256)));
  const found = new Map<string, Snapshot>();
  for (let back = 1; back <= mostLookedAt && found.size < wanted.size; back++) {
    if (sequence - back < 1) break;
    const payload = await readHistoryAt(reader, sequence - back);
    for (const { snapshot } of payload?.packs ?? [])
      if (wanted.has(snapshot.sha256)) found.set(snapshot.sha256, snapshot);
  }
  return found;
}

/** History is no part of what devices need: what cannot be read of it is as good as absent. */
async function readHistoryAt(
  reader: SiteReader,
  sequence: number,
): Promise<ManifestPayload | undefined> {
  try {
    const bytes = await reader.read(historyFile(sequence), mostPayloadBytes);
    return bytes && readPayload(bytes);
  } catch (error) {
    if (isYizhanError(error)) return undefined;
    throw error;
  }
}
