/** What may come next, blanks aside. `first…` may also be the end of an empty list or object. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'end of value';

const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The index at which a text stops being JSON (RFC 8259), or its length where it is cut short;
 * `undefined` when it is JSON. A stack of its own: no depth of nesting is too deep for it.
 */
export function jsonFault(text: string): number | undefined {
  const closers: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    while (/[ \t\n\r]/.test(text.charAt(at))) at++;
    const char = text.charAt(at);
    const closer = closers[closers.length - 1];
    if (char !== '' && char === closer && /^(first|end)/.test(expected)) {
      closers.pop();
      expected = 'end of value';
      at++;
    } else if (expected === 'end of value') {
      if (closer === undefined) return at < text.length ? at : undefined;
      if (char !== ',') return at;
      expected = closer === '}' ? 'key' : 'value';
      at++;
    } else if (expected === 'colon') {
      if (char !== ':') return at;
      expected = 'value';
      at++;
    } else if (char === '"') {
      const fault = afterString(text, at);
      if (fault.wrong) return fault.at;
      at = fault.at;
      expected = expected.endsWith('key') ? 'colon' : 'end of value';
    } else if (expected.endsWith('key')) {
      return at;
    } else if (char === '{' || char === '[') {
      closers.push(char === '{' ? '}' : ']');
      expected = char === '{' ? 'first key' : 'first value';
      at++;
    } else {
      literal.lastIndex = at;
      const match = literal.exec(text);
      if (match === null) return at;
      at += match[0].length;
      expected = 'end of value';
    }
  }
}

/** Where the string that begins at `start` ends, or where it is wrong. */
function afterString(text: string, start: number): { at: number; wrong: boolean } {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') return { at: at + 1, wrong: false };
    if (char < ' ') return { at, wrong: true };
    if (char !== '\\') continue;
    const escaped = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
    if (escaped === null) return { at, wrong: true };
    at += escaped[0].length;
  }
  return { at: text.length, wrong: true };
}
