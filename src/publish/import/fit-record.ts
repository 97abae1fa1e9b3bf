import { isPlainObject } from '../../dataset/copy';
import { readRecords } from '../../dataset/records';
import type { Station } from '../../dataset/station';
import type { RecordProblem } from '../../errors';

/** A record as a station, and the values that no station can have. */
export interface FittedRecord {
  /** Its `id` and `position` are stand-ins. `undefined`: the record cannot be a station at all. */
  readonly station: Station | undefined;
  /** What was moved to `extra`, or, without a station, what is wrong. */
  readonly problems: readonly RecordProblem[];
}

const standIn = { id: '?', position: [0, 0] };

/**
 * Makes a station of a record by the same check that every reader of the dataset applies, so that none of them
 * leaves it out. A value that its field cannot have is no reason to lose a station: it moves to `extra`.
 */
export function fitRecord(record: Readonly<Record<string, unknown>>): FittedRecord {
  const first = check({ ...record, ...standIn });
  if (first.station !== undefined) return first;
  const fields = new Set(first.problems.map(({ field }) => field.split(/[.[]/)[0]!));
  fields.delete('');
  const moved: Record<string, unknown> = {};
  const kept: [string, unknown][] = [];
  for (const [field, value] of Object.entries(record)) {
    if (fields.has(field)) kept.push([field, value]);
    else moved[field] = value;
  }
  const extra = isPlainObject(record['extra']) ? record['extra'] : {};
  const again = check({ ...moved, ...standIn, extra: withNames(extra, kept) });
  return again.station === undefined ? again : { ...again, problems: first.problems };
}

/** Under names that nothing has yet. */
function withNames(
  extra: Readonly<Record<string, unknown>>,
  kept: readonly [string, unknown][],
): Record<string, unknown> {
  const entries = new Map(Object.entries(extra));
  for (const [field, value] of kept) {
    let name = field;
    for (let number = 2; entries.has(name); number++) name = `${field} (${number})`;
    entries.set(name, value);
  }
  return Object.fromEntries(entries);
}

function check(record: Record<string, unknown>): FittedRecord {
  const { stations, skipped } = readRecords([record], 'skip', (position) => position);
  return { station: stations[0], problems: skipped };
}
