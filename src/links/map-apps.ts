import { amap } from './amap';
import { apple } from './apple';
import { baidu } from './baidu';
import { geoUri } from './geo-uri';
import { google } from './google';
import type { MapApp, MapAppName, Platform } from './map-app';
import { petal } from './petal';
import { tencent } from './tencent';

/** Every map app by name. */
export const mapApps: Readonly<Record<MapAppName, MapApp>> = {
  amap,
  tencent,
  baidu,
  petal,
  apple,
  google,
  geo: geoUri,
};

/**
 * Which apps are tried when none is named: those that riders have and that know bikes first. `geo` is in
 * none of these: apps in China disagree on what its coordinates are in.
 */
export const usualApps: Readonly<Record<Platform, readonly MapAppName[]>> = {
  web: ['amap', 'petal', 'tencent', 'baidu', 'apple', 'google'],
  android: ['amap', 'baidu', 'tencent', 'petal', 'google'],
  ios: ['amap', 'apple', 'baidu', 'tencent', 'google'],
  harmony: ['amap', 'petal', 'baidu', 'tencent'],
};

/** The first is what is meant when none is given: nothing is known, so that only web pages are offered. */
export const platforms: readonly [Platform, ...Platform[]] = ['web', 'android', 'ios', 'harmony'];
