import { isPlainObject } from '../../dataset/copy';
import { InvalidOptionError } from '../../errors';
import { nearestSpelling } from '../../wording';
import { allowedFields, isField } from './columns/field';

/** What the columns of a table mean, as the mapping file says it. */
export interface Mapping {
  /** By header as written: a field, `service:toilet`, `lng`, …; `null` keeps the column in `extra`. */
  readonly columns?: Readonly<Record<string, string | null>> | undefined;
  /** By header: what a value as written means, as a code or several; `null`: nothing. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string | null>>>> | undefined;
  /** The sheet of a workbook, by name or by number from 1. */
  readonly sheet?: string | number | undefined;
  /** The row of the header, from 1; 0: there is none. Of two lines: the last. */
  readonly headerRow?: number | undefined;
}

const keys = ['columns', 'values', 'sheet', 'headerRow'];

/**
 * A mapping as it comes from its file, checked.
 *
 * @throws InvalidOptionError naming what was given and what is allowed
 * @example
 * readMapping({ columns: { 点位: 'name', 茶水间: 'service:water' } }).columns; // { 点位: 'name', 茶水间: 'service:water' }
 */
export function readMapping(input: unknown): Mapping {
  if (!isPlainObject(input))
    throw new InvalidOptionError(
      'mapping',
      input,
      'an object with columns, values, sheet, headerRow',
    );
  const mapping = input as Record<string, unknown>;
  for (const key of Object.keys(mapping)) {
    if (keys.includes(key)) continue;
    const hint = nearestSpelling(key, keys);
    const more = hint === undefined ? '' : ` (did you mean ${hint}?)`;
    throw new InvalidOptionError('mapping', key, `one of ${keys.join(', ')}${more}`);
  }
  const { columns, values, sheet, headerRow } = mapping;
  if (columns !== undefined) checkColumns(columns);
  if (values !== undefined) checkValues(values);
  const isNumber = (value: unknown, least: number) =>
    Number.isInteger(value) && (value as number) >= least;
  if (sheet !== undefined && !(typeof sheet === 'string' && sheet !== '') && !isNumber(sheet, 1)) {
    throw new InvalidOptionError(
      'mapping.sheet',
      sheet,
      'the name of a sheet, or its number from 1',
    );
  }
  if (headerRow !== undefined && !isNumber(headerRow, 0)) {
    throw new InvalidOptionError(
      'mapping.headerRow',
      headerRow,
      'the number of a row from 1, or 0 for none',
    );
  }
  return mapping as Mapping;
}

function checkColumns(columns: unknown): void {
  if (!isPlainObject(columns)) {
    throw new InvalidOptionError('mapping.columns', columns, 'an object of headers and fields');
  }
  for (const [header, field] of Object.entries(columns as object)) {
    if (field === null || (typeof field === 'string' && isField(field))) continue;
    const hint = nearestSpelling(field, allowedFields);
    const more = hint === undefined ? '' : ` (did you mean ${hint}?)`;
    const allowed = `null, or one of ${allowedFields.join(', ')}${more}`;
    throw new InvalidOptionError(`mapping.columns[${JSON.stringify(header)}]`, field, allowed);
  }
}

function checkValues(values: unknown): void {
  const allowed = 'an object of headers, each with an object of values and codes';
  if (!isPlainObject(values)) throw new InvalidOptionError('mapping.values', values, allowed);
  for (const [header, table] of Object.entries(values as object)) {
    const name = `mapping.values[${JSON.stringify(header)}]`;
    if (!isPlainObject(table))
      throw new InvalidOptionError(name, table, 'an object of values and codes');
    for (const [value, code] of Object.entries(table as object)) {
      if (code === null || typeof code === 'string') continue;
      throw new InvalidOptionError(
        `${name}[${JSON.stringify(value)}]`,
        code,
        'a code, several separated by blanks, or null',
      );
    }
  }
}
