import type { Message } from '../nearby/content';
import type { District } from '../nearby/model';
import { fill, type Words } from '../nearby/words';
import { button, make, type Part, part } from './dom';
import type { SheetActions } from './sheet-state';

type Say = (text: string) => void;

export function messagePart(message: Message, words: Words, actions: SheetActions, say: Say): Part {
  const children = childrenOf(message, words, actions, say);
  return part(message, () =>
    make('div', { class: 'message', part: 'message', 'data-kind': message.kind }, ...children()),
  );
}

function childrenOf(
  message: Message,
  words: Words,
  actions: SheetActions,
  say: Say,
): () => HTMLElement[] {
  switch (message.kind) {
    case 'locating':
      say(words.locating);
      return () => [make('p', {}, words.locating)];
    case 'failed':
      say(words.failed);
      return () => [
        make('p', {}, words.failed),
        button({ class: 'wide primary', part: 'retry', 'data-key': 'retry' }, words.retry, () =>
          actions.retry(),
        ),
      ];
    case 'loading':
      // Not every step is said aloud: only that it is under way.
      say(words.loading);
      return () => progress(message.share, words);
    default: {
      const why = message.why === 'refused' ? words.refused : words.unavailable;
      say(`${why} ${words.chooseDistrict}`);
      return () => [
        make('p', {}, why),
        make('p', { id: 'choose' }, words.chooseDistrict),
        districts(message.districts, actions),
        button({ class: 'wide', part: 'locate', 'data-key': 'locate' }, words.locateAgain, () =>
          actions.locate(),
        ),
      ];
    }
  }
}

function progress(share: number | undefined, words: Words): HTMLElement[] {
  const percent = share === undefined ? undefined : Math.round(100 * share);
  const text = percent === undefined ? words.loading : fill(words.loadingBytes, { percent });
  const value = percent === undefined ? {} : { value: String(percent) };
  return [
    make('p', {}, text),
    make('progress', { max: '100', 'aria-label': words.loading, ...value }),
  ];
}

function districts(all: readonly District[], actions: SheetActions): HTMLElement {
  return make(
    'ul',
    { class: 'districts', part: 'districts', role: 'list', 'aria-labelledby': 'choose' },
    ...all.map((district) =>
      make(
        'li',
        {},
        button({ 'data-key': `district ${district.code}`, part: 'district' }, district.name, () =>
          actions.district(district),
        ),
      ),
    ),
  );
}
