import type { Doubts } from './confidence';
import type { YearDays } from './meaning';
import type { Clause } from './parts';
import { type Week, weekOf } from './week';
import { writeHours } from './write';

/** The hours that the clauses say together, in `opening_hours` syntax; empty when they say none. */
export function compose(
  clauses: readonly Clause[],
  quote: (clause: Clause) => string,
  doubts: Doubts,
): string {
  // Words that were not understood may be the hours.
  if (isClosedForGood(clauses)) return doubts.isSerious ? '' : 'off';
  const closed = clauses.filter(({ state, dates, days }) => state === 'closed' && dates && !days);
  const weeks = weeksOf(
    clauses.filter((clause) => !closed.includes(clause)),
    quote,
    doubts,
  );
  const closedDates = closed.flatMap(({ dates }) => dates ?? []);
  // "Closed on Wednesdays" does not say when it is open.
  return weeks.some(isOpen) ? writeHours(weeks, closedDates) : '';
}

function isClosedForGood(clauses: readonly Clause[]): boolean {
  const [only, other] = clauses;
  return only?.state === 'closed' && !other && !only.days && !only.dates;
}

function isOpen({ days, holidays }: Week): boolean {
  return days.some((spans) => spans !== undefined) || Array.isArray(holidays);
}

/** One week for all that is said of the same part of the year. */
function weeksOf(
  clauses: readonly Clause[],
  quote: (clause: Clause) => string,
  doubts: Doubts,
): Week[] {
  const seasons = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const key = JSON.stringify(clause.dates ?? null);
    seasons.set(key, [...(seasons.get(key) ?? []), clause]);
  }
  return [...seasons].map(([key, list]) => {
    const dates = JSON.parse(key) as readonly YearDays[] | null;
    return { ...weekOf(list, quote, doubts), ...(dates && { dates }) };
  });
}
