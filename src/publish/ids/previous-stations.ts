import { readRecords } from '../../dataset/records';
import { type Crs, convertChecked } from '../../geo/crs';
import { hash53 } from '../import/hash';
import { readStationFile } from '../import/station-file';

/** The dataset as it was before, by number in the order of its file. */
export interface PreviousStations {
  readonly path: string;
  readonly crs: Crs;
  /** Whether nobody said so. */
  readonly isCrsAssumed: boolean;
  readonly size: number;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly district: Uint32Array;
  readonly kind: Float64Array;
  readonly phone: Float64Array;
  readonly wgsLng: Float64Array;
  readonly wgsLat: Float64Array;
  /** Where each stands in its file, from 1. */
  readonly row: Uint32Array;
}

/** @throws DataFileError, as for any file of stations */
export async function readPrevious(path: string, crs: Crs | undefined): Promise<PreviousStations> {
  const file = await readStationFile(path);
  const from = file.crs ?? crs ?? 'gcj02';
  const { stations, skipped } = readRecords(file.records, 'skip', (position) =>
    convertChecked(position, from, 'wgs84'),
  );
  const left = new Set(skipped.map(({ record }) => record));
  const row = Uint32Array.from(file.records, (_, i) => i + 1).filter((one) => !left.has(one));
  return {
    path,
    crs: from,
    isCrsAssumed: (file.crs ?? crs) === undefined,
    size: stations.length,
    ids: stations.map(({ id }) => id),
    names: stations.map(({ name, nameEn }) => name ?? nameEn ?? ''),
    addresses: stations.map(({ address }) => address ?? ''),
    district: Uint32Array.from(stations, ({ district }) => Number(district ?? 0)),
    kind: Float64Array.from(stations, ({ kind }) => (kind === 'other' ? 0 : hash53(kind))),
    phone: Float64Array.from(stations, ({ phone = '' }) => hash53(phone.replace(/\D/g, ''))),
    wgsLng: Float64Array.from(stations, ({ position }) => position.lng),
    wgsLat: Float64Array.from(stations, ({ position }) => position.lat),
    row,
  };
}
