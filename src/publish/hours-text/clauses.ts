import { bindStatements } from './bind-statements';
import type { Doubts } from './confidence';
import { type Element, gaps, unite } from './elements';
import type { Clause, Part } from './parts';
import { intoSeasons } from './seasons';

/** Brings days and times together, whichever stand first in this text. */
export function readClauses(elements: readonly Element[], doubts: Doubts): Clause[] {
  return intoSeasons(bindStatements(elements, doubts), doubts).flatMap(({ dates, parts }) =>
    pair(parts, doubts).map((clause) =>
      dates === undefined || clause.dates !== undefined ? clause : { ...clause, dates },
    ),
  );
}

/** A run of neighbours of one kind. */
interface Run {
  readonly kind: 'days' | 'times';
  readonly elements: Element[];
}

function pair(parts: readonly Part[], doubts: Doubts): Clause[] {
  const clauses: Clause[] = [];
  const runs: Run[] = [];
  let breaks = false;
  for (const part of parts) {
    if (part.kind === 'clause') {
      clauses.push(part.clause);
      breaks = true;
    } else if (part.kind === 'days' || part.kind === 'times') {
      const last = runs[runs.length - 1];
      const element = breaks ? { ...part, gap: gaps.break } : part;
      breaks = false;
      if (last?.kind !== part.kind) runs.push({ kind: part.kind, elements: [element] });
      else last.elements.push(element);
    } else if (part.kind === 'included') {
      doubts.serious('it includes something that was not understood');
    }
  }
  return [...clauses, ...pairRuns(splitRuns(runs, doubts), doubts)];
}

/**
 * `18:00 Mon-Sat, Sunday 10:00`: days between two times, each with the time that it stands nearer to.
 * Where days alternate with times from one end to the other, there is nothing to split.
 */
function splitRuns(runs: readonly Run[], doubts: Doubts): Run[] {
  const first = runs[0]?.kind;
  const last = runs[runs.length - 1]?.kind;
  if (runs.length < 3 || first !== 'times' || last !== 'times') return [...runs];
  const split: Run[] = [];
  runs.forEach((run, at) => {
    if (run.kind === 'times') {
      split.push(run);
      return;
    }
    const cuts = run.elements.flatMap(({ gap }, index) =>
      index > 0 && gap >= gaps.comma ? [index] : [],
    );
    const cut = cuts.length === 1 ? cuts[0]! : 0;
    const near = run.elements[0]!.gap;
    const after = runs[at + 1]!.elements[0]!.gap;
    if (cut > 0 && near < run.elements[cut]!.gap && severalDays(run.elements.slice(0, cut))) {
      split.push({ kind: 'days', elements: run.elements.slice(0, cut) });
      split.push({ kind: 'days', elements: run.elements.slice(cut) });
    } else {
      if (near <= after) doubts.serious('days that could belong to either side');
      split.push(run);
    }
  });
  return split;
}

function severalDays(elements: readonly Element[]): boolean {
  return elements.some((one) => one.kind === 'days' && (one.set.days & (one.set.days - 1)) !== 0);
}

function pairRuns(runs: readonly Run[], doubts: Doubts): Clause[] {
  const clauses: Clause[] = [];
  const daysFirst = runs[0]?.kind === 'days';
  const endsWithDays = runs[runs.length - 1]?.kind === 'days';
  for (let at = 0; at < runs.length; ) {
    const run = runs[at]!;
    const next = runs[at + 1];
    // Where the text ends with days, all days stand behind their times.
    const isBehind = endsWithDays || runs[at + 2]?.kind !== 'times';
    if (run.kind === 'days' && next?.kind === 'times') {
      clauses.push(clauseOf(run, next, doubts));
      at += 2;
    } else if (run.kind === 'times' && next?.kind === 'days' && !daysFirst && isBehind) {
      clauses.push(clauseOf(next, run, doubts));
      at += 2;
    } else if (run.kind === 'days') {
      doubts.serious('days without times');
      at++;
    } else {
      if (at > 0) doubts.serious('times without days');
      clauses.push(clauseOf(undefined, run, doubts));
      at++;
    }
  }
  return clauses;
}

function clauseOf(days: Run | undefined, times: Run, doubts: Doubts): Clause {
  const elements = [...(days?.elements ?? []), ...times.elements];
  const sets = (days?.elements ?? []).flatMap((one) => (one.kind === 'days' ? [one.set] : []));
  if (days?.elements.some(({ gap }, at) => at > 0 && gap >= gaps.break)) {
    doubts.serious('days without times');
  }
  const all = times.elements.flatMap((one) => (one.kind === 'times' ? one.spans : []));
  // 00:00-24:00 全天 says it twice.
  const isAllDay = all.every(({ from, to }) => from === 0 && to === 1440);
  const spans = isAllDay ? all.slice(0, 1) : all;
  return {
    ...(sets.length === 0 ? {} : { days: sets.reduce(unite) }),
    state: 'open',
    spans,
    start: Math.min(...elements.map(({ start }) => start)),
    end: Math.max(...elements.map(({ end }) => end)),
  };
}
