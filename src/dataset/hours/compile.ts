import { InvalidOptionError } from '../../errors';
import { type Position, readPosition } from '../../geo/position';
import { checkOptionNames } from '../../options';
import { clip } from '../schedule/clip';
import type { DatedOffset, DayPlan, Schedule } from '../schedule/schedule';
import { Calendar } from './calendar';
import { chinaHolidays } from './china-holidays';
import { cutIntoWeeks, foreverLike } from './cut-into-weeks';
import { DayReader } from './day-reader';
import { readDay } from './days';
import type { HolidayCalendar } from './holidays';
import { offsetAt, readOffsets } from './offsets';
import { parseHours } from './parse';
import { type Problem, type Rule, usesSun } from './rule';
import { type SunMinutes, sunMinutes } from './sun';

export interface HoursOptions {
  /**
   * How far the station's clock is ahead of UTC. Where clocks change: from which instant on, each.
   * @default 480, China's
   */
  readonly utcOffsetMinutes?: number | readonly DatedOffset[] | undefined;
  /**
   * What `PH` and `SH` mean. With `null`, and on days that it does not speak of, hours that hang on holidays are
   * known only as far as they are the same either way.
   * @default mainland China's on its clock (480), else null
   */
  readonly holidays?: HolidayCalendar | null | undefined;
  /** Where the sun rises and sets, in WGS-84. Without it, such hours are unknown. */
  readonly position?: Position | undefined;
  /** The first day for which dates and holidays are worked out, `YYYY-MM-DD`. @default '2024-01-01' */
  readonly from?: string | undefined;
  /** The last one. Hours that are the same each week hold for ever. @default '2030-12-31' */
  readonly until?: string | undefined;
}

export interface CompiledHours {
  readonly schedule: Schedule;
  /** What no schedule can hold; it is `unknown` there. */
  readonly problems: readonly Problem[];
}

const defaults = { utcOffsetMinutes: 480, from: '2024-01-01', until: '2030-12-31' };
/** Enough for any dataset; more is a mistake in a year. */
const mostDays = 36_600;

/**
 * Compiles OpenStreetMap `opening_hours` syntax to a schedule that a phone looks up. Takes some 50 µs; a millisecond where
 * dates or holidays are in it, and more where the sun is.
 *
 * @throws InvalidHoursError when it is not that syntax, InvalidOptionError, InvalidPositionError
 * @example
 * const { schedule } = compileHours('Mo-Fr 09:00-17:00; PH off');
 * openingAt(schedule, Date.parse('2026-10-01T10:00:00+08:00')).state; // 'closed'
 */
export function compileHours(hours: string, options: HoursOptions = {}): CompiledHours {
  const { schedule, problems } = compile(hours, options);
  return Object.freeze({ schedule, problems: Object.freeze(problems) });
}

/**
 * The same for some days only, the last one included, and closed on all others; a night that begins on the last
 * day goes on to its end, and that of the day before the first does not count.
 */
export function compileBetween(
  hours: string,
  options: HoursOptions,
  from: number,
  until: number,
): Schedule {
  const { schedule, reader } = compile(hours, options);
  if (until < from) return clip(schedule, from, until);
  const edges = new Map<number, DayPlan>();
  if (Number.isFinite(from)) edges.set(from, reader.firstPlanOf(from));
  if (Number.isFinite(until)) edges.set(until + 1, reader.nightAfter(until));
  return clip(schedule, from, until, edges);
}

function compile(hours: string, options: HoursOptions) {
  checkOptionNames(options, ['utcOffsetMinutes', 'holidays', 'position', 'from', 'until']);
  const offsets = readOffsets(options.utcOffsetMinutes ?? defaults.utcOffsetMinutes);
  const isChina = (options.utcOffsetMinutes ?? defaults.utcOffsetMinutes) === 480;
  const fallback = isChina ? chinaHolidays : null;
  const holidays = options.holidays === undefined ? fallback : options.holidays;
  const position = options.position === undefined ? undefined : readPosition(options.position);
  const from = readOption('from', options.from ?? defaults.from);
  const until = readOption('until', options.until ?? defaults.until);
  if (until < from || until > from + mostDays) {
    throw new InvalidOptionError(
      'until',
      options.until,
      `a day from ${options.from ?? defaults.from} on, at most a century later`,
    );
  }
  const rules = parseHours(hours);
  const calendar = new Calendar(holidays ?? undefined);
  const suns = new Map<number, SunMinutes>();
  const sunOn = (day: number) => {
    if (position === undefined) return undefined;
    const noon = (day * 1440 + 720) * 60_000;
    const sun =
      suns.get(day) ?? sunMinutes(day, position.lng, position.lat, offsetAt(offsets, noon));
    suns.set(day, sun);
    return sun;
  };
  const reader = new DayReader(rules, { calendar, sunOn });
  const days = isWeekly(rules)
    ? { periods: [foreverLike(reader)], exceptions: [] }
    : cutIntoWeeks(reader, from, until, specialDays(rules, calendar), rules.some(usesSun));
  const problems = rules.flatMap(({ problem }) => problem ?? []);
  if (position === undefined && rules.some(usesSun)) {
    problems.push({ reason: 'sunrise and sunset need a position', at: 0 });
  }
  return { schedule: Object.freeze({ offsets, ...days }), problems, reader };
}

/** Whether all weeks are alike. */
function isWeekly(rules: readonly Rule[]): boolean {
  return !rules.some(
    (rule) =>
      usesSun(rule) ||
      rule.years.length + rule.dates.length + rule.weeks.length + rule.holidays.length > 0 ||
      rule.weekdays.some(({ nth }) => nth.length > 0),
  );
}

/** Days to look at one by one: holidays, where the hours speak of any, and the mornings after. */
function specialDays(rules: readonly Rule[], calendar: Calendar): ReadonlySet<number> {
  if (!rules.some(({ holidays }) => holidays.length > 0)) return new Set();
  const offsets = rules.flatMap(({ holidays }) => holidays.map(({ days }) => days));
  return new Set(
    [...calendar.special].flatMap((day) =>
      [0, ...offsets].flatMap((off) => [day + off, day + off + 1]),
    ),
  );
}

function readOption(option: string, value: unknown): number {
  const day = typeof value === 'string' ? readDay(value) : undefined;
  if (day !== undefined) return day;
  throw new InvalidOptionError(option, value, 'a day, YYYY-MM-DD');
}
