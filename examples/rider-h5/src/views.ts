import { byId, make } from './make';
import { change, type State } from './state';
import { words } from './words';

const views = ['ahead', 'near'] as const;
const buttons = views.map((view) => {
  const button = make('button', { type: 'button' }, words[view]);
  button.dataset['view'] = view;
  button.addEventListener('click', () => change({ view }));
  return button;
});

/** Along the route, or around me. */
export function makeViews(): void {
  byId('views').append(...buttons);
}

export function showViews({ view }: State): void {
  buttons.forEach((button, i) => {
    button.setAttribute('aria-pressed', String(views[i] === view));
  });
}
