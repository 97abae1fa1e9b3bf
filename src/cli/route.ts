import {
  type Crs,
  DataFileError,
  detectRoute,
  isYizhanError,
  Route,
  type RouteFormat,
} from '../core';
import { readCrs } from '../geo/crs';
import { readText } from '../publish/import/data-file';
import type { Arguments, Flags } from './arguments';
import { readNumberFlag } from './flags';
import { inputName } from './input-name';
import type { Output } from './output';
import { UsageError } from './usage-error';

/** What a command that reads a route understands. */
export const routeFlags: Flags = {
  'route-format': {
    value: 'FORMAT',
    help: 'geojson, amap, tencent, baidu, polyline5, polyline6, flexible, gpx (default: detected)',
  },
  'route-crs': {
    value: 'CRS',
    help: 'what the route is in (default: what its format or itself says, else the same as --crs)',
  },
  'route-index': {
    value: 'N',
    help: 'which of the alternative routes in a response, counted from 0 (default: 0)',
  },
};

/** What a provider's routes are in; those not here are in more than one. */
const usualCrs: { readonly [format in RouteFormat]?: Crs } = {
  amap: 'gcj02',
  tencent: 'gcj02',
  baidu: 'bd09',
  gpx: 'wgs84',
};

/** A route's text, and what a person said about it: read before the stations, which take longer. */
export interface RouteInput {
  readonly path: string;
  readonly text: string;
  readonly format: RouteFormat;
  /** What it is in; `undefined` when nothing says so. */
  readonly crs: Crs | undefined;
  readonly index: number | undefined;
}

/** @throws DataFileError, UnknownCodeError, UsageError when its format cannot be told */
export async function readRouteInput(path: string, args: Arguments): Promise<RouteInput> {
  const stated = args.one('route-crs');
  const crs = stated === undefined ? undefined : readCrs(stated, 'CRS in --route-crs');
  const index = readNumberFlag(args, 'route-index');
  const text = await readText(path);
  const given = args.one('route-format') as RouteFormat | undefined;
  const guess = given === undefined ? detectRoute(text) : undefined;
  const format = given ?? guess?.format ?? alike(guess?.candidates ?? []);
  if (format === undefined) {
    const { candidates, reason } = guess!;
    if (candidates.length === 0)
      throw new DataFileError('FILE_FORMAT', path, `it is no route in a known format: ${reason}`);
    throw new UsageError(
      `cannot tell the format of ${inputName(path)} (${reason}); pass --route-format ${candidates.join(' or ')}`,
    );
  }
  const usual = guess !== undefined && guess.format === undefined ? undefined : usualCrs[format];
  return { path, text, format, crs: crs ?? guess?.crs ?? usual, index };
}

/** Lists of `lng,lat` read the same for both providers; only what they are in is not known then. */
function alike(candidates: readonly RouteFormat[]): RouteFormat | undefined {
  return candidates.join() === 'amap,baidu' || candidates.length === 1 ? candidates[0] : undefined;
}

/**
 * The route, which is in `fallback` when nothing says otherwise; the person is told so.
 *
 * @throws DataFileError when it cannot be read, UnknownCodeError when its format is none
 */
export function decodeRouteInput(
  { path, text, format, crs, index }: RouteInput,
  fallback: Crs,
  output: Output,
): Route {
  const options = { format, crs: crs ?? fallback };
  const route = decode(path, text, { ...options, route: index });
  const assumed = crs === undefined ? ', like the stations (--route-crs says otherwise)' : '';
  const kilometers = (route.lengthMeters / 1000).toFixed(1);
  output.note(`route: ${format}, ${kilometers} km, in ${options.crs}${assumed}`);
  return route;
}

/** What is wrong with a flag, not with the file. */
const ownErrors = ['UNKNOWN_CODE', 'INVALID_OPTION'];

/** The decoder does not know the file's name; a person needs it. */
function decode(path: string, text: string, options: Parameters<typeof Route.decode>[1]): Route {
  try {
    return Route.decode(text, options);
  } catch (cause) {
    if (!isYizhanError(cause) || ownErrors.includes(cause.code)) throw cause;
    throw new DataFileError('FILE_FORMAT', path, cause.message, { cause });
  }
}
