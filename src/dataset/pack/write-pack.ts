import { InvalidOptionError } from '../../errors';
import { perPoint } from '../../geo/boxes';
import { putVectors } from '../../geo/ellipsoid';
import { leafSize, orderByLeaves } from '../../geo/leaf-order';
import type { Schedule } from '../schedule/schedule';
import { statuses } from '../station';
import { codesIn, writeBits, writeCodes } from './codes';
import { type PackContent, type PackRow, perDegree } from './content';
import {
  type JsonField,
  jsonFields,
  mostNumber,
  type NumberField,
  numberFields,
  numberOf,
  type TextField,
  textFields,
} from './fields';
import { writeHead } from './head';
import { longestId, writeIds } from './ids';
import { packUints } from './numbers';
import { writeOffers } from './offers';
import { packPlanes } from './planes';
import { writeSchedule } from './schedules';
import { packSteps } from './steps';
import { ofNumbers, packFormat, tags } from './tags';
import { writeTexts } from './texts';
import { utf8Of, WireWriter, writeBytesField } from './wire';

/**
 * A pack: the same content gives the same bytes. Stations stand in the order of their ids, as sheets mostly have them,
 * where neighbours have words in common. Positions stand in the order of the leaves of the tree that is searched, so
 * that the tree need not be built where the pack is opened; those of a leaf by id.
 *
 * @throws InvalidOptionError when a value is larger than packs hold, or two ids are one in UTF-8
 */
export function writePack(content: PackContent): Uint8Array {
  const { rows } = content;
  checkRows(rows);
  const ranks = leafOrderOf(rows);
  const stations = rows.map(({ station }) => station);
  const placed = Array.from(ranks, (rank) => stations[rank]!);
  const codes = codesIn(stations);
  const schedules = new Numbered();
  // In the order of ids, so that a schedule keeps its number when stations move.
  for (const { schedule, offerSchedules } of rows) {
    schedules.numberOf(schedule);
    for (const offered of offerSchedules.values()) schedules.numberOf(offered);
  }
  const writer = new WireWriter();
  const field = (tag: number, bytes: Uint8Array) => writeBytesField(writer, tag, bytes);
  writer.writeVarintField(tags.format, packFormat);
  field(tags.head, utf8Of(writeHead(content)));
  writer.writeVarintField(tags.count, rows.length);
  field(tags.ids, writeIds(rows.map(({ station }) => station.id)));
  field(tags.ranks, packSteps(new Int32Array(ranks.buffer)));
  field(tags.lngs, packSteps(Int32Array.from(ranks, (rank) => rows[rank]!.lng)));
  field(tags.lats, packSteps(Int32Array.from(ranks, (rank) => rows[rank]!.lat)));
  field(tags.codes, writeCodes(codes));
  field(tags.bits, writeBits(placed, codes));
  field(tags.kinds, packPlanes(placed.map(({ kind }) => codes.kinds.indexOf(kind))));
  field(tags.statuses, packPlanes(stations.map(({ status }) => statuses.indexOf(status))));
  for (const name of [...textFields, ...jsonFields]) {
    const column = writeTexts(
      name,
      stations.map((station) => textOf(station, name)),
    );
    if (column !== undefined) field(tags.texts, column);
  }
  for (const name of numberFields) writeNumbers(writer, name, stations);
  for (const message of schedules.messages) field(tags.schedules, message);
  field(tags.scheduleOf, packPlanes(rows.map(({ schedule }) => schedules.numberOf(schedule))));
  writeOfferLists(writer, rows, schedules);
  return writer.finish();
}

/** The rank of the id of each place's station. */
function leafOrderOf(rows: readonly PackRow[]): Uint32Array {
  const points = new Float64Array(perPoint * rows.length);
  const lngs = Int32Array.from(rows, ({ lng }) => lng);
  const lats = Int32Array.from(rows, ({ lat }) => lat);
  putVectors(points, lngs, lats, perDegree);
  const ranks = Uint32Array.from(rows, (_, i) => i);
  orderByLeaves(points, ranks);
  for (let start = 0; start < ranks.length; start += leafSize) {
    ranks.subarray(start, start + leafSize).sort();
  }
  return ranks;
}

