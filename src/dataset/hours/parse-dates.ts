import { readDayOffset, readWeekday } from './parse-days';
import type { DateRange, DayInYear, NumberRange, YearDay } from './rule';
import type { Scanner } from './scanner';

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const year = /((?:19|20|21)\d\d)(?![\d:])/y;
const month = /(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?![a-z])/y;
/** A day of the month: not the hours of a time. */
const dayOfMonth = /(?!24\/7)(\d{1,2})(?![\d:])/y;
const aDateIsNext =
  /, *(?=(?:(?:19|20|21)\d\d )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|easter)(?![a-z]))/y;
const aDayIsNext = /, *(?=(?!24\/7)\d{1,2}(?![\d:]))/y;

const rangeGoesOn =
  /-(?= ?(?:\d{4} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|easter)(?![a-z]))/y;

/** Years by themselves: `2026`, `2026-2028`, `2026+`, `2024-2030/2`. One before a month is part of a date. */
export function readYears(scanner: Scanner): NumberRange[] {
  const ranges: NumberRange[] = [];
  const start = scanner.at;
  do {
    const at = scanner.at;
    const first = scanner.take(year)?.[1];
    if (first === undefined) break;
    const range = readRangeFrom(scanner, Number(first), year, 9999);
    if (range.last < range.first) scanner.fail('years in their order', at);
    ranges.push(range);
  } while (scanner.take(/, *(?=(?:19|20|21)\d\d(?![\d:]))/y));
  if (
    ranges.length === 1 &&
    ranges[0]!.first === ranges[0]!.last &&
    scanner.sees(/(?:easter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/y)
  ) {
    scanner.at = start;
    return [];
  }
  return ranges;
}

/** Weeks of the year by ISO 8601: `week 1-53/2`, `week 10,12`. */
export function readWeeks(scanner: Scanner): NumberRange[] {
  const ranges: NumberRange[] = [];
  if (!scanner.take(/week(?![a-z])/y)) return ranges;
  const week = /(\d{1,2})(?![\d:])/y;
  do {
    // Some write the word again.
    scanner.take(/week(?![a-z])/y);
    const at = scanner.at;
    const first = Number(scanner.take(week)?.[1] ?? scanner.fail('a week from 1 to 53'));
    const range = readRangeFrom(scanner, first, week, 53);
    if (first < 1 || first > 53 || range.last < 1 || range.last > 53) {
      scanner.fail('weeks from 1 to 53', at);
    }
    ranges.push(range);
  } while (scanner.take(/, *(?=(?:week )?\d{1,2}(?![\d:]))/y));
  return ranges;
}

function readRangeFrom(scanner: Scanner, first: number, number: RegExp, end: number): NumberRange {
  if (scanner.takeTight(/\+/y)) return { first, last: end, step: 1 };
  const last = scanner.takeTight(/ ?- ?(?=\d)/y) ? scanner.take(number)?.[1] : undefined;
  const step = scanner.takeTight(/\/(\d{1,3})/y)?.[1];
  if (step !== undefined && Number(step) < 1) scanner.fail('a step of 1 or more');
  // `week 1/2` counts on to the end.
  const until = last === undefined ? (step === undefined ? first : end) : Number(last);
  return { first, last: until, step: Number(step ?? 1) };
}

/** Months and dates: `Apr-Oct`, `Dec 24-Jan 02`, `2026 Apr 10-16`, `easter -2 days`, `Mar Su[-1]-Oct Su[-1]`. */
export function readDates(scanner: Scanner): DateRange[] {
  const ranges: DateRange[] = [];
  do {
    const range = readRange(scanner);
    if (range === undefined) break;
    ranges.push(range);
    // `Apr 10-16,20`: another day of the same month.
    while (scanner.take(aDayIsNext)) ranges.push(readMoreDays(scanner, range.from));
  } while (scanner.take(aDateIsNext));
  return ranges;
}

function readMoreDays(scanner: Scanner, { place, year: inYear }: YearDay): DateRange {
  if (place.kind !== 'day') return scanner.fail('a month before the day');
  const from = readDayIn(scanner, place.month, inYear);
  const until = scanner.take(/-(?=\d)/y) ? readDayIn(scanner, place.month, inYear) : from;
  return { from, until };
}

function readRange(scanner: Scanner): DateRange | undefined {
  const from = readDate(scanner, 'first');
  if (from === undefined) return undefined;
  if (scanner.takeTight(/\+/y)) {
    if (from.year === undefined) scanner.fail('a year before a date without end');
    return { from };
  }
  if (!scanner.take(/-(?! ?\d{1,2}:)/y)) return { from, until: endOf(from) };
  const { place, year: inYear } = from;
  if (place.kind === 'day' && !from.isMonth && scanner.sees(dayOfMonth)) {
    return { from, until: readDayIn(scanner, place.month, inYear) };
  }
  // In `Apr-Oct Su[2]` it is the days that the second Sunday limits, not the months.
  const until =
    readDate(scanner, from.isMonth ? 'last month' : 'last') ??
    scanner.fail('a date such as Oct or Dec 24');
  // The year of the first holds for the last, or the next one, where it names none.
  return {
    from,
    until: inYear === undefined || until.year !== undefined ? until : laterIn(inYear, from, until),
  };
}

type ReadDay = YearDay & { readonly isMonth?: true };

/** A whole month is its first day and its last one. */
function endOf(from: ReadDay): YearDay {
  if (!from.isMonth || from.place.kind !== 'day') return from;
  const { month: inMonth } = from.place;
  return { ...from, place: { ...from.place, day: longestMonth[inMonth - 1]! } };
}

function laterIn(inYear: number, from: YearDay, until: YearDay): YearDay {
  return { ...until, year: isBefore(until.place, from.place) ? inYear + 1 : inYear };
}

function isBefore(a: DayInYear, b: DayInYear): boolean {
  if (a.kind === 'easter' || b.kind === 'easter') return false;
  if (a.month !== b.month) return a.month < b.month;
  return a.kind === 'day' && b.kind === 'day' && a.day < b.day;
}

function readDate(scanner: Scanner, which: 'first' | 'last' | 'last month'): ReadDay | undefined {
  const start = scanner.at;
  const inYear = scanner.take(year)?.[1];
  const name = scanner.take(/easter(?![a-z])/y) ? 'easter' : scanner.take(month)?.[1];
  if (name === undefined) {
    scanner.at = start;
    return undefined;
  }
  const given = inYear === undefined ? {} : { year: Number(inYear) };
  if (name === 'easter') return { ...given, place: { kind: 'easter' }, ...readOffset(scanner) };
  const inMonth = monthNames.indexOf(name) + 1;
  const afterMonth = scanner.at;
  const nth = which === 'last month' ? undefined : readNthWeekday(scanner);
  if (nth !== undefined) {
    const place: DayInYear = { kind: 'nth', month: inMonth, ...nth };
    const date = { ...given, place, ...readOffset(scanner) };
    if (which === 'last' || scanner.sees(rangeGoesOn)) return date;
    scanner.at = afterMonth;
  }
  if (scanner.sees(dayOfMonth)) return readDayIn(scanner, inMonth, given.year);
  const day = which === 'first' ? 1 : longestMonth[inMonth - 1]!;
  return { ...given, place: { kind: 'day', month: inMonth, day }, days: 0, isMonth: true };
}

/** A day of a month that was named before. */
function readDayIn(scanner: Scanner, inMonth: number, inYear: number | undefined): YearDay {
  const at = scanner.at;
  const day = Number(scanner.take(dayOfMonth)?.[1] ?? scanner.fail('a day of the month'));
  if (day < 1 || day > longestMonth[inMonth - 1]!) {
    scanner.fail(`a day from 1 to ${longestMonth[inMonth - 1]}`, at);
  }
  const given = inYear === undefined ? {} : { year: inYear };
  return { ...given, place: { kind: 'day', month: inMonth, day }, ...readOffset(scanner) };
}

function readNthWeekday(scanner: Scanner): { weekday: number; nth: number } | undefined {
  const start = scanner.at;
  const weekday = readWeekday(scanner);
  const nth = weekday === undefined ? undefined : scanner.takeTight(/\[(-?[1-5])\]/y)?.[1];
  if (weekday !== undefined && nth !== undefined) return { weekday, nth: Number(nth) };
  scanner.at = start;
  return undefined;
}

/** `+2 days`, or `+Su`: the next Sunday from there on. */
function readOffset(scanner: Scanner): Pick<YearDay, 'days' | 'toWeekday'> {
  const days = readDayOffset(scanner);
  if (days !== 0) return { days };
  const start = scanner.at;
  const sign = scanner.take(/[+-](?=[A-Z])/y)?.[0];
  const weekday = sign === undefined ? undefined : readWeekday(scanner);
  if (weekday !== undefined)
    return { days: 0, toWeekday: { weekday, direction: sign === '-' ? -1 : 1 } };
  scanner.at = start;
  return { days: 0 };
}
