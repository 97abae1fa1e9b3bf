import type { ClockOptions } from '../dataset/hours/local-clock';
import { offerSchedule } from '../dataset/schedule/offer-schedule';
import { type Opening, openingAtMillis, stateThroughout } from '../dataset/schedule/opening';
import type { Schedule } from '../dataset/schedule/schedule';
import type { Station } from '../dataset/station';
import type { StationSource } from '../dataset/station-source';
import type { Service } from '../dataset/vocabulary';
import { InvalidOptionError } from '../errors';
import { positionFault } from '../geo/position';

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

const perMinute = 60_000;
const notYet = -1;

/** The opening hours of stations. What was worked out for a minute is kept until another is asked for. */
export class Openings {
  /** The number of each station's schedule. */
  private readonly numbers: Int32Array;
  private readonly schedules: Schedule[] = [];
  private readonly numberBySchedule = new Map<Schedule, number>();
  private readonly offered = new Map<Station, Map<Service, Schedule>>();
  /** The answers to the last demand. */
  private answered: Answered = { first: 0, last: 0, includeUnknown: true, answers: [] };
  /** Of the last minute that was asked about, by the number of the schedule. */
  private openings: Opening[] = [];
  private openingsOf = Number.NaN;

  constructor(
    private readonly stations: StationSource,
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
    return item === -1 ? this.stations.scheduleOfOther(station) : this.stations.scheduleOf(item);
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
    const schedule = offerSchedule(station, offer, (one) =>
      this.stations.offerScheduleOf(station, one),
    );
    this.offered.set(station, byService.set(offer, schedule));
    return schedule;
  }

  private numberOf(item: number): number {
    const known = this.numbers[item]!;
    if (known !== notYet) return known;
    const schedule = this.stations.scheduleOf(item);
    const number = this.numberBySchedule.get(schedule) ?? this.schedules.push(schedule) - 1;
    this.numberBySchedule.set(schedule, number);
    this.numbers[item] = number;
    return number;
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
