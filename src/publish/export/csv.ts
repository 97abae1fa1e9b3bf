import type { Station } from '../../dataset/station';
import type { Crs } from '../../geo/crs';
import type { StationSet } from '../../stations/station-set';
import { formatCsv } from '../csv';
import { ExportError } from './export-error';
import { type FieldKind, type FieldName, fields } from './fields';
import { type PlacedStation, placeStations } from './place-stations';

export interface CsvExport {
  /** Whether the file begins with a byte order mark, by which Excel knows that it is UTF-8. */
  readonly bom: boolean;
  /** Whether text that Excel would take for a formula gets an apostrophe in front. */
  readonly guardFormulas: boolean;
}

type Column = readonly [name: FieldName | 'lng' | 'lat', kind: FieldKind | 'degrees'];

const columns: readonly Column[] = fields.flatMap((field): Column[] =>
  field[0] === 'services' ? [['lng', 'degrees'], ['lat', 'degrees'], field] : [field],
);

/**
 * The stations as CSV in UTF-8: field names as headers, lists of codes between `;`, objects and other
 * lists as JSON, nothing where a field is missing. `--data` reads it back.
 *
 * @throws ExportError when a text holds a NUL character
 */
export function writeCsv(set: StationSet, crs: Crs, { bom, guardFormulas }: CsvExport): Uint8Array {
  const rows = placeStations(set, crs).map((placed) =>
    columns.map((column) => {
      const text = cellOf(placed, column);
      if (text.includes('\0')) throw notText(placed.station, column);
      return guardFormulas && isText(column) ? guarded(text) : text;
    }),
  );
  const names = columns.map(([name]) => name);
  return new TextEncoder().encode(`${bom ? '\ufeff' : ''}${formatCsv(names, rows)}`);
}

/** JSON has an escape for NUL, CSV has none; and a file with NUL passes for binary. */
function notText({ id }: Station, [name]: Column): ExportError {
  const where = `${name} of station ${JSON.stringify(id.slice(0, 60))}`;
  return new ExportError(`${where} holds a NUL character, which text files cannot have`);
}

function cellOf(placed: PlacedStation, [name, kind]: Column): string {
  if (name === 'lng' || name === 'lat') return String(placed[name]);
  const value = placed.station[name];
  if (value === undefined) return '';
  if (name === 'photos' && canBeJoined(value as readonly string[]))
    return (value as string[]).join(';');
  if (kind === 'json') return JSON.stringify(value);
  return kind === 'codes' ? (value as readonly string[]).join(';') : String(value);
}

/** Addresses may hold what stands between them, and an empty list is not the same as none. */
function canBeJoined(list: readonly string[]): boolean {
  return list.length > 0 && list.every((item) => /^[^;\s[][^;\s]*$/.test(item));
}

function isText([, kind]: Column): boolean {
  return kind !== 'degrees' && kind !== 'count';
}

/**
 * An apostrophe before whatever a spreadsheet may take for a formula. Text that begins with such an
 * apostrophe by itself gets one more, so that taking one away gives it back.
 */
function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
