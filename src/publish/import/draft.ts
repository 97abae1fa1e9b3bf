import type { Crs } from '../../geo/crs';

/** Where something stands in what was handed in. */
export interface Origin {
  /** The file's name as it was given. */
  readonly file: string;
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
  /**
   * The row as the clerk's program numbers it: the first line of a sheet is 1, title and header counted. In
   * GeoJSON, NDJSON and Overpass the number of the feature, from 1. 0: the table as a whole.
   */
  readonly row: number;
}

/** One row on its way to becoming a station: values are normalised, nothing is checked against other rows. */
export interface Draft {
  readonly origin: Origin;
  /**
   * Fields of a station record, without `position`. `id` only where the source has an official one. What no field
   * holds is in `extra`, by the header as written.
   */
  readonly record: Readonly<Record<string, unknown>>;
  /** As written, in degrees, before any change of CRS; absent when the row has none that can be read. */
  readonly position?: { readonly lng: number; readonly lat: number } | undefined;
  /** How many decimals the position was written with: the fewer of the two. */
  readonly decimals?: number | undefined;
  /** What the row or its column says the position is in. */
  readonly crs?: Crs | undefined;
  /** By field (`lng` and `lat` too): the header of the column it came from, to point at. */
  readonly columns: ReadonlyMap<string, string>;
}
