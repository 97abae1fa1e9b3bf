import { planOf } from './lookup';
import type { DayPlan, Exceptions, OpeningState, Schedule } from './schedule';

/** Several schedules on one clock as one: open where any is, else unknown where any is. */
export function unite(schedules: readonly Schedule[]): Schedule {
  const [first, ...others] = schedules;
  if (others.length === 0) return first!;
  const starts = distinct(schedules.flatMap(({ periods }) => periods.map((one) => one.fromDay)));
  const periods = starts.map((fromDay) => {
    const weeks = schedules.map(
      (one) => one.periods.filter((p) => p.fromDay <= fromDay).pop()!.week,
    );
    const week = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
      unitePlans(weeks.map((one) => one[weekday]!)),
    );
    return { fromDay, week };
  });
  const days = distinct(schedules.flatMap((one) => one.exceptions.flatMap((some) => some.days)));
  const exceptions = days.map((day): Exceptions => {
    return { days: [day], plan: unitePlans(schedules.map((one) => planOf(one, day))) };
  });
  return { offsets: first!.offsets, periods, exceptions };
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

const ranks: Readonly<Record<OpeningState, number>> = { open: 0, unknown: 1, closed: 2 };

function unitePlans(plans: readonly DayPlan[]): DayPlan {
  const starts = distinct(plans.flatMap((plan) => plan.starts));
  const runs = starts.map((start) =>
    plans
      .map((plan) => {
        const run = plan.starts.filter((one) => one <= start).length - 1;
        return { start, state: plan.states[run]!, comment: plan.comments[run] };
      })
      .reduce((best, other) => (ranks[other.state] < ranks[best.state] ? other : best)),
  );
  return {
    starts,
    states: runs.map(({ state }) => state),
    comments: runs.map(({ comment }) => comment),
  };
}
