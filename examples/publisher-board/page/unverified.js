import { byId, download, el, table } from './elements.js';
import { nameOf, valueText } from './values.js';
import { countText, fieldLabel, say } from './words.js';

/** So many at first, and so many more each time. */
const [atOnce, moreAtOnce] = [20, 100];
const columns = ['name', 'verifiedAt', 'kind', 'district', 'id'];

/** The day so many months before another, both `YYYY-MM-DD`; the last of the month where it has no such day. */
function monthsBefore(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const before = new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)));
  return before.toISOString().slice(0, 10);
}

/** Stations that nobody has seen since that day. */
function unverifiedSince(stations, day) {
  return stations.filter(
    ({ verifiedAt }) => verifiedAt === undefined || verifiedAt.slice(0, 10) < day,
  );
}

export class UnverifiedList {
  constructor(today) {
    this.today = today;
    this.stations = [];
    this.order = { column: 'verifiedAt', isDown: false };
    this.most = atOnce;
    byId('months').oninput = () => this.show();
    byId('csv').onclick = () => download(`unverified-${this.today}.csv`, csvOf(this.chosen()));
    byId('more-unverified').onclick = () => {
      this.most += moreAtOnce;
      this.show();
    };
  }

  set(stations) {
    this.stations = stations;
    this.show();
  }

  /** The first day that is not too long ago. */
  day() {
    const months = Math.trunc(Number(byId('months').value));
    return monthsBefore(this.today, months >= 1 && months <= 1200 ? months : 12);
  }

  chosen() {
    const { column, isDown } = this.order;
    const keyOf = (station) => textOf(station, column);
    return unverifiedSince(this.stations, this.day()).sort((a, b) => {
      const by = compareTexts(keyOf(a), keyOf(b)) || compareTexts(a.id, b.id);
      return isDown ? -by : by;
    });
  }

  show() {
    const chosen = this.chosen();
    const shown = chosen.slice(0, this.most);
    byId('unverified-status').textContent = say('unverifiedStatus', {
      n: countText(chosen.length),
      day: this.day(),
      total: countText(this.stations.length),
      shown: countText(shown.length),
    });
    const rows = shown.map((station) =>
      columns.map((name) => {
        if (name === 'name') return el('th', { scope: 'row', class: 'name' }, nameOf(station));
        const isNever = name === 'verifiedAt' && station.verifiedAt === undefined;
        return el('td', {}, isNever ? say('never') : textOf(station, name));
      }),
    );
    byId('unverified-table').replaceChildren(
      table(
        columns.map((name) => this.headOf(name)),
        rows,
      ),
    );
    byId('more-unverified').hidden = shown.length === chosen.length;
  }

  headOf(column) {
    const isSorted = this.order.column === column;
    const direction = this.order.isDown ? 'descending' : 'ascending';
    const onclick = () => {
      this.order = { column, isDown: isSorted && !this.order.isDown };
      this.show();
      byId('unverified-table').querySelector(`[data-column="${column}"]`).focus();
    };
    const arrow = isSorted ? (this.order.isDown ? ' ↓' : ' ↑') : '';
    return el(
      'th',
      { scope: 'col', 'aria-sort': isSorted ? direction : undefined },
      el(
        'button',
        { type: 'button', 'data-column': column, onclick },
        `${fieldLabel(column)}${arrow}`,
      ),
    );
  }
}

function textOf(station, column) {
  if (column === 'name') return nameOf(station);
  return station[column] === undefined ? '' : valueText(column, station[column]);
}

function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** With a byte order mark, for Excel; names are texts there, never formulas. */
function csvOf(stations) {
  const cell = (text) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
  const head = [...columns, 'lng', 'lat'];
  const lines = stations.map((station) => [
    ...columns.map((name) => (name === 'name' ? nameOf(station) : (station[name] ?? ''))),
    String(station.position.lng),
    String(station.position.lat),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
