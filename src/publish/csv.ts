import Papa from 'papaparse';

/*
 * CSV as text. This is the only file that knows papaparse.
 */

/** The cells of each row, the header among them; rows of nothing but blanks left out. */
export function parseCsv(text: string): string[][] {
  return Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;
}

/** One line per row, quoted where needed. */
export function formatCsv(fields: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse({ fields: [...fields], data: rows.map((row) => [...row]) }, { newline: '\n' })}\n`;
}
