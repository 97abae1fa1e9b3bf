import { describe, expect, it } from 'vitest';
import { type MapAppName, navigationLinks, type Platform, type TravelMode } from '../../src/core';
import { stationOf } from './station';

/*
 * Every link, letter by letter: platform, app, the mode asked for, the mode it opens in, the link. Pages
 * are listed once, for `web`.
 */
const table = `
android amap    ebike ebike amapuri://openFeature?featureName=OnRideNavi&rideType=elebike&sourceApplication=rider&lat=31.232781&lon=121.475137&dev=0
android amap    bike  bike  amapuri://openFeature?featureName=OnRideNavi&rideType=bike&sourceApplication=rider&lat=31.232781&lon=121.475137&dev=0
android amap    walk  walk  amapuri://route/plan/?sourceApplication=rider&dlat=31.232781&dlon=121.475137&dname=Yizhan%201&dev=0&t=2
android amap    drive drive androidamap://navi?sourceApplication=rider&poiname=Yizhan%201&lat=31.232781&lon=121.475137&dev=0&style=0
android amap    truck drive androidamap://navi?sourceApplication=rider&poiname=Yizhan%201&lat=31.232781&lon=121.475137&dev=0&style=0

android tencent ebike bike  qqmap://map/routeplan?type=bike&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
android tencent bike  bike  qqmap://map/routeplan?type=bike&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
android tencent walk  walk  qqmap://map/routeplan?type=walk&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
android tencent drive drive qqmap://map/routeplan?type=drive&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
android tencent truck drive qqmap://map/routeplan?type=drive&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY

android baidu   ebike bike  bdapp://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=riding&coord_type=bd09ll&src=andr.rider.rider
android baidu   bike  bike  bdapp://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=riding&coord_type=bd09ll&src=andr.rider.rider
android baidu   walk  walk  bdapp://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=walking&coord_type=bd09ll&src=andr.rider.rider
android baidu   drive drive bdapp://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=driving&coord_type=bd09ll&src=andr.rider.rider
android baidu   truck drive bdapp://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=driving&coord_type=bd09ll&src=andr.rider.rider

android petal   ebike bike  petalmaps://route?daddr=31.232781,121.475137&type=bicycle&coordinateType=1&utm_source=rider
android petal   bike  bike  petalmaps://route?daddr=31.232781,121.475137&type=bicycle&coordinateType=1&utm_source=rider
android petal   walk  walk  petalmaps://route?daddr=31.232781,121.475137&type=walk&coordinateType=1&utm_source=rider
android petal   drive drive petalmaps://route?daddr=31.232781,121.475137&type=drive&coordinateType=1&utm_source=rider
android petal   truck drive petalmaps://route?daddr=31.232781,121.475137&type=drive&coordinateType=1&utm_source=rider

android geo     ebike place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29
android geo     bike  place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29
android geo     walk  place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29
android geo     drive place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29
android geo     truck place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29

ios     amap    ebike ebike amapuri://openFeature?featureName=OnRideNavi&rideType=elebike&sourceApplication=rider&lat=31.232781&lon=121.475137&dev=0
ios     amap    bike  bike  amapuri://openFeature?featureName=OnRideNavi&rideType=bike&sourceApplication=rider&lat=31.232781&lon=121.475137&dev=0
ios     amap    walk  walk  iosamap://path?sourceApplication=rider&dlat=31.232781&dlon=121.475137&dname=Yizhan%201&dev=0&t=2
ios     amap    drive drive iosamap://navi?sourceApplication=rider&poiname=Yizhan%201&lat=31.232781&lon=121.475137&dev=0&style=0
ios     amap    truck drive iosamap://navi?sourceApplication=rider&poiname=Yizhan%201&lat=31.232781&lon=121.475137&dev=0&style=0

ios     tencent ebike bike  qqmap://map/routeplan?type=bike&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
ios     tencent bike  bike  qqmap://map/routeplan?type=bike&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
ios     tencent walk  walk  qqmap://map/routeplan?type=walk&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
ios     tencent drive drive qqmap://map/routeplan?type=drive&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
ios     tencent truck drive qqmap://map/routeplan?type=drive&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY

ios     baidu   ebike bike  baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=riding&coord_type=bd09ll&src=ios.rider.rider
ios     baidu   bike  bike  baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=riding&coord_type=bd09ll&src=ios.rider.rider
ios     baidu   walk  walk  baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=walking&coord_type=bd09ll&src=ios.rider.rider
ios     baidu   drive drive baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=driving&coord_type=bd09ll&src=ios.rider.rider
ios     baidu   truck drive baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=driving&coord_type=bd09ll&src=ios.rider.rider

harmony amap    ebike bike  amapuri://route/plan/?sourceApplication=rider&dlat=31.232781&dlon=121.475137&dname=Yizhan%201&dev=0&t=3
harmony amap    bike  bike  amapuri://route/plan/?sourceApplication=rider&dlat=31.232781&dlon=121.475137&dname=Yizhan%201&dev=0&t=3
harmony amap    walk  walk  amapuri://route/plan/?sourceApplication=rider&dlat=31.232781&dlon=121.475137&dname=Yizhan%201&dev=0&t=2
harmony amap    drive drive amapuri://route/plan/?sourceApplication=rider&dlat=31.232781&dlon=121.475137&dname=Yizhan%201&dev=0&t=0
harmony amap    truck truck amapuri://route/plan/?sourceApplication=rider&dlat=31.232781&dlon=121.475137&dname=Yizhan%201&dev=0&t=7

harmony tencent ebike walk  qqmap://map/routeplan?type=walk&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
harmony tencent bike  walk  qqmap://map/routeplan?type=walk&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
harmony tencent walk  walk  qqmap://map/routeplan?type=walk&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
harmony tencent drive drive qqmap://map/routeplan?type=drive&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY
harmony tencent truck drive qqmap://map/routeplan?type=drive&fromcoord=CurrentLocation&to=Yizhan%201&tocoord=31.232781,121.475137&referer=KEY

harmony baidu   ebike bike  baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=riding&coord_type=bd09ll&src=harmony.rider.rider
harmony baidu   bike  bike  baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=riding&coord_type=bd09ll&src=harmony.rider.rider
harmony baidu   walk  walk  baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=walking&coord_type=bd09ll&src=harmony.rider.rider
harmony baidu   drive drive baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=driving&coord_type=bd09ll&src=harmony.rider.rider
harmony baidu   truck drive baidumap://map/direction?destination=name:Yizhan%201%7Clatlng:31.238689,121.481681&mode=driving&coord_type=bd09ll&src=harmony.rider.rider

harmony geo     ebike place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29
harmony geo     bike  place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29
harmony geo     walk  place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29
harmony geo     drive place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29
harmony geo     truck place geo:31.234713,121.470604?q=31.234713,121.470604%28Yizhan%201%29

web     amap    ebike bike  https://uri.amap.com/navigation?to=121.475137,31.232781,Yizhan%201&mode=ride&src=rider&coordinate=gaode&callnative=1
web     amap    bike  bike  https://uri.amap.com/navigation?to=121.475137,31.232781,Yizhan%201&mode=ride&src=rider&coordinate=gaode&callnative=1
web     amap    walk  walk  https://uri.amap.com/navigation?to=121.475137,31.232781,Yizhan%201&mode=walk&src=rider&coordinate=gaode&callnative=1
web     amap    drive drive https://uri.amap.com/navigation?to=121.475137,31.232781,Yizhan%201&mode=car&src=rider&coordinate=gaode&callnative=1
web     amap    truck drive https://uri.amap.com/navigation?to=121.475137,31.232781,Yizhan%201&mode=car&src=rider&coordinate=gaode&callnative=1

web     tencent ebike walk  https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=Yizhan%201&tocoord=31.232781,121.475137&coord_type=2&referer=KEY
web     tencent bike  walk  https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=Yizhan%201&tocoord=31.232781,121.475137&coord_type=2&referer=KEY
web     tencent walk  walk  https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=Yizhan%201&tocoord=31.232781,121.475137&coord_type=2&referer=KEY
web     tencent drive drive https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=Yizhan%201&tocoord=31.232781,121.475137&coord_type=2&referer=KEY
web     tencent truck drive https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=Yizhan%201&tocoord=31.232781,121.475137&coord_type=2&referer=KEY

web     baidu   ebike place https://api.map.baidu.com/marker?location=31.238689,121.481681&title=Yizhan%201&content=1%20Renmin%20Road&output=html&coord_type=bd09ll&src=webapp.rider.rider
web     baidu   bike  place https://api.map.baidu.com/marker?location=31.238689,121.481681&title=Yizhan%201&content=1%20Renmin%20Road&output=html&coord_type=bd09ll&src=webapp.rider.rider
web     baidu   walk  place https://api.map.baidu.com/marker?location=31.238689,121.481681&title=Yizhan%201&content=1%20Renmin%20Road&output=html&coord_type=bd09ll&src=webapp.rider.rider
web     baidu   drive place https://api.map.baidu.com/marker?location=31.238689,121.481681&title=Yizhan%201&content=1%20Renmin%20Road&output=html&coord_type=bd09ll&src=webapp.rider.rider
web     baidu   truck place https://api.map.baidu.com/marker?location=31.238689,121.481681&title=Yizhan%201&content=1%20Renmin%20Road&output=html&coord_type=bd09ll&src=webapp.rider.rider

web     petal   ebike bike  https://www.petalmaps.com/routes/?daddr=31.232781,121.475137&type=bicycle&coordinateType=1&utm_source=rider
web     petal   bike  bike  https://www.petalmaps.com/routes/?daddr=31.232781,121.475137&type=bicycle&coordinateType=1&utm_source=rider
web     petal   walk  walk  https://www.petalmaps.com/routes/?daddr=31.232781,121.475137&type=walk&coordinateType=1&utm_source=rider
web     petal   drive drive https://www.petalmaps.com/routes/?daddr=31.232781,121.475137&type=drive&coordinateType=1&utm_source=rider
web     petal   truck drive https://www.petalmaps.com/routes/?daddr=31.232781,121.475137&type=drive&coordinateType=1&utm_source=rider

web     apple   ebike bike  https://maps.apple.com/directions?destination=31.232781,121.475137&mode=cycling
web     apple   bike  bike  https://maps.apple.com/directions?destination=31.232781,121.475137&mode=cycling
web     apple   walk  walk  https://maps.apple.com/directions?destination=31.232781,121.475137&mode=walking
web     apple   drive drive https://maps.apple.com/directions?destination=31.232781,121.475137&mode=driving
web     apple   truck drive https://maps.apple.com/directions?destination=31.232781,121.475137&mode=driving

web     google  ebike bike  https://www.google.com/maps/dir/?api=1&destination=31.232781,121.475137&travelmode=bicycling
web     google  bike  bike  https://www.google.com/maps/dir/?api=1&destination=31.232781,121.475137&travelmode=bicycling
web     google  walk  walk  https://www.google.com/maps/dir/?api=1&destination=31.232781,121.475137&travelmode=walking
web     google  drive drive https://www.google.com/maps/dir/?api=1&destination=31.232781,121.475137&travelmode=driving
web     google  truck drive https://www.google.com/maps/dir/?api=1&destination=31.232781,121.475137&travelmode=driving
`;

