/*
 * Copies of plain data: a station must not change when its record does, and `__proto__` stays data.
 */

/** Databases write null and empty text for what is not there. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** A copy of arrays and plain objects, however deep; anything else is given back as it is. */
export function copyOf(value: unknown): unknown {
  return copied(value, () => true);
}

/** The same without what is blank in objects. */
export function copyWithoutBlanks(value: unknown): unknown {
  return copied(value, (item) => !isBlank(item));
}

function copied(value: unknown, keep: (item: unknown) => boolean): unknown {
  // Most values are neither, and there are many.
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => copied(item, keep));
  if (!isPlainObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (keep(value[key])) define(copy, key, copied(value[key], keep));
  }
  return copy;
}

/** Sets an own property, whatever its name; assigning is many times quicker, but not for this one. */
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
}

/** Freezes arrays and plain objects, however deep. */
export function freezeAll(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && !isPlainObject(value)) return;
  for (const item of Object.values(Object.freeze(value))) freezeAll(item);
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === null || prototype === Object.prototype;
}
