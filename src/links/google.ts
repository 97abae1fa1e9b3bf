import { latLng, type MapApp } from './map-app';
import type { ModeWords } from './modes';
import { linkOf } from './url';

/*
 * Google Maps. https://developers.google.com/maps/documentation/urls/get-started
 * Its map of mainland China is drawn in GCJ-02, and what a link says is put on it unconverted.
 */

const modes: ModeWords = { bike: 'bicycling', walk: 'walking', drive: 'driving' };

export const google: MapApp = () => [
  {
    crs: 'gcj02',
    modes,
    takesFrom: true,
    // On phones' browsers; nine elsewhere.
    mostVia: () => 3,
    url: ({ modeWord, to, from, via }) =>
      linkOf('https://www.google.com/maps/dir/', {
        api: '1',
        origin: from && latLng(from),
        destination: latLng(to),
        waypoints: via.length === 0 ? undefined : via.map(latLng).join('|'),
        travelmode: modeWord,
      }),
  },
];
