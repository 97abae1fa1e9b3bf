import { describe, expect, it } from 'vitest';
import { chinaHolidays } from '../../../src/dataset/hours/china-holidays';
import { compileHours } from '../../../src/dataset/hours/compile';
import { dateOf, dayNumber } from '../../../src/dataset/hours/days';
import { planOf } from '../../../src/dataset/schedule/lookup';
import type { Schedule } from '../../../src/dataset/schedule/schedule';
import { evaluateHours } from '../../support/evaluate-hours';
import { generatedHours } from '../../support/hours-grammar';
import { Random } from '../../support/random';
import { rounds } from '../../support/rounds';

/** The state and comment of some minutes of a day, from what was compiled. */
function compiledDay(schedule: Schedule, day: number, minutes: readonly number[]): string[] {
  const { starts, states, comments } = planOf(schedule, day);
  return minutes.map((minute) => {
    const run = starts.filter((start) => start <= minute).length - 1;
    return `${states[run]} ${comments[run] ?? ''}`;
  });
}

function evaluatedDay(hours: string, day: number, minutes: readonly number[]): string[] {
  return minutes.map((minute) => {
    const local = new Date((day * 1440 + minute) * 60_000);
    const { state, comment } = evaluateHours(hours, local, {
      ...chinaHolidays,
      schoolHolidays: [],
    });
    return `${state} ${comment ?? ''}`;
  });
}

const everyMinute = Array.from({ length: 1440 }, (_, minute) => minute);
/** The values have their times on quarters of an hour. */
const quarters = everyMinute.filter((minute) => minute % 15 === 0 || minute % 15 === 14);

const firstDay = dayNumber(2024, 1, 2);
const lastDay = dayNumber(2026, 12, 31);

/** Year ends, 29 February and where it is missing, week 53, holidays and the days that make up for them. */
const hardDays = [
  [2024, 12, 30],
  [2024, 12, 31],
  [2025, 1, 1],
  [2025, 12, 31],
  [2026, 1, 1],
  [2026, 1, 2],
  [2026, 1, 4],
  [2024, 2, 28],
  [2024, 2, 29],
  [2024, 3, 1],
  [2025, 2, 28],
  [2025, 3, 1],
  [2026, 12, 28],
  [2026, 12, 31],
  [2026, 2, 14],
  [2026, 2, 15],
  [2026, 2, 23],
  [2026, 2, 24],
  [2026, 2, 28],
  [2026, 9, 20],
  [2026, 10, 1],
  [2026, 10, 8],
  [2026, 10, 10],
].map(([year, month, day]) => dayNumber(year!, month!, day!));

describe('compileHours()', () => {
  it('says of every minute what the rules say of it', { timeout: 60_000 }, () => {
    const random = new Random(5);
    // What hangs on the sun, and on school holidays that nobody knows, is tested elsewhere.
    const values = generatedHours(random, rounds(110, 320)).filter(
      (hours) => !/sun|dawn|dusk|easter|SH/.test(hours),
    );
    expect(values.length).toBeGreaterThan(rounds(60, 180));
    values.forEach((hours, i) => {
      const { schedule } = compileHours(hours, { holidays: chinaHolidays });
      const minutes = i < rounds(8, 24) ? everyMinute : quarters;
      for (const day of [random.int(firstDay, lastDay), random.pick(hardDays)]) {
        expect(
          compiledDay(schedule, day, minutes),
          `${hours} on ${JSON.stringify(dateOf(day))}`,
        ).toEqual(evaluatedDay(hours, day, minutes));
      }
    });
  });
});
