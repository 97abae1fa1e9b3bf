import type { Station } from '../../dataset/station';
import { type Crs, convertChecked } from '../../geo/crs';
import type { StationSet } from '../../stations/station-set';

/** A station and where it is in the CRS that is written. */
export interface PlacedStation {
  readonly station: Station;
  readonly lng: number;
  readonly lat: number;
}

/** The stations of a set in the order of the records, placed in a CRS. */
export function placeStations(set: StationSet, crs: Crs): PlacedStation[] {
  return set.filter().map((station) => {
    const { lng, lat } = convertChecked(station.position, set.crs, crs);
    return { station, lng, lat };
  });
}