const rows = table
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(/ +/) as [Platform, MapAppName, TravelMode, string, string]);

const station = stationOf({ name: 'Yizhan 1', address: '1 Renmin Road' });
const shared = { crs: 'gcj02', caller: 'rider', tencentKey: 'KEY' } as const;

describe('each link', () => {
  it.each(rows)('%s %s %s', (platform, app, mode, opened, url) => {
    const [link] = navigationLinks(station, { ...shared, platform, app, mode });
    expect(link).toEqual({
      app,
      kind: url.startsWith('https:') ? 'web' : 'app',
      url,
      crs: app === 'baidu' ? 'bd09' : app === 'geo' ? 'wgs84' : 'gcj02',
      mode: opened === 'place' ? undefined : opened,
      substituted: opened !== mode,
      dropped: [],
    });
  });

  it('is in the table', () => {
    const platforms = ['android', 'ios', 'harmony', 'web'] as const;
    const modes = ['ebike', 'bike', 'walk', 'drive', 'truck'] as const;
    const apps = ['amap', 'tencent', 'baidu', 'petal', 'apple', 'google', 'geo'] as const;
    const links = platforms.flatMap((platform) =>
      modes.flatMap((mode) =>
        navigationLinks(station, { ...shared, platform, mode, app: apps }).map(({ url }) => url),
      ),
    );
    const listed = new Set(rows.map((row) => row[4]));
    // A page that comes after a link to the app itself need not try to open it.
    const missing = links.filter((url) => !listed.has(url.replace('callnative=0', 'callnative=1')));
    expect(missing).toEqual([]);
  });
});
