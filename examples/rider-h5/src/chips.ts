import { labelOf, type Service, type StationClient } from 'yizhan';
import { locale } from './locale';
import { byId, make } from './make';
import { ask } from './query';
import { change, type State } from './state';
import { words } from './words';

/** What riders ask for most, in this order. */
const offered: readonly Service[] = [
  'toilet',
  'water',
  'phone-charging',
  'battery-swap',
  'rest',
  'microwave',
  'meals',
  'umbrella',
  'parking',
  'first-aid',
];

const chips = new Map<Service, HTMLButtonElement>();
const openOnly = make('input', { type: 'checkbox', id: 'open-only' });

export function makeChips(): void {
  const row = make('div', { className: 'chips', role: 'group', 'aria-label': words.filters });
  for (const code of offered) {
    const chip = make(
      'button',
      { type: 'button', className: 'chip' },
      make('span', {}, labelOf('services', code, locale)),
      make('span', { className: 'count' }),
    );
    chip.dataset['service'] = code;
    chip.addEventListener('click', () => toggle(code));
    chips.set(code, chip);
    row.append(chip);
  }
  openOnly.addEventListener('change', () => change({ isOpenOnly: openOnly.checked }));
  byId('chips').append(
    make('label', { className: 'switch' }, openOnly, make('span', {}, words.openOnArrival)),
    row,
  );
}

const chosen = new Set<Service>();

function toggle(code: Service): void {
  if (!chosen.delete(code)) chosen.add(code);
  change({ services: new Set(chosen) });
}

/** How many of what is here offer each, chosen or not. */
export function showChips(client: StationClient, state: State): void {
  const all = ask(client, { ...state, services: new Set() });
  for (const [code, chip] of chips) {
    const count = all.filter(({ station }) => station.services.includes(code)).length;
    chip.querySelector('.count')!.textContent = String(count);
    chip.setAttribute('aria-pressed', String(state.services.has(code)));
    chip.hidden = count === 0 && !state.services.has(code);
  }
}
