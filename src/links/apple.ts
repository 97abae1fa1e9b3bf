import { latLng, type MapApp } from './map-app';
import type { ModeWords } from './modes';
import { linkOf } from './url';

/*
 * Apple Maps. https://developer.apple.com/documentation/mapkit/unified-map-urls (iOS 18.4 and later).
 * Its map of mainland China is Amap's, and positions on it are GCJ-02.
 */

const modes: ModeWords = { bike: 'cycling', walk: 'walking', drive: 'driving' };

export const apple: MapApp = () => [
  {
    crs: 'gcj02',
    modes,
    takesFrom: true,
    // It names no limit.
    mostVia: () => Number.POSITIVE_INFINITY,
    url: ({ modeWord, to, from, via }) =>
      linkOf('https://maps.apple.com/directions', {
        source: from && latLng(from),
        destination: latLng(to),
        waypoint: via.map(latLng),
        mode: modeWord,
      }),
  },
];
