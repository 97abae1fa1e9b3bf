import { InvalidOptionError, UnknownCodeError } from '../../errors';
import { type Crs, readCrs } from '../../geo/crs';
import { checkOptionNames, readChoice } from '../../options';
import type { StationSet } from '../../stations/station-set';
import { writeCsv } from './csv';
import { writeFlatGeobuf } from './flatgeobuf';
import { writeGeoJsonFile } from './geojson';
import { writeGeoParquet } from './geoparquet';
import { writeXlsx } from './xlsx';

/** What stations can be exported as. */
export type ExportFormat = 'geojson' | 'csv' | 'xlsx' | 'flatgeobuf' | 'geoparquet';

/** Options apply to the formats they name; any other use of them is refused. */
export interface ExportOptions {
  /**
   * What positions are written in. GIS programs take every file for WGS-84, and show `gcj02` and `bd09` up to
   * 700 m and 1.2 km off; `flatgeobuf` and `geoparquet` are never anything else.
   * @default 'wgs84'
   */
  readonly crs?: Crs | undefined;
  /**
   * `csv`: begin with a byte order mark, by which Excel knows that the file is UTF-8.
   * @default false
   */
  readonly bom?: boolean | undefined;
  /**
   * `csv`: put an apostrophe before text that a spreadsheet would take for a formula (it begins with `=`, `+`,
   * `-`, `@`, a tab or a carriage return), phone numbers such as `+86 21 …` among it. Numbers stay numbers.
   * @default false
   */
  readonly guardFormulas?: boolean | undefined;
  /**
   * `xlsx`: the language of headers and labels.
   * @default 'zh'
   */
  readonly locale?: 'zh' | 'en' | undefined;
  /**
   * `xlsx`: a column for each service that any station has, with `√`, rather than one with a list.
   * @default false
   */
  readonly serviceColumns?: boolean | undefined;
  /**
   * `geoparquet`: how pages are compressed.
   * @default 'snappy'
   */
  readonly compression?: 'snappy' | 'none' | undefined;
}

const optionNames: Readonly<Record<ExportFormat, readonly (keyof ExportOptions)[]>> = {
  geojson: ['crs'],
  csv: ['crs', 'bom', 'guardFormulas'],
  xlsx: ['crs', 'locale', 'serviceColumns'],
  flatgeobuf: ['crs'],
  geoparquet: ['crs', 'compression'],
};

/** Every format that {@link exportStations} writes. */
export const exportFormats: readonly ExportFormat[] = Object.freeze(
  Object.keys(optionNames) as ExportFormat[],
);

/**
 * The stations of a set as a file for other programs: QGIS, DuckDB, PostGIS, Spark, Excel. Every station and
 * every field is in it. The libraries that write `xlsx`, `flatgeobuf` and `geoparquet` are loaded when asked for.
 *
 * `geojson`, `csv` and `xlsx` have the stations in the order of the records, the others along a Hilbert curve.
 *
 * @returns the bytes of the file
 * @throws UnknownCodeError when the format or the CRS is none
 * @throws InvalidOptionError for an option that the format has not, or a value it cannot have
 * @throws ExportError when a workbook has no room (for 1,048,575 stations, 32,767 characters in a cell), or CSV is
 * to hold a NUL character
 * @example
 * exportFormats; // ['geojson', 'csv', 'xlsx', 'flatgeobuf', 'geoparquet']
 * const file = exportStations(set, 'csv', { crs: 'gcj02', bom: true });
 * file instanceof Promise; // true
 */
export async function exportStations(
  set: StationSet,
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<Uint8Array> {
  if (!exportFormats.includes(format)) throw new UnknownCodeError('format', format, exportFormats);
  checkOptionNames(options, optionNames[format]);
  const crs = options.crs === undefined ? 'wgs84' : readCrs(options.crs, 'crs');
  switch (format) {
    case 'geojson':
      return writeGeoJsonFile(set, crs);
    case 'csv': {
      const bom = readSwitch('bom', options.bom);
      const guardFormulas = readSwitch('guardFormulas', options.guardFormulas);
      return writeCsv(set, crs, { bom, guardFormulas });
    }
    case 'xlsx': {
      const locale = readChoice('locale', options.locale, ['zh', 'en']);
      const serviceColumns = readSwitch('serviceColumns', options.serviceColumns);
      return writeXlsx(set, { crs, locale, serviceColumns });
    }
    case 'flatgeobuf':
      checkWgs84(crs, format);
      return writeFlatGeobuf(set);
    case 'geoparquet': {
      checkWgs84(crs, format);
      const compression = readChoice('compression', options.compression, ['snappy', 'none']);
      return writeGeoParquet(set, compression);
    }
  }
}

function readSwitch(option: string, value: unknown): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw new InvalidOptionError(option, value, 'true or false');
}

function checkWgs84(crs: Crs, format: ExportFormat): void {
  if (crs !== 'wgs84') throw new InvalidOptionError('crs', crs, `wgs84: ${format} has no other`);
}
