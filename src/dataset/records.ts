import { InvalidRecordsError, type RecordProblem } from '../errors';
import type { LngLat, Position } from '../geo/position';
import { readPosition } from '../geo/position';
import { isOpeningHours } from './hours-syntax';
import { checkFields, fieldNames, type ParsedRecord } from './schema';
import type { Station } from './station';

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
    const result = checkFields(fields.known);
    const earlier = seen.get(idOf(fields.known) ?? '');
    if (earlier !== undefined) {
      report('id', idOf(input), `an id of its own (record ${earlier} has this one)`);
    }
    if ('problems' in result) {
      for (const problem of result.problems) {
        report(pathText(problem.path), valueAt(fields.known, problem.path), problem.allowed);
      }
    } else if (earlier === undefined) {
      seen.set(result.record.id, number);
      stations.push(toStation(result.record, fields.unknown, place));
    }
  }
  if (onInvalid === 'throw' && skipped.length > 0) throw new InvalidRecordsError(skipped, number);
  return { stations, skipped: Object.freeze(skipped) };
}

/** A record's fields apart from those that no station has; or, in words, what a record must be. */
function splitFields(
  input: unknown,
): { known: Record<string, unknown>; unknown: [string, unknown][] } | string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'an object';
  if (!fits(input, mostLevels, { values: mostValues })) {
    return `an object with at most ${mostValues} values, nested at most ${mostLevels} deep`;
  }
  const known: Record<string, unknown> = {};
  const unknown: [string, unknown][] = [];
  for (const [key, value] of Object.entries(input)) {
    // Databases write null and '' for what is not there; an empty id is a fault all the same.
    if (value === undefined || value === null || (value === '' && key !== 'id')) continue;
    if (knownFields.has(key)) known[key] = value;
    else unknown.push([key, value]);
  }
  return { known, unknown };
}

/** No real station comes near; data that loops back into itself, or is nested without end, stops here. */
const mostLevels = 32;
const mostValues = 10_000;

function fits(value: unknown, levels: number, left: { values: number }): boolean {
  if (--left.values < 0) return false;
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((item) => fits(item, levels - 1, left));
}

const knownFields: ReadonlySet<string> = new Set(fieldNames);

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

function toStation(
  record: ParsedRecord,
  unknown: readonly [string, unknown][],
  place: (position: LngLat) => LngLat,
): Station {
  const position = place(readPosition(record.position as Position));
  const extra = [...Object.entries(record.extra ?? {}), ...unknown];
  const station: Record<string, unknown> = {
    ...record,
    position: { lng: position.lng, lat: position.lat },
    services: unique(record.services),
    audiences: unique(record.audiences),
    access: unique(record.access),
  };
  keepUnreadableHours(station, extra);
  delete station['extra'];
  if (extra.length > 0) station['extra'] = Object.fromEntries(extra);
  return deepCopyFrozen(station) as unknown as Station;
}

/** Hours that no compiler could read are still worth showing: they become the text as supplied. */
function keepUnreadableHours(station: Record<string, unknown>, extra: [string, unknown][]): void {
  const hours = station['hours'] as string | undefined;
  if (hours === undefined || isOpeningHours(hours)) return;
  delete station['hours'];
  if (station['hoursText'] === undefined) station['hoursText'] = hours;
  else extra.push(['hours', hours]);
}

function unique(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)];
}

/** A copy of plain data that nobody can change. Keys are defined, not assigned, so that `__proto__` stays data. */
function deepCopyFrozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(deepCopyFrozen)
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deepCopyFrozen(item)]));
  return Object.freeze(copy);
}
