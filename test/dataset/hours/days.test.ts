import OpeningHours from 'opening_hours';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayNumber,
  easterOf,
  isoWeekOf,
  readDay,
  weekdayOf,
} from '../../../src/dataset/hours/days';

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const first = dayNumber(1600, 1, 1);
const last = dayNumber(2400, 12, 31);

describe('days as numbers', () => {
  it('counts as Date does, day by day over eight centuries', () => {
    for (let day = first; day <= last; day++) {
      const date = new Date(day * 86_400_000);
      const { year, month, day: ofMonth } = dateOf(day);
      if (
        year !== date.getUTCFullYear() ||
        month !== date.getUTCMonth() + 1 ||
        ofMonth !== date.getUTCDate() ||
        dayNumber(year, month, ofMonth) !== day ||
        weekdayOf(day) !== (date.getUTCDay() + 6) % 7
      ) {
        expect.fail(`${iso(day)} became ${JSON.stringify(dateOf(day))}`);
      }
    }
    expect([first, last].map(iso)).toEqual(['1600-01-01', '2400-12-31']);
  });

  it('counts on from a month that is over', () => {
    expect(iso(dayNumber(2024, 3, 0))).toBe('2024-02-29');
    expect(iso(dayNumber(2023, 3, 0))).toBe('2023-02-28');
    expect(iso(dayNumber(2026, 1, 0))).toBe('2025-12-31');
    expect(iso(dayNumber(2026, 12, 32))).toBe('2027-01-01');
  });

  it('numbers weeks by a count from each 4 January, which is always in week 1', () => {
    for (let year = 1890; year <= 2110; year++) {
      const fourth = Date.UTC(year, 0, 4) / 86_400_000;
      const monday = fourth - ((new Date(fourth * 86_400_000).getUTCDay() + 6) % 7);
      const nextFourth = Date.UTC(year + 1, 0, 4) / 86_400_000;
      const nextMonday = nextFourth - ((new Date(nextFourth * 86_400_000).getUTCDay() + 6) % 7);
      for (let day = monday; day < nextMonday; day++) {
        if (isoWeekOf(day) !== Math.floor((day - monday) / 7) + 1) expect.fail(iso(day));
      }
    }
  });

  it.each([
    ['2020-12-28', 53],
    ['2021-01-03', 53],
    ['2021-01-04', 1],
    ['2024-12-30', 1],
    ['2025-12-28', 52],
    ['2025-12-29', 1],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2028-02-29', 9],
  ])('puts %s in week %i', (text, week) => expect(isoWeekOf(readDay(text)!)).toBe(week));

  it('has the Easter Sundays that were published', () => {
    // Latest, earliest and ordinary ones, from the table of the U.S. Census Bureau and of almanacs.
    const published =
      '1913-03-23 1943-04-25 1954-04-18 1981-04-19 2000-04-23 2008-03-23 2011-04-24 2019-04-21 ' +
      '2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2038-04-25';
    for (const date of published.split(' ')) {
      expect(iso(easterOf(Number(date.slice(0, 4))))).toBe(date);
    }
  });

  it('has Easter where the reference has it', () => {
    const reference = new OpeningHours('easter');
    for (let year = 1980; year <= 2100; year++) {
      const open: string[] = [];
      for (let day = dayNumber(year, 3, 20); day <= dayNumber(year, 4, 27); day++) {
        const { month, day: ofMonth } = dateOf(day);
        if (reference.getState(new Date(year, month - 1, ofMonth, 12))) open.push(iso(day));
      }
      expect(open).toEqual([iso(easterOf(year))]);
    }
  });

  it('reads days and nothing else', () => {
    expect(readDay('1970-01-01')).toBe(0);
    expect(readDay('2026-10-01')).toBe(Date.UTC(2026, 9, 1) / 86_400_000);
    expect(readDay('2024-02-29')).toBe(Date.UTC(2024, 1, 29) / 86_400_000);
    for (const text of [
      '',
      '2026-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-00-10',
      '2026-13-01',
      '2026-01-00',
      '2026-01-32',
      '2026-99-99',
      '2026-1-1',
      '26-01-01',
      '2026-10-01T00:00',
      ' 2026-10-01',
      '2026/10/01',
    ]) {
      expect(readDay(text), text).toBeUndefined();
    }
  });
});
