import type { Doubts } from './confidence';
import type { DaySet } from './elements';
import { everyDay, type YearDays } from './meaning';
import type { Clause } from './parts';
import type { Span } from './spans';

/** The hours of one part of the year. */
export interface Week {
  /** Missing: all year. */
  readonly dates?: readonly YearDays[];
  /** From Monday; `undefined` where the text says nothing or that it is closed. */
  readonly days: readonly (readonly Span[] | undefined)[];
  /** What holds on public holidays, where that is not what the day of the week says. */
  readonly holidays?: readonly Span[] | 'off' | { readonly unknown: string };
  /** Weekends keep their hours on holidays: it is only 工作日 that leaves those out. */
  readonly keepsWeekends?: boolean;
  /** The first Monday of the month, and the like. */
  readonly closed: readonly { readonly days: number; readonly nths: readonly number[] }[];
}

/** The week that the clauses of one part of the year describe together. */
export function weekOf(
  clauses: readonly Clause[],
  quote: (clause: Clause) => string,
  doubts: Doubts,
): Week {
  const week = new WeekInMaking(doubts);
  const order = ['open', 'without', 'closed', 'asUsual', 'unknown'];
  const sorted = [...clauses].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  for (const clause of sorted) if (clause.state === 'open' && !clause.days) week.open(clause);
  for (const clause of sorted) if (clause.state === 'open' && clause.days) week.open(clause);
  for (const clause of sorted) if (clause.state !== 'open') week.change(clause, quote);
  return week.finish();
}

class WeekInMaking {
  private readonly spans: (readonly Span[] | undefined)[] = Array.from({ length: 7 });
  /** Bits of the days that were named, by a time and by a closure. */
  private named = 0;
  private shut = 0;
  private holidays: Week['holidays'];
  private isWork = false;
  private readonly closed: { days: number; nths: readonly number[] }[] = [];

  constructor(private readonly doubts: Doubts) {}

  open({ days: set, spans = [] }: Clause): void {
    if (!inOrder(spans)) this.doubts.serious('times that are not in order');
    const days = set?.days ?? everyDay;
    if (set?.nths !== undefined) this.doubts.serious('hours on some weeks only');
    if (set?.feast) this.doubts.serious('hours on a holiday that has no date');
    const again = this.named & days;
    if (again !== 0) {
      const isSame = each(
        days,
        (day) => this.isNamed(day) && this.spans[day] === this.spans[first(days)],
      );
      const both = [...(this.spans[first(days)] ?? []), ...spans];
      if (!isSame || !inOrder(both)) this.doubts.serious('times that contradict each other');
      this.set(days, both);
    } else {
      this.set(days, spans);
    }
    if (set) this.named |= days;
    if (set?.work) this.isWork = true;
    if (set?.holidays) this.openOnHolidays(set, spans);
  }

