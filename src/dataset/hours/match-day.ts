import type { Calendar } from './calendar';
import { dateOf, dayNumber, easterOf, isoWeekOf, weekdayOf } from './days';
import type { DateRange, NumberRange, Rule, WeekdayRange, YearDay } from './rule';

/** How to take a day: on which weekday, and what of its holidays nobody knows. */
export interface DayView {
  /** 0 for Monday. Another than the calendar's on a day that makes up for a holiday. */
  readonly weekday: number;
  /** Whether it is a public or a school holiday, should the calendar not know. */
  readonly assumed: { readonly PH: boolean; readonly SH: boolean };
}

/** Whether a rule's days hold a day. */
export function matchesDay(rule: Rule, day: number, view: DayView, calendar: Calendar): boolean {
  const { years, dates, weeks, weekdays, holidays, needsBoth } = rule;
  if (years.length > 0 && !inRanges(years, dateOf(day).year)) return false;
  if (dates.length > 0 && !dates.some((range) => inDates(range, day))) return false;
  if (weeks.length > 0 && !inRanges(weeks, isoWeekOf(day))) return false;
  if (weekdays.length + holidays.length === 0) return true;
  const isHoliday = holidays.some(
    ({ kind, days }) => calendar.isHoliday(kind, day - days) ?? view.assumed[kind],
  );
  const isWeekday = weekdays.some((range) => inWeekdays(range, day, view.weekday));
  return needsBoth ? isHoliday && isWeekday : isHoliday || isWeekday;
}

function inRanges(ranges: readonly NumberRange[], number: number): boolean {
  return ranges.some(({ first, last, step }) => {
    // `week 50-02` goes on in the new year.
    if (last < first) return number >= first || number <= last;
    return number >= first && number <= last && (number - first) % step === 0;
  });
}

function inWeekdays(
  { first, last, nth, days }: WeekdayRange,
  day: number,
  weekday: number,
): boolean {
  if (nth.length === 0) {
    return first <= last
      ? weekday >= first && weekday <= last
      : weekday >= first || weekday <= last;
  }
  const counted = day - days;
  if (weekdayOf(counted) !== first) return false;
  const { year, month, day: ofMonth } = dateOf(counted);
  const fromStart = Math.ceil(ofMonth / 7);
  const length = dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
  const fromEnd = -Math.ceil((length - ofMonth + 1) / 7);
  return nth.includes(fromStart) || nth.includes(fromEnd);
}

/** Whether a day is in a range of dates, in whatever year that begins. */
function inDates({ from, until }: DateRange, day: number): boolean {
  if (from.year !== undefined) {
    const first = placeOf(from, from.year, 'first');
    if (until === undefined) return day >= first;
    return day >= first && day <= placeOf(until, until.year ?? from.year, 'last');
  }
  const { year } = dateOf(day);
  for (let start = year - 1; start <= year + 1; start++) {
    const first = placeOf(from, start, 'first');
    let last = until === undefined ? first : placeOf(until, start, 'last');
    // `Oct-Mar`, but not `Feb 29` in a year that has none.
    if (last < first && until !== from) last = placeOf(until!, start + 1, 'last');
    if (day >= first && day <= last) return true;
  }
  return false;
}

/** The number of a day of the year. Where the month ends before it, a range ends there or begins after. */
function placeOf({ place, days, toWeekday }: YearDay, year: number, end: 'first' | 'last'): number {
  let day: number;
  if (place.kind === 'easter') {
    day = easterOf(year);
  } else if (place.kind === 'day') {
    const beyond = dayNumber(year, place.month + 1, 1);
    const found = dayNumber(year, place.month, place.day);
    day = found < beyond ? found : end === 'first' ? beyond : beyond - 1;
  } else {
    day = nthWeekday(year, place.month, place.weekday, place.nth);
  }
  day += days;
  if (toWeekday === undefined) return day;
  const { weekday, direction } = toWeekday;
  const apart = direction * (weekday - weekdayOf(day));
  return day + direction * ((apart + 7) % 7);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = dayNumber(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  }
  const last = dayNumber(year, month + 1, 0);
  return last - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1);
}
