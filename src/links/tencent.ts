import { type Journey, latLng, type MapApp, none, type Target } from './map-app';
import type { ModeWords } from './modes';
import type { Stop } from './place';
import { inList } from './text';
import { linkOf } from './url';

/*
 * Tencent Maps 腾讯地图. https://lbs.qq.com/webApi/uriV1/uriGuide/uriMobileRoute and, for browsers,
 * https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebRoute
 */

const webModes: ModeWords = { walk: 'walk', drive: 'drive' };
const appModes: ModeWords = { bike: 'bike', ...webModes };

/** Without a developer key, which it requires, the app's link is left out. */
export const tencent: MapApp = (journey) =>
  journey.platform === 'web' || journey.tencentKey === undefined
    ? [web(journey)]
    : [app(journey, journey.tencentKey), web(journey)];

const app = ({ platform, placeIds }: Journey, key: string): Target => ({
  crs: 'gcj02',
  // The app for HarmonyOS has no bike yet.
  modes: platform === 'harmony' ? webModes : appModes,
  takesFrom: true,
  mostVia: () => 15,
  url: ({ modeWord, to, from, via }) =>
    linkOf('qqmap://map/routeplan', {
      type: modeWord,
      from: from?.name || undefined,
      fromcoord: from === undefined ? 'CurrentLocation' : latLng(from),
      to: to.name,
      tocoord: latLng(to),
      touid: placeIds.tencent,
      passes: via.length === 0 ? undefined : via.map(pass).join('|'),
      referer: key,
    }),
});

function pass(stop: Stop): string {
  return `name:${inList(stop.name)};coord:${latLng(stop)};`;
}

/** In a browser there is no bike, and whoever calls need not have a key. */
const web = ({ tencentKey, caller }: Journey): Target => ({
  crs: 'gcj02',
  modes: webModes,
  takesFrom: true,
  mostVia: none,
  url: ({ modeWord, to, from }) =>
    linkOf('https://apis.map.qq.com/uri/v1/routeplan', {
      type: modeWord,
      from: from?.name || undefined,
      fromcoord: from && latLng(from),
      to: to.name,
      tocoord: latLng(to),
      // 2: Tencent's own, that is GCJ-02.
      coord_type: '2',
      referer: tencentKey ?? caller,
    }),
});
