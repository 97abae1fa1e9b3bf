import { readSide } from './times';
import type { Token } from './tokens';

/**
 * 早8点开门，晚6点关门; opens 9am, closes 5pm: two times that each say which end they are become one span,
 * by a "to" in place of the words between them.
 */
export function joinEdges(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = isBehindTo(joined)
      ? undefined
      : (readBehind(tokens, at) ?? readBefore(tokens, at));
    if (found) {
      const { from, to, next } = found;
      const place = { start: tokens[from.next - 1]!.end, end: tokens[to.at]!.start };
      joined.push(...tokens.slice(from.at, from.next), { kind: 'to', ...place });
      joined.push(...tokens.slice(to.at, to.next));
      at = next;
    } else {
      joined.push(tokens[at++]!);
    }
  }
  return joined;
}

interface Time {
  readonly at: number;
  readonly next: number;
}

interface Found {
  readonly from: Time;
  readonly to: Time;
  /** Where the tokens go on behind both. */
  readonly next: number;
}

/** The verbs stand behind their times: 8:00开门，18:00关门; 8:00起至18:00止; 从8:00到18:00止. */
function readBehind(tokens: readonly Token[], at: number): Found | undefined {
  const from = readTimeAt(tokens, at);
  if (!from) return undefined;
  const opens = skip(tokens, from.next, ['filler', 'label', 'openEnd'], 'opens');
  if (opens === undefined) return undefined;
  const between = skipAll(tokens, opens.next, ['to', 'filler', 'comma', 'and', 'break']);
  const to = readTimeAt(tokens, between.next);
  if (!to || (!opens.hasEdge && !between.has('to'))) return undefined;
  const closes = skip(tokens, to.next, ['filler', 'ends', 'closed', 'openEnd'], 'closes');
  const verb = closes?.last;
  // 12:00-13:00关闭 is a break: without a verb for the opening, only words that are none for a closure.
  const isEnd = closes?.hasEdge && (opens.hasEdge || verb?.kind !== 'closed');
  if (isEnd) return { from, to, next: skipLabels(tokens, closes.next) };
  return opens.hasEdge && between.has('to') && tokens[to.next]?.kind !== 'to'
    ? { from, to, next: to.next }
    : undefined;
}

/** The verbs stand before: opens 9am, closes 5pm; 开门8:00 关门18:00. */
function readBefore(tokens: readonly Token[], at: number): Found | undefined {
  if (edgeOf(tokens[at]) !== 'opens') return undefined;
  const from = readTimeAt(tokens, skipAll(tokens, at + 1, ['filler', 'colon']).next);
  if (!from) return undefined;
  const between = skipAll(tokens, from.next, ['filler', 'comma', 'and', 'break']).next;
  if (edgeOf(tokens[between]) !== 'closes') return undefined;
  const to = readTimeAt(tokens, skipAll(tokens, between + 1, ['filler', 'colon']).next);
  if (!to || tokens[to.next]?.kind === 'to') return undefined;
  return { from, to, next: to.next };
}

function readTimeAt(tokens: readonly Token[], at: number): Time | undefined {
  if (tokens[at]?.kind === 'filler') return undefined;
  const found = readSide(tokens, at);
  if (!found || (found.isNumber && found.side.part === undefined)) return undefined;
  return { at, next: found.next };
}

function edgeOf(token: Token | undefined): 'opens' | 'closes' | undefined {
  return token && 'edge' in token ? token.edge : undefined;
}

/** Over tokens of these kinds; `hasEdge` when one is a verb of the edge; none when one is of the other. */
function skip(
  tokens: readonly Token[],
  at: number,
  kinds: readonly Token['kind'][],
  edge: 'opens' | 'closes',
): { next: number; hasEdge: boolean; last?: Token } | undefined {
  let next = at;
  let last: Token | undefined;
  for (let token = tokens[next]; token && kinds.includes(token.kind); token = tokens[++next]) {
    const own = edgeOf(token);
    if (own === edge) last = token;
    else if (own !== undefined || token.kind === 'openEnd') return undefined;
  }
  return { next, hasEdge: last !== undefined, ...(last && { last }) };
}

function skipAll(tokens: readonly Token[], at: number, kinds: readonly Token['kind'][]) {
  let next = at;
  while (tokens[next] && kinds.includes(tokens[next]!.kind)) next++;
  const has = (kind: Token['kind']) => tokens.slice(at, next).some((token) => token.kind === kind);
  return { next, has };
}

/** 22:00结束营业 */
function skipLabels(tokens: readonly Token[], at: number): number {
  return tokens[at]?.kind === 'label' && tokens[at - 1]?.kind === 'ends' ? at + 1 : at;
}

/** 8:00-12:00开放: the end of another span is no start. */
function isBehindTo(tokens: readonly Token[]): boolean {
  let at = tokens.length - 1;
  while (['filler', 'part', 'nextDay'].includes(tokens[at]?.kind as string)) at--;
  return tokens[at]?.kind === 'to';
}
