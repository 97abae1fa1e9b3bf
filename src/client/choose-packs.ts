import type { ManifestPack, ManifestPayload } from '../dataset/manifest/payload';
import { type Shrink, shrinksBetween } from '../dataset/manifest/shrink';
import { UpdateError } from '../errors';
import type { Current } from './current';
import type { Trust } from './trust';

/**
 * The packs of a manifest that the app wants.
 *
 * @param names `undefined`: all
 * @throws UpdateError `NO_SUCH_PACK`, `NO_STATIONS`
 */
export function choosePacks(
  { packs }: Pick<ManifestPayload, 'packs'>,
  names: readonly string[] | undefined,
): readonly ManifestPack[] {
  if (packs.length === 0) throw new UpdateError('NO_STATIONS', 'The manifest has no packs');
  if (names === undefined) return packs;
  const missing = names.filter((name) => !packs.some((pack) => pack.name === name));
  if (missing.length === 0) return packs.filter(({ name }) => names.includes(name));
  throw new UpdateError(
    'NO_SUCH_PACK',
    `The manifest has no pack ${missing.join(', ')}; it has ${packs.map(({ name }) => name).join(', ')}`,
  );
}

/**
 * Refuses so great a loss of stations that it is more likely a mistake. It is none where the publisher says that it was
 * meant, in this version or in one since ours; nor where keys were changed since, for ours may be a thief's.
 *
 * @throws UpdateError `SHRUNK`
 */
export function checkShrink(
  { generation, payload: before }: Current,
  after: ManifestPayload,
  trust: Trust,
  names: readonly string[] | undefined,
): void {
  if (generation === undefined || before === undefined) return;
  if ((after.shrunkAt ?? 0) > before.sequence) return;
  const { pinned, statements } = generation.trust;
  if (pinned !== trust.pinned || statements !== trust.statements) return;
  const wanted = ({ packs }: ManifestPayload) => ({
    packs: packs.filter(({ name }) => names?.includes(name) ?? true),
  });
  const [worst] = shrinksBetween(wanted(before), wanted(after));
  if (worst !== undefined) throw new UpdateError('SHRUNK', describeShrink(worst));
}

function describeShrink({ pack, before, after }: Shrink): string {
  const what = pack === undefined ? 'The manifest' : `Pack ${pack}`;
  return `${what} has ${after} stations, where there were ${before}, and does not say that this is meant`;
}
