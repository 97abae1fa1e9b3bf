import type { Encoded } from './encoded';

/** The start of an element. */
export interface Tag {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its `<` is. */
  readonly index: number;
}

const name = /[^\s<>/="'!?]+/y;
const attribute = /\s+([^\s<>/="'!?]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;

/** What is no element, by how it begins and ends. */
const others: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/**
 * Calls back for every element of an XML text, in order. A scanner of our own: mini-programs and Hermes
 * have no DOM. It sees to it that elements are closed, so that a text cut short is noticed; entities in
 * values stay as they are.
 */
export function scanTags({ text, fail }: Encoded, onTag: (tag: Tag) => void): void {
  const open: string[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  const wrong = (what: string): never =>
    text.indexOf('>', at) < 0
      ? fail('the text is cut short within a tag', text.length)
      : fail(what, at);
  if (!text.startsWith('<')) fail('this is not XML: expected <', 0);
  for (;;) {
    const index = text.indexOf('<', at);
    if (index < 0) break;
    at = index;
    const other = others.find(([begin]) => text.startsWith(begin, at));
    if (other !== undefined) {
      const end = text.indexOf(other[1], at + other[0].length);
      if (end < 0) fail(`the text is cut short: this ${other[0]} does not end`, at);
      at = end + other[1].length;
      continue;
    }
    const closes = text.charAt(at + 1) === '/';
    at += closes ? 2 : 1;
    const full = take(name)?.[0] ?? wrong('expected the name of an element');
    const attributes: Record<string, string> = {};
    if (!closes) {
      for (let match = take(attribute); match !== null; match = take(attribute))
        attributes[match[1]!] = match[2] ?? match[3]!;
    }
    const end = take(tagEnd) ?? wrong(`<${full}> is not well-formed`);
    if (closes) {
      if (open.pop() !== full) fail(`</${full}> closes what is not open`, index);
      continue;
    }
    onTag({ name: full.slice(full.indexOf(':') + 1), attributes, index });
    if (end[1] === '') open.push(full);
  }
  if (open.length > 0)
    fail(`the text is cut short: <${open[open.length - 1]}> is not closed`, text.length);
}
