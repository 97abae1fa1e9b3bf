import { readLimit } from '../../options';
import {
  type ExportFormat,
  type ExportOptions,
  exportFormats,
  exportStations,
} from '../../publish/export/export-stations';
import { writeToPlace } from '../../publish/files/write-file';
import type { Arguments, Flags } from '../arguments';
import { type Command, exitCodeFor } from '../command';
import { dataFlags, filterFlags, readFilter, readNumberFlag } from '../flags';
import { readFormat } from '../format-flag';
import { inputName } from '../input-name';
import { openingFilter, openingFlags, readOpeningWish } from '../opening';
import type { Output } from '../output';
import { selectionFlags, selectStations } from '../select';
import { loadStations } from '../stations';
import { UsageError } from '../usage-error';

const formatByEnding: ReadonlyMap<string, ExportFormat> = new Map([
  ['geojson', 'geojson'],
  ['json', 'geojson'],
  ['csv', 'csv'],
  ['xlsx', 'xlsx'],
  ['fgb', 'flatgeobuf'],
  ['parquet', 'geoparquet'],
  ['geoparquet', 'geoparquet'],
]);

const isText: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['geojson', 'csv']);
const isAlwaysWgs84: ReadonlySet<ExportFormat> = new Set<ExportFormat>([
  'flatgeobuf',
  'geoparquet',
]);

/** Flags that one format alone understands. */
const flagsOf: Readonly<Partial<Record<ExportFormat, Flags>>> = {
  csv: {
    bom: { help: 'csv: begin with a byte order mark, by which Excel knows UTF-8' },
    'guard-formulas': {
      help: 'csv: an apostrophe before text that Excel would take for a formula: =, +, -, @',
    },
  },
  xlsx: {
    'service-columns': { help: 'xlsx: a column for each service, with √, rather than a list' },
  },
  geoparquet: {
    compression: { value: 'NAME', help: 'geoparquet: snappy or none (default: snappy)' },
  },
};

export const exportCommand: Command = {
  name: 'export',
  words: '',
  summary: 'the stations that pass the filters, as a file for QGIS, DuckDB, PostGIS or Excel',
  flags: {
    format: {
      value: 'FORMAT',
      help: `${exportFormats.join(', ')} (default: by the ending of --out: .geojson, .csv, .xlsx, .fgb, .parquet)`,
      short: 'f',
    },
    out: { value: 'FILE', help: 'where to write, - for standard output (default: -)', short: 'o' },
    ...Object.assign({}, ...Object.values(flagsOf)),
    limit: { value: 'N', help: 'the most stations to write (default: all)' },
    ...selectionFlags,
    ...filterFlags,
    ...openingFlags,
    ...dataFlags,
    crs: {
      value: 'CRS',
      help: 'what to write positions in, and what those of --data are in where neither it nor --data-crs says so: wgs84, gcj02, bd09 (default: written as wgs84)',
    },
    lang: {
      value: 'LANG',
      help: 'language of a workbook: zh or en (default: by LC_ALL, LC_MESSAGES, LANG)',
    },
  },
  examples: [
    'yizhan export --data stations.geojson --out stations.xlsx --service-columns',
    'yizhan export --data stations.geojson --district 310101 --out huangpu.fgb',
    'yizhan export --data stations.geojson --format csv --bom > stations.csv',
  ],
  async run(args, output) {
    const out = args.one('out') ?? '-';
    const format = formatOf(args, out);
    checkPlace(out, format, output);
    const limit = readLimit(readNumberFlag(args, 'limit'));
    const options = readOptions(args, format, output);
    const wish = readOpeningWish(args);
    const { set } = await loadStations(args, output, 'positions', wish);
    const filter = { ...readFilter(args), ...openingFilter(wish, set) };
    const found = await selectStations(set, args, filter);
    const chosen = new Set(found.slice(0, limit));
    const part = set.prepare({ where: (station) => chosen.has(station) });
    const crs = options.crs ?? 'wgs84';
    if (crs !== args.one('crs') && args.has('crs')) {
      output.note(`${format} is always in wgs84: positions are converted from ${set.crs}`);
    }
    if (crs !== 'wgs84') {
      output.note(`GIS programs take ${format} for wgs84, and show positions in ${crs} shifted`);
    }
    const bytes = await exportStations(part, format, options);
    if (out === '-') output.data(bytes);
    else await writeToPlace('out', out, [bytes]);
    const many = `${chosen.size} ${chosen.size === 1 ? 'station' : 'stations'}`;
    output.note(`${many} as ${format} in ${placeName(out)}; positions in ${crs}`);
    if (chosen.size < found.length)
      output.note(`${chosen.size} of ${found.length} stations; --limit gives more`);
    return exitCodeFor(chosen.size, output);
  },
};

function placeName(out: string): string {
  return out === '-' ? 'standard output' : inputName(out);
}

function formatOf(args: Arguments, out: string): ExportFormat {
  if (out === '') throw new UsageError('option --out has an empty value');
  if (args.has('format')) return readFormat(args, exportFormats);
  const ending = /\.([^./\\]+)$/.exec(out)?.[1]?.toLowerCase() ?? '';
  const format = formatByEnding.get(ending);
  if (format !== undefined) return format;
  throw new UsageError(
    `export needs --format (${exportFormats.join(', ')}), or --out with the ending of one`,
  );
}

function checkPlace(out: string, format: ExportFormat, { columns }: Output): void {
  if (out !== '-' || isText.has(format) || columns === undefined) return;
  throw new UsageError(`${format} is no text for a terminal: name a file with --out, or pipe it`);
}

/** @throws UsageError for a flag of another format */
function readOptions(args: Arguments, format: ExportFormat, output: Output): ExportOptions {
  for (const [other, flags] of Object.entries(flagsOf)) {
    const flag = Object.keys(flags).find(args.has);
    if (flag !== undefined && other !== format) {
      throw new UsageError(`--${flag} is for ${other}, and this is ${format}`);
    }
  }
  const crs = args.one('crs') as ExportOptions['crs'];
  return {
    ...(crs !== undefined && !isAlwaysWgs84.has(format) && { crs }),
    ...(args.has('bom') && { bom: true }),
    ...(args.has('guard-formulas') && { guardFormulas: true }),
    ...(args.has('service-columns') && { serviceColumns: true }),
    ...(format === 'xlsx' && { locale: output.locale }),
    ...(args.has('compression') && {
      compression: args.one('compression') as ExportOptions['compression'],
    }),
  };
}
