import type { Station, StationStatus } from '../dataset/station';
import { checkOptionNames } from '../options';
import { amapPlaceUrl } from './amap';
import { type PlaceOptions, placeOptionNames, readPlace, stopOf } from './place';
import { readCaller } from './request';
import { cleanText } from './text';

export interface ShareOptions extends PlaceOptions {
  /**
   * Your app's name, for the provider of the map.
   * @default 'yizhan'
   */
  readonly caller?: string | undefined;
}

/** Characters of each line. */
const longestLine = 200;

const words = {
  zh: { address: '地址：', directions: '位置：', hours: '开放时间：', phone: '电话：' },
  en: { address: 'Address: ', directions: 'Where: ', hours: 'Hours: ', phone: 'Phone: ' },
};

const statusWords: Readonly<Record<'zh' | 'en', Partial<Record<StationStatus, string>>>> = {
  zh: { suspended: '暂停开放', planned: '尚未开放' },
  en: { suspended: 'Closed until further notice', planned: 'Not open yet' },
};

/**
 * A station as a message to a colleague: name, address, the last metres, hours, phone, and a page that
 * shows it on Amap's map. One line each; what is not known is left out.
 *
 * @throws InvalidOptionError, InvalidPositionError, UnknownCodeError
 * @example
 * const station = { ...set.get('a'), name: '暖蜂驿站', address: '人民大道1号' };
 * shareText(station, { crs: 'gcj02' }).split('\n').slice(0, 2); // ['暖蜂驿站', '地址：人民大道1号']
 */
export function shareText(station: Station, options: ShareOptions): string {
  checkOptionNames(options, [...placeOptionNames, 'caller']);
  const place = readPlace(station, options);
  const label = words[place.locale];
  const fields = [
    [label.address, place.address],
    [label.directions, station.directions],
    [label.hours, station.hoursText ?? station.hours],
    [label.phone, station.phone],
  ] as const;
  const lines = fields
    .map(([before, text]) => [before, cleanText(text, longestLine)] as const)
    .filter(([, text]) => text !== '')
    .map(([before, text]) => before + text);
  const stop = stopOf(place.position, place.name, place.crs, 'gcj02');
  const status = statusWords[place.locale][station.status];
  const url = amapPlaceUrl(stop, readCaller(options.caller));
  return [place.name, ...(status === undefined ? [] : [status]), ...lines, url].join('\n');
}
