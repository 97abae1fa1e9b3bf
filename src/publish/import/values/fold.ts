import characters from 'opencc-js/dict/TSCharacters';

/*
 * Texts made alike before they are looked up. This is the only file that knows opencc-js.
 */

const simplified: ReadonlyMap<string, string> = new Map(
  characters.split('|').map((entry) => entry.split(' ').slice(0, 2) as [string, string]),
);

/** Traditional characters one by one in their simplified form: enough to look a word up, not to show it. */
function simplify(text: string): string {
  let result = '';
  for (const character of text) result += simplified.get(character) ?? character;
  return result;
}

const beyondAscii = /[^\0-\u007f]/;

/** Half-width, simplified, in lower case, one blank where there are several: 「ＡＥＤ　藥箱」 is `aed 药箱`. */
export function fold(text: string): string {
  const alike = beyondAscii.test(text) ? simplify(text.normalize('NFKC')) : text;
  return alike.toLowerCase().replace(/\s+/g, ' ').trim();
}
