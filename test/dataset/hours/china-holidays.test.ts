import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { chinaHolidays } from '../../../src/dataset/hours/china-holidays';
import { readDay, weekdayOf } from '../../../src/dataset/hours/days';

/** Every day of a list of days and intervals, by number. */
function expand(list: readonly string[]): number[] {
  return list.flatMap((item) => {
    const [first, last] = item.split('/').map((text) => readDay(text)!);
    return Array.from({ length: (last ?? first!) - first! + 1 }, (_, i) => first! + i);
  });
}

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const first = readDay(chinaHolidays.from)!;
const last = readDay(chinaHolidays.until)!;
const off = expand(chinaHolidays.publicHolidays);
const worked = expand(chinaHolidays.workdays!);

describe('chinaHolidays', () => {
  it('agrees with chinese-days on every day it speaks of', () => {
    // That package names its holidays in English, Chinese and with a number; other days by their weekday.
    for (let day = first; day <= last; day++) {
      const detail = chineseDays.getDayDetail(iso(day));
      const named = detail.name.includes(',');
      expect({ day: iso(day), off: off.includes(day), worked: worked.includes(day) }).toEqual({
        day: iso(day),
        off: named && !detail.work,
        worked: named && detail.work,
      });
    }
  });

  it('holds as many days as the notices announce', () => {
    const ofYear = (days: number[], year: number) =>
      days.filter((day) => iso(day).startsWith(`${year}`)).length;
    expect([2024, 2025, 2026].map((year) => ofYear(off, year))).toEqual([28, 28, 33]);
    expect([2024, 2025, 2026].map((year) => ofYear(worked, year))).toEqual([8, 5, 6]);
  });

  it('is ascending, within its bounds, and makes up on weekends only', () => {
    for (const days of [off, worked]) {
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
      expect(days[0]).toBeGreaterThanOrEqual(first);
      expect(days.at(-1)).toBeLessThanOrEqual(last);
    }
    for (const day of worked) expect(weekdayOf(day), iso(day)).toBeGreaterThanOrEqual(5);
  });

  it('ends where chinese-days ends: the next year has not been announced', () => {
    for (let day = last + 1; day <= last + 365; day++) {
      expect(chineseDays.getDayDetail(iso(day)).name, iso(day)).not.toContain(',');
    }
  });
});
