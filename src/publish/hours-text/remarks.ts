import type { Doubts } from './confidence';
import { isNightNote, isPlaceName, isUntelling, plainParts } from './notes';
import type { Token } from './tokens';

/** Beside words that were not understood these say nothing about when it is open. */
const harmless: ReadonlySet<Token['kind']> = new Set(['and', 'label', 'colon']);

/** Behind one of these, a remark is not about the days or the dates in front of it. */
const complete: ReadonlySet<Token['kind']> = new Set([
  'clock',
  'number',
  'hours',
  'allDay',
  'closed',
  'label',
]);

const ends: ReadonlySet<Token['kind']> = new Set(['comma', 'break', 'open', 'close']);

/** Leaves out what only tells what there is to find (可饮水、充电), where and with what, not when. */
export function dropRemarks(
  tokens: readonly Token[],
  text: string,
  doubts: Doubts,
): { readonly kept: Token[]; readonly dropped: Token[] } {
  const kept: Token[] = [];
  const dropped: Token[] = [];
  const places: string[] = [];
  const isAlways =
    tokens.some(({ kind }) => kind === 'allDay') &&
    tokens.every(({ kind }) => kind !== 'clock' && kind !== 'notice' && kind !== 'closed');
  for (let at = 0; at < tokens.length; ) {
    let end = at;
    while (end < tokens.length && !ends.has(tokens[end]!.kind)) end++;
    const clause = tokens.slice(at, end);
    const first = at === 0 ? headingOf(clause, text) : 0;
    const last = isAlways && isNightNote(wordsOf(clause, text)) ? 0 : tailOf(clause, first, text);
    const remarks = [clause.slice(0, first), clause.slice(last)].filter(({ length }) => length > 0);
    for (const remark of remarks) {
      doubts.slight('a remark that was left out');
      dropped.push(...remark);
      if (/[楼层门厅馆区室部]$/.test(wordsOf(remark, text))) places.push(wordsOf(remark, text));
    }
    kept.push(...clause.slice(first, last), ...tokens.slice(end, end + 1));
    at = end + 1;
  }
  // 9-12（东门），13-17（西门）: each may have the hours beside it.
  if (places.length > 1) doubts.serious('several places that may have hours of their own');
  return { kept, dropped };
}

/** Where a name in front of the hours ends: 中山公园 6:00-22:00, 图书馆：9:00-20:30. */
function headingOf(clause: readonly Token[], text: string): number {
  for (let end = 1; end < clause.length; end++) {
    const isApart = clause[end]!.start > clause[end - 1]!.end || clause[end]!.kind === 'colon';
    if (!isApart) continue;
    const heading = clause.slice(0, end);
    return isRemark(heading, text) && isPlaceName(wordsOf(heading, text)) ? end : 0;
  }
  return 0;
}

/** Where a remark that closes the clause starts: all of it, or what is set apart by a blank. */
function tailOf(clause: readonly Token[], from: number, text: string): number {
  for (let at = from; at < clause.length; at++) {
    const before = clause[at - 1];
    const isApart = at === from || (complete.has(before!.kind) && clause[at]!.start > before!.end);
    if (isApart && isRemark(clause.slice(at), text)) return at;
  }
  return clause.length;
}

/** Words that were not understood, and harmless ones beside them. */
function isRemark(clause: readonly Token[], text: string): boolean {
  if (clause.length === 0) return false;
  const start = clause[0]!.start;
  const parts = plainParts(wordsOf(clause, text)).map(([from, to]) => [start + from, start + to]);
  if (parts.length === 0 && !clause.some(({ kind }) => kind === 'unread')) return false;
  return clause.every((token) => {
    const left = [...text.slice(token.start, token.end)]
      .filter(
        (_, at) => !parts.some(([from, to]) => from! <= token.start + at && token.start + at < to!),
      )
      .join('');
    return (
      left === '' ||
      (token.kind === 'unread' || token.kind === 'filler'
        ? isUntelling(left)
        : harmless.has(token.kind))
    );
  });
}

function wordsOf(clause: readonly Token[], text: string): string {
  if (clause.length === 0) return '';
  return text.slice(clause[0]!.start, clause[clause.length - 1]!.end);
}
