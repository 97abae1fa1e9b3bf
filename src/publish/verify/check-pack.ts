import { applyDelta } from '../../dataset/delta/apply-delta';
import { isSame } from '../../dataset/manifest/envelope';
import type { Delta, ManifestPack, Snapshot } from '../../dataset/manifest/payload';
import { perDegree } from '../../dataset/pack/content';
import { readPack } from '../../dataset/pack/read-pack';
import { StationSet } from '../../stations/station-set';
import { PublishError } from '../site/publish-error';
import { sha256Hex } from '../site/site-folder';
import { noting } from './noting';
import { readSignedObject } from './read-object';
import type { SiteReader } from './site-reader';

/** Where findings go. */
export interface Findings {
  readonly failures: string[];
  readonly checked: {
    packs: number;
    deltas: number;
    deltasApplied: number;
    stations: number;
    bytes: number;
  };
  /** Which pack has a station, by id: packs used together must not both have it. */
  readonly ids: Map<string, string>;
}

export async function checkPack(
  reader: SiteReader,
  pack: ManifestPack,
  earlier: ReadonlyMap<string, Snapshot>,
  findings: Findings,
): Promise<void> {
  const { failures, checked } = findings;
  const where = (path: string) => `pack ${pack.name}, ${path}`;
  const bytes = await noting(failures, where(pack.snapshot.path), async () => {
    const unpacked = await readSignedObject(reader, pack.snapshot);
    if (sha256Hex(unpacked) !== pack.snapshot.sha256)
      throw wrong('unpacked, its SHA-256 is not what the manifest states');
    checked.packs++;
    checked.bytes += pack.snapshot.packedBytes;
    checkContent(unpacked, pack, findings);
    return unpacked;
  });
  for (const delta of pack.deltas) {
    checked.deltas++;
    await noting(failures, where(delta.path), async () => {
      const unpacked = await readSignedObject(reader, delta);
      checked.bytes += delta.packedBytes;
      await checkDelta(reader, delta, unpacked, bytes, earlier, findings);
    });
  }
}

function checkContent(
  bytes: Uint8Array,
  { name, bounds, count }: ManifestPack,
  { checked, ids }: Findings,
): void {
  const { lngs, lats } = readPack(bytes);
  const [west, south, east, north] = bounds.map((degrees) => Math.round(degrees * perDegree));
  const isInside = (i: number) =>
    lngs[i]! >= west! && lngs[i]! <= east! && lats[i]! >= south! && lats[i]! <= north!;
  // Decoded to the last text: what is put off when a pack is opened is not put off here.
  const stations = StationSet.decode(bytes, { crs: 'wgs84' }).filter();
  checked.stations += stations.length;
  if (stations.length !== count)
    throw wrong(`it has ${stations.length} stations, the manifest states ${count}`);
  const outside = lngs.findIndex((_, i) => !isInside(i));
  if (outside !== -1)
    throw wrong(
      `a station at ${lngs[outside]! / perDegree},${lats[outside]! / perDegree} is outside the bounds that the manifest states`,
    );
  for (const { id } of stations) {
    const other = ids.get(id);
    if (other !== undefined) throw wrong(`station ${id} is in pack ${other} as well`);
    ids.set(id, name);
  }
}

async function checkDelta(
  reader: SiteReader,
  { fromSha256 }: Delta,
  delta: Uint8Array,
  pack: Uint8Array | undefined,
  earlier: ReadonlyMap<string, Snapshot>,
  { checked }: Findings,
): Promise<void> {
  const from = earlier.get(fromSha256);
  if (from === undefined || pack === undefined) return;
  // Gone with the versions that are no longer kept, which is in order: a device has its own.
  const base = await readSignedObject(reader, from).catch(() => undefined);
  if (base === undefined || sha256Hex(base) !== fromSha256) return;
  if (!isSame(applyDelta(base, delta), pack)) throw wrong('it does not lead to the pack');
  checked.deltasApplied++;
}

function wrong(reason: string): PublishError {
  return new PublishError('SITE_UNREADABLE', reason);
}
