import { latLng, type MapApp, none } from './map-app';
import { inList } from './text';
import { linkOf } from './url';

/*
 * Whichever app answers `geo:` links. RFC 5870 says that they are WGS-84; the query, which gives a pin
 * with a name, is Android's: https://developer.android.com/guide/components/intents-common#Maps
 */

export const geoUri: MapApp = ({ platform }) =>
  platform === 'android' || platform === 'harmony'
    ? [
        {
          crs: 'wgs84',
          modes: {},
          takesFrom: false,
          mostVia: none,
          url: ({ to }) => linkOf(`geo:${latLng(to)}`, { q: `${latLng(to)}(${inList(to.name)})` }),
        },
      ]
    : [];
