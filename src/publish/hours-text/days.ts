import type { Doubts } from './confidence';
import { type DaySet, unite } from './elements';
import { everyDay } from './meaning';
import type { Token } from './tokens';

/** Days, and where the tokens go on behind them. */
export interface DaysFound {
  readonly set: DaySet;
  readonly next: number;
}

/** The days whose words start at this token: one, a range, or several joined by "and". */
export function readDays(
  tokens: readonly Token[],
  at: number,
  doubts: Doubts,
): DaysFound | undefined {
  let found = readRange(tokens, at, false, doubts);
  const slashed: DaySet[] = [];
  while (found) {
    let next = found.next;
    while (isJoint(tokens[next])) next++;
    const goesOn =
      next > found.next || (tokens[next]?.kind === 'dayNumeral' && follows(tokens, next));
    const more = readRange(tokens, next, goesOn, doubts);
    if (!more) break;
    if (tokens[next - 1]?.kind === 'slash') slashed.push(found.set, more.set);
    // "Bank Holiday Mondays" are neither all holidays nor all Mondays.
    if (next === found.next && found.set.holidays && more.set.days !== 0) {
      doubts.serious('days of the week that are holidays');
    }
    found = { set: unite(found.set, more.set), next: more.next };
  }
  if (slashed.length === 2 && mayBeRange(slashed[0]!, slashed[1]!)) {
    doubts.serious('a slash between days that may mean to');
  }
  return found;
}

function isJoint(token: Token | undefined): boolean {
  return token?.kind === 'and' || token?.kind === 'slash' || token?.kind === 'included';
}

/** Whether a token is glued to the one before. */
function follows(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.start === tokens[at - 1]?.end;
}

function readRange(
  tokens: readonly Token[],
  at: number,
  goesOn: boolean,
  doubts: Doubts,
): DaysFound | undefined {
  const first = readOne(tokens, at, goesOn || isNumeralRange(tokens, at));
  if (!first) return undefined;
  let next = at + 1;
  let joined = false;
  while (tokens[next]?.kind === 'to' || isFillerInside(tokens, next)) {
    joined ||= tokens[next]!.kind === 'to';
    next++;
  }
  const last = joined ? readOne(tokens, next, true) : undefined;
  if (!last) return { set: first, next: at + 1 };
  return { set: { days: between(first, last, doubts) }, next: next + 1 };
}

function isFillerInside(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === 'filler' &&
    (tokens[at - 1]?.kind === 'to' || tokens[at + 1]?.kind === 'to')
  );
}

/** 一至五 without a word for the week: days only when it rises and a day is at both ends. */
function isNumeralRange(tokens: readonly Token[], at: number): boolean {
  const [first, to, last] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (
    first?.kind === 'dayNumeral' &&
    to?.kind === 'to' &&
    last?.kind === 'dayNumeral' &&
    first.day < last.day
  );
}

function readOne(tokens: readonly Token[], at: number, goesOn: boolean): DaySet | undefined {
  const token = tokens[at];
  switch (token?.kind) {
    case 'days':
      return {
        days: token.days,
        ...(token.of === 'work' ? { work: true } : {}),
        ...(token.of === 'rest' ? { holidays: 'public' as const } : {}),
      };
    case 'nthDay':
      return { days: token.days, nths: token.nths };
    case 'holiday':
      return token.of === 'feast' ? { days: 0, feast: true } : { days: 0, holidays: token.of };
    case 'dayNumeral':
      return goesOn ? { days: 1 << token.day } : undefined;
    case 'number':
      // 周1-5
      return goesOn && token.value >= 1 && token.value <= 7 && !isTimeOf(tokens[at + 1])
        ? { days: 1 << (token.value - 1) }
        : undefined;
    default:
      return undefined;
  }
}

/** Tuesday/Saturday is both days to some, and from the one to the other to others. */
function mayBeRange(a: DaySet, b: DaySet): boolean {
  const distance = Math.log2(b.days) - Math.log2(a.days);
  return Number.isInteger(distance) && distance > 1 && distance < 6;
}

/** Whether a number before this token is an hour. */
function isTimeOf(after: Token | undefined): boolean {
  return after?.kind === 'to' || after?.kind === 'part' || after?.kind === 'hours';
}

/** From the last day of one set to the first of the other: the sets of a range are single days. */
function between(first: DaySet, last: DaySet, doubts: Doubts): number {
  const from = Math.log2(first.days);
  const to = Math.log2(last.days);
  if (
    !Number.isInteger(from) ||
    !Number.isInteger(to) ||
    first.work ||
    last.work ||
    from < 0 ||
    to < 0
  ) {
    doubts.serious('a range of days that is not between two days');
    return first.days | last.days;
  }
  // "From Sunday to Sunday" is a week to some.
  if (from === to) doubts.serious('a range of days from a day to itself');
  let days = 0;
  for (let day = from; ; day = (day + 1) % 7) {
    days |= 1 << day;
    if (day === to) return days & everyDay;
  }
}
