import { type Area, type Bounds, DataFileError, type Filter, type Station } from '../core';
import { readText } from '../publish/import/data-file';
import { readDecimal } from '../publish/import/decimal';
import type { StationSet } from '../stations/station-set';
import type { Arguments, Flags } from './arguments';
import { UsageError } from './usage-error';

/** Where the stations are that a command lists or writes. */
export const selectionFlags: Flags = {
  bounds: { value: 'W,S,E,N', help: 'in this box of degrees' },
  area: { value: 'FILE', help: 'in this GeoJSON Polygon or MultiPolygon' },
};

/** The stations that pass the filter, in `--bounds` or `--area` where one is given. */
export async function selectStations(
  set: StationSet,
  args: Arguments,
  filter: Filter,
): Promise<Station[]> {
  const bounds = args.one('bounds');
  const area = args.one('area');
  if (bounds !== undefined && area !== undefined)
    throw new UsageError('give either --bounds or --area, not both');
  if (bounds !== undefined) return set.inBounds(readBounds(bounds), filter);
  return area === undefined ? set.filter(filter) : set.inArea(await readAreaFile(area), filter);
}

async function readAreaFile(path: string): Promise<Area> {
  const text = await readText(path);
  try {
    return JSON.parse(text) as Area;
  } catch (cause) {
    throw new DataFileError('FILE_FORMAT', path, 'expected GeoJSON', { cause });
  }
}

/** Four numbers between commas. Their ranges are checked by the query. */
export function readBounds(text: string): Bounds {
  const numbers = text.split(/[,，]/).map((part) => readDecimal(part.trim()));
  if (numbers.length === 4 && !numbers.some(Number.isNaN)) return numbers as unknown as Bounds;
  throw new UsageError(
    `expected --bounds as W,S,E,N in degrees, such as 121.46,31.22,121.48,31.24, got ${JSON.stringify(text)}`,
  );
}
