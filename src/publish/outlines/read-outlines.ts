import { readGeoJson } from '../../dataset/geojson';
import { DataFileError, isYizhanError } from '../../errors';
import { type Crs, convertChecked } from '../../geo/crs';
import { readArea } from '../../search/area';
import { readText } from '../import/data-file';
import { DistrictNames } from '../import/values/districts';
import { Districts } from './districts';
import { plainGeometry } from './echarts';
import { Outline, type Rings } from './outline';

/**
 * The districts' outlines in a GeoJSON file, plain or as ECharts encodes them, moved to WGS-84. A feature's `id`,
 * or its property `adcode`, `code`, `district` or `id`, is the district's six-digit code; without one it goes by its `name`,
 * where only one district of the country has that.
 *
 * @param crs what they are in; the file's own statement by default, else `gcj02`
 * @throws DataFileError
 */
export async function readOutlines(path: string, crs: Crs | undefined): Promise<Districts> {
  const text = await readText(path);
  const content = parse(text, path);
  try {
    const stated = crs ?? readGeoJson(content).crs;
    const from = stated ?? 'gcj02';
    const { features, UTF8Scale } = content as { features: unknown[]; UTF8Scale?: unknown };
    const names = new DistrictNames(features.map(nameOf));
    const outlines = features.map((feature) => readOutline(feature, UTF8Scale, from, names));
    return new Districts(outlines, stated === undefined ? from : undefined);
  } catch (cause) {
    if (!isYizhanError(cause)) throw cause;
    const expected = `expected a GeoJSON FeatureCollection of outlines (${cause.message})`;
    throw new DataFileError('FILE_FORMAT', path, expected, { cause });
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DataFileError('FILE_FORMAT', path, 'expected GeoJSON', { cause });
  }
}

function nameOf(feature: unknown): string {
  const { properties } = (feature ?? {}) as { properties?: { name?: unknown } | null };
  return typeof properties?.name === 'string' ? properties.name : '';
}

function readOutline(feature: unknown, scale: unknown, crs: Crs, names: DistrictNames): Outline {
  const { id, geometry, properties } = (feature ?? {}) as Record<string, unknown>;
  const said = (properties ?? {}) as Record<string, unknown>;
  const codes = [id, said['adcode'], said['code'], said['district'], said['id']].map(String);
  const stated = codes.find((one) => /^\d{6}$/.test(one));
  const code = stated ?? names.read(nameOf(feature)).code ?? '';
  const name = nameOf(feature) || code;
  const area = readArea(plainGeometry(geometry, scale));
  const rings: Rings = area.coordinates.flat().map((ring) =>
    ring.map(([lng, lat]): [number, number] => {
      const moved = convertChecked({ lng: lng!, lat: lat! }, crs, 'wgs84');
      return [moved.lng, moved.lat];
    }),
  );
  return new Outline(code, name, rings);
}
