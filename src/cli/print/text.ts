import stringWidth from 'string-width';

/**
 * Text from the data as a terminal may show it: no control characters, which could move the cursor or
 * recolour the screen, and no marks that turn the direction of writing round.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The same for text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** Cells that a text takes on a terminal; Chinese characters and most emoji take two. */
export function width(text: string): number {
  return stringWidth(text);
}

/** Filled up with spaces to so many cells. */
export function padded(text: string, cells: number, align: 'left' | 'right'): string {
  const gap = ' '.repeat(Math.max(0, cells - width(text)));
  return align === 'left' ? text + gap : gap + text;
}

/** Cut to so many cells, with an ellipsis where something is missing. */
export function truncated(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    const next = width(character);
    if (used + next > cells - 1) break;
    kept += character;
    used += next;
  }
  return cells > 0 ? `${kept.trimEnd()}…` : '';
}
