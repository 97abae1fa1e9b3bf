import { writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import type { Draft } from '../../../src/publish/import/draft';
import type { Finding } from '../../../src/publish/import/finding';
import { type ReadOptions, readTables, type Table } from '../../../src/publish/import/read-drafts';
import { scratch } from './book';

/** A table with all of its rows. */
export interface ReadTable {
  readonly table: Table;
  readonly drafts: readonly Draft[];
  readonly rows: number;
  readonly findings: readonly Finding[];
}

export async function readAll(path: string, options?: ReadOptions): Promise<readonly ReadTable[]> {
  const tables: ReadTable[] = [];
  for await (const table of readTables(path, options)) {
    const drafts: Draft[] = [];
    const findings: Finding[] = [...table.findings];
    let rows = 0;
    for await (const row of table.rows()) {
      rows++;
      if (row.draft !== undefined) drafts.push(row.draft);
      findings.push(...row.findings);
    }
    tables.push({ table, drafts, rows, findings });
  }
  return tables;
}

export async function readOne(path: string, options?: ReadOptions): Promise<ReadTable> {
  const [one, ...others] = await readAll(path, options);
  if (one === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  return one;
}

let count = 0;

/** Reads a text as a file of its own. */
export function readCsvText(
  text: string,
  {
    encoding = 'utf8',
    name = 'sheet.csv',
    addBOM = false,
    ...options
  }: ReadOptions & { name?: string; addBOM?: boolean; encoding?: string } = {},
): Promise<ReadTable> {
  const path = scratch(`${++count}-${name}`);
  writeFileSync(path, iconv.encode(text, encoding, { addBOM }));
  return readOne(path, options);
}

/** The fields that headers were taken for. */
export function fieldsOf({ table }: ReadTable): Record<string, string | undefined> {
  return Object.fromEntries(table.facts.columns.map(({ header, field }) => [header, field]));
}

/** Findings as `code column: value`. */
export function told({ findings }: ReadTable): string[] {
  return findings.map(({ code, column, value }) => `${code} ${column ?? ''}: ${value ?? ''}`);
}
