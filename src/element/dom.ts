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

/** What is drawn: a text that says all of how it looks, and how to make it. */
export interface Part {
  readonly signature: string;
  readonly make: () => HTMLElement;
}

export function part(seen: unknown, make: () => HTMLElement): Part {
  return { signature: JSON.stringify(seen), make };
}

/**
 * Parts in a row, of which those that look the same stay what they are when it is drawn again: a tap that is under way, the
 * scrolling and the focus survive an update that changes something else.
 */
export class Region {
  private drawn = new Map<string, HTMLElement>();

  constructor(private readonly root: HTMLElement) {}

  draw(parts: readonly Part[]): void {
    const kept = new Map<string, HTMLElement>();
    for (const { signature, make } of parts)
      kept.set(signature, this.drawn.get(signature) ?? make());
    for (const [signature, element] of this.drawn) if (!kept.has(signature)) element.remove();
    let next = this.root.firstChild;
    for (const element of kept.values()) {
      if (element === next) next = next.nextSibling;
      else this.root.insertBefore(element, next);
    }
    this.drawn = kept;
  }
}

/** The element with the focus, where it is in there. */
export function focusedIn(parent: HTMLElement): Element | undefined {
  const { activeElement } = parent.getRootNode() as Document | ShadowRoot;
  return activeElement !== null && parent.contains(activeElement) ? activeElement : undefined;
}

/** By `data-key`, which what is drawn anew shares with what it replaces. */
export function keyed(parent: HTMLElement, key: string): HTMLElement | undefined {
  const all = Array.from(parent.querySelectorAll<HTMLElement>('[data-key]'));
  return all.find((element) => element.getAttribute('data-key') === key);
}

/** What the keyboard gets to, in order. */
export function focusable(parent: HTMLElement): HTMLElement[] {
  const all = parent.querySelectorAll<HTMLElement>('button:not([disabled]), a[href]');
  return Array.from(all).filter((element) => element.getClientRects().length > 0);
}
