import { compileBetween, compileHours } from '../dataset/hours/compile';
import { type ClockOptions, clockAt } from '../dataset/hours/local-clock';
import { parseHours } from '../dataset/hours/parse';
import { usesSun } from '../dataset/hours/rule';
import { closedSchedule, unknownSchedule } from '../dataset/schedule/clip';
import { type Opening, openingAtMillis, stateThroughout } from '../dataset/schedule/opening';
import type { Schedule } from '../dataset/schedule/schedule';
import type { Offer, Station } from '../dataset/station';
import type { StationSource } from '../dataset/station-source';
import type { Service } from '../dataset/vocabulary';
import { InvalidOptionError } from '../errors';
import { type Crs, convertChecked } from '../geo/crs';
import { type LngLat, positionFault } from '../geo/position';
import { offerSchedule, termsOf } from './offer-schedule';

/** What a query asks of opening hours, checked. */
export interface OpeningDemand {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How long it has to stay open. */
  readonly minutes: number;
  readonly includeUnknown: boolean;
  /** Not the station's hours, but those of what it offers of a service. */
  readonly offer: Service | undefined;
}

/** The hours of a station that states none. */
const nobodySaid = 'unknown';

const perMinute = 60_000;
const notYet = -1;

/**
 * The opening hours of stations. Hours are compiled when somebody first asks about a station that keeps them,
 * once for all that keep the same; and what was worked out for a minute is kept until another is asked for.
 */
export class Openings {
  /** The number of each station's schedule. */
  private readonly numbers: Int32Array;
  private readonly schedules: Schedule[] = [];
  private readonly numberByHours = new Map<string, number>();
  private readonly numberBySchedule = new Map<Schedule, number>();
  private readonly offered = new Map<Station, Map<Service, Schedule>>();
  /** The answers to the last demand. */
  private answered: Answered = { first: 0, last: 0, includeUnknown: true, answers: [] };
  /** Of the last minute that was asked about, by the number of the schedule. */
  private openings: Opening[] = [];
  private openingsOf = Number.NaN;

  constructor(
    private readonly stations: StationSource,
    private readonly crs: Crs,
    readonly clock: ClockOptions,
  ) {
    this.numbers = new Int32Array(stations.size).fill(notYet);
  }

  /** Whether a station offers something of a service that is not over. */
  offers(item: number, offer: Service, at: number): boolean {
    const { state, until } = openingAtMillis(this.offerOf(item, offer), at);
    return state !== 'closed' || until !== undefined;
  }

  /**
   * The hours that a station keeps.
   *
   * @throws InvalidOptionError when it is none
   */
  scheduleFor(station: Station): Schedule {
    const { id, status, position } = (station ?? {}) as Partial<Station>;
    if (id === undefined || status === undefined || positionFault(position) !== undefined) {
      throw new InvalidOptionError('station', station, 'a station of this set');
    }
    const item = this.stations.itemOf(id);
    const known = item === -1 ? undefined : this.stations.scheduleOf(item);
    return known ?? this.schedules[this.findNumber(station)]!;
  }

  /** Whether a station's hours let it pass. */
  accepts(item: number, { at, minutes, includeUnknown, offer }: OpeningDemand): boolean {
    const schedule =
      offer === undefined ? this.schedules[this.numberOf(item)]! : this.offerOf(item, offer);
    const state = stateThroughout(schedule, at, minutes);
    return state === 'open' || (state === 'unknown' && includeUnknown);
  }

  /** The same for a search that asks about many: each schedule is looked up once. */
  acceptor(demand: OpeningDemand): (item: number) => boolean {
    if (demand.offer !== undefined) return (item) => this.accepts(item, demand);
    const { numbers } = this;
    const answers = this.answersTo(demand);
    return (item) => {
      const answer = answers[numbers[item]!];
      if (answer !== undefined && answer !== notYet) return answer === 1;
      const accepted = this.accepts(item, demand);
      // Without gaps, which would make the array a slow one.
      while (answers.length <= numbers[item]!) answers.push(notYet);
      answers[numbers[item]!] = accepted ? 1 : 0;
      return accepted;
    };
  }

