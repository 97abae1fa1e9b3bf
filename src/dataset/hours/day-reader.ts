import type { DayPlan } from '../schedule/schedule';
import type { Calendar } from './calendar';
import { weekdayOf } from './days';
import { type DayView, matchesDay } from './match-day';
import { blank, paintDay } from './paint-day';
import { isSamePainting, type Painting } from './painting';
import { PlanBook } from './plan-days';
import { type Rule, usesSun } from './rule';
import type { SunMinutes } from './sun';

/** What the rules need to know besides themselves. */
export interface Surroundings {
  readonly calendar: Calendar;
  /** When the sun rises and sets there on a day. */
  readonly sunOn: (day: number) => SunMinutes | undefined;
}

/** Works out days of rules, each kind of day once. */
export class DayReader {
  readonly book = new PlanBook();
  private readonly paintings = new Map<string, Painting>();
  private readonly plans = new Map<Painting, Map<Painting, DayPlan>>();
  private readonly agreements: [of: readonly DayPlan[], plan: DayPlan][] = [];
  private readonly views: readonly DayView['assumed'][];
  private readonly keepsWorkdays: boolean;
  private readonly usesSun: readonly boolean[];
  private readonly plainCalendar: Calendar;

  /** Days are mostly asked for in their order. */
  private last: { day: number; isPlain: boolean; own: readonly Painting[] } | undefined;

  constructor(
    private readonly rules: readonly Rule[],
    private readonly surroundings: Surroundings,
  ) {
    const names = new Set(rules.flatMap(({ holidays }) => holidays.map(({ kind }) => kind)));
    const either = (kind: 'PH' | 'SH') => (names.has(kind) ? [false, true] : [false]);
    this.views = either('PH').flatMap((PH) => either('SH').map((SH) => ({ PH, SH })));
    this.keepsWorkdays = names.has('PH');
    this.plainCalendar = surroundings.calendar.withoutHolidays();
    this.usesSun = rules.map(usesSun);
  }

  /**
   * A day, with what runs over from the one before. Where nobody knows whether it is a holiday, what holds
   * either way.
   *
   * @param isPlain take it for a day like any other of its weekday, as far as the calendar knows
   */
  planOf(day: number, isPlain = false): DayPlan {
    const { last } = this;
    const isNext = last !== undefined && last.day === day - 1 && last.isPlain === isPlain;
    const before = isNext ? last.own : this.paintingsOf(day - 1, isPlain);
    const own = this.paintingsOf(day, isPlain);
    this.last = { day, isPlain, own };
    return this.planAfter(before, own);
  }

  /** A day with nothing before it. */
  firstPlanOf(day: number): DayPlan {
    return this.planAfter([blank], this.paintingsOf(day, false));
  }

  /** What runs over into the day after the last one. */
  nightAfter(day: number): DayPlan {
    return this.planAfter(this.paintingsOf(day, false), [blank]);
  }

  private planAfter(before: readonly Painting[], own: readonly Painting[]): DayPlan {
    if (own.length === 1 && before.length === 1) return this.planFrom(before[0]!, own[0]!);
    return this.agreement(before.flatMap((one) => own.map((other) => this.planFrom(one, other))));
  }

  private agreement(plans: readonly DayPlan[]): DayPlan {
    const [first, ...others] = plans;
    if (others.every((plan) => plan === first)) return first!;
    const known = this.agreements.find(
      ([of]) => of.length === plans.length && of.every((plan, i) => plan === plans[i]),
    );
    if (known !== undefined) return known[1];
    const plan = this.book.agreement(plans);
    this.agreements.push([plans, plan]);
    return plan;
  }

  private planFrom(before: Painting, own: Painting): DayPlan {
    const byOwn = this.plans.get(before) ?? new Map<Painting, DayPlan>();
    this.plans.set(before, byOwn);
    const plan = byOwn.get(own) ?? this.book.plan(before, own);
    byOwn.set(own, plan);
    return plan;
  }

  /** What the rules say of a day, in each way that it may have to be taken. */
  private paintingsOf(day: number, isPlain: boolean): readonly Painting[] {
    const { calendar } = this.surroundings;
    const weekday = weekdayOf(day);
    const paint = (as: number) => this.paint(day, as, isPlain);
    if (!isPlain && this.keepsWorkdays && calendar.workdays.has(day)) {
      // It is like Monday to Friday, where those are all alike.
      const [monday, ...others] = [0, 1, 2, 3, 4].map(paint);
      if (others.every((other) => isSame(other, monday!))) return monday!;
    }
    return paint(weekday);
  }

  private paint(day: number, weekday: number, isPlain: boolean): Painting[] {
    const calendar = isPlain ? this.plainCalendar : this.surroundings.calendar;
    const paintings: Painting[] = [];
    for (const assumed of this.views) {
      const painting = this.paintAs(day, { weekday, assumed }, calendar);
      if (!paintings.includes(painting)) paintings.push(painting);
    }
    return paintings;
  }

  private paintAs(day: number, view: DayView, calendar: Calendar): Painting {
    const { rules, usesSun } = this;
    const matching: number[] = [];
    rules.forEach((rule, number) => {
      if (matchesDay(rule, day, view, calendar)) matching.push(number);
    });
    const needsSun = matching.some((number) => usesSun[number]);
    const key = needsSun ? `${matching} ${day}` : String(matching);
    const known = this.paintings.get(key);
    if (known !== undefined) return known;
    const { sunOn } = this.surroundings;
    const painting = paintDay(rules, matching, (daysOn) => sunOn(day + daysOn));
    this.paintings.set(key, painting);
    return painting;
  }
}

function isSame(a: readonly Painting[], b: readonly Painting[]): boolean {
  return a.length === b.length && a.every((one, i) => isSamePainting(one, b[i]!));
}
