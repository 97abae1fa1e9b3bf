import { InvalidPackError } from '../../errors';
import { type Crs, convertChecked } from '../../geo/crs';
import type { LngLat } from '../../geo/position';
import { freezeAll, isPlainObject } from '../copy';
import { unknownSchedule } from '../schedule/clip';
import type { Schedule } from '../schedule/schedule';
import { fieldNames, type Offer, type Station, statuses } from '../station';
import type { StationSource } from '../station-source';
import { codeLists, everyoneBit } from './codes';
import { type PackRow, perDegree } from './content';
import { jsonFields, valueAs } from './fields';
import { readOffers } from './offers';
import type { Pack } from './read-pack';
import { readSchedule } from './schedules';

/** How finely positions are given out in another CRS than the publisher's: 1.1 cm, as finely as they are kept. */
const finest = 7;

/**
 * The stations of a pack, in the order of their ids, each made when somebody first asks for it.
 *
 * @throws InvalidPackError, every method, where the pack turns out to hold what no station has
 */
export class PackedStations implements StationSource {
  readonly size: number;
  private readonly stations: (Station | undefined)[];
  private readonly schedules: (Schedule | undefined)[];
  /** By item with offers: where its offers' schedules begin. Made by the first who asks. */
  private offerStarts: ReadonlyMap<number, number> | undefined;
  private readonly offered = new WeakMap<Offer, Schedule>();
  private readonly scale: number;

  constructor(
    private readonly pack: Pack,
    /** What positions are given out in. */
    private readonly crs: Crs,
  ) {
    const { size, head } = pack;
    this.size = size;
    this.stations = new Array<Station | undefined>(size);
    this.schedules = new Array<Schedule | undefined>(pack.schedules.length);
    this.scale = 10 ** (crs === head.crs ? head.decimals : finest);
  }

  at(item: number): Station {
    this.stations[item] ??= this.make(item);
    return this.stations[item]!;
  }

  /** Rounded to the publisher's decimals in the publisher's CRS, which gives back what was published. */
  positionOf(item: number): LngLat {
    const { places, lngs, lats } = this.pack;
    const place = places[item]!;
    const exact = { lng: lngs[place]! / perDegree, lat: lats[place]! / perDegree };
    if (this.crs === 'wgs84') return exact;
    const { lng, lat } = convertChecked(exact, 'wgs84', this.crs);
    const { scale } = this;
    return { lng: Math.round(lng * scale) / scale, lat: Math.round(lat * scale) / scale };
  }

  districtOf(item: number): string | undefined {
    return this.pack.texts.get('district')?.at(item);
  }

  itemOf(id: string): number {
    return this.pack.ids.rankOf(id);
  }

  scheduleOf(item: number): Schedule {
    return this.schedule(this.pack.scheduleOf.at(item));
  }

  offerScheduleOf(_: Station, offer: Offer): Schedule {
    return this.offered.get(offer)!;
  }

  /** A pack has schedules of its own stations, and text for people: of any other nothing is known. */
  scheduleOfOther(): Schedule {
    return unknownSchedule;
  }

  /** A station as the pack holds it. */
  rowOf(item: number): PackRow {
    const place = this.pack.places[item]!;
    const station = this.at(item);
    return {
      station,
      lng: this.pack.lngs[place]!,
      lat: this.pack.lats[place]!,
      schedule: this.scheduleOf(item),
      offerSchedules: new Map(
        (station.offers ?? []).map((offer) => [offer, this.offered.get(offer)!]),
      ),
    };
  }

  private schedule(number: number): Schedule {
    const known = this.schedules[number];
    if (known !== undefined) return known;
    const schedule = readSchedule(found(this.pack.schedules[number], 'a schedule'));
    this.schedules[number] = schedule;
    return schedule;
  }

  private make(item: number): Station {
    const { ids, places, codes, kinds, texts, numbers, statuses: statusOf } = this.pack;
    const text = (name: string) => texts.get(name)?.at(item);
    const number = (name: string) => valueAs(numbers.get(name)?.at(item) ?? 0);
    const made: Record<string, unknown> = {
      id: ids.at(item),
      position: this.positionOf(item),
      kind: found(codes.kinds[kinds.at(places[item]!)], 'a kind'),
      ...this.codesOf(item),
      parking: members({
        ebike: number('parking.ebike'),
        car: number('parking.car'),
        truck: number('parking.truck'),
      }),
      providerIds: members({
        amap: text('providerIds.amap'),
        tencent: text('providerIds.tencent'),
        baidu: text('providerIds.baidu'),
      }),
      capacity: number('capacity'),
      beds: number('beds'),
      offers: this.offersOf(item),
      status: found(statuses[statusOf.at(item)], 'a status'),
    };
    for (const name of jsonFields) made[name] = readJson(name, text(name));
    const station: Record<string, unknown> = {};
    for (const name of fieldNames) {
      const value = name in made ? made[name] : text(name);
      if (value !== undefined) station[name] = value;
    }
    freezeAll(station);
    return station as unknown as Station;
  }

  private codesOf(item: number): Record<string, string[]> {
    const { codes, bits, places, size } = this.pack;
    const place = places[item]!;
    const lists: Record<string, string[]> = {};
    let bit = everyoneBit + 1;
    for (const name of codeLists) {
      lists[name] = codes[name].filter(() => {
        const byte = bits[(bit >> 3) * size + place]!;
        const has = (byte >> (bit & 7)) & 1;
        bit++;
        return has === 1;
      });
    }
    return lists;
  }

  /** New ones for each station: what looks alike may run by other hours. */
  private offersOf(item: number): readonly Offer[] | undefined {
    const { offerLists, offersOf, offerSchedules } = this.pack;
    const number = offersOf.at(item);
    if (number === 0) return undefined;
    this.offerStarts ??= this.startsOfOffers();
    const start = this.offerStarts.get(item)!;
    const offers = readOffers(found(offerLists[number - 1], 'an offer'));
    offers.forEach((offer, i) => {
      const schedule = offerSchedules[start + i];
      if (schedule === undefined) throw new InvalidPackError('an offer whose hours are missing');
      this.offered.set(offer, this.schedule(schedule));
    });
    return offers;
  }

  private startsOfOffers(): ReadonlyMap<number, number> {
    const { offerLists, offersOf } = this.pack;
    const lengths = offerLists.map((list) => readOffers(list).length);
    const starts = new Map<number, number>();
    let start = 0;
    for (let item = 0; item < this.size; item++) {
      const number = offersOf.at(item);
      if (number === 0) continue;
      starts.set(item, start);
      start += found(lengths[number - 1], 'an offer');
    }
    return starts;
  }
}

/** @throws InvalidPackError when it is not there */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new InvalidPackError(`the number of ${what} that is missing`);
  return value;
}

/** Nothing when none of them is there. */
function members(values: Record<string, unknown>): Record<string, unknown> | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function readJson(name: string, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InvalidPackError(`${name} that is not JSON`, { cause });
  }
  const isRight =
    name === 'photos'
      ? Array.isArray(value) && value.every((item) => typeof item === 'string')
      : isPlainObject(value);
  if (!isRight) throw new InvalidPackError(`${name} of another type`);
  return value;
}
