import { type Instant, readInstant } from '../dataset/schedule/opening';
import type { Access, Audience, Service } from '../dataset/vocabulary';
import { InvalidOptionError } from '../errors';
import { type Position, readPosition } from '../geo/position';
import { isRoute, type Route } from '../geo/route';
import { checkOptionNames, readChoice, readLimit, readNumber } from '../options';
import type { Stations } from './model';
import { type View, viewOf } from './view';
import { type Locale, type Words, words } from './words';

export interface ListOptions {
  /** All of these services. @default [] */
  readonly services?: readonly Service[] | undefined;
  /** Leave out what is closed; what nobody knows of stays. @default true */
  readonly openNow?: boolean | undefined;
  readonly audience?: Audience | undefined;
  readonly access?: readonly Access[] | undefined;
  /** @default 3000 */
  readonly maxDistanceMeters?: number | undefined;
  /** What lies ahead on it, instead of what is near. */
  readonly route?: Route | undefined;
  /** Rows at most. @default 20 */
  readonly limit?: number | undefined;
  /** @default now */
  readonly at?: Instant | undefined;
  /** @default 'zh' */
  readonly locale?: Locale | undefined;
  /** Other words than ours. */
  readonly strings?: Partial<Words> | undefined;
}

const optionNames: readonly (keyof ListOptions)[] = [
  'services',
  'openNow',
  'audience',
  'access',
  'maxDistanceMeters',
  'route',
  'limit',
  'at',
  'locale',
  'strings',
];

const defaults = { maxDistanceMeters: 3000, limit: 20 };

/**
 * What a screen shows of the stations near a position, or ahead on a route, as texts: service chips with counts, rows with
 * distance, time by e-bike, opening and way in, and what to say when there is nothing. It is what `<yizhan-nearby>` shows;
 * with it a mini-program's page or a React Native screen only has to draw. Takes as long as the query, and some
 * microseconds a row.
 *
 * @param stations a client or a set
 * @param position where the rider is: degrees, in the stations' CRS
 * @throws InvalidPositionError, UnknownCodeError, InvalidOptionError
 * @example
 * const { chips, rows, nothing } = listNearby(set, [121.47, 31.23], { locale: 'en' });
 * [rows[0].name, rows[0].distance, rows[0].time]; // ['other', '360 m away', 'about 2 min by e-bike']
 * [chips[0].label, chips[0].count, nothing]; // ['toilet', 1, undefined]
 */
export function listNearby(
  stations: Stations,
  position: Position,
  options: ListOptions = {},
): View {
  checkOptionNames(options, optionNames);
  const { services = [], openNow = true, audience, access, route, at = Date.now() } = options;
  if (typeof openNow !== 'boolean')
    throw new InvalidOptionError('openNow', openNow, 'true or false');
  if (!Array.isArray(services))
    throw new InvalidOptionError('services', services, 'a list of services');
  if (route !== undefined && !isRoute(route))
    throw new InvalidOptionError('route', route, 'a Route: Route.from or Route.decode');
  const locale = readChoice('locale', options.locale, ['zh', 'en']);
  const { maxDistanceMeters } = options;
  return viewOf({
    set: 'stations' in stations ? stations.stations : stations,
    place: { kind: 'here', position: readPosition(position) },
    services,
    openNow,
    audience,
    access,
    route,
    reachMeters: readNumber(
      'maxDistanceMeters',
      maxDistanceMeters,
      0,
      'metres',
      defaults.maxDistanceMeters,
    ),
    shown: options.limit === undefined ? defaults.limit : readLimit(options.limit),
    now: readInstant('at', at),
    locale,
    words: { ...words[locale], ...options.strings },
  });
}
