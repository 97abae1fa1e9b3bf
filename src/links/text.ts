/*
 * Words on their way into a link. A station's name is data: it must not end a parameter early, fake a
 * second line, turn the reading direction round or hide what it says.
 */

/** Ranges of code points that show nothing, but change how a text reads or is parsed. */
const invisible: readonly (readonly [first: number, last: number])[] = [
  // Control characters, but for those that are white space.
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  // Soft hyphen, Arabic letter mark, Mongolian vowel separator.
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  // Zero width; left-to-right and right-to-left marks, embeddings, overrides, isolates.
  [0x200b, 0x200c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  // Half a surrogate pair, which encodeURIComponent throws on.
  [0xd800, 0xdfff],
  // Byte order mark, annotations, no characters at all.
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xfffe, 0xffff],
  // Tags, which can carry a whole hidden sentence.
  [0xe0000, 0xe007f],
];

/** Joins two emoji into one (🧑‍🚒); between anything else it only hides. */
const joiner = 0x200d;

/** Of a text many times too long, only so much is read: what is left would be cut anyway. */
const readFor = 20;

/**
 * A text on one line, without invisible characters, of at most `longest` characters: white space of any
 * kind becomes one space, and what is cut ends in `…`. Empty for what is no text.
 */
export function cleanText(text: unknown, longest: number): string {
  if (typeof text !== 'string') return '';
  const points = Array.from(text.slice(0, readFor * longest), (one) => one.codePointAt(0)!);
  const visible = points.filter((point, at) =>
    point === joiner
      ? isEmoji(points[at - 1]) && isEmoji(points[at + 1])
      : !invisible.some(([first, last]) => first <= point && point <= last),
  );
  const line = visible.map((point) => String.fromCodePoint(point)).join('');
  return cut(line.replace(/[\s\u0085]+/g, ' ').trim(), longest);
}

/** Counts whole characters, so that no pair is split. */
function cut(line: string, longest: number): string {
  const characters = Array.from(line);
  if (characters.length <= longest) return line;
  const kept = characters.slice(0, longest - 1).join('');
  return `${kept.replace(/[\s\u200d]+$/, '')}…`;
}

/** Pictographs, and the selector that makes one of a symbol. */
function isEmoji(point: number | undefined): boolean {
  if (point === undefined) return false;
  return point >= 0x1f000 ? point <= 0x1faff : point === 0xfe0f || isSymbol(point);
}

function isSymbol(point: number): boolean {
  return point >= 0x2190 && point <= 0x2bff;
}

/**
 * A name that stands between separators: `121.47,31.23,name`, `name:…|latlng:…`. An app decodes the
 * value before it splits it, so that percent-encoding does not help; each separator becomes its
 * full-width form, which reads the same. `%` too, for apps that decode twice.
 */
export function inList(name: string): string {
  return name.replace(/[%(),:;|]/g, (separator) =>
    String.fromCharCode(separator.charCodeAt(0) + 0xfee0),
  );
}

/**
 * Percent-encodes a value, also the `!'()*` that encodeURIComponent lets through. Commas and colons stay,
 * as in every provider's own examples.
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value)
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(?:2C|3A)/g, decodeURIComponent);
}
