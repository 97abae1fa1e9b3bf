import type { DayPlan, OpeningState } from '../schedule/schedule';
import type { Painting, Tint } from './painting';

const perDay = 1440;

/** Plans by what is in them, so that days that look alike are the same object. */
export class PlanBook {
  private readonly plans = new Map<string, DayPlan>();

  /** A day as it is: what its own rules say, and what runs over from the evening before. */
  plan(before: Painting, own: Painting): DayPlan {
    const night = before.filter(({ until }) => until > perDay);
    return this.collect(
      [...night.map(({ from }) => from - perDay), ...own.map(({ from }) => from)],
      (minute) => over(tintAt(before, perDay + minute), tintAt(own, minute)),
    );
  }

  /** What several plans agree on; where they do not, nobody knows. */
  agreement(plans: readonly DayPlan[]): DayPlan {
    return this.collect(
      plans.flatMap(({ starts }) => starts),
      (minute) => {
        const [one, ...others] = plans.map((plan) => saidAt(plan, minute));
        return others.every(({ state }) => state === one!.state) ? one! : unsure;
      },
    );
  }

  /** A day of nothing but one state. */
  wholeDay(state: OpeningState): DayPlan {
    return this.collect([], () => ({ state, comment: undefined }));
  }

  /** @param changes minutes at which something may change, in any order */
  private collect(changes: readonly number[], at: (minute: number) => Said): DayPlan {
    const starts: number[] = [];
    const states: OpeningState[] = [];
    const comments: (string | undefined)[] = [];
    const minutes = changes.filter((minute) => minute > 0 && minute < perDay);
    for (const minute of [0, ...minutes.sort((a, b) => a - b)]) {
      const { state, comment } = at(minute);
      const last = starts.length - 1;
      if (last >= 0 && states[last] === state && comments[last] === comment) continue;
      starts.push(minute);
      states.push(state);
      comments.push(comment);
    }
    return this.share({ starts, states, comments });
  }

  private share(plan: DayPlan): DayPlan {
    const key = JSON.stringify([plan.starts, plan.states, plan.comments]);
    const known = this.plans.get(key);
    if (known !== undefined) return known;
    for (const list of Object.values(plan)) Object.freeze(list);
    this.plans.set(key, Object.freeze(plan));
    return plan;
  }
}

type Said = Pick<Tint, 'state' | 'comment'>;

const unsure: Said = { state: 'unknown', comment: undefined };

/** Where the evening before and the day itself both name times, the later rule holds. */
function over(before: Tint, own: Tint): Tint {
  if (before.isWeak) return own;
  if (own.isWeak) return before.state === 'closed' ? own : before;
  return before.rule > own.rule ? before : own;
}

function tintAt(painting: Painting, minute: number): Tint {
  return painting.find(({ until }) => until > minute)!.tint;
}

function saidAt({ starts, states, comments }: DayPlan, minute: number): Said {
  let run = starts.length - 1;
  while (starts[run]! > minute) run--;
  return { state: states[run]!, comment: comments[run] };
}
