import type { Journey, MapApp, Target, Trip } from './map-app';
import type { ModeWords } from './modes';
import type { Stop } from './place';
import { inList } from './text';
import { linkOf } from './url';

/*
 * Amap 高德地图. https://lbs.amap.com/api/amap-mobile/guide/android/route and its neighbours `navigation`
 * and `ride-navi`, the same under `ios/`, `harmony-os/route-next`; for browsers
 * https://lbs.amap.com/api/uri-api/guide/travel/route
 */

/** Parameter `t` of route planning; `rideType` tells an e-bike from a bike. */
const appModes: ModeWords = { ebike: '3', bike: '3', walk: '2', drive: '0' };
const harmonyModes: ModeWords = { bike: '3', walk: '2', drive: '0', truck: '7' };
const webModes: ModeWords = { bike: 'ride', walk: 'walk', drive: 'car' };

/** Nothing says how many; ten have been seen in use. */
const mostVia = 10;

export const amap: MapApp = (journey) =>
  journey.platform === 'web' ? [web(journey)] : [app(journey), web(journey)];

const app = (journey: Journey): Target => ({
  crs: 'gcj02',
  modes: journey.platform === 'harmony' ? harmonyModes : appModes,
  takesFrom: true,
  mostVia: () => mostVia,
  url: (trip) => {
    // Guidance begins at once, but only from where the rider is, and not in every mode.
    const planned = trip.from !== undefined || trip.via.length > 0 || trip.mode === 'walk';
    return planned || journey.platform === 'harmony'
      ? routeUrl(trip, journey)
      : guidanceUrl(trip, journey);
  },
});

function guidanceUrl({ mode, to }: Trip, { platform, caller, placeIds }: Journey): string {
  // dev=0: the coordinates are GCJ-02 already.
  const point = { lat: to.lat, lon: to.lng, dev: '0' };
  if (mode !== 'drive') {
    // The page for iOS, too, says amapuri here.
    return linkOf('amapuri://openFeature', {
      featureName: 'OnRideNavi',
      rideType: mode === 'ebike' ? 'elebike' : 'bike',
      sourceApplication: caller,
      ...point,
    });
  }
  return linkOf(platform === 'ios' ? 'iosamap://navi' : 'androidamap://navi', {
    sourceApplication: caller,
    poiname: to.name,
    poiid: placeIds.amap,
    ...point,
    // Required, though the app has followed its own settings since 8.2.6.
    style: '0',
  });
}

function routeUrl(trip: Trip, { platform, caller, placeIds }: Journey): string {
  const { mode, modeWord, to, from, via } = trip;
  const each = (write: (stop: Stop) => string) =>
    via.length === 0 ? undefined : via.map(write).join('|');
  return linkOf(platform === 'ios' ? 'iosamap://path' : 'amapuri://route/plan/', {
    sourceApplication: caller,
    slat: from?.lat,
    slon: from?.lng,
    sname: from?.name || undefined,
    did: placeIds.amap,
    dlat: to.lat,
    dlon: to.lng,
    dname: to.name,
    dev: '0',
    t: modeWord,
    rideType: mode === 'ebike' ? 'elebike' : undefined,
    vian: via.length === 0 ? undefined : String(via.length),
    vialons: each((stop) => stop.lng),
    vialats: each((stop) => stop.lat),
    vianames: each((stop) => inList(stop.name)),
  });
}

const web = ({ platform, caller }: Journey): Target => ({
  crs: 'gcj02',
  modes: webModes,
  takesFrom: true,
  mostVia: (mode) => (mode === 'drive' ? 1 : 0),
  url: ({ modeWord, to, from, via }) =>
    linkOf('https://uri.amap.com/navigation', {
      from: from && lngLatName(from),
      to: lngLatName(to),
      via: via.map(lngLatName),
      mode: modeWord,
      src: caller,
      coordinate: 'gaode',
      // Elsewhere, a link to the app itself comes first.
      callnative: platform === 'web' ? '1' : '0',
    }),
});

/** Longitude first, here only. */
function lngLatName({ lng, lat, name }: Stop): string {
  return name === '' ? `${lng},${lat}` : `${lng},${lat},${inList(name)}`;
}

/**
 * A page that shows the place, for sharing.
 * https://lbs.amap.com/api/uri-api/guide/mobile-web/point
 */
export function amapPlaceUrl(place: Stop, caller: string): string {
  return linkOf('https://uri.amap.com/marker', {
    position: `${place.lng},${place.lat}`,
    name: place.name,
    src: caller,
    coordinate: 'gaode',
    callnative: '1',
  });
}
