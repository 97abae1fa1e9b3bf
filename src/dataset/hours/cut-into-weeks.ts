import type { DayPlan, Exceptions, Period, Schedule, Week } from '../schedule/schedule';
import type { DayReader } from './day-reader';
import { weekdayOf } from './days';

const always = Number.NEGATIVE_INFINITY;

/** Some Monday: any will do where all weeks are alike. */
const anyMonday = 4;

/** The week that is like all others. */
export function foreverLike(reader: DayReader): Period {
  return { fromDay: always, week: weekOf((weekday) => reader.planOf(anyMonday + weekday)) };
}

/**
 * Days in the fewest weeks that repeat: a new period begins where a day of the week changes for good, and what
 * differs for once is an exception.
 *
 * @param special days that are exceptions even where they look like any other, so that the lists of two
 *   schedules that keep the same holidays are the same
 * @param isDaily no two weeks are alike: each is a period of its own, and there are no exceptions
 */
export function cutIntoWeeks(
  reader: DayReader,
  from: number,
  until: number,
  special: ReadonlySet<number>,
  isDaily: boolean,
): Pick<Schedule, 'periods' | 'exceptions'> {
  const unknown = weekOf(() => reader.book.wholeDay('unknown'));
  // Two weeks more, to see what lasts.
  const plain = Array.from({ length: until - from + 15 }, (_, i) =>
    reader.planOf(from + i, !isDaily),
  );
  const periods: Period[] = [{ fromDay: always, week: unknown }];
  const exceptions = new Map<DayPlan, number[]>();
  let week: (DayPlan | undefined)[] = [];
  for (let i = 0; i <= until - from; i++) {
    const day = from + i;
    const weekday = weekdayOf(day);
    const plan = plain[i]!;
    const isNew = i === 0 || (isDaily && i % 7 === 0);
    const lasts = plan === plain[i + 7] && plan === plain[i + 14];
    if (isNew || (week[weekday] !== undefined && week[weekday] !== plan && lasts)) {
      week = [];
      periods.push({ fromDay: day, week: week as DayPlan[] });
    }
    week[weekday] ??= plan;
    const isSpecial = special.has(day) && !isDaily;
    const actual = isSpecial ? reader.planOf(day) : plan;
    if (isSpecial || actual !== week[weekday]) {
      exceptions.set(actual, [...(exceptions.get(actual) ?? []), day]);
    }
  }
  periods.push({ fromDay: until + 1, week: unknown });
  return {
    periods: Object.freeze(
      periods.map(({ fromDay, week: days }) =>
        Object.freeze({ fromDay, week: weekOf((weekday) => days[weekday] ?? unknown[weekday]!) }),
      ),
    ),
    exceptions: Object.freeze(
      [...exceptions].map(
        ([plan, days]): Exceptions => Object.freeze({ days: Object.freeze(days), plan }),
      ),
    ),
  };
}

function weekOf(planOf: (weekday: number) => DayPlan): Week {
  return Object.freeze([0, 1, 2, 3, 4, 5, 6].map(planOf));
}
