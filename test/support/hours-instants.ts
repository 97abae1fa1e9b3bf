import type { HolidayCalendar } from '../../src/dataset/hours/holidays';
import { Random } from './random';

const minute = 60_000;

/*
 * Where two readings of a value may part: at the minutes that it names and just before them, on the days
 * that it names and their neighbours, and where the reference says that something may change. All in the
 * time zone of the process.
 */

export interface InstantsWanted {
  readonly hours: string;
  readonly seed: number;
  readonly count: number;
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly until: string;
  readonly holidays: HolidayCalendar;
  readonly changeAfter: (at: Date) => Date | undefined;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function pickInstants(wanted: InstantsWanted): Date[] {
  const random = new Random(wanted.seed);
  const first = new Date(`${wanted.from}T00:00`);
  const end = new Date(`${wanted.until}T24:00`);
  const days = Math.round((end.getTime() - first.getTime()) / 86_400_000);
  const minutes = minutesIn(wanted.hours);
  const special = specialDays(wanted);
  const at = (day: Date, minuteOfDay: number) =>
    new Date(day.getFullYear(), day.getMonth(), day.getDate(), 0, minuteOfDay);
  const someDay = () =>
    new Date(first.getFullYear(), first.getMonth(), first.getDate() + random.int(0, days - 1));
  const someEdge = () => random.pick(minutes) - (random.chance(0.5) ? 1 : 0);
  const picked = new Map<number, Date>();
  const add = (date: Date) => {
    if (date >= first && date < end) picked.set(date.getTime(), date);
  };
  // Bounded: a value that names one moment has few edges to find.
  for (let tries = 0; picked.size < wanted.count && tries < 10 * wanted.count; tries++) {
    const kind = random.next();
    if (kind < 0.3) add(at(someDay(), random.int(0, 1439)));
    else if (kind < 0.55) add(at(someDay(), someEdge()));
    else if (kind < 0.8) {
      const day = random.pick(special);
      add(at(day, random.chance(0.6) ? someEdge() : random.int(0, 1439)));
    } else {
      const from = random.chance(0.5) ? random.pick(special) : someDay();
      const change = wanted.changeAfter(at(from, random.int(0, 1439)));
      if (change !== undefined) {
        add(change);
        add(new Date(change.getTime() - minute));
      }
    }
  }
  return [...picked.values()].slice(0, wanted.count);
}

/** Minutes of the day that a value names, midnight among them. */
function minutesIn(hours: string): number[] {
  const named = [...hours.matchAll(/(\d?\d):(\d\d)/g)].map(
    ([, hour, rest]) => (Number(hour) * 60 + Number(rest)) % 1440,
  );
  return [...new Set([0, ...named])];
}

/** Days that a value names, those before and after them, and some that are special to any calendar. */
function specialDays({ hours, from, until, holidays }: InstantsWanted): Date[] {
  const years = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const days = years.flatMap((year) => [
    new Date(year, 0, 1),
    new Date(year, 11, 31),
    new Date(year, 1, 28),
    ...clockChanges(year),
    ...[...hours.matchAll(/([A-Z][a-z]{2}) (\d\d?)(?!\d?:)(?:-(\d\d?)(?!\d?:))?/g)].flatMap(
      ([, month, day, last]) =>
        [day, last].map((one) => new Date(year, months.indexOf(month!), Number(one ?? day))),
    ),
    ...months.flatMap((name, month) =>
      hours.includes(name) ? [new Date(year, month, 1), new Date(year, month + 1, 0)] : [],
    ),
    ...[...hours.matchAll(/week (\d\d?)(?:-(\d\d?))?/g)].flatMap(([, one, other]) =>
      [one, other ?? one].flatMap((week) => [
        // Its Monday, give or take the few days by which a year's first week is off.
        ...[-6, -3, 0, 3].map((off) => new Date(year, 0, 7 * Number(week) - 6 + off)),
      ]),
    ),
  ]);
  if (hours.includes('PH'))
    days.push(...holidays.publicHolidays.map((day) => new Date(`${day}T00:00`)));
  if (hours.includes('SH')) {
    days.push(...(holidays.schoolHolidays ?? []).map((day) => new Date(`${day}T00:00`)));
  }
  if (hours.includes('easter')) days.push(new Date(2025, 3, 20), new Date(2026, 3, 5));
  return days.flatMap((day) =>
    [-1, 0, 1].map((off) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + off)),
  );
}

/** Days on which the clock of this process is changed. */
function clockChanges(year: number): Date[] {
  return Array.from({ length: 365 }, (_, i) => new Date(year, 0, 1 + i)).filter((day) => {
    const next = new Date(year, day.getMonth(), day.getDate() + 1);
    return next.getTime() - day.getTime() !== 86_400_000;
  });
}
