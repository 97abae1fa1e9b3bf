import type { Doubts } from './confidence';
import { type DaySet, type Element, gaps, unite } from './elements';
import type { YearDays } from './meaning';
import type { Clause, Part } from './parts';

/** Gives "closed", "except" and "as usual" the days, dates or times that they are about. */
export function bindStatements(elements: readonly Element[], doubts: Doubts): Part[] {
  const parts: Part[] = [...elements];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (part.kind === 'except') bindExcept(parts, at, doubts);
    else if (isBackward(part)) at = bind(parts, at, doubts);
    else if (part.kind === 'noonBreak') at = bindNoonBreak(parts, at, doubts);
    else if (part.kind === 'included') dropIncluded(parts, at);
    else if (part.kind === 'exceptEnd') {
      doubts.serious('an exception that was not understood');
      parts.splice(at--, 1);
    }
  }
  return parts;
}

/** A closure and what it is about become one clause; where the parts go on behind it. */
function bind(parts: Part[], at: number, doubts: Doubts): number {
  const own = parts[at] as Element;
  const before = selectorsBefore(parts, at);
  if (own.kind === 'asUsual' && before === at) {
    parts.splice(at, 1);
    return at - 1;
  }
  if (isForward(parts, before, at))
    return replace(parts, at, selectorsAfter(parts, at), own, doubts);
  const isNear = own.gap <= gaps.paren;
  const isOwnClause = before === 0 || parts[before]!.gap >= gaps.comma;
  if (before < at && (isNear || (own.gap === gaps.comma && isOwnClause))) {
    return replace(parts, before, at + 1, own, doubts);
  }
  return bindToTimes(parts, at, doubts);
}

/** Whether "closed" is for the days behind it: closed Sundays, 公休日：周一. */
function isForward(parts: readonly Part[], before: number, at: number): boolean {
  const after = selectorsAfter(parts, at);
  if (parts[at]!.kind !== 'closed' || after === at + 1 || parts[at + 1]!.gap > gaps.paren)
    return false;
  const follower = parts[after];
  const isTaken = follower?.kind === 'times' || (follower !== undefined && isStatement(follower));
  if (isTaken && follower!.gap < gaps.comma) return false;
  if (before === at || parts[at]!.gap > gaps.paren) return true;
  // "8-17 Mon-Fri closed Sat": the days before it are those of the times.
  const areOfTimes = parts[before - 1]?.kind === 'times' && parts[before]!.gap === gaps.none;
  return areOfTimes && parts[0]!.kind === 'times';
}

/** 午休 without times is harmless where the only hours leave a gap at noon. */
function bindNoonBreak(parts: Part[], at: number, doubts: Doubts): number {
  const spans = parts.flatMap((part) => (part.kind === 'times' ? part.spans : []));
  const next = parts[at + 1];
  const isNamed = next?.kind === 'times' && next.gap === gaps.none && parts[at]!.gap > gaps.none;
  const [first, second, third] = spans;
  const hasGap =
    typeof first?.to === 'number' &&
    typeof second?.from === 'number' &&
    first.to >= 660 &&
    first.to < second.from &&
    second.from <= 930;
  if (hasGap && !third && !isNamed) {
    doubts.slight('a break that the hours leave out already');
    parts.splice(at, 1);
    return at - 1;
  }
  const { gap, start, end } = parts[at] as Element;
  parts[at] = { kind: 'closed', gap, start, end };
  return bind(parts, at, doubts);
}

/** 午休12:00-13:30, 12:00-13:30休息: a break, not hours. */
function bindToTimes(parts: Part[], at: number, doubts: Doubts): number {
  const { kind, gap, start, end } = parts[at] as Element;
  const [previous, next] = [parts[at - 1], parts[at + 1]];
  const times = parts.filter((part) => part.kind === 'times').length;
  if (times > 1 && next?.kind === 'times' && next.gap === gaps.none) {
    parts.splice(
      at,
      2,
      clausePart({ state: 'without', spans: next.spans, start, end: next.end }, gap),
    );
    return at;
  }
  const isApart = (previous?.gap ?? 0) > gaps.none || parts[at - 2]?.kind === 'times';
  if (times > 1 && previous?.kind === 'times' && gap === gaps.none && isApart) {
    const { spans, start: from } = previous;
    parts.splice(
      at - 1,
      2,
      clausePart({ state: 'without', spans, start: from, end }, previous.gap),
    );
    return at - 1;
  }
  if (kind === 'closed' && previous?.kind === 'others' && times > 0) {
    parts.splice(at - 1, 2);
    return at - 2;
  }
  if (kind === 'closed' && parts.length === 1) {
    parts.splice(at, 1, clausePart({ state: 'closed', start, end }, gap));
    return at;
  }
  doubts.serious('closed, but it is not clear when');
  parts.splice(at, 1);
  return at - 1;
}