  /** What was answered so far to the same demand, for each schedule: 1, 0 or `notYet`. */
  private answersTo({ at, minutes, includeUnknown }: OpeningDemand): number[] {
    // Nothing changes within a minute, so that those who stay through the same minutes are told the same.
    const first = Math.floor(at / perMinute);
    const last = minutes === 0 ? first : Math.ceil(at / perMinute + minutes);
    const { answered } = this;
    const isSame =
      answered.first === first &&
      answered.last === last &&
      answered.includeUnknown === includeUnknown;
    if (!isSame) this.answered = { first, last, includeUnknown, answers: [] };
    return this.answered.answers;
  }

  /**
   * Whether a station is open; or what it offers of a service, where that is asked for. All who ask within a
   * minute get the same object, which nobody can change.
   */
  openingOf(item: number, at: number, offer: Service | undefined): Opening {
    if (offer !== undefined) return openingAtMillis(this.offerOf(item, offer), at);
    const number = this.numberOf(item);
    const minute = Math.floor(at / perMinute);
    if (minute !== this.openingsOf) {
      this.openingsOf = minute;
      this.openings = [];
    }
    const known = this.openings[number];
    if (known !== undefined) return known;
    const opening = unchangeable(openingAtMillis(this.schedules[number]!, minute * perMinute));
    this.openings[number] = opening;
    return opening;
  }

  /** The hours of what a station offers of a service. */
  private offerOf(item: number, offer: Service): Schedule {
    const station = this.stations.at(item);
    const byService = this.offered.get(station) ?? new Map<Service, Schedule>();
    const known = byService.get(offer);
    if (known !== undefined) return known;
    const schedule = offerSchedule(station, offer, (one) => this.offeredBy(station, one));
    this.offered.set(station, byService.set(offer, schedule));
    return schedule;
  }

  /** When something that a station offers runs. */
  offeredBy(station: Station, offer: Offer): Schedule {
    const [hours, from, until] = termsOf(offer, station.hours);
    return this.stations.offerScheduleOf(offer) ?? this.compile(hours, station, from, until);
  }

  private numberOf(item: number): number {
    const known = this.numbers[item]!;
    if (known !== notYet) return known;
    const compiled = this.stations.scheduleOf(item);
    const number =
      compiled === undefined
        ? this.findNumber(this.stations.at(item))
        : this.numberOfSchedule(compiled);
    this.numbers[item] = number;
    return number;
  }

  private numberOfSchedule(schedule: Schedule): number {
    const number = this.numberBySchedule.get(schedule) ?? this.schedules.push(schedule) - 1;
    this.numberBySchedule.set(schedule, number);
    return number;
  }

  private findNumber(station: Station): number {
    const key = this.keyOf(station);
    const known = this.numberByHours.get(key);
    if (known !== undefined) return known;
    const { status, hours = nobodySaid } = station;
    const number = this.schedules.length;
    this.schedules.push(status === 'active' ? this.compile(hours, station) : closedSchedule);
    this.numberByHours.set(key, number);
    return number;
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

/** What was answered about the minutes from one to another. */
interface Answered {
  readonly first: number;
  readonly last: number;
  readonly includeUnknown: boolean;
  /** By the number of the schedule. */
  readonly answers: number[];
}

function isSteady({ periods, exceptions }: Schedule): boolean {
  const plans = periods.flatMap(({ week }) => week);
  const first = plans[0]!.states[0];
  return (
    exceptions.length === 0 &&
    plans.every(({ states }) => states.length === 1 && states[0] === first)
  );
}

/** Dates can be changed even in what is frozen, so everybody who looks gets new ones. */
function unchangeable({ until, nextOpen, ...rest }: Opening): Opening {
  const opening: Opening = { ...rest };
  const define = (name: string, date: Date | undefined) => {
    if (date === undefined) return;
    const millis = date.getTime();
    Object.defineProperty(opening, name, { get: () => new Date(millis), enumerable: true });
  };
  define('until', until);
  define('nextOpen', nextOpen);
  return Object.freeze(opening);
}
