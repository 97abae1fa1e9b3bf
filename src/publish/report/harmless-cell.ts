/**
 * A cell that no spreadsheet program takes for a formula. What begins with `=`, `+`, `-`, `@`, a tab or a line
 * break (or the full-width signs, which some take as well) gets an apostrophe in front, at the cell's start and
 * after a `;`, tab or line break, where programs of other settings start the next cell. Plain numbers such
 * as -1.37 do no harm and stay as they are.
 */
export function harmlessCell(text: string): string {
  return text.replace(starts, "'");
}

const starts = /(?<=^|[;\t\r\n])(?![+-]?\d+(?:\.\d+)?(?:$|[;\t\r\n]))(?=\s*[=+\-@\t\r\n＝＋－＠])/g;
