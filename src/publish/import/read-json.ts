import type { CollectionFacts } from '../../dataset/geojson';
import { DataFileError } from '../../errors';
import { type Crs, readCrs } from '../../geo/crs';
import { readHeaderCell } from './columns/header-row';
import type { Finding } from './finding';
import { isOsm, readPlaces } from './osm/read-places';
import { readGrid } from './read-grid';
import { encodingOf } from './read-text';
import type { Reading, Table } from './table';
import type { ByteSource } from './tables/byte-source';
import { type FeatureItem, featureGrid, toItem } from './tables/feature-grid';
import { readJson, readJsonLines } from './tables/json-lines';
import { gridOfEpsg } from './values/grids';

/** The table of a GeoJSON, Overpass or NDJSON file, or of a JSON array. */
export async function readFeatures(
  source: ByteSource,
  isLines: boolean,
  reading: Reading,
): Promise<Table | undefined> {
  const encoding = await encodingOf(source, reading);
  if (isLines) {
    let isFirst = true;
    const items = async function* () {
      const taking = isFirst ? reading.quiet : reading.progress;
      isFirst = false;
      for await (const line of readJsonLines(source, encoding, taking)) yield toItem(line);
    };
    return toTable(items, 'ndjson', { encoding, crs: undefined, head: {}, findings: [] }, reading);
  }
  const content = await readJson(source, encoding);
  const { format, values, ...facts } = unwrap(content, source.path);
  const items = async function* () {
    for (const [index, value] of values.entries()) yield toItem({ number: index + 1, value });
  };
  return toTable(items, format, { encoding, ...facts }, reading);
}

interface Facts {
  readonly encoding: string;
  readonly crs: Crs | undefined;
  readonly grid?: string | undefined;
  readonly head: Omit<CollectionFacts, 'crs'>;
  readonly findings: readonly Finding[];
}

async function toTable(
  items: () => AsyncIterable<FeatureItem>,
  format: string,
  facts: Facts,
  reading: Reading,
): Promise<Table | undefined> {
  const sample: FeatureItem[] = [];
  for await (const item of items()) {
    sample.push(item);
    if (sample.length >= 2_000) break;
  }
  if (isOsm(sample)) return readPlaces(items, sample, { ...facts, format }, reading);
  const { grid, headers, headerAt } = featureGrid(items, sample);
  return readGrid(grid, { ...facts, format, headers, headerAt }, reading);
}

interface Content extends Omit<Facts, 'encoding'> {
  readonly format: string;
  readonly values: readonly unknown[];
}

const nothing = { crs: undefined, head: {}, findings: [] };

function unwrap(content: unknown, path: string): Content {
  if (Array.isArray(content)) return { ...nothing, format: 'json', values: content };
  const { type, features, elements } = (content ?? {}) as Record<string, unknown>;
  if (Array.isArray(elements))
    return { ...nothing, format: 'overpass', crs: 'wgs84', values: elements };
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    return { ...readHead(content as object, path), format: 'geojson', values: features };
  }
  if (type === 'Feature') return { ...nothing, format: 'geojson', values: [content] };
  if (isPlace(content)) return { ...nothing, format: 'json', values: [content] };
  const list = longestList(content, 3);
  if (list !== undefined) return { ...nothing, format: 'json', values: list };
  const expected = 'a GeoJSON FeatureCollection, the elements of Overpass or a list of records';
  throw new DataFileError('FILE_FORMAT', path, `expected ${expected}`);
}

/** One record by itself: its offers and photos are no list of stations. */
function isPlace(content: unknown): boolean {
  const fields = Object.keys(content ?? {}).map((key) => readHeaderCell(key).field);
  return fields.some((field) => field === 'lng' || field === 'position');
}

/** The answers of services wrap their list: { code: 0, data: { list: […] } }. */
function longestList(value: unknown, depth: number): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.some((one) => typeof one === 'object') ? value : undefined;
  if (depth === 0 || typeof value !== 'object' || value === null) return undefined;
  const lists = Object.values(value).flatMap((one) => [longestList(one, depth - 1) ?? []]);
  const longest = lists.reduce((most, list) => (list.length > most.length ? list : most), []);
  return longest.length > 0 ? longest : undefined;
}

/** What a collection says of itself: ours in `yizhan`, others in `crs`, the way of GeoJSON before RFC 7946. */
function readHead(content: object, file: string): Omit<Facts, 'encoding'> {
  const { yizhan, crs: named } = content as Record<string, unknown>;
  const { crs, terms, utcOffsetMinutes, holidays } = (
    typeof yizhan === 'object' && yizhan !== null ? yizhan : {}
  ) as Partial<CollectionFacts>;
  const head = {
    ...(terms !== undefined && { terms }),
    ...(utcOffsetMinutes !== undefined && { utcOffsetMinutes }),
    ...(holidays !== undefined && { holidays }),
  };
  if (crs !== undefined) {
    return { crs: readCrs(crs, "CRS in the collection's yizhan.crs"), head, findings: [] };
  }
  const { name } = ((named as { properties?: unknown } | null)?.properties ?? {}) as {
    name?: unknown;
  };
  if (name === undefined) return { crs: undefined, head, findings: [] };
  // Web Mercator's metres are turned into degrees of WGS-84 where they are read.
  if (/(?:CRS84|EPSG:+(?:4326|4490|3857|900913))$/.test(String(name))) {
    return { crs: 'wgs84', head, findings: [] };
  }
  const grid = gridOfEpsg(String(name));
  if (grid !== undefined) return { crs: 'wgs84', grid, head, findings: [] };
  const origin = { file, row: 0 };
  const value = String(name);
  return {
    crs: undefined,
    head,
    findings: [{ severity: 'warning', code: 'crs-unsupported', origin, value }],
  };
}
