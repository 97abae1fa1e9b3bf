import { byId, el } from './elements.js';
import { changeTexts, nameOf } from './values.js';
import { countText, fieldLabel, say } from './words.js';

/** So many at first, and so many more each time. */
const [atOnce, moreAtOnce] = [8, 50];
const sorts = ['added', 'removed', 'changed'];

/** The list of what changed: what is shown of it, and how much. */
export class ChangeList {
  constructor(onStation) {
    this.onStation = onStation;
    this.entries = [];
    this.sort = undefined;
    this.most = atOnce;
    byId('search').oninput = () => this.showFrom(atOnce);
    byId('more-changes').onclick = () => this.showFrom(this.most + moreAtOnce);
  }

  /** @param changes as the server compares them; `undefined` where there is nothing to compare */
  set(changes) {
    this.entries =
      changes === undefined
        ? []
        : [
            ...changes.added.map((station) => ({ sort: 'added', station, fields: [] })),
            ...changes.removed.map((station) => ({ sort: 'removed', station, fields: [] })),
            ...changes.changed.map(({ station, fields }) => ({ sort: 'changed', station, fields })),
          ];
    this.isComparable = changes !== undefined;
    this.showFrom(atOnce);
  }

  showFrom(most) {
    this.most = most;
    this.show();
  }

  show() {
    byId('sorts').replaceChildren(...sorts.map((sort) => this.tileOf(sort)));
    const wanted = byId('search').value.trim().toLowerCase();
    const chosen = this.entries.filter(
      ({ sort, station }) =>
        (this.sort === undefined || sort === this.sort) &&
        `${station.id} ${nameOf(station)}`.toLowerCase().includes(wanted),
    );
    const shown = chosen.slice(0, this.most);
    byId('change-list').replaceChildren(...shown.map((entry) => this.itemOf(entry)));
    byId('change-status').textContent = this.isComparable
      ? say('shown', { shown: countText(shown.length), total: countText(chosen.length) })
      : say('onlyVersion');
    byId('more-changes').hidden = shown.length === chosen.length;
  }

  tileOf(sort) {
    const count = this.entries.filter((entry) => entry.sort === sort).length;
    const onclick = () => {
      this.sort = this.sort === sort ? undefined : sort;
      this.showFrom(atOnce);
      byId('sorts').querySelector(`[data-sort="${sort}"]`).focus();
    };
    const pressed = String(this.sort === sort);
    return el(
      'button',
      { type: 'button', class: sort, 'aria-pressed': pressed, 'data-sort': sort, onclick },
      el('b', {}, countText(count)),
      say(sort),
    );
  }

  itemOf({ sort, station, fields }) {
    const lines = fields.flatMap((field) => [
      el('dt', {}, fieldLabel(field.name)),
      el('dd', {}, ...changeOf(field)),
    ]);
    return el(
      'li',
      { 'data-id': station.id },
      el('span', { class: `what ${sort}` }, say(sort)),
      el(
        'button',
        { type: 'button', class: 'link', onclick: () => this.onStation(station) },
        nameOf(station),
      ),
      ' ',
      el('span', { class: 'quiet' }, station.id),
      ...(lines.length > 0 ? [el('dl', { class: 'fields' }, ...lines)] : []),
    );
  }
}

/** `old → new`; of what only went or only came, that alone. */
function changeOf(field) {
  const { before, after } = changeTexts(field);
  const came =
    after === undefined ? [] : [el('ins', {}, before === undefined ? `+ ${after}` : after)];
  if (before === undefined) return came;
  const went = el('del', {}, before);
  return after === undefined ? [went] : [went, ' → ', ...came];
}
