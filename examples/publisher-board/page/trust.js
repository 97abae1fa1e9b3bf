import { byId, el } from './elements.js';
import { countText, say } from './words.js';

/** Who signed, and what a device would say. */
export function showTrust({ trust, failures, notes, checked, versions }) {
  const { state, keys, threshold, keysVersion, code, message } = trust;
  // A manifest that is signed well may still name a file that is missing.
  const isRefused = state === 'refused' || failures.length > 0;
  const shown = isRefused ? 'refused' : state;
  const verdict = byId('verdict');
  verdict.className = shown;
  const lines = keys.map(({ key, isTrusted }) => {
    const known = state === 'unknown-keys' ? '' : ` · ${say(isTrusted ? 'yours' : 'stranger')}`;
    return el('li', {}, `${say('signedBy')} `, el('code', {}, key), known);
  });
  if (state === 'trusted') lines.push(el('li', {}, say('threshold', { n: threshold })));
  if (keysVersion > 0) lines.push(el('li', {}, say('rotated', { n: keysVersion })));
  for (const text of [...failures, ...notes]) lines.push(el('li', {}, text));
  if (checked.packs > 0) {
    const counts = Object.entries(checked).map(([name, count]) => [name, countText(count)]);
    lines.push(el('li', {}, say('checked', Object.fromEntries(counts))));
  }
  const said = failures.some((text) => text.includes(message)) ? undefined : message;
  verdict.replaceChildren(
    el('strong', {}, say(shown)),
    ...(said ? [el('p', {}, `${said}${code ? ` (${code})` : ''}`)] : []),
    ...(shown === 'unknown-keys' ? [el('p', {}, say('giveKeys'))] : []),
    ...(isRefused && versions.length > 0 ? [el('p', {}, say('claims'))] : []),
    el('ul', {}, ...lines),
  );
  byId('trust').hidden = false;
}
