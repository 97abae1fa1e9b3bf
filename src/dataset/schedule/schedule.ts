/*
 * Opening hours as the phone looks them up: no text, no grammar, no time zone data. Days are counted from
 * 1970-01-01, minutes from local midnight; both are the station's own clock.
 */

/** Whether somebody gets in. `unknown` is shown as neither open nor closed. */
export type OpeningState = 'open' | 'closed' | 'unknown';

/** One day, cut where the state or its comment changes. Days that look alike share one plan. */
export interface DayPlan {
  /** Minutes after midnight at which each run starts: 0 first, ascending, below 1440. */
  readonly starts: readonly number[];
  readonly states: readonly OpeningState[];
  /** Where the source says more: "by appointment". One for each run. */
  readonly comments: readonly (string | undefined)[];
}

/** Seven days, Monday first. What runs past midnight stands in the day it runs into, Sunday's in Monday. */
export type Week = readonly DayPlan[];

/** A week that repeats from a day on, until the next period begins. */
export interface Period {
  /** `-Infinity` for the first. */
  readonly fromDay: number;
  readonly week: Week;
}

/** Days on which the week does not apply: holidays, and the days that make up for them. */
export interface Exceptions {
  /** Ascending. */
  readonly days: readonly number[];
  readonly plan: DayPlan;
}

/** From an instant on, how far the clock is ahead of UTC. */
export interface DatedOffset {
  /** Milliseconds since 1970; `-Infinity` for the first. */
  readonly from: number;
  readonly minutes: number;
}

/**
 * Compiled opening hours: plain data, frozen, shared between the stations that keep them. Before and after
 * the time it was compiled for, where that matters, there are weeks of nothing but `unknown`.
 */
export interface Schedule {
  /** One that counts from ever, and one for each change of the clock. */
  readonly offsets: readonly DatedOffset[];
  readonly periods: readonly Period[];
  /** No day is in two of them. */
  readonly exceptions: readonly Exceptions[];
}
