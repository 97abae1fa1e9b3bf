import type { PackRow } from '../pack/content';
import { writeHead } from '../pack/head';
import { packUints } from '../pack/numbers';
import { readContent } from '../pack/read-content';
import { writeSchedule } from '../pack/schedules';
import { utf8Of, WireWriter, writeBytesField } from '../pack/wire';
import { deltaFormat, ofDelta, ofEdit } from './tags';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What makes one pack of another: edits to its stations, in order of their ids. Only what changed is in it, so that
 * its size follows from the number of changes. Where the tree puts the stations, and what number a word gets, is
 * worked out again by whoever applies it.
 *
 * @param base a pack that devices have, not gzipped
 * @param next the pack they are to have
 * @throws InvalidPackError when either is no pack
 */
export function writeDelta(base: Uint8Array, next: Uint8Array): Uint8Array {
  const before = readContent(base);
  const after = readContent(next);
  const schedules = new Schedules(before.rows);
  const writer = new WireWriter();
  writer.writeVarintField(ofDelta.format, deltaFormat);
  writeBytesField(writer, ofDelta.head, utf8Of(writeHead(after)));
  let skip = 0;
  let old = 0;
  const write = (edit: Edit | undefined) => {
    if (edit === undefined) {
      skip++;
      return;
    }
    writer.writeBytesField(ofDelta.edits, writeEdit(edit, skip, schedules));
    skip = 0;
  };
  const removeBefore = (id: string | undefined) => {
    while (old < before.rows.length && (id === undefined || before.rows[old]!.station.id < id)) {
      write({ isRemoved: true });
      old++;
    }
  };
  for (const row of after.rows) {
    removeBefore(row.station.id);
    const known = before.rows[old];
    if (known?.station.id === row.station.id) {
      write(changeOf(known, row));
      old++;
    } else {
      write({ row, id: row.station.id, fields: fieldsOf(row), lng: row.lng, lat: row.lat });
    }
  }
  removeBefore(undefined);
  for (const message of schedules.added) writer.writeBytesField(ofDelta.schedules, message);
  return writer.finish();
}

/** What happens to the station at hand, or before it when there is an `id`. */
interface Edit {
  readonly isRemoved?: true;
  readonly id?: string;
  /** As it is afterwards. */
  readonly row?: PackRow;
  /** What has changed; `null` for what is gone. */
  readonly fields?: Fields | undefined;
  /** How far it has moved; of a new one, where it is. */
  readonly lng?: number;
  readonly lat?: number;
}

function fieldsOf({ station }: PackRow): Fields {
  const { id: _, position: __, ...fields } = station as Fields;
  return fields;
}

/** Nothing when the two are the same. */
function changeOf(before: PackRow, after: PackRow): Edit | undefined {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const changed = names.filter((name) => textOf(old[name]) !== textOf(now[name]));
  const isSame =
    changed.length === 0 &&
    before.lng === after.lng &&
    before.lat === after.lat &&
    runsBy(before) === runsBy(after);
  if (isSame) return undefined;
  return {
    row: after,
    fields:
      changed.length === 0
        ? undefined
        : Object.fromEntries(changed.map((name) => [name, now[name] ?? null])),
    lng: (after.lng - before.lng) | 0,
    lat: (after.lat - before.lat) | 0,
  };
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

function runsBy({ schedule, offerSchedules }: PackRow): string {
  return [schedule, ...offerSchedules.values()].map(keyOf).join(';');
}

function writeEdit(edit: Edit, skip: number, schedules: Schedules): Uint8Array {
  const { isRemoved, id, row, fields, lng = 0, lat = 0 } = edit;
  const writer = new WireWriter();
  if (skip > 0) writer.writeVarintField(ofEdit.skip, skip);
  if (id !== undefined) writeBytesField(writer, ofEdit.id, utf8Of(id));
  if (isRemoved === true) writer.writeVarintField(ofEdit.isRemoved, 1);
  if (lng !== 0) writer.writeSVarintField(ofEdit.lng, lng);
  if (lat !== 0) writer.writeSVarintField(ofEdit.lat, lat);
  if (fields !== undefined) {
    writeBytesField(writer, ofEdit.fields, utf8Of(JSON.stringify(fields)));
  }
  if (row !== undefined) {
    writer.writeVarintField(ofEdit.schedule, schedules.numberOf(row.schedule));
    const offered = [...row.offerSchedules.values()].map((one) => schedules.numberOf(one));
    writeBytesField(writer, ofEdit.offerSchedules, packUints(offered));
  }
  return writer.finish();
}

const keys = new WeakMap<PackRow['schedule'], string>();

/** The same for schedules that are alike. Stations share them, so that few are ever written. */
function keyOf(schedule: PackRow['schedule']): string {
  const key = keys.get(schedule) ?? writeSchedule(schedule).join();
  keys.set(schedule, key);
  return key;
}

/** Numbers of schedules: those that the base has, in its order, then those that are new. */
class Schedules {
  readonly added: Uint8Array[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(rows: readonly PackRow[]) {
    for (const { schedule, offerSchedules } of rows) {
      for (const one of [schedule, ...offerSchedules.values()]) {
        const key = keyOf(one);
        if (!this.numbers.has(key)) this.numbers.set(key, this.numbers.size);
      }
    }
  }

  numberOf(schedule: PackRow['schedule']): number {
    const key = keyOf(schedule);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.added.push(writeSchedule(schedule));
    this.numbers.set(key, this.numbers.size);
    return this.numbers.size - 1;
  }
}
