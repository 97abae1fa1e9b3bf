import { InvalidOptionError } from '../../errors';
import { readDay } from './days';
import type { HolidayCalendar } from './holidays';

/** Holidays by the number of the day; `undefined` where nobody knows. */
export class Calendar {
  private readonly from: number;
  private readonly until: number;
  readonly publicHolidays: ReadonlySet<number>;
  readonly schoolHolidays: ReadonlySet<number> | undefined;
  readonly workdays: ReadonlySet<number>;

  /** @throws InvalidOptionError */
  constructor(calendar: HolidayCalendar | undefined) {
    const { from, until, publicHolidays, schoolHolidays, workdays } = calendar ?? noCalendar;
    this.from = readOption('from', from);
    this.until = readOption('until', until);
    this.publicHolidays = readDays('publicHolidays', publicHolidays);
    this.schoolHolidays =
      schoolHolidays === undefined ? undefined : readDays('schoolHolidays', schoolHolidays);
    this.workdays = readDays('workdays', workdays ?? []);
  }

  isHoliday(kind: 'PH' | 'SH', day: number): boolean | undefined {
    const days = kind === 'PH' ? this.publicHolidays : this.schoolHolidays;
    return days === undefined || !this.covers(day) ? undefined : days.has(day);
  }

  private covers(day: number): boolean {
    return day >= this.from && day <= this.until;
  }

  /** The same years with nothing in them; what nobody knows, nobody knows of those either. */
  withoutHolidays(): Calendar {
    return Object.assign(Object.create(Calendar.prototype) as Calendar, this, {
      publicHolidays: nothing,
      schoolHolidays: this.schoolHolidays && nothing,
      workdays: nothing,
    });
  }

  /** The days that may differ from others of their weekday. */
  get special(): ReadonlySet<number> {
    return new Set([...this.publicHolidays, ...(this.schoolHolidays ?? nothing), ...this.workdays]);
  }
}

const nothing: ReadonlySet<number> = new Set();

/** It ends before it begins: nothing is known of any day. */
const noCalendar: HolidayCalendar = { from: '1970-01-02', until: '1970-01-01', publicHolidays: [] };

function readOption(field: string, value: unknown): number {
  const day = typeof value === 'string' ? readDay(value) : undefined;
  if (day !== undefined) return day;
  throw new InvalidOptionError(`holidays.${field}`, value, 'a day, YYYY-MM-DD');
}

/** Longer rows of days are a mistake in a year. */
const longestRow = 400;

function readDays(field: string, list: unknown): ReadonlySet<number> {
  const expected = 'a list of days, YYYY-MM-DD, or of rows of days, YYYY-MM-DD/YYYY-MM-DD';
  if (!Array.isArray(list)) throw new InvalidOptionError(`holidays.${field}`, list, expected);
  const days = new Set<number>();
  for (const item of list as unknown[]) {
    const [first, last] = typeof item === 'string' ? item.split('/').map(readDay) : [];
    const end = typeof item === 'string' && item.includes('/') ? last : first;
    if (first === undefined || end === undefined || end < first || end > first + longestRow) {
      throw new InvalidOptionError(`holidays.${field}`, item, expected);
    }
    for (let day = first; day <= end; day++) days.add(day);
  }
  return days;
}
