import { ChangeList } from './changes.js';
import { byId, el, makeScrollable } from './elements.js';
import { Legend } from './legend.js';
import { StationMap } from './map.js';
import { showTrust } from './trust.js';
import { UnverifiedList } from './unverified.js';
import { nameOf, valueText } from './values.js';
import { showVersions } from './versions.js';
import { fieldLabel, language, say } from './words.js';

/** What the page shows: the board, two versions of it, and what is between them. */
const shown = {
  board: undefined,
  stations: [],
  changes: undefined,
  marks: new Map(),
  station: undefined,
};

const map = new StationMap((station) => showCard(station));
const legend = new Legend(() => showPoints());
const changeList = new ChangeList((station) => {
  showCard(station);
  map.show(station);
  byId('map').scrollIntoView({ block: 'center' });
});
let unverified;

async function ask(path) {
  const response = await fetch(path);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

async function start() {
  shown.board = await ask('/api/board');
  const { versions, today, hasReport } = shown.board;
  unverified = new UnverifiedList(today);
  byId('report').hidden = !hasReport;
  const sequences = versions.map(({ sequence }) => sequence);
  for (const id of ['from', 'to']) {
    byId(id).replaceChildren(...sequences.map((n) => el('option', { value: n }, String(n))));
    byId(id).onchange = () => guarded(showChosen);
  }
  byId('from').value = sequences[1] ?? sequences[0];
  showWords();
  for (const id of ['changes', 'places', 'unverified']) byId(id).hidden = versions.length === 0;
  if (versions.length > 0) await showChosen(true);
  byId('loading').hidden = true;
}

/** The two versions that are chosen. Those asked for before may answer later: they are not shown. */
async function showChosen(isFirst = false) {
  const [from, to] = [byId('from').value, byId('to').value];
  const [stations, changes] = await Promise.all([
    ask(`/api/stations/${to}`),
    from === to ? undefined : ask(`/api/changes/${from}-${to}`),
  ]);
  if (from !== byId('from').value || to !== byId('to').value) return;
  shown.stations = stations;
  shown.changes = changes;
  shown.marks = new Map([
    ...(changes?.added ?? []).map(({ id }) => [id, 'added']),
    ...(changes?.changed ?? []).map(({ station }) => [station.id, 'changed']),
  ]);
  changeList.set(changes);
  legend.set(stations);
  unverified.set(stations);
  showPoints();
  showMapNote();
  if (isFirst === true) map.fit(stations.map(({ position }) => position));
  byId('loading').hidden = true;
}

function showPoints() {
  const isOnly = byId('only-changed').checked;
  const pointOf = (station, mark) => ({ station, mark, colour: legend.colourOf(station.kind) });
  const points = [
    ...shown.stations.map((station) => pointOf(station, shown.marks.get(station.id))),
    ...(shown.changes?.removed ?? []).map((station) => pointOf(station, 'removed')),
  ];
  map.set(
    points.filter(
      ({ station, mark }) => legend.shows(station.kind) && (!isOnly || mark !== undefined),
    ),
  );
}

function showCard(station) {
  shown.station = station;
  const lines = Object.entries(station)
    .filter(([name, value]) => name !== 'name' && !(Array.isArray(value) && value.length === 0))
    .flatMap(([name, value]) => [
      el('dt', {}, fieldLabel(name)),
      el('dd', {}, valueText(name, value)),
    ]);
  byId('card').replaceChildren(
    el('h3', {}, nameOf(station)),
    el('dl', { class: 'fields' }, ...lines),
  );
}

function showMapNote() {
  const { crs } = shown.board;
  byId('map-note').textContent = say('mapNote', { n: byId('to').value, crs });
}

/** Everything that is in a language. */
function showWords() {
  document.documentElement.lang = language.locale === 'zh' ? 'zh-CN' : 'en';
  document.title = say('title');
  for (const element of document.querySelectorAll('[data-word]'))
    element.textContent = say(element.dataset.word);
  for (const button of document.querySelectorAll('[data-locale]'))
    button.setAttribute('aria-pressed', String(button.dataset.locale === language.locale));
  for (const id of ['nearer', 'farther', 'whole']) byId(id).setAttribute('aria-label', say(id));
  const { board, stations } = shown;
  if (board === undefined) return;
  const { dataset = '–', channel = '–', name } = board;
  byId('site').textContent = say('site', { dataset, channel, name });
  showTrust(board);
  showVersions(board);
  if (stations.length === 0) return;
  changeList.show();
  legend.show();
  unverified.show();
  showPoints();
  showMapNote();
  if (shown.station !== undefined) showCard(shown.station);
}

async function guarded(run) {
  try {
    await run();
  } catch (error) {
    byId('loading').hidden = false;
    byId('loading').textContent = say('failed', { message: error.message });
  }
}

for (const button of document.querySelectorAll('[data-locale]')) {
  button.onclick = () => {
    language.locale = button.dataset.locale;
    showWords();
  };
}
byId('only-changed').onchange = () => showPoints();
byId('nearer').onclick = () => map.view.zoomBy(1);
byId('farther').onclick = () => map.view.zoomBy(-1);
byId('whole').onclick = () => map.fit(shown.stations.map(({ position }) => position));
byId('report-frame').ontoggle = ({ target }) => {
  if (!target.open || target.querySelector('iframe') !== null) return;
  const frame = { src: '/report', title: say('report'), sandbox: 'allow-scripts allow-downloads' };
  target.append(el('iframe', frame));
};
makeScrollable(byId('version-table'), 'versions-title');
makeScrollable(byId('unverified-table'), 'unverified-title');
showWords();
guarded(start);
