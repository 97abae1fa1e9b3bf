import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import {
  alipayLocation,
  type Crs,
  convert,
  type MapAppName,
  navigationLinks,
  shareText,
  wechatLocation,
} from '../../src/core';
import { geodesicMeters } from '../support/geodesic';
import { destinationOf } from './read-link';
import { stationOf } from './station';

/* Whatever a station's position is in, each app gets it in its own datum. */

const systems: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];
const theirs = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** People's Square. */
const inWgs84 = { lng: 121.4706, lat: 31.2347 };

const expected: Readonly<Record<MapAppName, Crs>> = {
  amap: 'gcj02',
  tencent: 'gcj02',
  baidu: 'bd09',
  petal: 'gcj02',
  apple: 'gcj02',
  google: 'gcj02',
  geo: 'wgs84',
};

const apps = Object.keys(expected) as MapAppName[];

describe.each(systems)('a station in %s', (crs) => {
  const station = { ...stationOf(), position: convert(inWgs84, 'wgs84', crs) };

  it.each(apps)('reaches %s in its datum', (app) => {
    const platforms = ['web', 'android', 'ios', 'harmony'] as const;
    const links = platforms.flatMap((platform) =>
      navigationLinks(station, { crs, platform, app, tencentKey: 'KEY' }),
    );
    expect(links.length).toBeGreaterThan(0);
    const [lng, lat] = gcoord.transform(
      [inWgs84.lng, inWgs84.lat],
      theirs.wgs84,
      theirs[expected[app]],
    ) as [number, number];
    for (const link of links) {
      expect(link.crs).toBe(expected[app]);
      expect(geodesicMeters(destinationOf(link), { lng, lat })).toBeLessThan(0.15);
    }
  });

  it('reaches both mini-programs in GCJ-02, as numbers', () => {
    const there = convert(inWgs84, 'wgs84', 'gcj02');
    for (const location of [wechatLocation, alipayLocation]) {
      const { longitude: lng, latitude: lat } = location(station, { crs });
      expect(geodesicMeters({ lng, lat }, there)).toBeLessThan(0.15);
    }
    expect(shareText(station, { crs })).toContain('position=121.475');
  });
});

describe('degrees', () => {
  it.each<[number, number, string]>([
    [-0.0000001, 0.0000004, '0.000000,0.000000'],
    [1e-7, -1e-7, '0.000000,0.000000'],
    [-179.9999999, -89.9999999, '-90.000000,-180.000000'],
    [-0.1276, 51.5072, '51.507200,-0.127600'],
    [0.000001, 1e-6, '0.000001,0.000001'],
  ])('of %d, %d are written plainly', (lng, lat, text) => {
    const station = { ...stationOf(), position: { lng, lat } };
    const [link] = navigationLinks(station, { crs: 'wgs84', app: 'geo', platform: 'android' });
    expect(link!.url).toMatch(new RegExp(`^geo:${text}\\?`));
    const { latitude, longitude } = wechatLocation(station, { crs: 'wgs84' });
    expect(Object.is(latitude, -0) || Object.is(longitude, -0)).toBe(false);
  });
});
