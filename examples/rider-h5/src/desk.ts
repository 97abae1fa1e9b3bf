import { make } from './make';
import { tell } from './place';
import { words } from './words';

/* Buttons that the demo has and an app has not: what the publisher does, or somebody to the publisher. */

type Act = 'publish' | 'rotate' | 'tamper';

/** @param onDone looks for something new */
export function makeDesk(onDone: () => void): HTMLElement {
  const button = (act: Act) => {
    const element = make('button', { type: 'button', className: 'quiet' }, words[act]);
    element.dataset['act'] = act;
    element.addEventListener('click', async () => {
      try {
        const response = await fetch(`/desk/${act}`, { method: 'POST' });
        if (!response.ok) throw new Error(await response.text());
        const { isTampered } = (await response.json()) as { isTampered?: boolean };
        if (act === 'tamper') element.textContent = isTampered ? words.restore : words.tamper;
        tell('');
        if (act !== 'tamper') onDone();
      } catch {
        tell(words.deskGone);
      }
    });
    return element;
  };
  return make(
    'div',
    { className: 'desk', role: 'group', 'aria-label': words.desk },
    button('publish'),
    button('rotate'),
    button('tamper'),
  );
}
