import type { Crs } from '../geo/crs';
import type { LngLat } from '../geo/position';
import type { ClockOptions } from './hours/local-clock';
import { StationHours } from './hours/station-hours';
import type { Schedule } from './schedule/schedule';
import type { Offer, Station } from './station';
import type { StationSource } from './station-source';

/** Stations that are all there, in the order of their records. */
export class StationList implements StationSource {
  /** Made by the first who asks for an id. */
  private items: ReadonlyMap<string, number> | undefined;

  private readonly hours: StationHours;

  constructor(
    private readonly stations: readonly Station[],
    /** What the stations' positions are in. */
    crs: Crs,
    clock: ClockOptions,
  ) {
    this.hours = new StationHours(crs, clock);
  }

  get size(): number {
    return this.stations.length;
  }

  at(item: number): Station {
    return this.stations[item]!;
  }

  positionOf(item: number): LngLat {
    return this.stations[item]!.position;
  }

  districtOf(item: number): string | undefined {
    return this.stations[item]!.district;
  }

  itemOf(id: string): number {
    this.items ??= new Map(this.stations.map((station, item) => [station.id, item]));
    return this.items.get(id) ?? -1;
  }

  scheduleOf(item: number): Schedule {
    return this.hours.scheduleFor(this.at(item));
  }

  offerScheduleOf(station: Station, offer: Offer): Schedule {
    return this.hours.offeredBy(station, offer);
  }

  scheduleOfOther(station: Station): Schedule {
    return this.hours.scheduleFor(station);
  }
}
