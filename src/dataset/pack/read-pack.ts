import { InvalidPackError } from '../../errors';
import { type Codes, planeCount, readCodes } from './codes';
import { type PackHead, perDegree } from './content';
import { readHead } from './head';
import { SortedIds } from './ids';
import { readAllUints } from './numbers';
import { Planes } from './planes';
import { readSteps } from './steps';
import { ofNumbers, packFormat, tags } from './tags';
import { TextColumn } from './texts';
import { readMessage, readUtf8 } from './wire';

/** A pack, open: numbers are read, texts and schedules are not yet. */
export interface Pack {
  readonly head: PackHead;
  readonly size: number;
  readonly ids: SortedIds;
  /** By place: which of the ids, in order, is the station's. */
  readonly ranks: Uint32Array;
  /** By item, which is the rank of its id: the station's place. */
  readonly places: Uint32Array;
  /** By place: WGS-84 in 1e-7 degrees. */
  readonly lngs: Int32Array;
  readonly lats: Int32Array;
  readonly codes: Codes;
  /** By place: see `writeBits`. */
  readonly bits: Uint8Array;
  /** By place: the number of its kind. */
  readonly kinds: Planes;
  /** By item, as all that follows. */
  readonly statuses: Planes;
  readonly texts: ReadonlyMap<string, TextColumn>;
  readonly numbers: ReadonlyMap<string, Planes>;
  readonly schedules: readonly Uint8Array[];
  readonly scheduleOf: Planes;
  readonly offerLists: readonly Uint8Array[];
  /** 0 for none, else the number of a list, from 1. */
  readonly offersOf: Planes;
  /** Of all offers of all stations, one after another: by which schedule each runs. */
  readonly offerSchedules: Uint32Array;
}

/**
 * Opens a pack. No count, length or number in it is believed before it is checked, here or where it is used, and no
 * more memory is taken than a few times the bytes.
 *
 * @throws InvalidPackError
 */
export function readPack(bytes: Uint8Array): Pack {
  if (!(bytes instanceof Uint8Array)) throw new InvalidPackError(`a ${typeof bytes}, not bytes`);
  let format = 0;
  let size = 0;
  const single = new Map<number, Uint8Array>();
  const textColumns: Uint8Array[] = [];
  const numberColumns: Uint8Array[] = [];
  const schedules: Uint8Array[] = [];
  const offerLists: Uint8Array[] = [];
  const repeated = new Map<number, Uint8Array[]>([
    [tags.texts, textColumns],
    [tags.numbers, numberColumns],
    [tags.schedules, schedules],
    [tags.offerLists, offerLists],
  ]);
  readMessage(bytes, (field, value) => {
    if (field === tags.format) format = value.uint();
    else if (field === tags.count) size = value.uint();
    else if (field <= tags.offerSchedules) {
      const list = repeated.get(field);
      if (list === undefined) single.set(field, value.bytes());
      else list.push(value.bytes());
    }
  });
  if (format !== packFormat) {
    throw new InvalidPackError(`format ${format}, where ${packFormat} is known`);
  }
  const piece = (tag: number) => single.get(tag) ?? nothing;
  const planes = (tag: number) => new Planes(piece(tag), size);
  const codes = readCodes(piece(tags.codes));
  const bits = piece(tags.bits);
  if (bits.length !== planeCount(codes) * size)
    throw new InvalidPackError('bits of other stations');
  const offerSchedules = readAllUints(piece(tags.offerSchedules));
  checkBelow(offerSchedules, schedules.length, 'schedule');
  const ranks = new Uint32Array(readSteps(piece(tags.ranks), size, 0, size - 1).buffer);
  const texts = new Map<string, TextColumn>();
  for (const column of textColumns) {
    const read = TextColumn.read(column, size);
    texts.set(read.field, read);
  }
  return {
    head: readHead(readUtf8(piece(tags.head))),
    size,
    ids: SortedIds.read(piece(tags.ids), size),
    ranks,
    places: placesOf(ranks),
    lngs: readSteps(piece(tags.lngs), size, -180 * perDegree, 180 * perDegree),
    lats: readSteps(piece(tags.lats), size, -90 * perDegree, 90 * perDegree),
    codes,
    bits,
    kinds: planes(tags.kinds),
    statuses: planes(tags.statuses),
    texts,
    numbers: new Map(numberColumns.map((column) => readNumbers(column, size))),
    schedules,
    scheduleOf: planes(tags.scheduleOf),
    offerLists,
    offersOf: planes(tags.offersOf),
    offerSchedules,
  };
}

const nothing: Uint8Array = new Uint8Array(0);

function checkBelow(values: Uint32Array, count: number, what: string): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i]! >= count) throw new InvalidPackError(`a ${what} of no known number`);
  }
}

/** Where each rank is; each is there once. */
function placesOf(ranks: Uint32Array): Uint32Array {
  const places = new Uint32Array(ranks.length);
  for (let place = 1; place < ranks.length; place++) {
    const rank = ranks[place]!;
    if (places[rank] !== 0) throw new InvalidPackError('an id that two stations have');
    places[rank] = place;
  }
  if (ranks.length > 0 && places[ranks[0]!] !== 0)
    throw new InvalidPackError('an id that two stations have');
  return places;
}

function readNumbers(bytes: Uint8Array, size: number): [string, Planes] {
  let field = '';
  let values: Uint8Array = nothing;
  readMessage(bytes, (tag, value) => {
    if (tag === ofNumbers.field) field = value.text();
    else if (tag === ofNumbers.values) values = value.bytes();
  });
  return [field, new Planes(values, size)];
}
