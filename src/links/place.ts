import type { Station } from '../dataset/station';
import { readTerms } from '../dataset/terms';
import { labelOf, type OwnTerms } from '../dataset/vocabulary';
import { InvalidOptionError } from '../errors';
import { type Crs, convertChecked, readCrs } from '../geo/crs';
import { type LngLat, readPosition } from '../geo/position';
import { readChoice } from '../options';
import { cleanText } from './text';
import { formatDegrees, roundDegrees } from './url';

export interface PlaceOptions {
  /** What `station.position`, and every position given with it, is in. Required: no guessing. */
  readonly crs: Crs;
  /**
   * The language of names and labels.
   * @default 'zh'
   */
  readonly locale?: 'zh' | 'en' | undefined;
  /**
   * Labels of the dataset's own codes: `set.terms`.
   * @default none
   */
  readonly terms?: OwnTerms | undefined;
}

/** The names of {@link PlaceOptions}. */
export const placeOptionNames: readonly (keyof PlaceOptions)[] = ['crs', 'locale', 'terms'];

/** Characters of a name and of an address in a link; map apps show fewer. */
const longestName = 60;
const longestAddress = 120;

/** A station as links tell of it: checked, its words cleaned. */
export interface Place {
  readonly crs: Crs;
  readonly position: LngLat;
  readonly locale: 'zh' | 'en';
  /** Its name, else its kind and address. */
  readonly name: string;
  /** Empty where it has none. */
  readonly address: string;
}

/** @throws InvalidOptionError, InvalidPositionError, UnknownCodeError */
export function readPlace(station: Station, options: PlaceOptions): Place {
  if (typeof station !== 'object' || station === null) {
    throw new InvalidOptionError('station', station, 'a station, as queries return it');
  }
  const crs = readCrs(options.crs, 'crs');
  const locale = readChoice('locale', options.locale, ['zh', 'en']);
  const position = readPosition(station.position, () => 'position of the station');
  const address = cleanText(station.address, longestAddress);
  const label = labelOf('kinds', station.kind ?? 'other', locale, readTerms(options.terms ?? {}));
  const given = locale === 'en' ? [station.nameEn, station.name] : [station.name, station.nameEn];
  const names = [...given, `${label} ${address}`].map(cleanName);
  return { crs, position, locale, name: names.find((name) => name !== '') ?? '', address };
}

export function cleanName(name: unknown): string {
  return cleanText(name, longestName);
}

/** A position as a link writes it, in the CRS that the app expects. */
export interface Stop {
  readonly lng: string;
  readonly lat: string;
  /** Empty where it has none. */
  readonly name: string;
}

export function stopOf(position: LngLat, name: string, from: Crs, to: Crs): Stop {
  const { lng, lat } = convertChecked(position, from, to);
  return { lng: formatDegrees(lng), lat: formatDegrees(lat), name };
}

/** The same for those that take numbers: both mini-program hosts expect GCJ-02. */
export function gcj02Numbers({ position, crs }: Place): { latitude: number; longitude: number } {
  const { lng, lat } = convertChecked(position, crs, 'gcj02');
  return { latitude: roundDegrees(lat), longitude: roundDegrees(lng) };
}
