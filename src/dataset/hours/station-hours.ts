import type { Crs } from '../../geo/crs';
import { convertChecked } from '../../geo/crs';
import type { LngLat } from '../../geo/position';
import { closedSchedule, unknownSchedule } from '../schedule/clip';
import type { Schedule } from '../schedule/schedule';
import type { Offer, Station } from '../station';
import { compileBetween, compileHours } from './compile';
import { readDay } from './days';
import { type ClockOptions, clockAt } from './local-clock';
import { isOpeningHours, parseHours } from './parse';
import { usesSun } from './rule';

/** The hours of a station that states none. */
const nobodySaid = 'unknown';

/**
 * The schedules of stations whose hours are text: compiled when somebody first asks, once for all stations that keep
 * the same. Packs bring schedules with them, and have no need of this.
 */
export class StationHours {
  private readonly byKey = new Map<string, Schedule>();

  constructor(
    private readonly crs: Crs,
    private readonly clock: ClockOptions,
  ) {}

  /** The hours that a station keeps. */
  scheduleFor(station: Station): Schedule {
    const key = this.keyOf(station);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const { status, hours = nobodySaid } = station;
    const schedule = status === 'active' ? this.compile(hours, station) : closedSchedule;
    this.byKey.set(key, schedule);
    return schedule;
  }

  /** When something that a station offers runs: by its own hours, else the station's, from one day to another. */
  offeredBy(station: Station, { hours = station.hours, from, until }: Offer): Schedule {
    // Hours that nobody can read are unknown.
    const said = hours !== undefined && isOpeningHours(hours) ? hours : nobodySaid;
    return this.compile(
      said,
      station,
      from === undefined ? Number.NEGATIVE_INFINITY : readDay(from)!,
      until === undefined ? Number.POSITIVE_INFINITY : readDay(until)!,
    );
  }

  /** What two stations of the same schedule have in common. */
  private keyOf(station: Station): string {
    const { status, hours = nobodySaid } = station;
    if (status !== 'active') return status;
    const position = this.wgs84Of(station);
    const clock = clockAt(position, this.clock);
    if (clock === undefined) return `no clock ${hours}`;
    const place = parseHours(hours).some(usesSun) ? `${position.lng},${position.lat}` : '';
    return `${clock.holidays === null ? '' : 'PH'} ${place} ${hours}`;
  }

  private compile(
    hours: string,
    station: Station,
    from = Number.NEGATIVE_INFINITY,
    until = Number.POSITIVE_INFINITY,
  ): Schedule {
    const position = this.wgs84Of(station);
    const clock = clockAt(position, this.clock);
    if (clock !== undefined) {
      const options = { ...clock, position };
      const isWhole = from === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY;
      if (isWhole) return compileHours(hours, options).schedule;
      return compileBetween(hours, options, from, until);
    }
    // What never changes needs no clock.
    const { schedule } = compileHours(hours, { utcOffsetMinutes: 0, holidays: null });
    return isSteady(schedule) ? schedule : unknownSchedule;
  }

  private wgs84Of({ position }: Station): LngLat {
    return convertChecked(position, this.crs, 'wgs84');
  }
}

function isSteady({ periods, exceptions }: Schedule): boolean {
  const plans = periods.flatMap(({ week }) => week);
  const first = plans[0]!.states[0];
  return (
    exceptions.length === 0 &&
    plans.every(({ states }) => states.length === 1 && states[0] === first)
  );
}
