type Content = Node | string;

/** An element with its properties and content. Text is only ever set as text: names in the data stay harmless. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> & { [aria: `aria-${string}`]: string } = {},
  ...content: Content[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('aria-')) element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...content);
  return element;
}

export function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}
