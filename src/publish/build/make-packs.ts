import { writeDelta } from '../../dataset/delta/write-delta';
import { type Delta, type ManifestPack, mostPacks } from '../../dataset/manifest/payload';
import type { StationSet } from '../../stations/station-set';
import { PublishError } from '../site/publish-error';
import { sha256Hex } from '../site/site-folder';
import { areasOf } from './areas';
import type { CheckedBuildOptions } from './build-options';
import { type EarlierSite, earlierSnapshots, readSnapshot } from './earlier-packs';
import { packArea } from './pack-areas';
import { packObject } from './packed-object';

/** The packs of a dataset, with the ways to them from earlier ones. */
export interface MadePacks {
  readonly packs: readonly ManifestPack[];
  /** The files, by path. */
  readonly objects: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly string[];
}

/**
 * @param previous the folder that the earlier packs are in
 * @throws PublishError `SITE_TOO_LARGE`
 */
export async function makePacks(
  set: StationSet,
  previous: string,
  earlier: EarlierSite,
  options: CheckedBuildOptions,
): Promise<MadePacks> {
  const areas = areasOf(set.filter(), options.packs);
  if (areas.size > mostPacks)
    throw new PublishError(
      'SITE_TOO_LARGE',
      `There would be ${areas.size} packs, ${mostPacks} are allowed: use --packs city or none`,
    );
  const packs: ManifestPack[] = [];
  const objects = new Map<string, Uint8Array>();
  const notes: string[] = [];
  for (const [name, stations] of areas) {
    options.onProgress({ done: packs.length, total: areas.size, name });
    const { bytes, count, bounds } = packArea(set, stations);
    const sha256 = sha256Hex(bytes);
    const snapshot = packObject('pack', name, bytes);
    objects.set(snapshot.signed.path, snapshot.packed);
    const deltas: Delta[] = [];
    for (const from of earlierSnapshots(earlier, name, sha256, options.deltas)) {
      const base = await readSnapshot(previous, from);
      if (base === undefined) {
        notes.push(`${name}: no delta from ${from.path}, which is missing or damaged`);
        continue;
      }
      const delta = packObject('delta', name, writeDelta(base, bytes));
      // One that is no smaller than the pack is of use to nobody.
      if (delta.packed.length >= snapshot.packed.length) continue;
      objects.set(delta.signed.path, delta.packed);
      deltas.push({ fromSha256: from.sha256, ...delta.signed });
    }
    packs.push({ name, bounds, count, snapshot: { ...snapshot.signed, sha256 }, deltas });
  }
  options.onProgress({ done: packs.length, total: packs.length, name: '' });
  return { packs, objects, notes };
}
