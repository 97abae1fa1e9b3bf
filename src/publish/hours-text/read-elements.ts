import type { Doubts } from './confidence';
import { readDates } from './dates';
import { readDays } from './days';
import { type Element, gaps } from './elements';
import { has24Hours, readTime } from './times';
import type { Token } from './tokens';

/** The elements of a text, and the tokens that became none. */
export interface Elements {
  readonly elements: readonly Element[];
  readonly unused: readonly Token[];
}

type Without<T> = T extends unknown ? Omit<T, 'gap' | 'start' | 'end'> : never;

const reasons: Partial<Record<Token['kind'], string>> = {
  notice: 'it depends on something that is not in the text',
  openEnd: 'a start or an end is missing',
  part: 'a part of the day without times',
  to: 'a range without two ends',
  clock: 'a time that is not in a span',
  sun: 'a time that is not in a span',
  meal: 'a meal without times',
  ends: 'a start or an end is missing',
  reason: 'a reason without a closure',
  allNight: 'a part of the day without times',
};

/** Puts tokens together to days, dates, spans and statements; what is left over raises doubts. */
export function readElements(tokens: readonly Token[], doubts: Doubts): Elements {
  const elements: Element[] = [];
  const unused: Token[] = [];
  const has24 = has24Hours(tokens);
  let gap: number = gaps.none;
  let at = 0;

  const add = (element: Without<Element>, next: number) => {
    elements.push({
      ...element,
      gap,
      start: tokens[at]!.start,
      end: tokens[next - 1]!.end,
    } as Element);
    gap = gaps.none;
    at = next;
  };
  const leave = (next: number) => {
    unused.push(...tokens.slice(at, next));
    at = next;
  };

  while (at < tokens.length) {
    const token = tokens[at]!;
    const dates = readDates(tokens, at);
    if (dates) {
      add({ kind: 'dates', dates: dates.dates }, dates.next);
      continue;
    }
    const days = readDays(tokens, at, doubts);
    if (days) {
      add({ kind: 'days', set: days.set }, days.next);
      continue;
    }
    const remark = readRemark(tokens, at);
    if (remark !== undefined) {
      doubts.slight('a last entry before the end');
      leave(remark);
      continue;
    }
    const time = token.kind === 'filler' ? undefined : readTime(tokens, at, has24, doubts);
    if (time) {
      if (time.span) {
        add({ kind: 'times', spans: [time.span] }, time.next);
        continue;
      }
      doubts.serious(reasons.clock!);
      leave(time.next);
      continue;
    }
    switch (token.kind) {
      case 'comma':
      case 'slash':
      case 'and':
        gap = Math.max(gap, gaps.comma);
        at++;
        break;
      case 'break':
        gap = gaps.break;
        at++;
        break;
      case 'open':
      case 'close':
        gap = Math.max(gap, gaps.paren);
        at++;
        break;
      case 'allDay':
        add({ kind: 'times', spans: [{ from: 0, to: 1440 }] }, at + 1);
        break;
      case 'closed':
      case 'asUsual':
      case 'except':
      case 'exceptAfter':
      case 'season':
      case 'noonBreak':
      case 'exceptEnd':
      case 'included':
        add({ kind: token.kind }, at + 1);
        break;
      case 'others':
        add({ kind: 'others', ...(token.of && { of: token.of }) }, at + 1);
        break;
      case 'weekendOff':
        // A clause of its own: 周一至周五双休 does not close from Monday.
        gap = gaps.break;
        add({ kind: 'days', set: { days: 96 } }, at + 1);
        elements.push({
          ...elements[elements.length - 1]!,
          kind: 'closed',
          gap: gaps.none,
        } as Element);
        break;
      case 'allYear':
        // 节假日全年无休: then too, or then only.
        if (tokens[at - 1]?.kind === 'holiday') doubts.serious('holidays all the year');
        add({ kind: 'allYear' }, at + 1);
        break;
      case 'noRest':
        add({ kind: isRestDay(elements[elements.length - 1]) ? 'asUsual' : 'allYear' }, at + 1);
        break;
      case 'reason':
        if (!givesReason(tokens, at)) doubts.serious(reasons.reason!);
        leave(at + 1);
        break;
      case 'allNight':
        if (!tokens.some(({ kind }) => kind === 'allDay' || kind === 'nextDay')) {
          doubts.serious(reasons.allNight!);
        }
        leave(at + 1);
        break;
      case 'colon':
      case 'filler':
      case 'nextYear':
        at++;
        break;
      case 'label':
        leave(at + 1);
        break;
      case 'meal':
        if (!startsTime(tokens[at + 1])) doubts.serious(reasons.meal!);
        leave(at + 1);
        break;
      case 'to':
        // "Monday - 9:00-17:00": a dash for a colon.
        if (!startsTime(tokens[at + 1]) || elements[elements.length - 1]?.kind !== 'days') {
          doubts.serious(reasons.to!);
        }
        at++;
        break;
      default:
        doubts.serious(reasons[token.kind] ?? 'a part that was not understood');
        leave(at + 1);
    }
  }
  return { elements, unused };
}

/** Holidays and weekends, which many are closed on: 节假日无休 says no more than that they are not. */
function isRestDay(element: Element | undefined): boolean {
  return element?.kind === 'days' && (element.set.days & 31) === 0;
}

/** 盘点休息, 清洁、消毒闭馆 */
function givesReason(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (['reason', 'and', 'filler'].includes(tokens[next]?.kind as string)) next++;
  return tokens[next]?.kind === 'closed';
}

function startsTime(token: Token | undefined): boolean {
  const kind = token?.kind;
  return (
    kind === 'clock' || kind === 'number' || kind === 'part' || kind === 'colon' || kind === 'sun'
  );
}

/** "最后入场16:30", "16:30停止入场": where the tokens go on behind it. */
function readRemark(tokens: readonly Token[], at: number): number | undefined {
  let next = at;
  const skip = (...kinds: Token['kind'][]) => {
    while (kinds.includes(tokens[next]?.kind as Token['kind'])) next++;
  };
  skip('part', 'filler');
  if (tokens[next]?.kind === 'clock') {
    next++;
    skip('part', 'filler', 'hours');
    if (tokens[next]?.kind !== 'remark') return undefined;
    return next + 1;
  }
  if (tokens[at]?.kind !== 'remark') return undefined;
  next = at + 1;
  skip('part', 'filler', 'colon', 'label');
  if (tokens[next]?.kind !== 'clock') return undefined;
  next++;
  skip('part', 'hours');
  return next;
}
