import { type Journey, latLng, type MapApp, none, type Platform, type Target } from './map-app';
import type { ModeWords } from './modes';
import type { Stop } from './place';
import { inList } from './text';
import { linkOf } from './url';

/*
 * Baidu Maps 百度地图. https://lbsyun.baidu.com/docs/webapi?title=mapadjustment%2Furi%2Fandriod, the same
 * with `ios`, https://lbsyun.baidu.com/faq/api?title=webapi%2Furi%2Fharmony and, for browsers,
 * http://lbsyun.baidu.com/index.php?title=uri/api/web
 *
 * Positions go in BD-09 and say so: that is also what is meant where an app overlooks `coord_type`, as
 * it must inside `viaPoints`.
 */

const webModes: ModeWords = { walk: 'walking', drive: 'driving' };
const appModes: ModeWords = { bike: 'riding', ...webModes };

export const baidu: MapApp = (journey) => {
  const web = journey.hasFrom ? webRoute(journey) : webPlace(journey);
  return journey.platform === 'web' ? [web] : [app(journey), web];
};

/** How `src` must begin; without one, Baidu does not promise to answer. */
const sources: Readonly<Record<Platform, string>> = {
  web: 'webapp',
  android: 'andr',
  ios: 'ios',
  harmony: 'harmony',
};

/** `andr.company.app`: a caller's name without a dot stands for both. */
function shared(platform: Platform, caller: string) {
  const name = caller.includes('.') ? caller : `${caller}.${caller}`;
  return { coord_type: 'bd09ll', src: `${sources[platform]}.${name}` };
}

const app = ({ platform, caller, placeIds }: Journey): Target => ({
  crs: 'bd09',
  modes: appModes,
  takesFrom: true,
  mostVia: (mode) => (mode === 'drive' ? 3 : 0),
  url: ({ mode, modeWord, to, from, via }) => {
    // Android knows two schemes: this one is also for web pages.
    const base = platform === 'android' ? 'bdapp://map' : 'baidumap://map';
    const end = { destination_uid: placeIds.baidu, ...shared(platform, caller) };
    if (mode === 'bike' && from !== undefined && platform === 'android') {
      const ends = { origin: latLng(from), destination: latLng(to) };
      return linkOf(`${base}/bikenavi`, { ...ends, ...end });
    }
    return linkOf(`${base}/direction`, {
      origin: from && nameLatLng(from),
      destination: nameLatLng(to),
      mode: modeWord,
      viaPoints: via.length === 0 ? undefined : JSON.stringify({ viaPoints: via.map(viaPoint) }),
      ...end,
    });
  },
});

function nameLatLng(stop: Stop): string {
  const position = `latlng:${latLng(stop)}`;
  return stop.name === '' ? position : `name:${inList(stop.name)}|${position}`;
}

function viaPoint({ name, lat, lng }: Stop) {
  return { name, lat: Number(lat), lng: Number(lng) };
}

/** There is no bike in a browser. */
const webRoute = ({ caller }: Journey): Target => ({
  crs: 'bd09',
  modes: webModes,
  takesFrom: true,
  mostVia: none,
  url: ({ modeWord, to, from }) =>
    linkOf('https://api.map.baidu.com/direction', {
      origin: from && nameLatLng(from),
      destination: nameLatLng(to),
      mode: modeWord,
      output: 'html',
      ...shared('web', caller),
    }),
});

/** A route in a browser needs a start; without one, it can only show the place. */
const webPlace = ({ caller, address }: Journey): Target => ({
  crs: 'bd09',
  modes: {},
  takesFrom: false,
  mostVia: none,
  url: ({ to }) =>
    linkOf('https://api.map.baidu.com/marker', {
      location: latLng(to),
      title: to.name,
      content: address === '' ? to.name : address,
      output: 'html',
      ...shared('web', caller),
    }),
});
