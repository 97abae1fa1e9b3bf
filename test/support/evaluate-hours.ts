import type { HolidayCalendar } from '../../src/dataset/hours/holidays';
import { parseHours } from '../../src/dataset/hours/parse';
import type { DateRange, Rule, YearDay } from '../../src/dataset/hours/rule';
import type { OpeningState } from '../../src/dataset/schedule/schedule';

/*
 * Rules evaluated for one minute, with nothing worked out beforehand: no weeks, no plans, no days as numbers. It shares
 * the parser with what it checks, and nothing else.
 */

const hour = 60;
const day = 24 * hour;
const months = (date: Date) => date.getUTCMonth() + 1;

/** What holds at a minute. */
interface Said {
  readonly state: OpeningState;
  readonly comment: string | undefined;
}

/** With the number of the rule, and whether it gives way to another evening. */
interface Saying extends Said {
  readonly rule: number;
  readonly givesWay: boolean;
}

/** @param local the station's clock, written as if it were UTC */
export function evaluateHours(hours: string, local: Date, calendar: HolidayCalendar): Said {
  const rules = parseHours(hours);
  const midnight = new Date(local);
  midnight.setUTCHours(0, 0, 0, 0);
  const minute = local.getUTCHours() * hour + local.getUTCMinutes();
  const own = sayings(rules, midnight, minute, calendar);
  const before = sayings(rules, addDays(midnight, -1), minute + day, calendar);
  // The evening before goes on; where both name times, the later rule holds.
  if (before.givesWay) return own;
  if (own.givesWay) return before.state === 'closed' ? own : before;
  return before.rule > own.rule ? before : own;
}

function sayings(
  rules: readonly Rule[],
  date: Date,
  minute: number,
  calendar: HolidayCalendar,
): Saying {
  const weekday = isIn(calendar.workdays ?? [], date) && actsAsWorkday(rules, date, calendar);
  return say(rules, date, weekday ? 0 : weekdayOf(date), minute, calendar);
}

const known = new Map<string, boolean>();

/** Whether a day that is worked for a holiday is like Monday to Friday, which have to be alike. */
function actsAsWorkday(rules: readonly Rule[], date: Date, calendar: HolidayCalendar): boolean {
  const key = `${JSON.stringify(rules)} ${date.getTime()}`;
  const answer =
    known.get(key) ??
    (mentionsPublicHolidays(rules) &&
      new Set([0, 1, 2, 3, 4].map((weekday) => wholeDay(rules, date, weekday, calendar))).size ===
        1);
  known.set(key, answer);
  return answer;
}

function mentionsPublicHolidays(rules: readonly Rule[]): boolean {
  return rules.some((rule) => rule.holidays.some(({ kind }) => kind === 'PH'));
}

function wholeDay(
  rules: readonly Rule[],
  date: Date,
  weekday: number,
  calendar: HolidayCalendar,
): string {
  return JSON.stringify(
    Array.from({ length: 2 * day }, (_, minute) => say(rules, date, weekday, minute, calendar)),
  );
}

/** What the rules of a day say of a minute of it, or of the day after (1440 and more). */
function say(
  rules: readonly Rule[],
  date: Date,
  weekday: number,
  minute: number,
  calendar: HolidayCalendar,
): Saying {
  let said = {
    state: 'closed' as OpeningState,
    comment: undefined as string | undefined,
    rule: -1,
    givesWay: true,
  };
  const nothing = said;
  rules.forEach((rule, number) => {
    if (!matches(rule, date, weekday, calendar)) return;
    const previous = rules[number - 1];
    const replaces =
      rule.joiner === 'normal' &&
      rule.state !== 'closed' &&
      (hasDays(rule) || (rule.state === 'open' && previous !== undefined && !hasDays(previous)));
    if (replaces) said = nothing;
    if (rule.joiner === 'fallback' && said.state !== 'closed') return;
    const isWhole = rule.times.length === 0 || rule.problem !== undefined;
    const state = rule.problem === undefined ? rule.state : 'unknown';
    if (isWhole) {
      if (minute < day || state === 'closed') {
        said = {
          state,
          comment: rule.comment,
          rule: number,
          givesWay: rule.joiner === 'fallback' || state === 'closed',
        };
      }
      return;
    }
    const base = { comment: rule.comment, rule: number, givesWay: rule.joiner === 'fallback' };
    for (const span of rule.times) {
      if (rule.joiner === 'fallback' && said.state !== 'closed') return;
      const from = span.from.minutes;
      const given = span.until?.minutes;
      const until = given === undefined ? from : given <= from ? given + day : given;
      if (minute >= from && minute < until) {
        said = { ...base, state };
      } else if (span.openEnd && minute >= until && minute < openEnd(until)) {
        said = { ...base, state: state === 'closed' ? state : 'unknown' };
      }
    }
  });
  return said;
}

