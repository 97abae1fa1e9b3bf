/* The few things that are done with the page. Text is only ever set as text. */

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes; `true` is an empty one, `false` and `undefined` are none. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  for (const child of children) if (child !== undefined) element.append(child);
  return element;
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : value);
  }
}

/** A button that says what it does, to whoever cannot see it as well. */
export function button(
  attributes: Attributes,
  text: string,
  onTap: (event: Event) => void,
): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', onTap);
  return made;
}

/** Puts new children in the place of the old, and the focus back where it was, by `data-key`. */
export function replaceChildren(parent: HTMLElement, children: readonly Node[]): void {
  const root = parent.getRootNode() as Document | ShadowRoot;
  const focused = root.activeElement;
  const key =
    focused !== null && parent.contains(focused) ? focused.getAttribute('data-key') : null;
  while (parent.firstChild !== null) parent.removeChild(parent.firstChild);
  for (const child of children) parent.appendChild(child);
  if (key === null) return;
  const next = Array.from(parent.querySelectorAll<HTMLElement>('[data-key]')).find(
    (element) => element.getAttribute('data-key') === key,
  );
  next?.focus({ preventScroll: true });
}

/** What the keyboard gets to, in order. */
export function focusable(parent: HTMLElement): HTMLElement[] {
  const all = parent.querySelectorAll<HTMLElement>('button:not([disabled]), a[href]');
  return Array.from(all).filter((element) => element.getClientRects().length > 0);
}
