import type { VocabularyName } from '../../../dataset/vocabulary';
import { accessWords } from './access';
import { audienceGroups, audienceWords } from './audiences';
import { kindsInNames, kindWords } from './kinds';
import { serviceWords } from './services';
import { statusWords } from './statuses';
import { type WordList, wordList } from './word-list';

/** The words of every vocabulary. */
export const wordLists: Readonly<Record<VocabularyName | 'statuses' | 'kindsInNames', WordList>> = {
  services: wordList(serviceWords),
  audiences: wordList(audienceWords, audienceGroups),
  access: wordList(accessWords),
  kinds: wordList(kindWords),
  kindsInNames: wordList(
    Object.fromEntries(Object.entries(kindWords).filter(([kind]) => kindsInNames.has(kind))),
  ),
  statuses: wordList(statusWords),
};
