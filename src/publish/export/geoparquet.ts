import type { parquetWriteBuffer, SchemaElement } from 'hyparquet-writer';
import type { StationSet } from '../../stations/station-set';
import { datasetFacts } from './dataset-facts';
import { type FieldKind, type FieldName, fields, fitsInt32 } from './fields';
import { asWritten, placeSchema, schemaOf } from './geoparquet-schema';
import { boxAround, inHilbertOrder } from './hilbert-order';
import { type PlacedStation, placeStations } from './place-stations';

/* GeoParquet 1.1. This file and its schema are the only ones that know hyparquet-writer, loaded when asked for. */

export type Compression = 'snappy' | 'none';

/**
 * Stations in a row group, which is the least that a reader fetches: some 3 MB, a district or two. Rows
 * stand along a Hilbert curve, so that a group covers a small part of the map.
 */
const rowGroupSize = 20_000;

/** A column, and what it holds for each station in turn. */
interface Column {
  readonly name: string;
  readonly data: unknown[];
  /** Smallest and greatest values help to skip rows, but not where they are bytes or JSON. */
  readonly statistics?: boolean;
}

/** The stations as GeoParquet, in WGS-84. */
export async function writeGeoParquet(
  set: StationSet,
  compression: Compression,
): Promise<Uint8Array> {
  const library = await import('hyparquet-writer');
  const placed = inHilbertOrder(placeStations(set, 'wgs84'));
  const stations = placed.map(({ station }) => station);
  const schemas = [
    ...placeSchema,
    ...fields.flatMap(([name, kind]) =>
      schemaOf(name, kind, kind !== 'count' || fitsInt32(stations, name as 'capacity')),
    ),
  ];
  const root: SchemaElement = { name: 'root', num_children: schemas.length };
  const columnData = [
    ...placeColumns(placed),
    ...fields.flatMap(([name, kind]) => columnsOf(placed, name, kind)),
  ];
  const buffer = library.parquetWriteBuffer({
    columnData: columnData as Parameters<typeof parquetWriteBuffer>[0]['columnData'],
    schema: [root, ...schemas.flat()],
    codec: compression === 'none' ? 'UNCOMPRESSED' : 'SNAPPY',
    rowGroupSize,
    kvMetadata: [
      { key: 'geo', value: JSON.stringify(geoMetadata(placed)) },
      { key: 'yizhan', value: datasetFacts(set) },
    ],
    createdBy: 'yizhan',
  });
  return new Uint8Array(buffer);
}

/** What makes Parquet GeoParquet. Without a `crs` it is OGC:CRS84: WGS-84, longitude first. */
function geoMetadata(placed: readonly PlacedStation[]): object {
  const { xmin, ymin, xmax, ymax } = boxAround(placed);
  const edge = (name: string) => [name, ['bbox', name]] as const;
  return {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: ['Point'],
        ...(placed.length > 0 && { bbox: [xmin, ymin, xmax, ymax] }),
        covering: { bbox: Object.fromEntries(['xmin', 'ymin', 'xmax', 'ymax'].map(edge)) },
      },
    },
  };
}

function placeColumns(placed: readonly PlacedStation[]): Column[] {
  return [
    { name: 'geometry', data: placed.map(wellKnownPoint), statistics: false },
    { name: 'bbox', data: placed.map((one) => boxAround([one])) },
  ];
}

/** A point as WKB: little-endian, type 1, two doubles. */
function wellKnownPoint({ lng, lat }: PlacedStation): Uint8Array {
  const bytes = new Uint8Array(21);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  view.setUint32(1, 1, true);
  view.setFloat64(5, lng, true);
  view.setFloat64(13, lat, true);
  return bytes;
}

function columnsOf(placed: readonly PlacedStation[], name: FieldName, kind: FieldKind): Column[] {
  const values = placed.map(({ station }) => station[name]);
  if (kind === 'date') {
    const instants = (values as (string | undefined)[]).map((value) =>
      value === undefined ? undefined : new Date(value),
    );
    return [
      { name, data: instants },
      { name: `${name}${asWritten}`, data: values },
    ];
  }
  if (name === 'offers') return [{ name, data: placed.map(({ station }) => offersOf(station)) }];
  const isJson = name === 'parking' || name === 'extra';
  if (!isJson) return [{ name, data: values }];
  const texts = values.map((value) => (value === undefined ? undefined : JSON.stringify(value)));
  return [{ name, data: texts, statistics: false }];
}

function offersOf({ offers }: PlacedStation['station']): unknown {
  const day = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  return offers?.map((offer) => ({ ...offer, from: day(offer.from), until: day(offer.until) }));
}
