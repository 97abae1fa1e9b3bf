import { writePack } from '../dataset/pack/write-pack';
import { contentOf } from './pack-content';
import type { StationSet } from './station-set';

/**
 * A set as a pack, not gzipped: what `StationSet.decode` reads. The same stations give the same bytes, in whatever
 * order they come. Positions are rounded to 1e-7 degrees of WGS-84 (1.1 cm), codes of a station put in the order of
 * the vocabulary, and hours compiled to schedules.
 *
 * @throws InvalidOptionError when an id is longer than 4,096 bytes, or a number larger than 4,294,967,292
 * @example
 * const bytes = encodePack(set);
 * StationSet.decode(bytes, { crs: 'gcj02' }).size; // 1
 */
export function encodePack(set: StationSet): Uint8Array {
  return writePack(contentOf(set, set.filter()));
}
