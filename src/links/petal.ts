import { latLng, type MapApp, none, type Target } from './map-app';
import type { ModeWords } from './modes';
import { linkOf } from './url';

/*
 * Petal Maps 花瓣地图. On HarmonyOS an https link opens the app:
 * https://developer.huawei.com/consumer/cn/doc/harmonyos-guides-V13/map-petalmaps-V13. On Android: HMS Core
 * Map Kit, "Launching Petal Maps", route planning.
 */

const modes: ModeWords = { bike: 'bicycle', walk: 'walk', drive: 'drive' };

export const petal: MapApp = ({ platform, caller }) => {
  const target = (base: string): Target => ({
    crs: 'gcj02',
    modes,
    takesFrom: true,
    mostVia: none,
    url: ({ modeWord, to, from }) =>
      linkOf(base, {
        saddr: from && latLng(from),
        daddr: latLng(to),
        type: modeWord,
        // 1: GCJ-02.
        coordinateType: '1',
        utm_source: caller,
      }),
  });
  const web = target('https://www.petalmaps.com/routes/');
  return platform === 'android' ? [target('petalmaps://route'), web] : [web];
};
