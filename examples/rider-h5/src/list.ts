import { labelOf, type StationClient } from 'yizhan';
import { groupOf } from './kinds';
import { distance, locale } from './locale';
import { byId, make } from './make';
import { navigate } from './navigate';
import { type Hit, isAhead } from './query';
import { words } from './words';

/** More than anybody reads while riding. */
const mostRows = 40;
const mostServices = 5;

const rows = new Map<string, HTMLLIElement>();

/** Shows the hits. Rows of stations that were there stay the same elements: focus and scrolling are not lost. */
export function showList(client: StationClient, hits: readonly Hit[], emptyText: string): void {
  const list = byId('list');
  const shown = hits.slice(0, mostRows);
  const ids = new Set(shown.map(({ station }) => station.id));
  for (const [id, row] of rows) {
    if (ids.has(id)) continue;
    row.remove();
    rows.delete(id);
  }
  shown.forEach((hit, i) => {
    const row = rows.get(hit.station.id) ?? makeRow(client, hit);
    rows.set(hit.station.id, row);
    update(row, client, hit);
    if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
  });
  const empty = byId('empty');
  empty.hidden = shown.length > 0;
  empty.textContent = emptyText;
}

/** Another generation has other words in its rows. */
export function forgetRows(): void {
  for (const row of rows.values()) row.remove();
  rows.clear();
}

export function nameOf({ station }: Pick<Hit, 'station'>): string {
  const { nameEn, name, address, kind } = station;
  const own = locale === 'en' ? (nameEn ?? name) : name;
  return own ?? address ?? labelOf('kinds', kind, locale);
}

function makeRow(client: StationClient, hit: Hit): HTMLLIElement {
  const { station } = hit;
  const name = nameOf(hit);
  const services = station.services
    .slice(0, mostServices)
    .map((code) => labelOf('services', code, locale));
  const button = make(
    'button',
    { className: 'go', type: 'button', 'aria-label': words.navigateTo(name) },
    words.navigate,
  );
  button.addEventListener('click', () => navigate(client, station));
  const row = make(
    'li',
    { className: 'row' },
    make('span', { className: `dot ${groupOf(station.kind)}` }),
    make(
      'div',
      { className: 'about' },
      make('strong', { className: 'name' }, name),
      make('span', { className: 'way' }),
      make('span', { className: 'opening' }),
      make(
        'span',
        { className: 'services' },
        `${labelOf('kinds', station.kind, locale)} · ${services.join(locale === 'zh' ? '、' : ', ')}`,
      ),
    ),
    button,
  );
  row.dataset['id'] = station.id;
  return row;
}

function update(row: HTMLLIElement, client: StationClient, hit: Hit): void {
  const way = row.querySelector('.way')!;
  const far = distance(isAhead(hit) ? hit.aheadMeters : hit.distanceMeters);
  way.replaceChildren(make('b', {}, far), ...wayOf(hit).map((text) => make('span', {}, text)));
  const opening = row.querySelector<HTMLElement>('.opening')!;
  opening.dataset['state'] = hit.opening.state;
  const at = isAhead(hit) ? hit.arriveAt : undefined;
  opening.textContent = client.describeOpening(hit.station, { locale, at });
}

function wayOf(hit: Hit): string[] {
  if (!isAhead(hit)) return [];
  const { detourMeters, offsetMeters, side } = hit;
  return side === 'on'
    ? [words.on]
    : [words.off(words[side], distance(offsetMeters)), words.detour(distance(detourMeters))];
}
