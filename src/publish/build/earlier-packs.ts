import { gunzip } from '../../dataset/gzip';
import type { ManifestPayload, Snapshot } from '../../dataset/manifest/payload';
import { readPayload } from '../../dataset/manifest/read-payload';
import { isYizhanError } from '../../errors';
import {
  readHistory,
  readLivePayload,
  readObject,
  readPayloadFile,
  sha256Hex,
} from '../site/site-folder';

/** What was published before. */
export interface EarlierSite {
  /** What devices have now, as bytes too: it becomes history. */
  readonly live: { readonly payload: ManifestPayload; readonly bytes: Uint8Array } | undefined;
  /** Newest first, the live one among them. */
  readonly payloads: readonly ManifestPayload[];
  /** The highest number that anybody may have signed. */
  readonly sequence: number;
}

export async function readEarlierSite(folder: string): Promise<EarlierSite> {
  const bytes = await readLivePayload(folder);
  if (bytes === undefined) return { live: undefined, payloads: [], sequence: 0 };
  const payload = readPayload(bytes);
  const draft = await readPayloadFile(folder);
  const history = await readHistory(folder);
  return {
    live: { payload, bytes },
    payloads: [payload, ...history.filter(({ sequence }) => sequence < payload.sequence)],
    // What was built and not published may have been signed by somebody: its number is used up.
    sequence: Math.max(
      payload.sequence,
      draft === undefined ? 0 : readPayload(draft).sequence,
      ...history.map(({ sequence }) => sequence),
    ),
  };
}

/** The last `most` packs of this name that differ from each other and from the current one, newest first. */
export function earlierSnapshots(
  { payloads }: EarlierSite,
  name: string,
  current: string,
  most: number,
): Snapshot[] {
  const bySha256 = new Map<string, Snapshot>();
  for (const { packs } of payloads) {
    const snapshot = packs.find((pack) => pack.name === name)?.snapshot;
    if (snapshot === undefined || snapshot.sha256 === current) continue;
    if (!bySha256.has(snapshot.sha256)) bySha256.set(snapshot.sha256, snapshot);
  }
  return [...bySha256.values()].slice(0, most);
}

/** An earlier pack, unpacked; `undefined` when it is gone or not what it was. */
export async function readSnapshot(
  folder: string,
  { path, packedSha256, bytes, sha256 }: Snapshot,
): Promise<Uint8Array | undefined> {
  const packed = await readObject(folder, path);
  if (packed === undefined || sha256Hex(packed) !== packedSha256) return undefined;
  try {
    const pack = gunzip(packed, bytes);
    return sha256Hex(pack) === sha256 ? pack : undefined;
  } catch (error) {
    if (isYizhanError(error)) return undefined;
    throw error;
  }
}
