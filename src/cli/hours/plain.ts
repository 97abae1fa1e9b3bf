import type { Run } from './runs';
import type { Understanding } from './understand';
import type { Day } from './week';

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** What was understood, as a program reads it. */
export function plainUnderstanding(result: Understanding): unknown {
  const { text, isUnderstood, confidence, hours, unused, doubts, meaning } = result;
  return {
    text,
    understood: isUnderstood,
    confidence,
    [isUnderstood ? 'hours' : 'guess']: hours,
    unused,
    doubts,
    ...(meaning !== undefined && {
      problems: meaning.problems,
      // The first repeats now, since whenever.
      week: weekOf(meaning.seasons[0]!.week),
      seasons: meaning.seasons.slice(1).map(({ from, week }) => ({ from, week: weekOf(week) })),
      holidays: meaning.holidays.map(({ kind, weekdays: days, runs }) => ({
        kind,
        weekdays: days.map((day) => weekdays[day]),
        times: runs.map(timeOf),
      })),
      exceptions: meaning.exceptions.map(({ days, runs }) => ({ days, times: runs.map(timeOf) })),
      opening: meaning.opening,
      state: meaning.state,
    }),
  };
}

function weekOf(week: readonly Day[]): Record<string, unknown> {
  return Object.fromEntries(week.map(({ runs }, day) => [weekdays[day]!, runs.map(timeOf)]));
}

/** Times count on past midnight, as in `18:00-26:00`, so that none ends before it begins. */
function timeOf({ from, until, state, comment }: Run): unknown {
  return { from: countedText(from), until: countedText(until), state, comment };
}

function countedText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');
}
