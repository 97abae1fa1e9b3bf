import { InvalidPackError, isYizhanError } from '../../errors';
import { isPlainObject } from '../copy';
import { type PackContent, type PackRow, perDegree } from '../pack/content';
import { readHead } from '../pack/head';
import { readAllUints } from '../pack/numbers';
import { readContent } from '../pack/read-content';
import { readSchedule } from '../pack/schedules';
import { readMessage, readUtf8 } from '../pack/wire';
import { writePack } from '../pack/write-pack';
import type { Schedule } from '../schedule/schedule';
import { checkRow } from './check-row';
import { deltaFormat, ofDelta, ofEdit } from './tags';

/**
 * The pack that a delta makes of another, byte for byte what the publisher built. Whether it is that must be checked
 * by its hash all the same: a delta for another base may fit by accident.
 *
 * @param base the pack that the device has, not gzipped
 * @throws InvalidPackError when it is no delta, or none to this pack
 */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Uint8Array {
  try {
    return writePack(changed(readContent(base), delta));
  } catch (cause) {
    if (cause instanceof InvalidPackError || !isYizhanError(cause)) throw cause;
    throw new InvalidPackError('a change to what no pack can hold', { cause });
  }
}

function changed(before: PackContent, delta: Uint8Array): PackContent {
  let format = 0;
  let head = '';
  const edits: Uint8Array[] = [];
  const schedules = distinctSchedules(before.rows);
  readMessage(delta, (field, value) => {
    if (field === ofDelta.format) format = value.uint();
    else if (field === ofDelta.head) head = value.text();
    else if (field === ofDelta.edits) edits.push(value.bytes());
    else if (field === ofDelta.schedules) schedules.push(readSchedule(value.bytes()));
  });
  if (format !== deltaFormat) {
    throw new InvalidPackError(`a delta of format ${format}, where ${deltaFormat} is known`);
  }
  const rows: PackRow[] = [];
  let old = 0;
  const next = () => {
    const row = before.rows[old++];
    if (row === undefined) throw new InvalidPackError('a delta to a larger pack');
    return row;
  };
  for (const bytes of edits) {
    const edit = readEdit(bytes);
    if (edit.skip > before.rows.length - old) next();
    for (let i = 0; i < edit.skip; i++) rows.push(next());
    if (edit.id !== undefined) rows.push(withEdit({ station: { id: edit.id } }, edit, schedules));
    else {
      const row = next();
      if (!edit.isRemoved) rows.push(withEdit(row, edit, schedules));
    }
  }
  rows.push(...before.rows.slice(old));
  return { ...readHead(head), rows };
}

/** In the order in which their first stations come, as packs number them. */
function distinctSchedules(rows: readonly PackRow[]): Schedule[] {
  const schedules = new Set<Schedule>();
  for (const { schedule, offerSchedules } of rows) {
    for (const one of [schedule, ...offerSchedules.values()]) schedules.add(one);
  }
  return [...schedules];
}

interface ReadEdit {
  skip: number;
  id: string | undefined;
  isRemoved: boolean;
  lng: number;
  lat: number;
  fields: Readonly<Record<string, unknown>>;
  schedule: number;
  offerSchedules: Uint32Array;
}

function readEdit(bytes: Uint8Array): ReadEdit {
  const edit: ReadEdit = {
    skip: 0,
    id: undefined,
    isRemoved: false,
    lng: 0,
    lat: 0,
    fields: {},
    schedule: 0,
    offerSchedules: new Uint32Array(0),
  };
  readMessage(bytes, (field, value) => {
    if (field === ofEdit.skip) edit.skip = value.uint();
    else if (field === ofEdit.id) edit.id = value.text();
    else if (field === ofEdit.isRemoved) edit.isRemoved = value.uint() === 1;
    else if (field === ofEdit.lng) edit.lng = value.sint();
    else if (field === ofEdit.lat) edit.lat = value.sint();
    else if (field === ofEdit.fields) edit.fields = readFields(value.bytes());
    else if (field === ofEdit.schedule) edit.schedule = value.uint();
    else if (field === ofEdit.offerSchedules) edit.offerSchedules = readAllUints(value.bytes());
  });
  return edit;
}

function readFields(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let fields: unknown;
  try {
    fields = JSON.parse(readUtf8(bytes));
  } catch (cause) {
    throw new InvalidPackError('fields that are not JSON', { cause });
  }
  if (!isPlainObject(fields)) throw new InvalidPackError('fields of another type');
  return fields;
}

/** The station as it is after an edit. */
function withEdit(
  row: {
    readonly station: Partial<PackRow['station']>;
    readonly lng?: number;
    readonly lat?: number;
  },
  edit: ReadEdit,
  schedules: readonly Schedule[],
): PackRow {
  const { position: _, ...own } = row.station as Readonly<Record<string, unknown>>;
  const fields = { ...own, ...edit.fields, id: own['id'] };
  const kept = Object.entries(fields).filter(([, value]) => value !== null);
  const station = checkRow(Object.fromEntries(kept));
  const scheduleAt = (number: number | undefined) => {
    const schedule = schedules[number ?? -1];
    if (schedule === undefined) throw new InvalidPackError('hours that are missing');
    return schedule;
  };
  const offers = station.offers ?? [];
  if (offers.length !== edit.offerSchedules.length) {
    throw new InvalidPackError('more or fewer hours than offers');
  }
  return {
    station,
    lng: onEarth(((row.lng ?? 0) + edit.lng) | 0, 180),
    lat: onEarth(((row.lat ?? 0) + edit.lat) | 0, 90),
    schedule: scheduleAt(edit.schedule),
    offerSchedules: new Map(offers.map((offer, i) => [offer, scheduleAt(edit.offerSchedules[i])])),
  };
}

function onEarth(units: number, most: number): number {
  if (Math.abs(units) <= most * perDegree) return units;
  throw new InvalidPackError('a move off the Earth');
}
