import { InvalidPackError } from '../../errors';
import type { PackContent } from './content';
import { PackedStations } from './packed-stations';
import { readPack } from './read-pack';

/**
 * Everything in a pack, every text and every schedule decoded: to check it, to change it, or to pack it again.
 *
 * @throws InvalidPackError
 */
export function readContent(bytes: Uint8Array): PackContent {
  const pack = readPack(bytes);
  pack.ids.check();
  for (const column of pack.texts.values()) column.check();
  const stations = new PackedStations(pack, 'wgs84');
  const rows = Array.from({ length: pack.size }, (_, item) => stations.rowOf(item));
  const offered = rows.reduce((sum, { offerSchedules }) => sum + offerSchedules.size, 0);
  if (offered !== pack.offerSchedules.length) {
    throw new InvalidPackError('more hours than there are offers');
  }
  return { ...pack.head, rows };
}
