import type { CollectionFacts } from '../../../dataset/geojson';
import type { Crs } from '../../../geo/crs';
import type { Finding } from '../finding';
import { notARecord } from '../read-grid';
import { fieldReader } from '../rows/field-readers';
import { type HoursParts, readHours } from '../rows/hours';
import { RowDraft } from '../rows/row-draft';
import type { Reading, ReadRow, Table } from '../table';
import type { FeatureRow } from '../tables/feature';
import type { FeatureItem } from '../tables/feature-grid';
import { cellText } from '../values/cell-text';
import { readCoordinate } from '../values/coordinate';
import { DistrictNames } from '../values/districts';
import { fold } from '../values/fold';
import { wordLists } from '../words/vocabularies';
import { fieldOfTag, rankOfTag, readTags, type Tags, tagReadings } from './read-tags';

const osmId = /^(?:node|way|relation)\/\d+$/;

/** Whether features come from OpenStreetMap: by their ids, or because they carry `tags`. */
export function isOsm(sample: readonly FeatureItem[]): boolean {
  const rows = sample.flatMap(({ row }) => row ?? []);
  const known = rows.filter(
    ({ id, properties }) =>
      osmId.test(String(properties['@id'] ?? id)) || isTags(properties['tags']),
  );
  return rows.length > 0 && known.length >= rows.length / 2;
}

function isTags(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What converters put beside the tags, of no use to anybody here. */
const beside = new Set([
  '@id',
  '@type',
  '@geometry',
  '@version',
  '@changeset',
  '@user',
  '@uid',
  '@relations',
]);

/** A feature's tags: apart, or flat among its properties. */
function tagsOf({ properties }: FeatureRow): Tags {
  const { tags, ...others } = properties;
  if (!isTags(tags)) {
    return Object.fromEntries(Object.entries(properties).filter(([key]) => !beside.has(key)));
  }
  const timestamp = others['@timestamp'];
  return timestamp === undefined ? tags : { ...tags, '@timestamp': timestamp };
}

/** A table of places from OpenStreetMap, read by their tags. */
export function readPlaces(
  items: () => AsyncIterable<FeatureItem>,
  sample: readonly FeatureItem[],
  facts: {
    readonly format: string;
    readonly encoding: string;
    readonly crs: Crs | undefined;
    readonly head: Omit<CollectionFacts, 'crs'>;
    readonly findings: readonly Finding[];
  },
  reading: Reading,
): Table {
  const keys = new Set(sample.flatMap(({ row }) => (row ? Object.keys(tagsOf(row)) : [])));
  const told = reading.mapping.columns ?? {};
  const columns = tagReadings(keys).map((column) =>
    Object.prototype.hasOwnProperty.call(told, column.header)
      ? { ...column, field: told[column.header] ?? undefined, by: 'mapping' as const }
      : column,
  );
  const { format, encoding, head, findings } = facts;
  const names = new DistrictNames(
    sample.flatMap(({ row }) => (row ? cellText(tagsOf(row)['addr:city']) : [])),
  );
  // OpenStreetMap is WGS-84, in China too.
  const crs = facts.crs ?? 'wgs84';
  const { path } = reading;
  return {
    facts: { file: path, format, encoding, columns },
    crs,
    head,
    findings,
    async *rows() {
      const seen = new Set<string>();
      for await (const item of items()) {
        reading.progress.onRow();
        const origin = { file: path, row: item.number };
        if (item.row === undefined) {
          yield { origin, draft: undefined, findings: [notARecord(origin, item.fault)] };
        } else yield readPlace(item.row, origin, crs, names, reading, seen);
      }
    },
  };
}

function readPlace(
  row: FeatureRow,
  origin: ReadRow['origin'],
  crs: Crs,
  names: DistrictNames,
  { mapping }: Reading,
  seen: Set<string>,
): ReadRow {
  const tags = tagsOf(row);
  const id = row.properties['@id'] ?? row.id;
  if (Object.keys(tags).length === 0) {
    // The corners of an area, which Overpass gives along with it.
    const finding = {
      severity: 'note',
      code: 'not-a-station',
      origin,
      value: cellText(id),
      details: { kind: 'untagged' },
    } as const;
    return { origin, draft: undefined, findings: [finding] };
  }
  const draft = new RowDraft(origin);
  if (id !== undefined) draft.set('id', String(id), 'id');
  place(row, draft);
  const mapped = (key: string) => Object.prototype.hasOwnProperty.call(mapping.columns ?? {}, key);
  const hours: HoursParts = new Map();
  const left = new Map<string, unknown>();
  // A field of several tags takes the best of them.
  const sorted = Object.entries(tags).sort(([a], [b]) => rankOfTag(a) - rankOfTag(b));
  for (const [key, cell] of sorted) {
    const text = cellText(cell);
    const field = mapped(key) ? (mapping.columns![key] ?? undefined) : fieldOfTag(key);
    if (field === undefined || draft.record[field] !== undefined) left.set(key, cell);
    else if (field === 'hours') hours.set('hours', { text, column: key });
    else {
      const values = mapping.values?.[key];
      const isNew = (value: string) =>
        !seen.has(`${key}=${value}`) && seen.add(`${key}=${value}`).size > 0;
      fieldReader(field)(
        { field, column: key, cell, text, mapped: values, dayOrder: undefined, names, isNew },
        draft,
      );
    }
  }
  readHours(hours, draft);
  const name = draft.record['name'];
  const kind =
    typeof name === 'string' ? wordLists.kindsInNames.scan(fold(name)).codes.at(-1) : undefined;
  if (kind !== undefined) draft.set('kind', kind, draft.columns.get('name') ?? 'name');
  const told = readTags(tags, (key) => !mapped(key), draft);
  for (const [key, cell] of left) if (!told.has(key)) draft.keep(key, cell);
  return { origin, draft: draft.finish(crs), findings: draft.findings };
}

function place({ position, shape }: FeatureRow, draft: RowDraft): void {
  const [lng, lat] = (position ?? []).map(readCoordinate);
  if (lng === undefined || lat === undefined) return;
  draft.columns.set('lng', 'geometry').set('lat', 'geometry');
  draft.position = { lng: lng.value, lat: lat.value };
  draft.decimals = Math.min(lng.decimals, lat.decimals);
  if (shape !== undefined)
    draft.find({ severity: 'note', code: 'geometry-not-point', value: shape });
}