  change(clause: Clause, quote: (clause: Clause) => string): void {
    if (clause.state === 'without') {
      this.cut(clause.spans ?? []);
      return;
    }
    const set = clause.days;
    if (!set) {
      if (this.spans.some((spans) => spans)) this.doubts.serious('open and closed at once');
      return;
    }
    if (clause.state === 'asUsual') {
      this.asUsual(set);
      return;
    }
    if (set.nths !== undefined) this.closed.push({ days: set.days, nths: set.nths });
    else this.close(set);
    if (set.feast && !set.holidays) {
      this.doubts.slight('a holiday that has no date');
      this.holidays = {
        unknown: quote(clause)
          .replace(/["\s]+/g, ' ')
          .trim(),
      };
    } else if (set.holidays) {
      this.closeOnHolidays(set);
    }
  }

  finish(): Week {
    const holidays = this.holidays ?? (this.isWork ? 'off' : undefined);
    return {
      days: this.spans,
      closed: this.closed,
      ...(holidays === undefined ? {} : { holidays }),
      keepsWeekends: this.isWork && this.holidays === undefined,
    };
  }

  private isNamed(day: number): boolean {
    return (this.named & (1 << day)) !== 0;
  }

  private set(days: number, spans: readonly Span[] | undefined): void {
    for (let day = 0; day < 7; day++) if (days & (1 << day)) this.spans[day] = spans;
  }

  private openOnHolidays(set: DaySet, spans: readonly Span[]): void {
    const saysWeekend = (this.named & 96) === 96;
    if (set.holidays === 'taiwan') this.set(96, spans);
    // 节假日 beside 工作日 may mean every day that is no workday.
    else if (set.holidays === 'lax' && !saysWeekend && this.spans.some((day) => day)) {
      this.doubts.serious('holidays that may include weekends');
    }
    const before = Array.isArray(this.holidays) ? (this.holidays as readonly Span[]) : [];
    const all = [...before, ...spans];
    if (before.length > 0 && !inOrder(all)) this.doubts.serious('times that contradict each other');
    this.holidays = all;
  }

  private closeOnHolidays(set: DaySet): void {
    const weekend = this.named | this.shut;
    const isOpenThen = this.spans[5] !== undefined || this.spans[6] !== undefined;
    if (set.holidays !== 'public' && isOpenThen && (weekend & 96) === 0) {
      this.doubts.serious('holidays that may include weekends');
    }
    if (Array.isArray(this.holidays)) this.doubts.serious('open and closed on holidays');
    this.holidays = 'off';
  }

  private close({ days }: DaySet): void {
    const open = this.named & days;
    if (days !== 0 && open !== 0 && (this.named & ~days) === 0) {
      this.doubts.serious('open and closed at once');
    }
    this.shut |= days;
    this.set(days, undefined);
    if (days !== 0 && this.spans.every((day) => day === undefined)) {
      this.doubts.slight('never open');
    }
  }

  private asUsual({ days, holidays, feast }: DaySet): void {
    const common = this.spans.find((day) => day !== undefined);
    const isCommon = this.spans.every((day) => day === undefined || day === common);
    const closed = days & this.shut;
    if (closed !== 0 || !isCommon) this.doubts.serious('usual hours that are not clear');
    if (days !== 0) this.set(days, common);
    // A holiday on a day that is closed otherwise: only then do holidays need a rule of their own.
    if ((holidays || feast) && this.shut !== 0 && common) {
      if (feast) this.doubts.serious('a holiday that has no date');
      this.holidays = common;
    } else if (holidays && this.isWork) {
      this.doubts.serious('holidays on workdays');
    }
  }

  private cut(breaks: readonly Span[]): void {
    const kinds = new Set(this.spans.filter((spans) => spans !== undefined));
    if (kinds.size > 1) this.doubts.serious('a break on days that are not named');
    const known = new Map<readonly Span[], readonly Span[]>();
    this.spans.forEach((spans, day) => {
      if (!spans) return;
      if (!known.has(spans))
        known.set(
          spans,
          breaks.reduce((rest, one) => this.without(rest, one), spans),
        );
      this.spans[day] = known.get(spans);
    });
  }

  private without(spans: readonly Span[], gap: Span): readonly Span[] {
    const inside = spans.find(
      ({ from, to }) =>
        [from, to, gap.from, gap.to].every((moment) => typeof moment === 'number') &&
        from < gap.from &&
        gap.to < to,
    );
    if (!inside) {
      this.doubts.serious('a break that is not within the hours');
      return spans;
    }
    return spans.flatMap((one) =>
      one === inside
        ? [
            { from: one.from, to: gap.from },
            { from: gap.to, to: one.to },
          ]
        : [one],
    );
  }
}

function first(days: number): number {
  return 31 - Math.clz32(days & -days);
}

function each(days: number, holds: (day: number) => boolean): boolean {
  for (let day = 0; day < 7; day++) if (days & (1 << day) && !holds(day)) return false;
  return true;
}

function inOrder(spans: readonly Span[]): boolean {
  return spans.every(({ from, to }, at) => {
    const before = spans[at - 1];
    const wraps = typeof to === 'number' && to > 1440;
    const start = spans[0]!.from;
    if (wraps && at > 0 && typeof start === 'number' && to - 1440 > start) return false;
    if (!before) return !(wraps && spans.length > 1);
    return typeof before.to !== 'number' || typeof from !== 'number' || before.to <= from;
  });
}
