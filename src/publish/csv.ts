import Papa from 'papaparse';

/*
 * CSV as text. This is the only file that knows papaparse.
 */

/** The cells of each row, the header among them; rows of nothing but blanks left out. */
export interface CsvRows {
  readonly rows: readonly string[][];
  /** The first fault in the text, which makes rows run into each other; `row` counts from 1. */
  readonly fault: { readonly row: number; readonly message: string } | undefined;
}

export function parseCsv(text: string): CsvRows {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const error = errors.find(({ type }) => type === 'Quotes');
  return {
    rows: data,
    fault: error && { row: (error.row ?? 0) + 1, message: error.message },
  };
}

/** One line per row, quoted where needed. */
export function formatCsv(fields: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse({ fields: [...fields], data: rows.map((row) => [...row]) }, { newline: '\n' })}\n`;
}
