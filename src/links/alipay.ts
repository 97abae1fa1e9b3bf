import type { Station } from '../dataset/station';
import { checkOptionNames } from '../options';
import { gcj02Numbers, type PlaceOptions, placeOptionNames, readPlace } from './place';

/** What `my.openLocation` takes: GCJ-02, numbers. */
export interface AlipayLocation {
  readonly longitude: number;
  readonly latitude: number;
  readonly name: string;
  /** Required there: the name where the station has none. */
  readonly address: string;
  /** 3 to 19. */
  readonly scale: number;
}

/**
 * The argument of an Alipay mini-program's `my.openLocation`, which shows the place and offers the map apps
 * on the phone. https://opendocs.alipay.com/mini/api/as9kin
 *
 * @throws InvalidOptionError, InvalidPositionError, UnknownCodeError
 * @example
 * alipayLocation(set.get('a'), { crs: 'gcj02', locale: 'en' }).address; // 'other'
 */
export function alipayLocation(station: Station, options: PlaceOptions): AlipayLocation {
  checkOptionNames(options, placeOptionNames);
  const place = readPlace(station, options);
  return {
    ...gcj02Numbers(place),
    name: place.name,
    address: place.address || place.name,
    scale: 18,
  };
}
