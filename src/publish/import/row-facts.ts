import type { Crs } from '../../geo/crs';
import { TextPool } from './text-pool';

/** What became of a row. */
export const isStation = 0;
export const isRefused = 1;

export const unknownDecimals = 255;

const crsCodes: readonly (Crs | undefined)[] = [undefined, 'wgs84', 'gcj02', 'bd09'];

/** What is kept of a row while all are compared with each other; the rest waits in the spool. */
export interface RowFact {
  readonly table: number;
  /** As the clerk's program numbers it. */
  readonly row: number;
  readonly state: number;
  readonly lng: number;
  readonly lat: number;
  readonly decimals: number;
  readonly crs: Crs | undefined;
  /** Six digits; 0 for none. */
  readonly district: number;
  /** A hash of the kind; 0 for none or `other`. */
  readonly kind: number;
  /** Days since 1970; 0 for never. */
  readonly verified: number;
  /** A hash of the telephone's digits; 0 for none. */
  readonly phone: number;
  /** A hash of everything the row says. */
  readonly content: number;
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** The facts of many rows in typed arrays, about 110 bytes a row besides its texts. */
export class RowFacts {
  size = 0;
  table = new Uint16Array(1024);
  row = new Uint32Array(1024);
  state = new Uint8Array(1024);
  /** As written, until they are found to be swapped. */
  lng = new Float64Array(1024);
  lat = new Float64Array(1024);
  decimals = new Uint8Array(1024);
  /** 1 where an earlier row says the same, cell by cell. */
  isRepeat = new Uint8Array(1024);
  district = new Uint32Array(1024);
  kind = new Float64Array(1024);
  verified = new Int32Array(1024);
  phone = new Float64Array(1024);
  content = new Float64Array(1024);
  /** In WGS-84, once the CRS is known. */
  wgsLng = new Float64Array(1024);
  wgsLat = new Float64Array(1024);
  private crsCode = new Uint8Array(1024);
  /** The official one, where the source has one. */
  readonly ids = new TextPool();
  readonly names = new TextPool();
  readonly addresses = new TextPool();

  add(fact: RowFact): number {
    const at = this.size++;
    if (at === this.table.length) this.grow();
    this.table[at] = fact.table;
    this.row[at] = fact.row;
    this.state[at] = fact.state;
    this.lng[at] = fact.lng;
    this.lat[at] = fact.lat;
    this.decimals[at] = fact.decimals;
    this.crsCode[at] = crsCodes.indexOf(fact.crs);
    this.district[at] = fact.district;
    this.kind[at] = fact.kind;
    this.verified[at] = fact.verified;
    this.phone[at] = fact.phone;
    this.content[at] = fact.content;
    this.ids.add(fact.id);
    this.names.add(fact.name);
    this.addresses.add(fact.address);
    return at;
  }

  isStation(at: number): boolean {
    return this.state[at] === isStation;
  }

  crsOf(at: number): Crs | undefined {
    return crsCodes[this.crsCode[at]!];
  }

  setCrs(at: number, crs: Crs): void {
    this.crsCode[at] = crsCodes.indexOf(crs);
  }

  /** The numbers of the rows that are stations, in the order they came. */
  stations(): Uint32Array {
    const numbers = new Uint32Array(this.size);
    let count = 0;
    for (let at = 0; at < this.size; at++) if (this.isStation(at)) numbers[count++] = at;
    return numbers.subarray(0, count);
  }

  private grow(): void {
    const length = 2 * this.table.length;
    const into = <T extends { set(from: T): void }>(wider: T, old: T): T => {
      wider.set(old);
      return wider;
    };
    this.table = into(new Uint16Array(length), this.table);
    this.row = into(new Uint32Array(length), this.row);
    this.state = into(new Uint8Array(length), this.state);
    this.lng = into(new Float64Array(length), this.lng);
    this.lat = into(new Float64Array(length), this.lat);
    this.isRepeat = into(new Uint8Array(length), this.isRepeat);
    this.decimals = into(new Uint8Array(length), this.decimals);
    this.district = into(new Uint32Array(length), this.district);
    this.kind = into(new Float64Array(length), this.kind);
    this.verified = into(new Int32Array(length), this.verified);
    this.phone = into(new Float64Array(length), this.phone);
    this.content = into(new Float64Array(length), this.content);
    this.wgsLng = into(new Float64Array(length), this.wgsLng);
    this.wgsLat = into(new Float64Array(length), this.wgsLat);
    this.crsCode = into(new Uint8Array(length), this.crsCode);
  }
}
