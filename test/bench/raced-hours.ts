import { sampleRecords } from '../../src/cli/sample';
import { compileHours } from '../../src/core';
import type { HolidayCalendar } from '../../src/dataset/hours/holidays';
import type { Schedule } from '../../src/dataset/schedule/schedule';
import { Random } from '../support/random';
import { shuffled } from './raced-codes';

/*
 * No night before a day off among them: there ours and the peer differ on purpose (see
 * test/dataset/hours/disagreements.ts).
 */
export const harderHours: readonly string[] = [
  'Mo-Fr 08:30-17:00; PH off',
  'Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00; PH off',
  'Mo-Sa 08:00-20:00; PH 10:00-16:00',
  'Apr-Oct Mo-Su 09:00-20:00; Nov-Mar Mo-Su 09:00-17:00',
  'May-Sep Mo-Fr 06:00-22:00; May-Sep Sa,Su 07:00-21:00; Oct-Apr 08:00-18:00',
  'Jun 15-Sep 15 Mo-Su 11:00-15:00',
  '2025 Mar 01-2026 Jun 30 Mo-Fr 09:00-18:00',
  'Mo-Su 10:00-22:00; Jan 28-Feb 04 off',
  'Mo-Su 22:00-06:00',
  'Su-Th 18:00-23:00; Fr,Sa 18:00-26:00',
  'Sa[1,3] 09:00-12:00; We 14:00-17:00',
  'Su[-1] 10:00-16:00',
];

/** The distinct hours of the sample's stations. */
export function sampleHours(): string[] {
  return [...new Set(sampleRecords().flatMap(({ hours }) => hours ?? []))];
}

const from = Date.UTC(2025, 0, 1, -8);
const until = Date.UTC(2027, 0, 1, -8);
const instantsPerValue = 1000;

/** Values, and when each is asked about. A question is known by its number. */
export interface HoursQuestions {
  readonly values: readonly string[];
  /** Compiled for China's clock and calendar; by value, as the next. */
  readonly schedules: readonly Schedule[];
  /** By question: the value and the instant. */
  readonly which: readonly number[];
  readonly millis: readonly number[];
}

/** Each value at a thousand different instants of 2025 and 2026, all in a seeded order. */
export function hoursQuestions(values: readonly string[]): HoursQuestions {
  const random = new Random(168);
  const order = shuffled(values.length * instantsPerValue, random);
  return {
    values,
    schedules: values.map((hours) => compileHours(hours).schedule),
    which: Array.from(order, (number) => number % values.length),
    millis: Array.from(order, () => random.int(from, until - 1)),
  };
}

/** Ours for a calendar other than China's. */
export function schedulesFor(holidays: HolidayCalendar, values: readonly string[]): Schedule[] {
  return values.map((hours) => compileHours(hours, { utcOffsetMinutes: 480, holidays }).schedule);
}
