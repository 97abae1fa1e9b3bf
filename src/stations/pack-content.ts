import type { PackContent, PackRow } from '../dataset/pack/content';
import { perDegree } from '../dataset/pack/content';
import type { Station } from '../dataset/station';
import { StationList } from '../dataset/station-list';
import { convertChecked } from '../geo/crs';
import type { StationSet } from './station-set';

/** More than these are not kept. */
const mostDecimals = 7;

/** What a pack of these stations of a set holds: all that a phone would have to work out is worked out. */
export function contentOf(set: StationSet, stations: readonly Station[]): PackContent {
  const { crs, terms, clock } = set;
  const sorted = [...stations].sort((a, b) => (a.id < b.id ? -1 : 1));
  const list = new StationList(sorted, crs, clock);
  const rows = sorted.map((station, item): PackRow => {
    const { lng, lat } = convertChecked(station.position, crs, 'wgs84');
    return {
      station,
      lng: Math.round(lng * perDegree),
      lat: Math.round(lat * perDegree),
      schedule: list.scheduleOf(item),
      offerSchedules: new Map(
        (station.offers ?? []).map((offer) => [offer, list.offerScheduleOf(station, offer)]),
      ),
    };
  });
  return { crs, terms, clock, decimals: decimalsOf(sorted), rows };
}

/** How many decimals the positions were written with. */
function decimalsOf(stations: readonly Station[]): number {
  let decimals = 0;
  const isWritten = (value: number) => Number(value.toFixed(decimals)) === value;
  for (const { position } of stations) {
    while (decimals < mostDecimals && !(isWritten(position.lng) && isWritten(position.lat))) {
      decimals++;
    }
  }
  return decimals;
}
