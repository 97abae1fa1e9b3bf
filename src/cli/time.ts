import { readDay } from '../dataset/hours/days';
import { offsetAt } from '../dataset/hours/offsets';
import type { DatedOffset } from '../dataset/schedule/schedule';
import { InvalidOptionError } from '../errors';
import type { Arguments } from './arguments';

/** A time as somebody typed it: on which clock is known later, with the stations. */
export interface StatedTime {
  /** Days since 1970. Missing: today. */
  readonly day: number | undefined;
  /** Seconds after midnight. */
  readonly seconds: number;
  /** How many minutes its clock is ahead of UTC. Missing: it is the stations' own. */
  readonly minutesAhead: number | undefined;
}

const pattern =
  /^(?:(\d{4}-\d\d-\d\d)[T ])?([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(?:(Z)|([+-])(0\d|1[0-4])(?::?([0-5]\d))?)?$/i;
const expected =
  "a time such as 2026-11-23T22:30 or 22:30 (the stations' own clock), or 2026-11-23T22:30+08:00, in the years 2000 to 2199";

/**
 * The time that a flag gives, on the stations' own clock unless it says otherwise.
 *
 * @throws InvalidOptionError
 */
export function readTime(args: Arguments, flag: string): StatedTime | undefined {
  const text = args.one(flag);
  if (text === undefined) return undefined;
  const [, date, hours, minutes, seconds = '0', utc, sign, ahead, more = '0'] =
    pattern.exec(text) ?? [];
  const day = date === undefined ? undefined : readDay(date);
  const isFarOff = date !== undefined && !/^2[01]/.test(date);
  if (hours === undefined || isFarOff || (date !== undefined && day === undefined)) {
    throw new InvalidOptionError(`--${flag}`, text, expected);
  }
  const offset = (sign === '-' ? -1 : 1) * (Number(ahead) * 60 + Number(more));
  return {
    day,
    seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
    minutesAhead: utc !== undefined ? 0 : sign === undefined ? undefined : offset,
  };
}

const perDay = 86_400_000;

/**
 * The instant of a time, in milliseconds since 1970. Where the clock is put back and shows it twice, the first;
 * where it is put forward past it, as long after the change as the time would have been.
 *
 * @param clock of the stations
 */
export function instantOf(time: StatedTime, clock: readonly DatedOffset[], now: number): number {
  const { minutesAhead, seconds } = time;
  const ahead = (millis: number) => (minutesAhead ?? offsetAt(clock, millis)) * 60_000;
  const day = time.day ?? Math.floor((now + ahead(now)) / perDay);
  const local = day * perDay + seconds * 1000;
  // The clock a day before is that of before any change.
  const before = local - ahead(local - perDay);
  if (before + ahead(before) === local) return before;
  const after = local - ahead(local + perDay);
  return after + ahead(after) === local ? after : before;
}

/** The years that times are in, to know the clocks of. */
export function yearsOf(times: readonly (StatedTime | undefined)[], now: number): number[] {
  const days = times.flatMap((time) => time?.day ?? []);
  return [now, ...days.map((day) => day * perDay)].map((at) => new Date(at).getUTCFullYear());
}
