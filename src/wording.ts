/** The most characters of a caller's value that a message repeats. */
const shownLength = 60;

/** A value as a message shows it: short, on one line, never a whole dataset and never a throw. */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(cut(value));
    case 'bigint':
      return `${value}n`;
    case 'function':
    case 'symbol':
      return typeof value;
    case 'object':
      return value === null ? 'null' : showObject(value);
    default:
      return String(value);
  }
}

function showObject(value: object): string {
  if (value instanceof Date)
    return `Date(${Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString()})`;
  // Bounded work, whatever the size: two levels, a few entries each.
  const parts = Array.isArray(value)
    ? value.slice(0, 4).map(showFlat)
    : Object.entries(value)
        .slice(0, 4)
        .map(([key, item]) => `${cut(key)}: ${showFlat(item)}`);
  const size = Array.isArray(value) ? value.length : Object.keys(value).length;
  const inside = `${parts.join(', ')}${size > parts.length ? ', …' : ''}`;
  return Array.isArray(value) ? `[${inside}]` : `{ ${inside} }`;
}

function showFlat(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : show(value);
}

function cut(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

/**
 * The name in `names` that `given` was probably meant to be: at most a third of its letters (and at
 * least one) to change. `undefined` when none is that near.
 */
export function nearestSpelling(given: unknown, names: readonly string[]): string | undefined {
  if (typeof given !== 'string' || given === '' || given.length > shownLength) return undefined;
  const lower = given.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const name of names) {
    const distance = editDistance(lower, name.toLowerCase());
    if (distance < bestDistance) {
      bestDistance = distance;
      best = name;
    }
  }
  return best;
}

/** The end of a message about a name that is unknown: what it probably meant, or nothing. */
export function spellingHint(given: unknown, names: readonly string[], before = ''): string {
  const suggestion = nearestSpelling(given, names);
  return suggestion === undefined ? '' : `; did you mean ${before}${suggestion}?`;
}

/** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
