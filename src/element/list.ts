import type { Nothing, View } from '../nearby/view';
import { fill } from '../nearby/words';
import { button, make, type Part, part } from './dom';
import { drawRow } from './rows';
import type { SheetActions, SheetState } from './sheet-state';

/** What is scrolled. */
export interface Body {
  readonly above: readonly Part[];
  readonly rows?: readonly Part[];
  readonly below?: readonly Part[];
}

/** The stations; or why there are none, and what is next. */
export function listParts(
  view: View,
  state: SheetState,
  actions: SheetActions,
  say: (text: string) => void,
): Body {
  const { words, reported } = state;
  const { rows, total, closed, nothing } = view;
  const left = closed === 0 ? '' : fill(words.hiddenClosed, { count: closed });
  if (nothing !== undefined) {
    say(nothing.text);
    return { above: [nothingPart(nothing, left, state, actions)] };
  }
  const found = fill(words.found, { count: total });
  const summary = [found, left].filter(Boolean).join(' · ');
  say(summary);
  const more = Math.min(total - rows.length, rows.length);
  return {
    above: [
      part(['summary', summary], () => make('p', { class: 'summary', part: 'summary' }, summary)),
    ],
    rows: rows.map((row) => {
      const isReported = reported.has(row.station.id);
      return part([row, isReported], () => drawRow(row, words, isReported, actions));
    }),
    below: [
      ...(more > 0 ? [wide('more', fill(words.more, { count: more }), () => actions.more())] : []),
      ...(state.canLocate ? [wide('locate', words.locateAgain, () => actions.locate())] : []),
    ],
  };
}

function wide(key: string, text: string, onTap: () => void): Part {
  return part([key, text], () =>
    button({ class: 'wide', part: key, 'data-key': key }, text, onTap),
  );
}

function nothingPart(
  { text, reachMeters }: Nothing,
  left: string,
  { words, hasFilters }: SheetState,
  actions: SheetActions,
): Part {
  const next = (key: string, kind: string, said: string, onTap: () => void) =>
    button({ class: `wide ${kind}`, part: key, 'data-key': key }, said, onTap);
  return part([text, reachMeters, left, hasFilters], () =>
    make(
      'div',
      { class: 'message', part: 'message' },
      make('p', {}, text),
      left === '' ? undefined : make('p', { class: 'summary' }, left),
      reachMeters === undefined
        ? undefined
        : next('farther', 'primary', words.showFarther, () => actions.farther(reachMeters)),
      hasFilters ? next('clear', '', words.clearFilters, () => actions.clear()) : undefined,
    ),
  );
}
