import type { StationClient } from 'yizhan';
import { makeDesk } from './desk';
import { kilobytes, locale } from './locale';
import { byId, make } from './make';
import { goOffline, receivedBytes } from './network';
import { openedInMs } from './stations';
import { queryTime } from './timing';
import { words } from './words';

const facts = make('dl');
const offline = make('input', { type: 'checkbox', id: 'offline' });
let lastUpdate = '';

/** What is on the device, where it came from and what it cost. */
export function makePanel(client: StationClient): void {
  offline.addEventListener('change', () => goOffline(offline.checked));
  const check = make('button', { type: 'button', className: 'quiet' }, words.check);
  check.dataset['act'] = 'check';
  const refresh = () => {
    // What fails is in the status, and shown.
    client.refresh().catch(() => {});
  };
  check.addEventListener('click', refresh);
  const roomy = matchMedia('(min-width: 900px)').matches;
  byId('panel').append(
    make('label', { className: 'switch' }, offline, make('span', {}, words.offline)),
    make(
      'details',
      { open: roomy },
      make('summary', {}, words.data),
      facts,
      make('div', { className: 'desk' }, check),
      makeDesk(refresh),
    ),
  );
  client.on('update', ({ added, removed, changed }) => {
    lastUpdate = words.changes(added.length, removed.length, changed.length);
  });
}

export function showPanel(client: StationClient): void {
  const status = client.status();
  const time = queryTime();
  const version = [
    status.sequence ?? '–',
    ...(status.generation === undefined ? [] : [words.generation(status.generation)]),
  ].join(' · ');
  const rows: [string, string, string][] = [
    ['version', words.version, version],
    ['published', words.published, status.published?.toLocaleString(locale) ?? '–'],
    ['state', words.state, status.stale ? words.stale : words.fresh],
    ['source', words.from, words.sources[status.source] ?? status.source],
    ['stations', words.stations, status.stations.toLocaleString(locale)],
    ['storage', words.storage, status.storage.kind],
    ['bytes', words.bytes, kilobytes(receivedBytes())],
    ['opened', words.opened, `${openedInMs.toFixed(0)} ms`],
    ['query', words.query, time ? `${time.mean.toFixed(2)} ms, ${words.mean(time.count)}` : '–'],
    ['update', words.lastUpdate, lastUpdate || '–'],
    ['error', words.lastError, status.lastError?.code ?? '–'],
  ];
  facts.replaceChildren(
    ...rows.map(([name, term, value]) => {
      const fact = make('div', {}, make('dt', {}, term), make('dd', {}, value));
      fact.dataset['fact'] = name;
      return fact;
    }),
  );
}
