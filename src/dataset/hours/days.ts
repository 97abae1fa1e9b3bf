/*
 * Days as numbers: 0 is 1970-01-01, in the Gregorian calendar, no time zone involved. Unlike `Date`, which
 * would lend its own, nothing here can slip by a day where the process runs elsewhere.
 */

/** A day of the calendar: month 1–12, day 1–31. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** From 0000-03-01, where the arithmetic starts, to 1970-01-01. */
const epoch = 719_468;

/**
 * The number of a day. `day` may lie outside its month and then counts on from it: day 0 of March is the
 * last of February.
 */
export function dayNumber(year: number, month: number, day: number): number {
  // Years that begin in March have their leap day last, and months of a regular pattern: 153 days for five.
  const shifted = month < 3 ? year - 1 : year;
  const fromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - epoch;
}

export function dateOf(day: number): CalendarDate {
  const since = day + epoch;
  // A guess from the mean length of a year. 1 March is never two days from where that puts it, so with
  // these two the guess is right or one too late.
  let shifted = Math.floor((since + 2) / 365.2425);
  if (dayNumber(shifted, 3, 1) > day) shifted--;
  const ofYear = day - dayNumber(shifted, 3, 1);
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: month < 3 ? shifted + 1 : shifted,
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday. Twice the remainder, for it is negative before that.
  return (((day + 3) % 7) + 7) % 7;
}

/** ISO 8601: weeks begin on Monday and belong to the year that has their Thursday. 1 to 53. */
export function isoWeekOf(day: number): number {
  const thursday = day - weekdayOf(day) + 3;
  return 1 + Math.floor((thursday - dayNumber(dateOf(thursday).year, 1, 1)) / 7);
}

/**
 * Easter Sunday of the western churches, by the anonymous algorithm of 1876 that Meeus gives
 * (Astronomical Algorithms, chapter 8); there `a` is the golden number less one, `h` the moon's age.
 */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const solar = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + solar + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  // Days after 22 March, the earliest there is.
  return dayNumber(year, 3, 22 + h + l - 7 * m);
}

/** The number of a day in ISO 8601, `2026-10-01`; `undefined` for anything else, 30 February too. */
export function readDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const number = dayNumber(year, month, Number(text.slice(8)));
  const back = dateOf(number);
  return back.month === month && back.year === year ? number : undefined;
}
