/* What the page is made of. Texts are only ever set as text: they come from sheets, and may be anything. */

export const byId = (id) => document.getElementById(id);

/** An element with attributes, properties (those that begin with `on`) and children; strings become text. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element[key] = value;
    else if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** What can be scrolled has to be within reach of the keyboard. */
export function makeScrollable(element, titleId) {
  element.setAttribute('role', 'group');
  element.setAttribute('aria-labelledby', titleId);
  element.tabIndex = 0;
}

export function table(columns, rows) {
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...columns)),
    el('tbody', {}, ...rows.map((cells) => el('tr', {}, ...cells))),
  );
}

/** Saves a text as a file. */
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
