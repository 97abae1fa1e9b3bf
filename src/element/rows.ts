import type { Station } from '../dataset/station';
import type { Row } from '../nearby/view';
import { fill, type Words } from '../nearby/words';
import { button, make } from './dom';

export interface RowActions {
  navigate(station: Station): void;
  call(station: Station): void;
  report(station: Station): void;
}

/** One station of the list: what it is, whether it is worth the way, and one tap to go there. */
export function drawRow(
  row: Row,
  words: Words,
  isReported: boolean,
  actions: RowActions,
): HTMLLIElement {
  const { station, name } = row;
  const key = (action: string) => ({ 'data-key': `${action} ${station.id}` });
  const line = (part: string, text: string | undefined) =>
    text === undefined || text === '' ? undefined : make('p', { part, class: part }, text);
  const call =
    row.call &&
    make(
      'a',
      {
        ...key('call'),
        href: row.call,
        part: 'call',
        class: 'call',
        'aria-label': fill(words.callTo, { name }),
      },
      words.call,
    );
  if (call) call.addEventListener('click', () => actions.call(station));
  return make(
    'li',
    { part: 'station', class: 'station', 'data-id': station.id },
    make(
      'div',
      { class: 'facts' },
      make('h3', { part: 'name', class: 'name', dir: 'auto' }, name),
      make('p', { part: 'way', class: 'way' }, make('strong', {}, row.distance), ` · ${row.time}`),
      make('p', { part: 'opening', class: 'opening', 'data-state': row.state }, row.opening),
      line('offers', row.offers),
      line('services', row.services),
      line('place', row.place),
      line('welcome', [row.welcome, row.getIn].filter(Boolean).join(' · ')),
    ),
    make(
      'div',
      { class: 'actions' },
      button(
        {
          ...key('navigate'),
          part: 'navigate',
          class: 'navigate',
          'aria-label': fill(words.navigateTo, { name }),
        },
        words.navigate,
        () => actions.navigate(station),
      ),
      call || undefined,
      button(
        {
          ...key('report'),
          part: 'report',
          class: 'report',
          'aria-disabled': isReported && 'true',
          'aria-label': fill(isReported ? words.reportedOf : words.reportOf, { name }),
        },
        isReported ? words.reportedShort : words.report,
        () => isReported || actions.report(station),
      ),
    ),
  );
}
