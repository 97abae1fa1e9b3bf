import { fold } from '../values/fold';

/** Codes and the words for them, separated by `|`. A word may stand under several codes: it means them all. */
export type WordTable = Readonly<Record<string, string>>;

/** Words of one vocabulary, to be found as a whole or anywhere in a text. */
export interface WordList {
  /** The codes of a folded text that is one word, no more and no less. */
  exact(folded: string): readonly string[] | undefined;
  /** The codes of the words found in a folded text, longest first, and what of it is left. */
  scan(folded: string): { readonly codes: readonly string[]; readonly rest: string };
  readonly words: readonly string[];
}

export function wordList(
  table: WordTable,
  groups: Readonly<Record<string, readonly string[]>> = {},
): WordList {
  const codesByWord = new Map<string, string[]>();
  const add = (word: string, codes: readonly string[]) => {
    const folded = fold(word);
    const known = codesByWord.get(folded) ?? [];
    codesByWord.set(folded, [...known, ...codes.filter((code) => !known.includes(code))]);
  };
  for (const [code, words] of Object.entries(table)) {
    add(code, [code]);
    for (const word of words.split('|')) add(word, [code]);
  }
  for (const [word, codes] of Object.entries(groups)) add(word, codes);
  const words = [...codesByWord.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(words.map(toPattern).join('|'), 'g');
  return {
    exact: (folded) => codesByWord.get(folded),
    scan(folded) {
      const codes = new Set<string>();
      const rest = folded.replace(pattern, (word) => {
        for (const code of codesByWord.get(word) ?? []) codes.add(code);
        return ' ';
      });
      return { codes: [...codes], rest: rest.replace(/\s+/g, ' ').trim() };
    },
    words,
  };
}

/** Words of letters stand by themselves: `tea` is not in `steam`. Chinese has no such borders. */
function toPattern(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const isLatin = (character: string) => /[a-z0-9]/.test(character);
  const start = isLatin(word[0]!) ? '(?<![a-z0-9])' : '';
  const end = isLatin(word[word.length - 1]!) ? '(?![a-z0-9])' : '';
  return `${start}${escaped}${end}`;
}