function openEnd(until: number): number {
  if (until >= 22 * hour) return Math.min(until + 8 * hour, 2 * day);
  return until >= 17 * hour ? until + 10 * hour : day;
}

function hasDays(rule: Rule): boolean {
  return [rule.years, rule.dates, rule.weeks, rule.weekdays, rule.holidays].some(
    (list) => list.length > 0,
  );
}

function matches(rule: Rule, date: Date, weekday: number, calendar: HolidayCalendar): boolean {
  const year = date.getUTCFullYear();
  const inRange = (number: number) => (range: { first: number; last: number; step: number }) => {
    if (range.last < range.first) return number >= range.first || number <= range.last;
    return (
      number >= range.first && number <= range.last && (number - range.first) % range.step === 0
    );
  };
  if (rule.years.length > 0 && !rule.years.some(inRange(year))) return false;
  if (rule.dates.length > 0 && !rule.dates.some((range) => inDates(range, date))) return false;
  if (rule.weeks.length > 0 && !rule.weeks.some(inRange(isoWeek(date)))) return false;
  if (rule.weekdays.length + rule.holidays.length === 0) return true;
  const isHoliday = rule.holidays.some(({ kind, days }) => {
    const list = kind === 'PH' ? calendar.publicHolidays : (calendar.schoolHolidays ?? []);
    return isIn(list, addDays(date, -days));
  });
  const isWeekday = rule.weekdays.some(({ first, last, nth, days }) => {
    if (nth.length === 0) {
      return first <= last
        ? weekday >= first && weekday <= last
        : weekday >= first || weekday <= last;
    }
    const counted = addDays(date, -days);
    if (weekdayOf(counted) !== first) return false;
    return nth.some((n) => {
      const other = addDays(counted, n > 0 ? -7 * (n - 1) : -7 * (n + 1));
      const beyond = addDays(other, n > 0 ? -7 : 7);
      return months(other) === months(counted) && months(beyond) !== months(counted);
    });
  });
  return rule.needsBoth ? isHoliday && isWeekday : isHoliday || isWeekday;
}

function inDates({ from, until }: DateRange, date: Date): boolean {
  const year = date.getUTCFullYear();
  if (from.year !== undefined) {
    const first = placeOf(from, from.year, 'first');
    if (until === undefined) return date >= first;
    return date >= first && date <= placeOf(until, until.year ?? from.year, 'last');
  }
  return [year - 1, year, year + 1].some((start) => {
    const first = placeOf(from, start, 'first');
    const last = until === undefined ? first : placeOf(until, start, 'last');
    const end = last < first && until !== from ? placeOf(until!, start + 1, 'last') : last;
    return date >= first && date <= end;
  });
}

function placeOf({ place, days, toWeekday }: YearDay, year: number, which: 'first' | 'last'): Date {
  let date: Date;
  if (place.kind === 'easter') throw new Error('Not evaluated here');
  if (place.kind === 'day') {
    date = utc(year, place.month, place.day);
    if (months(date) !== place.month)
      date = which === 'first' ? utc(year, place.month + 1, 1) : utc(year, place.month + 1, 0);
  } else {
    const step = place.nth > 0 ? 1 : -1;
    date = place.nth > 0 ? utc(year, place.month, 1) : utc(year, place.month + 1, 0);
    while (weekdayOf(date) !== place.weekday) date = addDays(date, step);
    date = addDays(date, 7 * (place.nth - step));
  }
  date = addDays(date, days);
  while (toWeekday !== undefined && weekdayOf(date) !== toWeekday.weekday)
    date = addDays(date, toWeekday.direction);
  return date;
}

function isIn(list: readonly string[], date: Date): boolean {
  const text = date.toISOString().slice(0, 10);
  return list.some((item) => {
    const [first = '', last = first] = item.split('/');
    return text >= first && text <= last;
  });
}

/** The week whose Thursday is in the year. */
function isoWeek(date: Date): number {
  const thursday = addDays(date, 3 - weekdayOf(date));
  let week = 1;
  for (
    let other = addDays(thursday, -7);
    other.getUTCFullYear() === thursday.getUTCFullYear();
    other = addDays(other, -7)
  )
    week++;
  return week;
}

const weekdayOf = (date: Date) => (date.getUTCDay() + 6) % 7;
const utc = (year: number, month: number, ofMonth: number) =>
  new Date(Date.UTC(year, month - 1, ofMonth));

function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * day * 60_000);
}
