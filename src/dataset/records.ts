import { InvalidRecordsError, type RecordProblem } from '../errors';
import type { LngLat } from '../geo/position';
import { copyOf, copyWithoutBlanks, isBlank } from './copy';
import { makeStation } from './make-station';
import { checkFields } from './schema';
import { fieldNames, type Station } from './station';

/** What to do with a batch that holds records which are not stations. */
export type OnInvalid = 'throw' | 'skip';

export interface StationBatch {
  /** In the order of the records. */
  readonly stations: readonly Station[];
  /** Every problem of every record that was left out. */
  readonly skipped: readonly RecordProblem[];
}

/**
 * Makes stations of records: checks every field of every record, gives defaults, copies and freezes.
 * Fields that no station has go to `extra`; `hours` that are not `opening_hours` syntax to `hoursText`.
 *
 * @param place turns a record's position into the set's CRS
 * @throws InvalidRecordsError with every problem of every record, unless `onInvalid` is `'skip'`
 */
export function readRecords(
  records: Iterable<unknown>,
  onInvalid: OnInvalid,
  place: (position: LngLat) => LngLat,
): StationBatch {
  const stations: Station[] = [];
  const skipped: RecordProblem[] = [];
  const seen = new Map<string, number>();
  let number = 0;
  for (const input of records) {
    number++;
    const report = (field: string, value: unknown, allowed: string) =>
      skipped.push({ record: number, id: idOf(input), field, value, allowed });
    const fields = splitFields(input);
    if (typeof fields === 'string') {
      report('', input, fields);
      continue;
    }
    const { known, unknown } = fields;
    const before = skipped.length;
    const id = idOf(known);
    const earlier = id === undefined ? undefined : seen.get(id);
    if (earlier !== undefined)
      report('id', id, `an id of its own (record ${earlier} has this one)`);
    for (const { path, allowed } of checkFields(known)) {
      report(pathText(path), valueAt(known, path), allowed);
    }
    for (const [key, value] of unknown) {
      if (hasKey(known['extra'], key)) report(key, value, 'to be given once: it is in extra too');
    }
    if (skipped.length > before) continue;
    seen.set(id!, number);
    stations.push(makeStation(known, unknown, place));
  }
  if (onInvalid === 'throw' && skipped.length > 0) throw new InvalidRecordsError(skipped, number);
  return { stations, skipped: Object.freeze(skipped) };
}

/**
 * Copies of a record's fields, with defaults, apart from those that no station has; or, in words, what a
 * record must be.
 */
function splitFields(
  input: unknown,
): { known: Record<string, unknown>; unknown: [string, unknown][] } | string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'an object';
  if (!fits(input, mostLevels, { values: mostValues })) {
    return `an object with at most ${mostValues} values, nested at most ${mostLevels} deep`;
  }
  const record = input as Record<string, unknown>;
  const known: Record<string, unknown> = {};
  // In one order for all stations, whatever the record's.
  for (const name of fieldNames) {
    const value = record[name];
    // An empty id is a fault all the same.
    if (!isBlank(value) || (name === 'id' && value === '')) {
      known[name] = name === 'extra' ? copyOf(value) : copyWithoutBlanks(value);
    } else if (name in defaults) {
      known[name] = defaults[name as keyof typeof defaults];
    }
  }
  const unknown = Object.keys(record)
    .filter((key) => !knownFields.has(key) && !isBlank(record[key]))
    .map((key): [string, unknown] => [key, copyOf(record[key])]);
  return { known, unknown };
}

/** What most sources leave out. */
const nothing: readonly never[] = Object.freeze([]);
const defaults = {
  kind: 'other',
  services: nothing,
  audiences: nothing,
  access: nothing,
  status: 'active',
};

/** No real station comes near; data that loops back into itself, or is nested without end, stops here. */
const mostLevels = 32;
const mostValues = 10_000;

function fits(value: unknown, levels: number, left: { values: number }): boolean {
  if (--left.values < 0) return false;
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((item) => fits(item, levels - 1, left));
}

const knownFields: ReadonlySet<string> = new Set(fieldNames);

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).includes(key);
}

function idOf(input: unknown): string | undefined {
  const id =
    typeof input === 'object' && input !== null ? (input as { id?: unknown }).id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : text === ''
          ? String(key)
          : `${text}.${String(key)}`,
    '',
  );
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], root);
}
