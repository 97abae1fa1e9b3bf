import type { DayPlan, OpeningState } from '../../dataset/schedule/schedule';

/** Some time of a day that is not closed. */
export interface Run {
  /** Minutes after midnight. */
  readonly from: number;
  /** Beyond 1440 where it goes on in the next day's morning. */
  readonly until: number;
  readonly state: OpeningState;
  readonly comment: string | undefined;
}

const perDay = 1440;

/**
 * A day's runs as people say them: a night belongs to the evening in which it begins. Days that are open
 * around the clock each end at midnight.
 */
export function runsOf(before: DayPlan, own: DayPlan, after: DayPlan): Run[] {
  const runs = cut(own);
  const [morning] = runs;
  if (morning !== undefined && morning.until < perDay && eveningInto(before, morning)) runs.shift();
  const evening = runs[runs.length - 1];
  const [next] = cut(after);
  if (evening !== undefined && next !== undefined && next.until < perDay) {
    if (eveningInto(own, next)) runs.push({ ...runs.pop()!, until: perDay + next.until });
  }
  return runs.filter(({ state, comment }) => state !== 'closed' || comment !== undefined);
}

/** Whether a day's last run goes on in the next day's first. */
function eveningInto(day: DayPlan, next: Run): boolean {
  const runs = cut(day);
  const last = runs[runs.length - 1]!;
  return (
    next.state !== 'closed' &&
    last.from > 0 &&
    last.state === next.state &&
    last.comment === next.comment
  );
}

function cut({ starts, states, comments }: DayPlan): Run[] {
  return starts.map((from, i) => ({
    from,
    until: starts[i + 1] ?? perDay,
    state: states[i]!,
    comment: comments[i],
  }));
}

/** `09:00`; midnight at a day's end is `24:00`, and a morning after it has its own time. */
export function clockText(minutes: number): string {
  const ofDay = minutes > perDay ? minutes - perDay : minutes;
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
