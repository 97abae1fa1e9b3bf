import { readUtf8 } from '../dataset/pack/wire';
import { InvalidGeoJsonError, InvalidPackError, UpdateError } from '../errors';
import { encodePack } from '../stations/encode-pack';
import { StationSet } from '../stations/station-set-from';
import type { Generation } from './generation';
import type { ReadOptions } from './open-options';

export type PackGeoJson = typeof packGeoJson;

/**
 * A GeoJSON file as a pack, so that what is kept and opened is the same from every source. Records that are no
 * stations are left out and counted.
 *
 * @throws InvalidGeoJsonError, UpdateError `NO_STATIONS` when none of it is a station
 */
export function packGeoJson(
  bytes: Uint8Array,
  sha256: string,
  { crs, sourceCrs }: Pick<ReadOptions, 'crs' | 'sourceCrs'>,
): Omit<Generation, 'number' | 'storedAt' | 'trust'> {
  const set = StationSet.fromGeoJson(parse(bytes), { crs, sourceCrs, onInvalid: 'skip' });
  const skipped = new Set(set.skipped.map(({ record }) => record)).size;
  if (set.size === 0)
    throw new UpdateError('NO_STATIONS', `The file has no stations; ${skipped} records are none`);
  const whole = encodePack(set);
  const manifest = new Uint8Array(0);
  const packs = [{ name: 'all', sha256, bytes: whole }];
  return { origin: 'geojson', manifest, sha256, skipped, packs, whole };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(readUtf8(bytes).replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof InvalidPackError ? 'UTF-8' : 'JSON';
    throw new InvalidGeoJsonError(reason, String((error as Error).message));
  }
}
