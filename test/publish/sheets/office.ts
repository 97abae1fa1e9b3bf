import gcoord from 'gcoord';
import type { StationRecord } from '../../../src/dataset/station';
import type { Crs } from '../../../src/geo/crs';
import type { LngLat } from '../../../src/geo/position';

/** What one district office sends. */
export interface Office {
  readonly district: string;
  readonly file: string;
  readonly encoding?: 'utf8' | 'gb18030' | 'utf-16le';
  readonly separator?: ',' | '\t' | ';';
  readonly crs: Crs;
  /** Without it nothing in the file says what the positions are in. */
  readonly saysCrs: boolean;
  /** How far rounding, and the way to this CRS and back, may carry a station. */
  readonly withinMeters: number;
  /** Rows above the header. */
  readonly top?: readonly (readonly unknown[])[];
  /** A line above the names of the columns, by what it says of groups of them. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly columns: readonly OfficeColumn[];
  /** Which fields its columns give for every station, as they are in the sample. */
  readonly tells: readonly (keyof StationRecord)[];
  /** Rows below the last station. */
  readonly bottom?: (count: number) => readonly (readonly unknown[])[];
  /** What stands before a station's row: the heading of a part, a blank line. */
  readonly between?: (at: number) => readonly (readonly unknown[])[];
  /** A second sheet with the rest of the stations. */
  readonly splitAt?: number;
  readonly hasInstructions?: boolean;
  /** A column, by its header, whose equal neighbours are merged into one cell. */
  readonly merged?: string;
}

export type OfficeColumn = readonly [header: string, cell: (row: OfficeRow) => unknown];

interface OfficeRow {
  readonly record: StationRecord;
  /** In the CRS of the office. */
  readonly position: LngLat;
  /** From 1. */
  readonly number: number;
}

const gcoordNames = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** The sample's positions are in GCJ-02; gcoord, not our own conversion, takes them elsewhere. */
export function convert({ lng, lat }: LngLat, from: Crs, to: Crs): LngLat {
  if (from === to) return { lng, lat };
  const [x, y] = gcoord.transform([lng, lat], gcoordNames[from], gcoordNames[to]);
  return { lng: x!, lat: y! };
}

/** A degree with minutes and seconds, to the hundredth: 0.3 m. */
export function toDms(degrees: number): string {
  const hundredths = Math.round(degrees * 360_000);
  const seconds = (hundredths % 6000) / 100;
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `${Math.floor(hundredths / 360_000)}°${minutes}′${seconds}″`;
}

export function toWide(text: string): string {
  return text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}
