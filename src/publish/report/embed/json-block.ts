/**
 * A block of data for the page's script, which is text to the browser: with no `<` in it, nothing in the data can
 * end the block or start markup. Half a surrogate pair is escaped by `JSON.stringify` itself.
 */
export function jsonBlock(
  part: 'meta' | 'findings' | 'points' | 'outlines',
  value: unknown,
): string {
  const json = JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `<script type="application/json" data-part="${part}">${json}</script>\n`;
}

/** The first characters of a text, with an ellipsis where some are missing. */
export function cut(text: string, most: number): string {
  // A character beyond the basic plane is not cut in half.
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}
