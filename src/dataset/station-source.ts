import type { LngLat } from '../geo/position';
import type { Schedule } from './schedule/schedule';
import type { Offer, Station } from './station';

/**
 * Stations by number, their item. Searches ask for no more than they need, so that a source may make a station when
 * somebody wants to see it.
 */
export interface StationSource {
  readonly size: number;
  at(item: number): Station;
  /** In the CRS of the stations. */
  positionOf(item: number): LngLat;
  districtOf(item: number): string | undefined;
  /** The item of an id, or -1. */
  itemOf(id: string): number;
  /** The hours a station keeps: one object for all that are known to keep the same. */
  scheduleOf(item: number): Schedule;
  /** The same of something that a station offers. */
  offerScheduleOf(station: Station, offer: Offer): Schedule;
  /** The hours of a station that is not, or no longer, one of these, as far as they can be told. */
  scheduleOfOther(station: Station): Schedule;
}
