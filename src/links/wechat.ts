import type { Station } from '../dataset/station';
import { checkOptionNames } from '../options';
import { gcj02Numbers, type PlaceOptions, placeOptionNames, readPlace } from './place';

/** What `wx.openLocation` takes: GCJ-02, numbers. */
export interface WechatLocation {
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string;
  /** Empty where the station has none. */
  readonly address: string;
  /** 5 to 18. */
  readonly scale: number;
}

/**
 * The argument of a WeChat mini-program's `wx.openLocation`, which shows the place and offers the map apps
 * on the phone. https://developers.weixin.qq.com/miniprogram/dev/api/location/wx.openLocation.html
 *
 * @throws InvalidOptionError, InvalidPositionError, UnknownCodeError
 * @example
 * wechatLocation(set.get('a'), { crs: 'gcj02' }).longitude; // 121.4737
 */
export function wechatLocation(station: Station, options: PlaceOptions): WechatLocation {
  checkOptionNames(options, placeOptionNames);
  const place = readPlace(station, options);
  return { ...gcj02Numbers(place), name: place.name, address: place.address, scale: 18 };
}
