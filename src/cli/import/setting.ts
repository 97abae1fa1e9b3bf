import { DataFileError } from '../../core';
import { readCrs } from '../../geo/crs';
import { readText } from '../../publish/import/data-file';
import type { ImportOptions } from '../../publish/import/import-options';
import { type Mapping, readMapping } from '../../publish/import/mapping';
import type { ReadOptions } from '../../publish/import/read-drafts';
import type { Arguments, Flags } from '../arguments';
import { readMeters } from '../flags';
import { readBounds } from '../select';

/** How files are read, judged and checked. */
export const importFlags: Flags = {
  crs: {
    value: 'CRS',
    help: 'what all positions are in: wgs84, gcj02, bd09 (default: as stated, else judged from evidence)',
  },
  'out-crs': {
    value: 'CRS',
    help: "what to write (default: the previous dataset's, else the tables' if one, else gcj02)",
  },
  mapping: { value: 'FILE', help: 'what columns and values mean, as --print-mapping writes it' },
  'print-mapping': { help: 'write what the columns were taken for, to edit; import nothing' },
  encoding: { value: 'NAME', help: 'of text: utf-8, gb18030, big5, … (default: detected)' },
  sheet: {
    value: 'NAME',
    help: 'of a workbook, or its number from 1 (default: every one with stations)',
  },
  districts: { value: 'FILE', help: "GeoJSON with the districts' outlines by six-digit code" },
  'districts-crs': { value: 'CRS', help: 'what they are in (default: as stated, else gcj02)' },
  'district-tolerance': {
    value: 'METRES',
    help: 'how far outside its outline a station may lie (default: 1km)',
  },
  bounds: { value: 'W,S,E,N', help: 'where stations should be, in degrees of WGS-84' },
  previous: { value: 'FILE', help: 'the dataset as it was: stations keep their ids' },
  today: { value: 'DAY', help: 'YYYY-MM-DD, for what is out of date (default: today)' },
};

/** @throws UsageError, DataFileError, InvalidOptionError, UnknownCodeError */
export async function readImportOptions(args: Arguments): Promise<ImportOptions> {
  const crs = (flag: string) => {
    const value = args.one(flag);
    return value === undefined ? undefined : readCrs(value, `CRS in --${flag}`);
  };
  const bounds = args.one('bounds');
  return {
    ...(await readReadOptions(args)),
    crs: crs('crs'),
    outCrs: crs('out-crs'),
    districts: args.one('districts'),
    districtsCrs: crs('districts-crs'),
    districtToleranceMeters: readMeters(args, 'district-tolerance'),
    bounds: bounds === undefined ? undefined : readBounds(bounds),
    previous: args.one('previous'),
    today: args.one('today'),
  };
}

export async function readReadOptions(args: Arguments): Promise<Omit<ReadOptions, 'onProgress'>> {
  const mapping = args.one('mapping');
  const sheet = args.one('sheet');
  return {
    encoding: args.one('encoding'),
    sheet: sheet !== undefined && /^\d+$/.test(sheet) ? Number(sheet) : sheet,
    mapping: mapping === undefined ? undefined : await readMappingFile(mapping),
  };
}

async function readMappingFile(path: string): Promise<Mapping> {
  const text = await readText(path);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new DataFileError('FILE_FORMAT', path, 'expected JSON, as --print-mapping writes it', {
      cause,
    });
  }
  return readMapping(content);
}
