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

/** Rows from the start of a text that may go on. */
export interface CsvPart {
  /** Whole rows, blank ones among them, up to the first with a quote that has no other half. */
  readonly rows: readonly string[][];
  /** Where the next row starts. */
  readonly end: number;
  /** Whether that next row has such a quote. */
  readonly isMisquoted: boolean;
}

/**
 * The whole rows at the start of `text`, whose lines end in `\n`.
 *
 * @param isLast nothing follows: what is left is a row, too
 */
export function parseCsvPart(text: string, delimiter: string, isLast: boolean): CsvPart {
  const { rows, faultyRow, end } = parsePart(text, { delimiter, newline: '\n' }, isLast);
  if (faultyRow === undefined) return { rows, end, isMisquoted: false };
  const before =
    faultyRow === 0
      ? 0
      : parsePart(text, { delimiter, newline: '\n', fastMode: false, preview: faultyRow }, true)
          .end;
  return { rows: rows.slice(0, faultyRow), end: before, isMisquoted: true };
}

function parsePart(text: string, config: Papa.ParseConfig, isLast: boolean) {
  // The parser below `Papa.parse`, which it feeds in the same way when it streams.
  const { data, errors, meta } = new Papa.Parser(config).parse(
    text,
    0,
    !isLast,
  ) as Papa.ParseResult<string[]>;
  const fault = errors.find(({ type, row }) => type === 'Quotes' && (row ?? 0) < data.length);
  return { rows: data, faultyRow: fault?.row, end: meta.cursor };
}

/** One line per row, quoted where needed. */
export function formatCsv(fields: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse({ fields: [...fields], data: rows.map((row) => [...row]) }, { newline: '\n' })}\n`;
}
