import { join } from 'node:path';
import { writePayload } from '../../dataset/manifest/payload';
import { readFileIfAny } from '../files/read-file';
import { writeOurFile } from '../files/write-file';
import {
  historyFile,
  keysFile,
  mostKeysBytes,
  objectPaths,
  payloadFile,
  putObject,
  readObject,
} from '../site/site-folder';
import type { EarlierSite } from './earlier-packs';

/** What a build has made. */
export interface SiteFiles {
  readonly payloadBytes: Uint8Array;
  readonly objects: ReadonlyMap<string, Uint8Array>;
  readonly earlier: EarlierSite;
  readonly keep: number;
}

/** Packs and deltas first, the manifest last: there is no moment at which it names what is not there. */
export async function writeSite(folder: string, previous: string, files: SiteFiles): Promise<void> {
  const { payloadBytes, objects, earlier, keep } = files;
  if (previous !== folder) await carryOver(previous, folder, earlier, keep);
  for (const [path, packed] of objects) await putObject(folder, path, packed);
  if (earlier.live !== undefined) {
    const { payload, bytes } = earlier.live;
    await writeOurFile(join(folder, historyFile(payload.sequence)), bytes);
  }
  await writeOurFile(join(folder, payloadFile), payloadBytes);
}

/** What a new folder needs of the old one: files that devices are fetching, history, changes of keys. */
async function carryOver(
  previous: string,
  folder: string,
  { payloads }: EarlierSite,
  keep: number,
): Promise<void> {
  const kept = payloads.slice(0, keep);
  for (const path of objectPaths(kept)) {
    const bytes = await readObject(previous, path);
    if (bytes !== undefined) await putObject(folder, path, bytes);
  }
  for (const payload of kept)
    await writeOurFile(join(folder, historyFile(payload.sequence)), writePayload(payload));
  const keys = await readFileIfAny(join(previous, keysFile), mostKeysBytes);
  if (keys !== undefined) await writeOurFile(join(folder, keysFile), keys);
}
