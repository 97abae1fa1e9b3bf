import type { HolidayDay, Rule, WeekdayRange } from './rule';
import type { Scanner } from './scanner';

const weekdayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

const weekday = /(Mo|Tu|We|Th|Fr|Sa|Su)(?![a-z])/y;
const holiday = /(PH|SH)(?![A-Za-z])/y;
const nth = /\[(-?[1-5](?:-[1-5])?(?:, ?-?[1-5](?:-[1-5])?)*)\]/y;
/** What begins a list that goes on, so that a comma before it does not end the rule. */
const nextDay = /, *(?=(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)(?![A-Za-z]))/y;
const days = /([+-]\d{1,3}) days?(?![a-z])/y;

type Days = Pick<Rule, 'weekdays' | 'holidays' | 'needsBoth'>;

/** Weekdays and holidays: `Mo-Fr`, `PH,Mo[1]`, `PH Mo-Fr`. */
export function readDays(scanner: Scanner): Days {
  const weekdays: WeekdayRange[] = [];
  const holidays: HolidayDay[] = [];
  let needsBoth = false;
  do {
    const found = scanner.take(holiday);
    if (found) {
      holidays.push({ kind: found[1] as HolidayDay['kind'], days: readDayOffset(scanner) });
      // `PH Mo-Fr`: those holidays that are such days.
      needsBoth = weekdays.length === 0 && holidays.length === 1 && scanner.sees(weekday);
      if (needsBoth) weekdays.push(...readWeekdays(scanner));
    } else {
      const read = readWeekdays(scanner);
      if (read.length === 0) break;
      weekdays.push(...read);
    }
  } while (scanner.take(nextDay));
  return { weekdays, holidays, needsBoth };
}

function readWeekdays(scanner: Scanner): WeekdayRange[] {
  const first = readWeekday(scanner);
  if (first === undefined) return [];
  if (scanner.take(/-/y)) {
    const last = readWeekday(scanner) ?? scanner.fail('a weekday such as Fr');
    return [{ first, last, nth: [], days: 0 }];
  }
  const list = scanner.takeTight(nth)?.[1];
  if (list === undefined) return [{ first, last: first, nth: [], days: 0 }];
  return [{ first, last: first, nth: readNth(list), days: readDayOffset(scanner) }];
}

function readNth(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = /^ ?-/.test(part)
      ? [Number(part)]
      : part.split('-').map(Number);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  });
}

/** The number of a weekday, 0 for Monday. */
export function readWeekday(scanner: Scanner): number | undefined {
  const name = scanner.take(weekday)?.[1];
  return name === undefined ? undefined : weekdayNames.indexOf(name);
}

/** `+1 day`, `-2 days`; 0 when there is none. */
export function readDayOffset(scanner: Scanner): number {
  return Number(scanner.take(days)?.[1] ?? 0);
}
