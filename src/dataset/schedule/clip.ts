import type { DayPlan, OpeningState, Schedule, Week } from './schedule';

function alwaysWeek(state: OpeningState): Week {
  const plan: DayPlan = Object.freeze({
    starts: Object.freeze([0]),
    states: Object.freeze([state]),
    comments: Object.freeze([undefined]),
  });
  return Object.freeze(new Array<DayPlan>(7).fill(plan));
}

const closedWeek = alwaysWeek('closed');
const unknownWeek = alwaysWeek('unknown');

/** Hours of which nothing is known. */
export const unknownSchedule: Schedule = always(unknownWeek);

/** Closed until further notice. */
export const closedSchedule: Schedule = always(closedWeek);

function always(week: Week): Schedule {
  const period = Object.freeze({ fromDay: Number.NEGATIVE_INFINITY, week });
  const offset = Object.freeze({ from: Number.NEGATIVE_INFINITY, minutes: 0 });
  return Object.freeze({
    offsets: Object.freeze([offset]),
    periods: Object.freeze([period]),
    exceptions: Object.freeze([]),
  });
}

/**
 * The same hours from one day to another, the last one included, and closed before and after.
 *
 * @param edges days that look otherwise than either
 */
export function clip(
  { offsets, periods, exceptions }: Schedule,
  from: number,
  until: number,
  edges: ReadonlyMap<number, DayPlan> = new Map(),
): Schedule {
  if (until < from) return closedSchedule;
  const before = { fromDay: Number.NEGATIVE_INFINITY, week: closedWeek };
  const first = periods.filter(({ fromDay }) => fromDay <= from).length - 1;
  const kept = periods
    .slice(first)
    .filter(({ fromDay }) => fromDay <= until)
    .map(({ fromDay, week }) => ({ fromDay: Math.max(fromDay, from), week }));
  const isKept = (day: number) => day >= from && day <= until && !edges.has(day);
  return {
    offsets,
    periods: [
      ...(from === Number.NEGATIVE_INFINITY ? [] : [before]),
      ...kept,
      ...(until === Number.POSITIVE_INFINITY ? [] : [{ fromDay: until + 1, week: closedWeek }]),
    ],
    exceptions: [
      ...exceptions.map(({ days, plan }) => ({ days: days.filter(isKept), plan })),
      ...[...edges].map(([day, plan]) => ({ days: [day], plan })),
    ].filter(({ days }) => days.length > 0),
  };
}
