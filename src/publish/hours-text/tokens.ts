import { english } from './lexicon-en';
import { dayWords, european } from './lexicon-europe';
import { chinese } from './lexicon-zh';
import type { Meaning, Sign } from './meaning';
import { readNumeral } from './numerals';
import { hourNumeral, shapes } from './patterns';

/** A piece of the normalised text, and what it stands for. */
export type Token = Meaning & { readonly start: number; readonly end: number };

const marks: Readonly<Record<string, Sign>> = {
  '-': 'to',
  ',': 'comma',
  '、': 'and',
  '&': 'and',
  '+': 'and',
  '/': 'slash',
  ';': 'break',
  '!': 'comma',
  '\n': 'break',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
};

const longestWord = 32;
const isSpaced = /^[\u4e00-\u9fff]+(?: [\u4e00-\u9fff]+)+$/;
const letter = /[a-z\u00df-\u024f\u0370-\u052f\u1e00-\u1eff]/;

/** The text as tokens; every character but blanks belongs to one, `unread` where nothing is known. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const found = read(text, at, tokens[tokens.length - 1]);
    const last = tokens[tokens.length - 1];
    if (found) {
      tokens.push({ ...found.meaning, start: at, end: found.end });
      at = found.end;
    } else if (
      last?.kind === 'unread' &&
      last.end === at &&
      letter.test(text[at]!) === letter.test(text[at - 1]!)
    ) {
      tokens[tokens.length - 1] = { ...last, end: ++at };
    } else {
      tokens.push({ kind: 'unread', start: at, end: ++at });
    }
  }
  return tokens;
}

interface Found {
  readonly meaning: Meaning;
  readonly end: number;
}

function read(text: string, at: number, last: Token | undefined): Found | undefined {
  // The middle of a word that was not understood is not the start of another.
  if (last?.kind === 'unread' && last.end === at && isInWord(text, at)) return undefined;
  if (isDash(text, at)) return { meaning: { kind: 'to' }, end: at + 1 };
  const word = readWord(text, at);
  for (const { pattern, read: readShape } of shapes) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || (word && word.end - at > match[0].length)) continue;
    const meaning = readShape(match);
    if (meaning) return { meaning, end: at + match[0].length };
  }
  if (last?.kind === 'part' && last.end === at) {
    hourNumeral.lastIndex = at;
    const value = readNumeral(hourNumeral.exec(text)?.[1] ?? '');
    if (value !== undefined) {
      return { meaning: { kind: 'number', value }, end: hourNumeral.lastIndex };
    }
  }
  if (word && text[at] !== '.' && !isOpenEnd(text, at)) return word;
  if (text[at] === '.' && /^\.(?:\s|$)/.test(text.slice(at, at + 2))) {
    return { meaning: { kind: 'break' }, end: at + 1 };
  }
  if (text[at] === '.') return { meaning: { kind: 'filler' }, end: at + 1 };
  if (isOpenEnd(text, at)) return { meaning: { kind: 'openEnd' }, end: at + 1 };
  const mark = marks[text[at]!];
  return mark && { meaning: { kind: mark }, end: at + 1 };
}

/** The longest phrase of the lexicons that starts here; letters may not go on behind it. */
function readWord(text: string, at: number): Found | undefined {
  for (let end = Math.min(text.length, at + longestWord); end > at; end--) {
    if (isInWord(text, end)) continue;
    if (text[end - 1] === ' ') continue;
    const word = text.slice(at, end);
    // 法定 节假日 is one word; blanks between letters part words.
    const meaning = look(word) ?? (isSpaced.test(word) ? look(word.replace(/ /g, '')) : undefined);
    if (!meaning) continue;
    // The dot of "Mo." is no full stop, that of "Monday." is.
    const isShort = text[end] === '.' && letter.test(word) && word.length < 6;
    return { meaning, end: isShort ? end + 1 : end };
  }
  return undefined;
}

function look(word: string): Meaning | undefined {
  // Whether "mar" is a month or a Tuesday, and "di" a Tuesday or "of", is decided with its neighbours.
  if (dayWords.has(word)) return { kind: 'dayWord', word };
  return chinese.get(word) ?? english.get(word) ?? european.get(word);
}

function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && letter.test(text[at]!) && letter.test(text[at - 1]!);
}

/** The plus of `17:00+`, not that of `9-12 + 13-18`. */
function isOpenEnd(text: string, at: number): boolean {
  if (text[at] !== '+') return false;
  const next = text[at + 1];
  return (
    text.slice(at + 1).trim() === '' ||
    (at > 0 && text[at - 1] !== ' ' && !/[\d\p{L}]/u.test(next ?? ' '))
  );
}

/** The numeral one, typed for the dash that it looks like: 8:30一17:30. */
function isDash(text: string, at: number): boolean {
  return (
    text[at] === '一' && /[\d点时]/.test(text[at - 1] ?? '') && /[\d-]/.test(text[at + 1] ?? '')
  );
}