type PackedStation = PackRow['station'];

/** A field as the text of its column. */
function textOf(station: PackedStation, name: TextField | JsonField): string | undefined {
  if (name === 'photos' || name === 'extra') {
    return station[name] === undefined ? undefined : JSON.stringify(station[name]);
  }
  switch (name) {
    case 'providerIds.amap':
      return station.providerIds?.amap;
    case 'providerIds.tencent':
      return station.providerIds?.tencent;
    case 'providerIds.baidu':
      return station.providerIds?.baidu;
    default:
      return station[name];
  }
}

function numberIn(station: PackedStation, name: NumberField): number | boolean | undefined {
  if (name === 'capacity' || name === 'beds') return station[name];
  return station.parking?.[name.slice('parking.'.length) as 'ebike' | 'car' | 'truck'];
}

function writeNumbers(
  writer: WireWriter,
  name: NumberField,
  stations: readonly PackedStation[],
): void {
  const values = stations.map((station) => numberOf(numberIn(station, name)));
  if (values.every((value) => value === 0)) return;
  const column = new WireWriter();
  column.writeStringField(ofNumbers.field, name);
  writeBytesField(column, ofNumbers.values, packPlanes(values));
  writer.writeBytesField(tags.numbers, column.finish());
}

function writeOfferLists(writer: WireWriter, rows: readonly PackRow[], schedules: Numbered): void {
  const lists = new Map<string, number>();
  const runsBy: number[] = [];
  const numbers = rows.map(({ station, offerSchedules }) => {
    if (station.offers === undefined) return 0;
    for (const offer of station.offers) {
      runsBy.push(schedules.numberOf(offerSchedules.get(offer)!));
    }
    const list = writeOffers(station.offers);
    const key = list.join();
    const known = lists.get(key);
    if (known !== undefined) return known;
    writer.writeBytesField(tags.offerLists, list);
    lists.set(key, lists.size + 1);
    return lists.size;
  });
  if (lists.size === 0) return;
  writeBytesField(writer, tags.offersOf, packPlanes(numbers));
  writeBytesField(writer, tags.offerSchedules, packUints(runsBy));
}

/** Schedules by number, in the order they are first asked for. */
class Numbered {
  readonly messages: Uint8Array[] = [];
  private readonly byObject = new Map<Schedule, number>();
  private readonly byBytes = new Map<string, number>();

  numberOf(schedule: Schedule): number {
    const known = this.byObject.get(schedule);
    if (known !== undefined) return known;
    const message = writeSchedule(schedule);
    const key = message.join();
    const number = this.byBytes.get(key) ?? this.messages.push(message) - 1;
    this.byBytes.set(key, number);
    this.byObject.set(schedule, number);
    return number;
  }
}

function checkRows(rows: readonly PackRow[]): void {
  let before: string | undefined;
  for (const { station, lng, lat } of rows) {
    const { id } = station;
    if (before !== undefined && !(before < id)) {
      throw new InvalidOptionError('id', id, `an id after ${before}: rows come in order of ids`);
    }
    before = id;
    if (utf8Of(id).length > longestId) {
      throw new InvalidOptionError('id', id, `an id of at most ${longestId} bytes`);
    }
    if (!Number.isInteger(lng) || !Number.isInteger(lat)) {
      throw new InvalidOptionError('position', [lng, lat], 'whole numbers of 1e-7 degrees');
    }
    for (const name of numberFields) {
      const value = numberIn(station, name);
      if (typeof value === 'number' && value > mostNumber) {
        throw new InvalidOptionError(`${name} of ${id}`, value, `at most ${mostNumber}`);
      }
    }
  }
}
