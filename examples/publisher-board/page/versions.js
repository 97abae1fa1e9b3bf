import { byId, el, table } from './elements.js';
import { bytesText, countText, say } from './words.js';

const timeText = (instant) => instant.replace('T', ' ').replace(/:\d\dZ$/, ' UTC');

export function showVersions({ versions }) {
  const columns = [
    'sequence',
    'published',
    'expires',
    'packs',
    'stations',
    'snapshots',
    'deltas',
    'known',
  ];
  const isNumber = (name) => ['sequence', 'stations', 'snapshots'].includes(name);
  const head = columns.map((name) =>
    el('th', { scope: 'col', class: isNumber(name) ? 'number' : undefined }, say(name)),
  );
  byId('version-table').replaceChildren(table(head, versions.map(rowOf)));
  byId('versions').hidden = versions.length === 0;
}

function rowOf(version) {
  const { sequence, publishedAt, expiresAt, isStale, packs, count, packedBytes, known } = version;
  const expiry = `${timeText(expiresAt)}${isStale ? ` · ${say('expired')}` : ''}`;
  return [
    el('th', { scope: 'row', class: 'number' }, String(sequence)),
    el('td', {}, timeText(publishedAt)),
    el('td', {}, expiry),
    el(
      'td',
      {},
      packs.length > 4 ? countText(packs.length) : packs.map(({ name }) => name).join(', '),
    ),
    el('td', { class: 'number' }, countText(count)),
    el('td', { class: 'number' }, bytesText(packedBytes)),
    el('td', {}, deltaText(packs)),
    el('td', {}, say(known)),
  ];
}

/** From which versions there is a way, and what it weighs, over all packs. */
function deltaText(packs) {
  const bytes = new Map();
  for (const { deltas } of packs)
    for (const { from = '?', packedBytes } of deltas)
      bytes.set(from, (bytes.get(from) ?? 0) + packedBytes);
  const lines = [...bytes].map(([n, sum]) => say('fromVersion', { n, bytes: bytesText(sum) }));
  return lines.join('; ') || '–';
}
