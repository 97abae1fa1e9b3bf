import type { Doubts } from './confidence';
import type { DayPart } from './meaning';
import { readSpan, type Side, type Span } from './spans';
import type { Token } from './tokens';

/** A span, or a time that stands alone, and where the tokens go on behind it. */
export interface TimeFound {
  readonly span?: Span;
  readonly next: number;
}

interface SideFound {
  readonly side: Side;
  readonly next: number;
  /** A number is an hour only opposite a time. */
  readonly isNumber: boolean;
}

/** Whether the text has a time that can only be of 24 hours. */
export function has24Hours(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) =>
      (token.kind === 'clock' && token.clock.hour >= 13) ||
      (token.kind === 'number' && token.value >= 13 && token.value <= 24 && token.ordinal !== true),
  );
}

/** The span whose words start at this token; `undefined` where no time starts. */
export function readTime(
  tokens: readonly Token[],
  at: number,
  has24: boolean,
  doubts: Doubts,
): TimeFound | undefined {
  const start = readSide(tokens, at);
  if (!start) return undefined;
  if (start.side.nextDay) doubts.serious('a start on the next day');
  if (start.isNumber && start.side.part === undefined && tokens[at - 1]?.kind === 'month') {
    doubts.serious('a number that is a day or an hour');
  }
  let next = start.next;
  while (tokens[next]?.kind === 'to') next++;
  const joined = next > start.next;
  // The colon of "上午:9:00" belongs to the part; between two times it is a dash mistyped.
  const end = readSide(tokens, next);
  const isPair =
    joined || (isMorning(start.side.part) && end?.side.part === 'evening' && end.isNumber);
  if (!end || !isPair || (!joined && !start.isNumber)) {
    return start.isNumber && start.side.part === undefined ? undefined : { next: start.next };
  }
  return { span: readSpan(start.side, end.side, has24, doubts), next: end.next };
}

function isMorning(part: DayPart | undefined): boolean {
  return part === 'morning' || part === 'am';
}

/** One end of a span, and the words for its part of the day. */
export function readSide(tokens: readonly Token[], at: number): SideFound | undefined {
  let next = at;
  let part: DayPart | undefined;
  let nextDay = false;
  for (let token = tokens[next]; token; token = tokens[++next]) {
    if (token.kind === 'part' && mayFollow(part, token.part)) part = token.part;
    else if (token.kind === 'nextDay') nextDay = true;
    else if (token.kind !== 'filler' && !(token.kind === 'colon' && next > at)) break;
  }
  const token = tokens[next];
  const value = clockOf(token);
  if (token === undefined || value === undefined) return undefined;
  next++;
  while (tokens[next]?.kind === 'hours') next++;
  const after = tokens[next];
  if (
    part === undefined &&
    after?.kind === 'part' &&
    (after.part === 'am' || after.part === 'pm') &&
    isSuffix(tokens, next)
  ) {
    part = after.part;
    next++;
    while (tokens[next]?.kind === 'hours') next++;
  }
  const isNumber = token.kind === 'number';
  const side: Side = { value, nextDay, ...(part === undefined ? {} : { part }) };
  return { side, next, isNumber };
}

/** AM and PM stand behind their time, or before it: AM9:00-PM5:00. */
function isSuffix(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const glued = next !== undefined && next.start === tokens[at]!.end;
  return !(glued && (next.kind === 'clock' || next.kind === 'number'));
}

/** 夜里凌晨2点 is one part of the day; 早晚8点 are two. */
function mayFollow(first: DayPart | undefined, second: DayPart): boolean {
  return first === undefined || first === second || (first === 'evening' && second === 'night');
}

function clockOf(token: Token | undefined): Side['value'] | undefined {
  if (token?.kind === 'sun') return token.event;
  if (token?.kind === 'clock') return token.clock;
  if (token?.kind === 'number' && token.ordinal !== true && token.value <= 24) {
    return { hour: token.value, minute: 0, style: 'bare' };
  }
  return undefined;
}
