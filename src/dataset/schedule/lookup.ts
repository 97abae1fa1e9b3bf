import type { DayPlan, OpeningState, Schedule } from './schedule';

/** A moment on a station's clock. */
export interface Moment {
  /** Days since 1970. */
  day: number;
  /** Whole minutes since midnight. */
  minute: number;
}

const perMinute = 60_000;
const perDay = 1440;

/** Scratch, so that a look-up makes nothing: read it before the next call. */
const moment: Moment = { day: 0, minute: 0 };

/** The station's clock at an instant. The object is the same at every call. */
export function momentOf({ offsets }: Schedule, millis: number): Moment {
  const { minutes } = offsets[offsetAt(offsets, millis)]!;
  const local = Math.floor(millis / perMinute) + minutes;
  moment.day = Math.floor(local / perDay);
  moment.minute = local - moment.day * perDay;
  return moment;
}

function offsetAt(offsets: Schedule['offsets'], millis: number): number {
  let last = offsets.length - 1;
  while (last > 0 && offsets[last]!.from > millis) last--;
  return last;
}

/** What a day looks like. */
export function planOf({ periods, exceptions }: Schedule, day: number): DayPlan {
  for (const { days, plan } of exceptions) {
    if (holds(days, day)) return plan;
  }
  return periods[periodAt(periods, day)]!.week[(((day + 3) % 7) + 7) % 7]!;
}

function holds(days: readonly number[], day: number): boolean {
  let low = 0;
  let high = days.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = days[middle]!;
    if (found === day) return true;
    if (found < day) low = middle + 1;
    else high = middle - 1;
  }
  return false;
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

/** The first instant after `millis` at which the state is another one; infinity when there is none. */
export function endOfState(schedule: Schedule, millis: number, state: OpeningState): number {
  return search(schedule, millis, state, false);
}

/** The first instant from `millis` on at which the state is this one; infinity when there is none. */
export function nextMoment(schedule: Schedule, millis: number, state: OpeningState): number {
  return search(schedule, millis, state, true);
}

/** The first instant from `millis` on at which the state is the given one, or is not. */
function search(schedule: Schedule, millis: number, state: OpeningState, same: boolean): number {
  const { offsets } = schedule;
  let from = millis;
  for (let clock = offsetAt(offsets, millis); clock < offsets.length; clock++) {
    const { minutes } = offsets[clock]!;
    const end = clock + 1 < offsets.length ? offsets[clock + 1]!.from : Number.POSITIVE_INFINITY;
    const found = searchTo(schedule, from, end, minutes, state, same);
    if (found < end) return found;
    if (end === Number.POSITIVE_INFINITY) break;
    from = end;
  }
  return Number.POSITIVE_INFINITY;
}

/** The same while the clock does not change; infinity when there is none before `end`. */
function searchTo(
  schedule: Schedule,
  from: number,
  end: number,
  offset: number,
  state: OpeningState,
  same: boolean,
): number {
  const local = Math.floor(from / perMinute) + offset;
  const firstDay = Math.floor(local / perDay);
  const firstMinute = local - firstDay * perDay;
  const lastLocal = end / perMinute + offset;
  const lastDay = lastLocal < Number.POSITIVE_INFINITY ? Math.floor(lastLocal / perDay) : lastLocal;
  const horizon = Math.min(lastDay, horizonFrom(schedule, firstDay));
  for (let day = firstDay; day <= horizon; day++) {
    const { starts, states } = planOf(schedule, day);
    for (let run = 0; run < starts.length; run++) {
      if ((states[run] === state) !== same) continue;
      if (day > firstDay || starts[run]! > firstMinute) {
        return (day * perDay + starts[run]! - offset) * perMinute;
      }
      const isNow = run + 1 === starts.length || starts[run + 1]! > firstMinute;
      if (isNow) return from;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** Beyond it every week is like the one before. */
function horizonFrom({ periods, exceptions }: Schedule, day: number): number {
  let last = Math.max(day, periods[periods.length - 1]!.fromDay);
  for (const { days } of exceptions) last = Math.max(last, days[days.length - 1]!);
  return last + 7;
}
