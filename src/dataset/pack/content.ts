import type { Crs } from '../../geo/crs';
import type { ClockOptions } from '../hours/local-clock';
import type { Schedule } from '../schedule/schedule';
import type { Offer, Station } from '../station';
import type { OwnTerms } from '../vocabulary';

/** Positions are kept in WGS-84 as whole numbers of 1e-7 degrees, 1.1 cm, as OpenStreetMap has them. */
export const perDegree = 1e7;

/** What a pack says of all its stations. */
export interface PackHead {
  /** What the publisher's positions were in, and with how many decimals, 7 at most. */
  readonly crs: Crs;
  readonly decimals: number;
  readonly terms: OwnTerms;
  /** As the publisher stated them; the schedules are made of them already. */
  readonly clock: ClockOptions;
}

/** One station as packs hold it. */
export interface PackRow {
  /** But for its position. */
  readonly station: Omit<Station, 'position'>;
  /** WGS-84, in 1e-7 degrees. */
  readonly lng: number;
  readonly lat: number;
  readonly schedule: Schedule;
  /** By offer. */
  readonly offerSchedules: ReadonlyMap<Offer, Schedule>;
}

/** Everything in a pack. */
export interface PackContent extends PackHead {
  /** In order of their ids. */
  readonly rows: readonly PackRow[];
}
