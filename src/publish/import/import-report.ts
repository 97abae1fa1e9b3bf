import type { Crs } from '../../geo/crs';
import type { Finding, Severity } from './finding';

/** How one column was understood. */
export interface ColumnReading {
  readonly header: string;
  /** Where it stands in a sheet or a CSV file, from 0: 5 is column F; other formats have no such order. */
  readonly index?: number | undefined;
  /** A field of the record, `lng`, `lat`, `position`, `service:toilet` for a yes/no column, or nothing: kept in `extra`. */
  readonly field: string | undefined;
  /** Told by the mapping file, by the header, or by what the cells hold. */
  readonly by: 'mapping' | 'header' | 'content' | 'none';
}

/** One table: a CSV file, a sheet of a workbook, a GeoJSON file. */
export interface TableReading {
  readonly file: string;
  readonly sheet?: string | undefined;
  /** `csv`, `tsv`, `xlsx`, `geojson`, `ndjson`, `overpass`. */
  readonly format: string;
  /** `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`, `windows-1252`; of text only. */
  readonly encoding?: string | undefined;
  readonly columns: readonly ColumnReading[];
  /** Rows that are not blank, and how many of them are stations now. */
  readonly rows: number;
  readonly placed: number;
  readonly crs: CrsReading;
}

/** What positions are in, and why that is believed. */
export interface CrsReading {
  readonly crs: Crs;
  readonly by: 'option' | 'stated' | 'evidence' | 'assumed';
  /** From 0 to 1. */
  readonly confidence: number;
  /** In a sentence for the report, by language. */
  readonly reason: { readonly zh: string; readonly en: string };
}

/** Where a row stands on the report's map, in WGS-84, with the worst that was found about it. */
export interface MapPoint {
  readonly lng: number;
  readonly lat: number;
  readonly severity: Severity | undefined;
  /** What to show: the station's name, else its id. */
  readonly name: string;
  /** Among the findings: those about this row. */
  readonly findings: readonly number[];
}

/** Everything an import has to say for itself. */
export interface ImportReport {
  readonly tables: readonly TableReading[];
  /** How many stations the dataset has. */
  readonly stations: number;
  /** In the order of files and rows. */
  readonly findings: readonly Finding[];
  readonly points: readonly MapPoint[];
}
