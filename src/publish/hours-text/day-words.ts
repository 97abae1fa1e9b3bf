import type { Doubts } from './confidence';
import { dayWords } from './lexicon-europe';
import type { Meaning } from './meaning';
import type { Token } from './tokens';

type DayWord = Extract<Token, { kind: 'dayWord' }>;

/**
 * Day words as days. A text is in one language: its day words are read in the languages that have them
 * all, and when two of these disagree ("Di" is a Tuesday and a Sunday) nothing is read.
 */
export function resolveDayWords(tokens: readonly Token[], doubts: Doubts): Token[] {
  const resolved = tokens.map((token, at) => otherThanDay(token, tokens, at));
  const words = new Set(resolved.filter(isDayWord).map(({ word }) => word));
  const days = daysIn(words);
  if (words.size > 0 && days === undefined) doubts.serious('a day word is not clear');
  return resolved.map((token) => {
    if (!isDayWord(token)) return token;
    const meaning: Meaning = { kind: 'days', days: days?.get(token.word) ?? 0 };
    return { ...meaning, start: token.start, end: token.end };
  });
}

function isDayWord(token: Token): token is DayWord {
  return token.kind === 'dayWord';
}

/** Words that are short enough to be something else beside their neighbours. */
function otherThanDay(token: Token, tokens: readonly Token[], at: number): Token {
  if (!isDayWord(token)) return token;
  const before = tokens[at - 1]?.kind;
  const after = tokens[at + 1]?.kind;
  const place = { start: token.start, end: token.end };
  const isTime = (kind: string | undefined) => kind === 'clock' || kind === 'number';
  if (token.word === 'do' && isTime(before) && isTime(after)) return { kind: 'to', ...place };
  const hasMonths = tokens.some(({ kind }) => kind === 'month');
  const hasDays = tokens.some(
    (other) => isDayWord(other) && other.word !== 'mar' && !dayWords.get(other.word)!.has('en'),
  );
  if (
    token.word === 'mar' &&
    !hasDays &&
    (hasMonths || before === 'number' || after === 'number')
  ) {
    return { kind: 'month', month: 3, ...place };
  }
  if (token.word === 'm' || token.word === 'd' || token.word === 'j' || token.word === 'l') {
    return isTime(before) && tokens[at - 1]!.end === token.start
      ? { kind: 'unread', ...place }
      : token;
  }
  return token;
}

function daysIn(words: ReadonlySet<string>): Map<string, number> | undefined {
  const readings = [...words].map((word) => dayWords.get(word)!);
  const common = [...(readings[0]?.keys() ?? [])].filter((language) =>
    readings.every((reading) => reading.has(language)),
  );
  // Sheets mix the codes of OpenStreetMap and whole words; neither can be taken for another day.
  const isPlain = (word: string) => dayWords.get(word)!.has('en') || word.length >= 4;
  if (common.length === 0 && ![...words].every(isPlain)) return undefined;
  const days = new Map<string, number>();
  for (const word of words) {
    const reading = dayWords.get(word)!;
    const own =
      common.length > 0 ? common.map((language) => reading.get(language)!) : [...reading.values()];
    const wanted = common.length === 0 && reading.has('en') ? [reading.get('en')!] : own;
    if (new Set(wanted).size > 1 || (wanted[0]! & (wanted[0]! - 1)) !== 0) return undefined;
    days.set(word, wanted[0]!);
  }
  return days;
}
