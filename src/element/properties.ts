/** What a page has set before the element was defined lies in front of the accessors: it is set anew, through them. */
export function adoptProperties<T extends object>(element: T, names: readonly (keyof T)[]): void {
  for (const name of names) {
    if (!Object.prototype.hasOwnProperty.call(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
