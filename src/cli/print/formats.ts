import type { LngLat, Station, StationSet } from '../../core';
import { writeGeoJson } from '../../dataset/geojson';
import { fieldNames } from '../../dataset/station';
import { formatCsv } from '../../publish/csv';
import type { Output } from '../output';
import { type Column, table } from './table';

export const formats = ['table', 'json', 'ndjson', 'geojson', 'csv'] as const;
export type Format = (typeof formats)[number];

/** A station with what a query says about it. */
export interface Row {
  readonly station: Station;
}

/** Writes rows in one of the formats. In `json` and `ndjson` they are what the library returns. */
export function writeRows<R extends Row>(
  rows: readonly R[],
  format: Format,
  columns: readonly Column<R>[],
  set: StationSet,
  output: Output,
): void {
  if (format === 'table') {
    // No title line for nothing: a person reads the remark instead.
    if (rows.length > 0) output.data(table(rows, columns, output));
  } else if (format === 'json') {
    output.data(`${JSON.stringify(rows.map(plain), null, 2)}\n`);
  } else if (format === 'ndjson') {
    for (const row of rows) output.data(`${JSON.stringify(plain(row))}\n`);
  } else if (format === 'geojson') {
    output.data(`${JSON.stringify(collection(rows, set), null, 2)}\n`);
  } else {
    output.data(csv(rows));
  }
}

/** A hit as it is; a row that is nothing but a station as the station. */
function plain(row: Row): unknown {
  return Object.keys(row).length === 1 ? row.station : row;
}

function saidBesides(row: Row): [string, unknown][] {
  return Object.entries(row).filter(([key]) => key !== 'station');
}

function collection(rows: readonly Row[], set: StationSet): unknown {
  const stations = rows.map((row) => row.station);
  const { features, ...rest } = writeGeoJson(stations, set.crs, set);
  return {
    ...rest,
    features: features.map((feature, i) => ({
      ...feature,
      properties: { ...Object.fromEntries(saidBesides(rows[i]!)), ...feature.properties },
    })),
  };
}

/** CSV that `--data` reads back: lists between `;`, objects as JSON. */
function csv(rows: readonly Row[]): string {
  const hitFields = rows.length === 0 ? [] : saidBesides(rows[0]!).map(([key]) => key);
  const stationFields = fieldNames.flatMap((name) =>
    name === 'position' ? ['lng', 'lat'] : [name],
  );
  const data = rows.map((row) => {
    const { position, ...station } = row.station as Station & Record<string, unknown>;
    const values: Record<string, unknown> = { ...station, ...position };
    const said = Object.fromEntries(saidBesides(row));
    return [
      ...hitFields.map((name) => cell(said[name])),
      ...stationFields.map((name) => cell(values[name])),
    ];
  });
  return formatCsv([...hitFields, ...stationFields], data);
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  // Addresses of pictures may hold the separators.
  if (
    Array.isArray(value) &&
    value.every((item) => typeof item === 'string' && !/[;\s]/.test(item))
  ) {
    return value.join(';');
  }
  if (value instanceof Date) return value.toISOString();
  if (isLngLat(value)) return `${value.lng} ${value.lat}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isLngLat(value: unknown): value is LngLat {
  return typeof value === 'object' && value !== null && 'lng' in value && 'lat' in value;
}
