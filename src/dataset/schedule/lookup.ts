import type { DayPlan, OpeningState, Schedule, Week } from './schedule';

const perMinute = 60_000;
const perDay = 1440;
const never = Number.POSITIVE_INFINITY;

/** A place in a schedule: a run of a day, while the clock is the same. Made once, and moved. */
export class Cursor {
  /** Which of the schedule's offsets. */
  private clock = 0;
  private schedule: Schedule | undefined;
  /** Days since 1970, and minutes since midnight, on the station's clock. Not moved by `seek`. */
  day = 0;
  minute = 0;
  plan: DayPlan | undefined;
  run = 0;

  /** Goes to what holds at an instant. */
  moveTo(schedule: Schedule, millis: number): void {
    const { offsets } = schedule;
    let clock = offsets.length - 1;
    while (clock > 0 && offsets[clock]!.from > millis) clock--;
    const local = Math.floor(millis / perMinute) + offsets[clock]!.minutes;
    const day = Math.floor(local / perDay);
    const minute = local - day * perDay;
    const plan = planOf(schedule, day);
    let run = plan.starts.length - 1;
    while (plan.starts[run]! > minute) run--;
    this.schedule = schedule;
    this.clock = clock;
    this.day = day;
    this.minute = minute;
    this.plan = plan;
    this.run = run;
  }

  get state(): OpeningState {
    return this.plan!.states[this.run]!;
  }

  get comment(): string | undefined {
    return this.plan!.comments[this.run];
  }

  /**
   * Goes on to the first run of a state, or of another one.
   *
   * @returns the instant at which it begins; infinity when there is none, and then the cursor is lost
   */
  seek(state: OpeningState, same: boolean): number {
    const { offsets } = this.schedule!;
    for (;;) {
      const { minutes } = offsets[this.clock]!;
      const end = offsets[this.clock + 1]?.from ?? never;
      const local = this.seekWithin(state, same, end / perMinute + minutes);
      if (local < never) return (local - minutes) * perMinute;
      if (end === never) return never;
      this.moveTo(this.schedule!, end);
      if ((this.state === state) === same) return end;
    }
  }

  /** The same before the clock changes, in minutes of the station's clock since 1970. */
  private seekWithin(state: OpeningState, same: boolean, end: number): number {
    const schedule = this.schedule!;
    let { day, run } = this;
    let plan = this.plan!;
    /** Most searches end within a day or two; only those that do not need to know how far the week holds. */
    let week: Week | undefined;
    /** The next day that may be unlike others of its weekday, and how many were like them so far. */
    let special = day + 3;
    let plain = 0;
    run++;
    while (day * perDay < end) {
      const { starts, states } = plan;
      for (; run < starts.length; run++) {
        if ((states[run] === state) !== same) continue;
        const local = day * perDay + starts[run]!;
        if (local >= end) return never;
        this.day = day;
        this.plan = plan;
        this.run = run;
        return local;
      }
      // A week without: all that repeat it are passed over at once.
      day = plain < 7 ? day + 1 : special;
      if (day === never) return never;
      run = 0;
      if (day < special) {
        plan = week === undefined ? planOf(schedule, day) : week[weekdayOf(day)]!;
        if (week !== undefined) plain++;
        continue;
      }
      plan = planOf(schedule, day);
      week = schedule.periods[periodAt(schedule.periods, day)]!.week;
      special = nextSpecialDay(schedule, day + 1);
      plain = 0;
    }
    return never;
  }
}

/** The day and the minute of it on the station's clock. */
export function momentOf(schedule: Schedule, millis: number): { day: number; minute: number } {
  const cursor = new Cursor();
  cursor.moveTo(schedule, millis);
  return { day: cursor.day, minute: cursor.minute };
}

/** What a day looks like. */
export function planOf({ periods, exceptions }: Schedule, day: number): DayPlan {
  for (let i = 0; i < exceptions.length; i++) {
    const { days, plan } = exceptions[i]!;
    if (days[firstFrom(days, day)] === day) return plan;
  }
  return periods[periodAt(periods, day)]!.week[weekdayOf(day)]!;
}

/** 0 is Monday. No instant that is asked about lies before 1970. */
function weekdayOf(day: number): number {
  return (day + 3) % 7;
}

/** The place of the first day that is not before `day`. */
function firstFrom(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function periodAt(periods: Schedule['periods'], day: number): number {
  let low = 0;
  let high = periods.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (periods[middle]!.fromDay <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first day from `day` on that is no repetition of the week before; infinity when there is none. */
function nextSpecialDay({ periods, exceptions }: Schedule, day: number): number {
  let next = periods[periodAt(periods, day - 1) + 1]?.fromDay ?? never;
  for (const { days } of exceptions) next = Math.min(next, days[firstFrom(days, day)] ?? never);
  return next;
}
