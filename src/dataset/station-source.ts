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
  /** The hours a station keeps, where they are compiled already. */
  scheduleOf(item: number): Schedule | undefined;
  /** The same of something that a station offers. */
  offerScheduleOf(offer: Offer): Schedule | undefined;
}

/** Stations that are all there, in the order of their records. */
export class StationList implements StationSource {
  /** Made by the first who asks for an id. */
  private items: ReadonlyMap<string, number> | undefined;

  constructor(private readonly stations: readonly Station[]) {}

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

  scheduleOf(): undefined {}

  offerScheduleOf(): undefined {}
}
