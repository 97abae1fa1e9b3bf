import type { Station } from '../dataset/station';
import { InvalidOptionError, UnknownCodeError } from '../errors';
import { type LngLat, type Position, readPosition } from '../geo/position';
import { checkOptionNames, readChoice } from '../options';
import type { Journey, MapAppName, Platform } from './map-app';
import { mapApps, platforms, usualApps } from './map-apps';
import { type TravelMode, travelModes } from './modes';
import { cleanName, type Place, type PlaceOptions, placeOptionNames, readPlace } from './place';
import { cleanText } from './text';

/** A position with the name that an app shows for it. */
export interface NamedPosition {
  readonly position: Position;
  readonly name?: string | undefined;
}

export interface LinkOptions extends PlaceOptions {
  /**
   * One app, or several in the order wanted.
   * @default those that riders on the platform have, Amap first (docs/links.md)
   */
  readonly app?: MapAppName | readonly MapAppName[] | undefined;
  /** @default 'ebike' */
  readonly mode?: TravelMode | undefined;
  /**
   * Where the link is to be opened.
   * @default 'web', any browser: only https links, which open anywhere
   */
  readonly platform?: Platform | undefined;
  /**
   * Your app's name, which most providers require: `rider`, or `company.rider`.
   * @default 'yizhan'
   */
  readonly caller?: string | undefined;
  /**
   * Your developer key at Tencent.
   * @default none: Tencent's app is left out, its web page stays
   */
  readonly tencentKey?: string | undefined;
  /**
   * Where to start, in `crs`.
   * @default where the rider is
   */
  readonly from?: Position | NamedPosition | undefined;
  /**
   * Places to pass on the way, in `crs`.
   * @default none
   */
  readonly via?: readonly (Position | NamedPosition)[] | undefined;
}

const optionNames: readonly (keyof LinkOptions)[] = [
  ...placeOptionNames,
  'app',
  'mode',
  'platform',
  'caller',
  'tencentKey',
  'from',
  'via',
];

const defaults = { caller: 'yizhan' };

/** Longer than any provider's key, place id or app name. */
const longestId = 80;

/** A start or a place on the way, checked. */
export interface NamedPlace {
  readonly position: LngLat;
  readonly name: string;
}

/** What was asked for, checked. */
export interface Request extends Journey {
  readonly place: Place;
  readonly apps: readonly MapAppName[];
  readonly mode: TravelMode;
  readonly from: NamedPlace | undefined;
  readonly via: readonly NamedPlace[];
}

/** @throws InvalidOptionError, InvalidPositionError, UnknownCodeError */
export function readRequest(station: Station, options: LinkOptions): Request {
  checkOptionNames(options, optionNames);
  const place = readPlace(station, options);
  const platform = readChoice('platform', options.platform, platforms);
  const from = options.from === undefined ? undefined : readNamed(options.from, 'from', '');
  return {
    place,
    platform,
    apps: readApps(options.app, platform),
    mode: readChoice('mode', options.mode, travelModes),
    caller: readCaller(options.caller),
    tencentKey: readWord('tencentKey', options.tencentKey),
    from,
    hasFrom: from !== undefined,
    via: readVia(options.via, place.locale),
    placeIds: placeIdsOf(station),
    address: place.address,
  };
}

function readApps(given: unknown, platform: Platform): readonly MapAppName[] {
  if (given === undefined) return usualApps[platform];
  const names = Object.keys(mapApps);
  const apps: unknown[] = Array.isArray(given) ? given : [given];
  for (const app of apps) {
    if (!names.includes(app as string)) throw new UnknownCodeError('app', app, names);
  }
  return [...new Set(apps)] as MapAppName[];
}

/** Who calls; the publisher's own name when nobody says. */
export function readCaller(given: unknown): string {
  return readWord('caller', given) ?? defaults.caller;
}

function readWord(option: string, given: unknown): string | undefined {
  if (given === undefined) return undefined;
  const word = cleanText(given, longestId);
  if (word === '') throw new InvalidOptionError(option, given, 'text that is not blank');
  return word;
}

function readVia(given: unknown, locale: 'zh' | 'en'): NamedPlace[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw new InvalidOptionError('via', given, 'an array of positions');
  // Apps that list names of places on the way need one for each.
  const label = locale === 'en' ? 'Stop ' : '途经点';
  // Array.from: gaps are read as well, and refused.
  return Array.from(given, (stop, index) =>
    readNamed(stop, `via[${index}]`, `${label}${index + 1}`),
  );
}

function readNamed(given: unknown, what: string, unnamed: string): NamedPlace {
  const { position = given, name } = (given ?? {}) as Partial<NamedPosition>;
  return { position: readPosition(position, () => what), name: cleanName(name) || unnamed };
}

function placeIdsOf(station: Station): Journey['placeIds'] {
  const ids = Object.entries(station.providerIds ?? {}).map(
    ([provider, id]) => [provider, cleanText(id, longestId)] as const,
  );
  return Object.fromEntries(ids.filter(([, id]) => id !== ''));
}
