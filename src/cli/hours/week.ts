import { compileHours, type HoursOptions } from '../../dataset/hours/compile';
import { dateOf, weekdayOf } from '../../dataset/hours/days';
import type { HolidayCalendar } from '../../dataset/hours/holidays';
import { parseHours } from '../../dataset/hours/parse';
import { planOf } from '../../dataset/schedule/lookup';
import type { DayPlan, Schedule } from '../../dataset/schedule/schedule';
import { type Run, runsOf } from './runs';

/** A day as it is, and as people say it. */
export interface Day {
  readonly plan: DayPlan;
  readonly runs: readonly Run[];
}

/** What holds on holidays, on the weekdays where it is the same. */
export interface Holiday extends Day {
  readonly kind: 'PH' | 'SH';
  /** 0 for Monday. */
  readonly weekdays: readonly number[];
}

/** Days that nobody takes for a holiday. */
const noHolidays = calendarOf([], []);

/** The hours as if there were no holidays. */
export function plainSchedule(hours: string, options: HoursOptions): Schedule {
  return compileHours(hours, { ...options, holidays: noHolidays }).schedule;
}

/** A day of the repeating week, whatever is special about it. */
export function plainDay(plain: Schedule, day: number): Day {
  return dayIn({ ...plain, exceptions: [] }, day);
}

export function dayIn(schedule: Schedule, day: number): Day {
  const [before, own, after] = [day - 1, day, day + 1].map((one) => planOf(schedule, one));
  return { plan: own!, runs: runsOf(before!, own!, after!) };
}

/** What the hours say of holidays in the week of a day, if they speak of any. */
export function holidaysOf(hours: string, options: HoursOptions, today: number): Holiday[] {
  const monday = today - weekdayOf(today);
  const named = new Set(
    parseHours(hours).flatMap(({ holidays }) => holidays.map(({ kind }) => kind)),
  );
  return [...named].sort().flatMap((kind) => {
    const groups = new Map<string, Holiday & { weekdays: number[] }>();
    for (let weekday = 0; weekday < 7; weekday++) {
      const day = dayAsHoliday(hours, options, kind, monday + weekday);
      const key = JSON.stringify(day.runs);
      const group = groups.get(key) ?? { ...day, kind, weekdays: [] };
      group.weekdays.push(weekday);
      groups.set(key, group);
    }
    return [...groups.values()];
  });
}

function dayAsHoliday(hours: string, options: HoursOptions, kind: 'PH' | 'SH', day: number): Day {
  const days = [isoOf(day)];
  const holidays = calendarOf(kind === 'PH' ? days : [], kind === 'SH' ? days : []);
  const from = isoOf(day - 1);
  const until = isoOf(day + 1);
  return dayIn(compileHours(hours, { ...options, holidays, from, until }).schedule, day);
}

function calendarOf(
  publicHolidays: readonly string[],
  schoolHolidays: readonly string[],
): HolidayCalendar {
  return { from: '1970-01-01', until: '2999-12-31', publicHolidays, schoolHolidays };
}

/** `2026-10-01` */
export function isoOf(day: number): string {
  const { year, month, day: ofMonth } = dateOf(day);
  return [year, ...[month, ofMonth].map((part) => String(part).padStart(2, '0'))].join('-');
}
