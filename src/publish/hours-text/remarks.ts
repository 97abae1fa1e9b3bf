import type { Doubts } from './confidence';
import type { Token } from './tokens';

/** A clause with one of these tokens is about when it is open. */
const harmless: ReadonlySet<Token['kind']> = new Set(['unread', 'and', 'label', 'filler', 'colon']);

/** Characters that a condition, an exception or a time of the year can be written with. */
const telling =
  /[不非无未没除仅只限停闭关休止后前天日周月年季节假暂每晚早夜昼约视按遇若如果需须凭询雨雪定临变另以同随时点钟半轮度末班公告准期间至到段隔双单学农历调整\d]/;

const ends: ReadonlySet<Token['kind']> = new Set(['comma', 'break', 'open', 'close']);

/** Leaves out clauses that only tell what there is to find (可饮水、充电), not when. */
export function dropRemarks(
  tokens: readonly Token[],
  text: string,
  doubts: Doubts,
): { readonly kept: Token[]; readonly dropped: Token[] } {
  const kept: Token[] = [];
  const dropped: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let end = at;
    while (end < tokens.length && !ends.has(tokens[end]!.kind)) end++;
    const clause = tokens.slice(at, end);
    if (isRemark(clause, text)) {
      doubts.slight('a remark that was left out');
      dropped.push(...clause);
    } else {
      kept.push(...clause);
    }
    kept.push(...tokens.slice(end, end + 1));
    at = end + 1;
  }
  return { kept, dropped };
}

function isRemark(clause: readonly Token[], text: string): boolean {
  if (!clause.some(({ kind }) => kind === 'unread')) return false;
  const words = text.slice(clause[0]!.start, clause[clause.length - 1]!.end);
  return (
    clause.every((token) => harmless.has(token.kind)) &&
    /^[\u4e00-\u9fff、 ]+$/.test(words) &&
    clause.every(
      ({ kind, start, end }) => kind !== 'unread' || !telling.test(text.slice(start, end)),
    )
  );
}
