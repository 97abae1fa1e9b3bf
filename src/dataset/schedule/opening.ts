import { InvalidOptionError } from '../../errors';
import { readNumber } from '../../options';
import { Cursor } from './lookup';
import type { OpeningState, Schedule } from './schedule';

/** A moment: a `Date`, or milliseconds since 1970. Never a text: that would be in somebody's time zone. */
export type Instant = Date | number;

/** Whether somebody gets in at a moment, and until when that holds. */
export interface Opening {
  readonly state: OpeningState;
  /** When the state changes. Missing: never, as far as the hours tell. */
  readonly until?: Date;
  /** When it is known to open, unless it is open. Missing: never, as far as the hours tell. */
  readonly nextOpen?: Date;
  /** What the source adds: `by appointment`. */
  readonly comment?: string;
}

/**
 * Whether a station is open at an instant, by the station's own clock, whatever the device's time zone. Takes
 * a fraction of a microsecond; where nothing changes for months, some of them.
 *
 * @throws InvalidOptionError when the instant is none
 * @example
 * const { schedule } = compileHours('Mo-Fr 09:00-18:00', { utcOffsetMinutes: 480 });
 * const opening = openingAt(schedule, Date.parse('2026-11-23T12:00:00+08:00'));
 * [opening.state, opening.until.toISOString()]; // ['open', '2026-11-23T10:00:00.000Z']
 */
export function openingAt(schedule: Schedule, instant: Instant): Opening {
  return openingAtMillis(readSchedule(schedule), readInstant('instant', instant));
}

/** One for all: a look-up makes nothing but its answer. */
const cursor = new Cursor();

/** The same for an instant that was checked. */
export function openingAtMillis(schedule: Schedule, millis: number): Opening {
  cursor.moveTo(schedule, millis);
  const { state, comment } = cursor;
  const until = cursor.seek(state, false);
  const opening: { state: OpeningState; until?: Date; nextOpen?: Date; comment?: string } = {
    state,
  };
  if (until < Number.POSITIVE_INFINITY) {
    opening.until = new Date(until);
    if (state !== 'open') {
      const nextOpen = cursor.state === 'open' ? until : cursor.seek('open', true);
      if (nextOpen < Number.POSITIVE_INFINITY) opening.nextOpen = new Date(nextOpen);
    }
  }
  // JSON has `null` where there is none.
  if (typeof comment === 'string') opening.comment = comment;
  return opening;
}

/**
 * Whether a station is known to be open from an instant on, for so many minutes without a break.
 *
 * @throws InvalidOptionError
 * @example
 * const { schedule } = compileHours('Mo-Fr 09:00-18:00', { utcOffsetMinutes: 480 });
 * openFor(schedule, Date.parse('2026-11-23T17:50:00+08:00'), 15); // false
 */
export function openFor(schedule: Schedule, instant: Instant, minutes: number): boolean {
  const start = readInstant('instant', instant);
  return stateThroughout(readSchedule(schedule), start, readMinutes('minutes', minutes)) === 'open';
}

/**
 * Whether a station is known to be open at an instant, or to open within so many minutes.
 *
 * @throws InvalidOptionError
 * @example
 * const { schedule } = compileHours('Mo-Fr 09:00-18:00', { utcOffsetMinutes: 480 });
 * opensWithin(schedule, Date.parse('2026-11-23T08:50:00+08:00'), 15); // true
 */
export function opensWithin(schedule: Schedule, instant: Instant, minutes: number): boolean {
  const start = readInstant('instant', instant);
  const end = start + readMinutes('minutes', minutes) * perMinute;
  cursor.moveTo(readSchedule(schedule), start);
  return cursor.state === 'open' || cursor.seek('open', true) <= end;
}

/** The state alone. */
export function stateAt(schedule: Schedule, millis: number): OpeningState {
  cursor.moveTo(schedule, millis);
  return cursor.state;
}

/** What can be said of a whole stay: `closed` if it is so at any time, else `unknown` if that is. */
export function stateThroughout(schedule: Schedule, start: number, minutes: number): OpeningState {
  const end = start + minutes * perMinute;
  cursor.moveTo(schedule, start);
  let result = cursor.state;
  while (result !== 'closed' && cursor.seek(cursor.state, false) < end) {
    if (cursor.state !== 'open') result = cursor.state;
  }
  return result;
}

/** @throws InvalidOptionError when it is none */
export function readSchedule(value: unknown): Schedule {
  const { offsets, periods, exceptions } = (value ?? {}) as Partial<Schedule>;
  if (Array.isArray(offsets) && Array.isArray(periods) && Array.isArray(exceptions)) {
    return value as Schedule;
  }
  throw new InvalidOptionError('schedule', value, 'the schedule that compileHours() returns');
}

const perMinute = 60_000;
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2200, 0, 1);
/** A stay of a year is a mistake in the unit. */
const longestStay = 366 * 24 * 60;

/**
 * Milliseconds since 1970. Instants of other centuries are refused: they are seconds, or a date that went wrong.
 *
 * @throws InvalidOptionError
 */
export function readInstant(option: string, value: unknown): number {
  const millis = value instanceof Date ? value.getTime() : value;
  if (typeof millis === 'number' && millis >= earliest && millis < latest) return millis;
  throw new InvalidOptionError(
    option,
    value,
    'a Date, or milliseconds since 1970, in the years 2000 to 2199',
  );
}

/** @throws InvalidOptionError */
export function readMinutes(option: string, value: unknown, fallback = 0): number {
  const minutes = readNumber(option, value, 0, 'minutes', fallback);
  if (minutes <= longestStay) return minutes;
  throw new InvalidOptionError(option, value, `at most ${longestStay} minutes, a year`);
}
