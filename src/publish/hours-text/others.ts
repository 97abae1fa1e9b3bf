import type { Doubts } from './confidence';
import { type DaySet, type Element, gaps, unite } from './elements';
import { everyDay } from './meaning';

/**
 * 周五 10-23，其余 10-22: "the rest" as the days that are not named, where it is not the rest of the year.
 * Before a closure it stays, for that says nothing new.
 */
export function nameOthers(elements: readonly Element[], doubts: Doubts): Element[] {
  const hasDates = elements.some(({ kind }) => kind === 'dates' || kind === 'season');
  return elements.map((element, at) => {
    if (element.kind !== 'others' || elements[at + 1]?.kind === 'closed') return element;
    if (element.of === 'year') return element;
    if (hasDates) {
      if (element.of === 'days' || followsDays(elements, at)) {
        doubts.serious('the rest of the days, or of the year');
      }
      return element;
    }
    // The second Monday of a month leaves the other Mondays to the rest.
    const sets = elements.flatMap((one): DaySet[] =>
      one.kind === 'days' && one.set.nths === undefined ? [one.set] : [],
    );
    const named = sets.length === 0 ? undefined : sets.reduce(unite);
    const rest = everyDay & ~(named?.days ?? 0);
    // 元旦休息，平时 9-17: all days, and those that are named override them.
    if (rest === everyDay) return element;
    if (rest === 0) {
      doubts.serious('the rest of days that are all named');
      return element;
    }
    const { start, end } = element;
    const set: DaySet = {
      days: rest,
      ...(named?.work && !named.holidays ? { holidays: 'public' as const } : {}),
    };
    return { kind: 'days', set, gap: gaps.break, start, end };
  });
}

/** Whether days, and times of theirs, stand between the last dates and here. */
function followsDays(elements: readonly Element[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const { kind } = elements[before]!;
    if (kind === 'dates' || kind === 'season') return false;
    if (kind === 'days') return true;
  }
  return false;
}
