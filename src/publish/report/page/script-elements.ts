/* The page's script, second part: words, and elements whose every text is set as text. */
export const scriptElements = String.raw`
const byId = (id) => document.getElementById(id);

/** The page's own words, with {keys} filled in. */
function t(key, values) {
  return meta.labels[chosen.language][key].replace(/\{(\w+)\}/g, (_, name) =>
    values && name in values ? shownValue(values[name]) : '',
  );
}

function shownValue(value) {
  return typeof value === 'number' ? value.toLocaleString(localeTag()) : String(value);
}

function localeTag() {
  return chosen.language === 'zh' ? 'zh-CN' : 'en-GB';
}

/** An element with attributes, listeners (onclick: …) and children; a string is a text node, never markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined && child !== '') made.append(child);
  return made;
}

/** The marks of the severities, in a box of 12: the map draws the same. */
const marks = [
  'M6 .4 11.6 6 6 11.6 .4 6Z',
  'M6 .8 11.6 10.8H.4Z',
  'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  'M6 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
];

function markOf(severity) {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  drawing.setAttribute('viewBox', '0 0 12 12');
  drawing.setAttribute('class', 'mark severity' + severity);
  drawing.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', marks[severity]);
  drawing.append(path);
  return drawing;
}

/** File, sheet and row as words; only the row when beside is of the same table. */
function placeText(origin, beside) {
  const same = beside && beside.file === origin.file && beside.sheet === origin.sheet;
  const row = origin.row === 0 ? t('wholeTable') : t('row', { row: String(origin.row) });
  return (same ? [] : [tableText(origin)]).concat(row).join(' · ');
}

function tableText(origin) {
  return origin.sheet === '' ? origin.file : origin.file + ' · ' + origin.sheet;
}

/** Said to who cannot see what changed. */
function announce(text) {
  byId('announcer').textContent = text;
}

/** Whatever carries data-t gets the words of that name, data-t-label its label. */
function fillWords() {
  document.documentElement.lang = chosen.language === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-t]')) {
    node.textContent = t(node.getAttribute('data-t'));
  }
  for (const node of document.querySelectorAll('[data-t-label]')) {
    const label = t(node.getAttribute('data-t-label'));
    node.setAttribute('aria-label', label);
    if (node.tagName === 'BUTTON') node.setAttribute('title', label);
  }
}
`;