/** `except Mondays`, 除周一外, 除周一闭馆外. */
function bindExcept(parts: Part[], at: number, doubts: Doubts): void {
  const own = parts[at] as Element;
  const after = selectorsAfter(parts, at);
  if (after === at + 1) {
    doubts.serious('an exception that was not understood');
    parts.splice(at, 1);
    return;
  }
  let end = after;
  if (parts[end]?.kind === 'closed') end++;
  const isEnded = parts[end]?.kind === 'exceptEnd';
  if (isEnded) end++;
  else if (
    parts[at - 1]?.kind !== 'days' &&
    parts[end]?.kind === 'times' &&
    parts[end]!.gap < gaps.comma
  ) {
    doubts.serious('an exception that has times of its own');
  }
  const selectors = parts.slice(at + 1, after);
  replaceWith(parts, at, end, selectors, own, doubts);
}

/** 含节假日: they are like the other days, which is what is read without the words. */
function dropIncluded(parts: Part[], at: number): void {
  const next = parts[at + 1];
  if (next?.kind === 'days' && next.set.days === 0 && next.set.holidays !== undefined) {
    parts.splice(at, 2);
  }
}

function isSelector(part: Part | undefined): boolean {
  return part?.kind === 'days' || part?.kind === 'dates';
}

function isBackward(part: Part): boolean {
  return part.kind === 'closed' || part.kind === 'asUsual' || part.kind === 'exceptAfter';
}

function isStatement(part: Part): boolean {
  return isBackward(part) || part.kind === 'except';
}

function selectorsBefore(parts: readonly Part[], at: number): number {
  let from = at;
  // 周一至周六（周日休息）: what stands in one bracket.
  const isInside = parts[at]!.gap === gaps.none;
  const reaches = (gap: number) => gap <= gaps.comma && !(isInside && gap === gaps.paren);
  while (isSelector(parts[from - 1]) && (from === at || reaches(parts[from]!.gap))) from--;
  return from;
}

function selectorsAfter(parts: readonly Part[], at: number): number {
  let to = at + 1;
  while (isSelector(parts[to]) && (to === at + 1 || parts[to]!.gap <= gaps.comma)) to++;
  return to;
}

function replace(parts: Part[], from: number, to: number, own: Element, doubts: Doubts): number {
  replaceWith(parts, from, to, parts.slice(from, to).filter(isSelector), own, doubts);
  return from;
}

function replaceWith(
  parts: Part[],
  from: number,
  to: number,
  selectors: readonly Part[],
  own: Element,
  doubts: Doubts,
): void {
  const sets = selectors.flatMap((part): DaySet[] => (part.kind === 'days' ? [part.set] : []));
  const dates = selectors.flatMap((part): readonly YearDays[] =>
    part.kind === 'dates' ? part.dates : [],
  );
  if (sets.length > 0 && dates.length > 0) doubts.serious('dates and days closed together');
  const { gap } = parts[from]!;
  const elements = parts.slice(from, to) as Element[];
  const clause: Clause = {
    ...(sets.length > 0 && { days: sets.reduce(unite) }),
    ...(dates.length > 0 && { dates }),
    state: stateOf(own, parts[from - 1], gap, doubts),
    start: Math.min(...elements.map(({ start }) => start)),
    end: Math.max(...elements.map(({ end }) => end)),
  };
  parts.splice(from, to - from, clausePart(clause, gap));
}

/** An exception is closed, but an exception of a closure is open: 周一闭馆（节假日除外）. */
function stateOf(
  own: Element,
  before: Part | undefined,
  gap: number,
  doubts: Doubts,
): Clause['state'] {
  if (own.kind === 'asUsual') return 'asUsual';
  const isException = own.kind !== 'closed';
  if (!isException || before?.kind !== 'clause' || before.clause.state !== 'closed')
    return 'closed';
  if (gap >= gaps.comma) doubts.serious('an exception of the hours, or of the closure');
  return 'asUsual';
}

function clausePart(clause: Clause, gap: number): Part {
  return { kind: 'clause', clause, gap };
}
