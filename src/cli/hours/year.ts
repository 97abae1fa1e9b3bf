import { weekdayOf } from '../../dataset/hours/days';
import { planOf } from '../../dataset/schedule/lookup';
import type { DayPlan, Schedule } from '../../dataset/schedule/schedule';
import { type Day, dayIn, isoOf, plainDay } from './week';

/** From a day on, another week repeats. */
export interface Season {
  /** `2026-12-01` */
  readonly from: string;
  /** Monday first. */
  readonly week: readonly Day[];
}

/** Days that are not like others of their weekday, all of them alike. */
export interface Exception extends Day {
  /** `2026-10-01`, or several in a row `2026-10-01/2026-10-07`. */
  readonly days: readonly string[];
}

const perYear = 365;

/**
 * The week that repeats around a day, and those that follow it in the year after.
 *
 * @param isSunny times move from day to day: a season is another one when more than those changes
 */
export function seasonsAround(plain: Schedule, today: number, isSunny: boolean): Season[] {
  const shapeOf = (day: number) => {
    const said = plainDay(plain, day);
    return isSunny ? said.runs.map(({ state }) => state).join() : keyOf(said);
  };
  let starts = [today - 14];
  for (let day = today - 13; day <= today + perYear; day++) {
    const last = starts[starts.length - 1]!;
    // A week like this one is to repeat; what differs in it has been seen with its first day.
    if (day < last + 7 || shapeOf(day) === shapeOf(day - 7)) continue;
    if (day <= today) starts = [day];
    else starts.push(day);
  }
  // The sun's week is this one.
  if (isSunny && starts[0]! < today - 6) starts[0] = today - 6;
  return starts.map((start) => ({ from: isoOf(start), week: weekFrom(plain, start) }));
}

/** Seven days as if they repeated for ever. */
function weekFrom({ offsets, periods }: Schedule, start: number): Day[] {
  const days = { offsets, periods, exceptions: [] };
  const week: DayPlan[] = [];
  for (let day = start; day < start + 7; day++) week[weekdayOf(day)] = planOf(days, day);
  const repeating = { ...days, periods: [{ fromDay: Number.NEGATIVE_INFINITY, week }] };
  return week.map((_, weekday) => dayIn(repeating, anyMonday + weekday));
}

const anyMonday = 4;

/**
 * The days in the year after a day on which the week does not apply.
 *
 * @param lastKnown the last day of which it is known whether it is a holiday: later ones may all be exceptions
 */
export function exceptionsFrom(
  schedule: Schedule,
  plain: Schedule,
  today: number,
  lastKnown: number,
): Exception[] {
  const special = new Set(schedule.exceptions.flatMap(({ days }) => days));
  const found = new Map<string, Day & { numbers: number[] }>();
  for (let day = today; day <= today + perYear; day++) {
    if (!special.has(day)) continue;
    const said = dayIn(schedule, day);
    const key = keyOf(said);
    if (key === keyOf(plainDay(plain, day))) continue;
    if (day > lastKnown && said.runs.some(({ state }) => state === 'unknown')) continue;
    const alike = found.get(key) ?? { ...said, numbers: [] };
    alike.numbers.push(day);
    found.set(key, alike);
  }
  return [...found.values()].map(({ numbers, ...day }) => ({ ...day, days: inRows(numbers) }));
}

/** What people say of a day: a night that a holiday cuts short is not the next day's. */
function keyOf({ runs }: Day): string {
  return JSON.stringify(runs);
}

function inRows(days: readonly number[]): string[] {
  const rows: [first: number, last: number][] = [];
  for (const day of days) {
    const last = rows[rows.length - 1];
    if (last?.[1] === day - 1) last[1] = day;
    else rows.push([day, day]);
  }
  return rows.map(([first, last]) =>
    first === last ? isoOf(first) : `${isoOf(first)}/${isoOf(last)}`,
  );
}
