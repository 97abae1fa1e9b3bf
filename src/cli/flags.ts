import { type Filter, InvalidOptionError } from '../core';
import type { Access, Audience, Kind, Service } from '../dataset/vocabulary';
import { readDecimal } from '../publish/import/decimal';
import type { Arguments, Flags } from './arguments';
import { UsageError } from './usage-error';

/** What every command that reads stations understands. */
export const dataFlags: Flags = {
  data: {
    value: 'FILE',
    help: 'stations: GeoJSON, JSON, NDJSON or CSV, - for standard input (default: the made-up sample)',
  },
  crs: {
    value: 'CRS',
    help: 'what positions here are in: wgs84, gcj02, bd09 (default: what the data states; needed in China)',
  },
  'data-crs': {
    value: 'CRS',
    help: "what the file's positions are in (default: what it states, else --crs)",
  },
  lang: {
    value: 'LANG',
    help: 'language of tables: zh or en (default: by LC_ALL, LC_MESSAGES, LANG)',
  },
  quiet: { short: 'q', help: 'no remarks on standard error' },
  help: { short: 'h', help: 'this text' },
};

export const filterFlags: Flags = {
  service: { value: 'CODES', help: 'all of these services: toilet,water' },
  'any-service': { value: 'CODES', help: 'at least one of these services' },
  audience: { value: 'CODE', help: 'welcome to this audience: food-rider' },
  access: { value: 'CODES', help: 'at least one of these ways in: open,qr' },
  kind: { value: 'CODES', help: 'one of these kinds: rider-station' },
  district: { value: 'CODES', help: 'in one of these districts: 310101' },
};

/** The filter that the flags ask for. Codes are checked by the query, which names what is allowed. */
export function readFilter(args: Arguments): Filter {
  return {
    services: args.list('service') as Service[] | undefined,
    anyService: args.list('any-service') as Service[] | undefined,
    audience: args.one('audience') as Audience | undefined,
    access: args.list('access') as Access[] | undefined,
    kinds: args.list('kind') as Kind[] | undefined,
    districts: args.list('district'),
  };
}

/** A position from `LNG,LAT`. Its range is checked by the query. */
export function readLngLat(text: string, what: string): [number, number] {
  const numbers = text.split(/[,，\s]+/).map(readDecimal);
  if (numbers.length !== 2 || numbers.some(Number.isNaN)) {
    throw new UsageError(
      `expected ${what} as LNG,LAT in degrees, such as 121.4737,31.2304, got ${JSON.stringify(text)}`,
    );
  }
  return numbers as [number, number];
}

/** What the library calls an option, and what a person typed. */
const flagOf: Readonly<Record<string, string>> = {
  widthMeters: '--width',
  maxDistanceMeters: '--max-distance',
  maxDetourMeters: '--max-detour',
  fromMeters: '--from-meters',
  from: '--from',
  limit: '--limit',
  sort: '--sort',
  passes: '--passes',
  circuity: '--circuity',
  districts: '--district',
  bounds: '--bounds',
  route: '--route-index',
  platform: '--platform',
  mode: '--mode',
  caller: '--caller',
  tencentKey: '--tencent-key',
  outline: '--outline',
  openAt: '--open-at',
  openFor: '--open-for',
  includeUnknown: '--known-open',
  departAt: '--depart-at',
  speedKmh: '--speed',
  stopMinutes: '--stop',
  timeZone: '--time-zone',
  dataset: '--dataset',
  channel: '--channel',
  packs: '--packs',
  deltas: '--deltas',
  keep: '--keep',
  sequence: '--sequence',
  publishedAt: '--published',
  expiresDays: '--expires-days',
  minSdk: '--min-sdk',
  outCrs: '--out-crs',
  districtsCrs: '--districts-crs',
  districtToleranceMeters: '--district-tolerance',
  today: '--today',
  encoding: '--encoding',
  sheet: '--sheet',
  mapping: '--mapping',
  out: '--out',
  threshold: '--threshold',
  keys: '--keys',
  keysVersion: '--keys-version',
  folder: '--dir',
  port: '--port',
  faultOn: '--fault-on',
};

/** An error's message in the words of the command line. */
export function inFlags(error: Error): string {
  if (!(error instanceof InvalidOptionError)) return error.message;
  const flag = flagOf[error.option];
  return flag === undefined
    ? error.message
    : error.message.replace(`option ${error.option}:`, `${flag}:`);
}

/** Metres from `800`, `800m` or `1.2km`. */
export function readMeters(args: Arguments, flag: string): number | undefined {
  const text = args.one(flag);
  if (text === undefined) return undefined;
  const match = /^(-?[\d.]+) ?(m|km)?$/.exec(text);
  const meters =
    match === null ? Number.NaN : readDecimal(match[1]!) * (match[2] === 'km' ? 1000 : 1);
  if (Number.isNaN(meters))
    throw new InvalidOptionError(`--${flag}`, text, 'metres or kilometres, such as 800 or 1.2km');
  return meters;
}

const duration = /^(?:([\d.]+) ?h)?(?: ?([\d.]+)(?: ?min)?)?$/;

/** Minutes from `15`, `15min`, `2h` or `1h30`. */
export function readDuration(args: Arguments, flag: string): number | undefined {
  const text = args.one(flag);
  if (text === undefined) return undefined;
  const [, hours = '0', minutes = '0'] = duration.exec(text) ?? [];
  const total = readDecimal(hours) * 60 + readDecimal(minutes);
  if (text !== '' && duration.test(text) && !Number.isNaN(total)) return total;
  throw new InvalidOptionError(`--${flag}`, text, 'minutes or hours, such as 15 or 2h');
}

export function readNumberFlag(args: Arguments, flag: string): number | undefined {
  const text = args.one(flag);
  if (text === undefined) return undefined;
  const number = readDecimal(text);
  if (Number.isNaN(number)) throw new InvalidOptionError(`--${flag}`, text, 'a number');
  return number;
}
