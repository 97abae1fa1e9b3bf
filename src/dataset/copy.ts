/*
 * Copies of plain data: a station must not change when its record does. Keys are defined, not assigned,
 * so that `__proto__` stays data.
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
  if (Array.isArray(value)) return value.map((item) => copied(item, keep));
  if (!isPlainObject(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => keep(item));
  return Object.fromEntries(kept.map(([key, item]) => [key, copied(item, keep)]));
}

/** Freezes arrays and plain objects, however deep. */
export function freezeAll(value: unknown): void {
  if (Array.isArray(value) || isPlainObject(value)) {
    Object.values(Object.freeze(value)).forEach(freezeAll);
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === null || prototype === Object.prototype;
}
