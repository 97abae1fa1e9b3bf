import type { OpeningState } from '../schedule/schedule';

/*
 * What `opening_hours` says, read but not yet worked out. A rule is a row of selectors, of which those that
 * are given must all match, and what it says of the time that they select.
 */

/** How a rule goes with those before it: it replaces them on its days, adds to them, or fills what they leave. */
export type Joiner = 'normal' | 'additional' | 'fallback';

/** Whole numbers from one to another, the last included, every `step`. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/** A day of the year. */
export type DayInYear =
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  /** The nth of a weekday in a month; negative from its end. */
  | { readonly kind: 'nth'; readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly kind: 'easter' };

/** A day of each year, or of one, and how far to go on from there. */
export interface YearDay {
  readonly year?: number;
  readonly place: DayInYear;
  /** Days to add. */
  readonly days: number;
  /** The next (`direction` 1) or last (-1) such weekday, that day included. */
  readonly toWeekday?: { readonly weekday: number; readonly direction: 1 | -1 };
}

export interface DateRange {
  readonly from: YearDay;
  /** Missing: without end. */
  readonly until?: YearDay;
}

/** Weekdays, 0 for Monday. A range that goes on past Sunday has its end before its start. */
export interface WeekdayRange {
  readonly first: number;
  readonly last: number;
  /** Which of them in the month, 1 the first, -1 the last; empty for all. */
  readonly nth: readonly number[];
  /** So many days after it. */
  readonly days: number;
}

export interface HolidayDay {
  readonly kind: 'PH' | 'SH';
  readonly days: number;
}

export type SunEvent = 'dawn' | 'sunrise' | 'sunset' | 'dusk';

/** A time of day, in minutes after midnight, or after what the sun does. */
export interface DayTime {
  readonly event?: SunEvent;
  readonly minutes: number;
}

export interface TimeSpan {
  readonly from: DayTime;
  /** Missing for a point in time, or where only the beginning is known. */
  readonly until?: DayTime;
  /** It goes on, nobody says how long. */
  readonly openEnd: boolean;
}

/** A text that was read, and what of it no schedule can hold. */
export interface Problem {
  readonly reason: string;
  /** Where in the text, in characters from its start. */
  readonly at: number;
}

export interface Rule {
  readonly joiner: Joiner;
  readonly years: readonly NumberRange[];
  readonly dates: readonly DateRange[];
  readonly weeks: readonly NumberRange[];
  readonly weekdays: readonly WeekdayRange[];
  readonly holidays: readonly HolidayDay[];
  /** Whether both a holiday and a weekday must match (`PH Mo-Fr`); else one will do (`PH,Mo-Fr`). */
  readonly needsBoth: boolean;
  /** None: the whole day. */
  readonly times: readonly TimeSpan[];
  readonly state: OpeningState;
  readonly comment?: string;
  /** Why its days are unknown, whatever it says. */
  readonly problem?: Problem;
}

export function usesSun({ times }: Rule): boolean {
  return times.some(({ from, until }) => (from.event ?? until?.event) !== undefined);
}
