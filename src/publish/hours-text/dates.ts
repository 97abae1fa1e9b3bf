import type { YearDay, YearDays } from './meaning';
import type { Token } from './tokens';

/** Dates, and where the tokens go on behind them. */
export interface DatesFound {
  readonly dates: readonly YearDays[];
  readonly next: number;
}

interface DayFound {
  readonly at: YearDay;
  readonly next: number;
}

/** The dates whose words start at this token: one, a range, or several joined by "and". */
export function readDates(tokens: readonly Token[], at: number): DatesFound | undefined {
  const dates: YearDays[] = [];
  let next = at;
  for (let from = at; ; ) {
    const found = readRange(tokens, from);
    if (!found) break;
    dates.push(...found.dates);
    next = found.next;
    from = next;
    while (tokens[from]?.kind === 'and' || tokens[from]?.kind === 'comma') from++;
    if (from === next) break;
  }
  return dates.length === 0 ? undefined : { dates, next };
}

function readRange(tokens: readonly Token[], at: number): DatesFound | undefined {
  const token = tokens[at];
  if (token?.kind === 'yearDays') return { dates: [token.days], next: at + 1 };
  const from = readDay(tokens, at);
  if (!from) return undefined;
  let next = from.next;
  while (tokens[next]?.kind === 'to') next++;
  const joined = next > from.next;
  while (tokens[next]?.kind === 'nextYear' || tokens[next]?.kind === 'filler') next++;
  const to = joined ? readDay(tokens, next) : undefined;
  return {
    dates: [{ from: from.at, to: inYearOf(from.at, to?.at ?? from.at) }],
    next: to?.next ?? from.next,
  };
}

/** 2026年2月16日至2月23日: the year goes on to the second date. */
function inYearOf(from: YearDay, to: YearDay): YearDay {
  return from.year === undefined || to.year !== undefined ? to : { ...to, year: from.year };
}

/** `1月1日`, `May`, `1 May`, `1st of May`, `May 1`. */
function readDay(tokens: readonly Token[], at: number): DayFound | undefined {
  const token = tokens[at];
  if (token?.kind === 'yearDay') return { at: token.at, next: at + 1 };
  if (token?.kind === 'number' && token.value >= 1 && token.value <= 31) {
    let next = at + 1;
    while (tokens[next]?.kind === 'filler') next++;
    const month = tokens[next];
    return month?.kind === 'month'
      ? { at: { month: month.month, day: token.value }, next: next + 1 }
      : undefined;
  }
  if (token?.kind !== 'month') return undefined;
  const day = tokens[at + 1];
  if (day?.kind === 'number' && day.value >= 1 && day.value <= 31 && isDayNumber(tokens, at + 1)) {
    return { at: { month: token.month, day: day.value }, next: at + 2 };
  }
  return { at: { month: token.month }, next: at + 1 };
}

/** After a month, `9-17` may be hours; a number before another date is a day. */
function isDayNumber(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at];
  if (number?.kind === 'number' && number.ordinal) return true;
  const after = tokens[at + 1]?.kind;
  if (after === 'part' || after === 'hours' || after === 'month') return false;
  return after !== 'to' || tokens[at + 2]?.kind === 'month';
}
