import type { Station } from '../../dataset/station';
import { YizhanError } from '../../errors';
import { alipayLocation } from '../../links/alipay';
import type { PlaceOptions } from '../../links/place';
import { type MiniProgramApi, messageOf } from './api';
import { platformApi } from './platform';

export interface OpenLocationOptions extends PlaceOptions {
  /** The platform's object. @default `wx` or `my`, whichever there is */
  readonly api?: MiniProgramApi | undefined;
}

/**
 * Shows a station on the platform's own map, from where one tap leads to the map apps on the phone: what takes the
 * place of links in a mini-program, which may open none.
 *
 * @param options `crs`: what `station.position` is in
 * @throws (the promise rejects) InvalidOptionError, InvalidPositionError, UnknownCodeError, and YizhanError with
 *   `code: 'LOCATION_NOT_SHOWN'` when the platform does not
 * @example
 * const shown = openLocation(set.get('a'), { crs: 'gcj02', api: wx });
 * shown instanceof Promise; // true
 */
export async function openLocation(station: Station, options: OpenLocationOptions): Promise<void> {
  const { api: given, ...place } = options ?? {};
  // Alipay asks for an address; to WeChat it does no harm.
  const location = alipayLocation(station, place as PlaceOptions);
  const api = platformApi(given);
  await new Promise<void>((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new YizhanError('LOCATION_NOT_SHOWN', `The map does not open: ${reason}`));
    if (api.openLocation === undefined) fail('this platform has no openLocation');
    else
      api.openLocation({
        ...location,
        success: () => resolve(),
        fail: (error) => fail(messageOf(error ?? {})),
      });
  });
}
