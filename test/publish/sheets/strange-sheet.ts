/** One row that must come out: its name, where it is, and whatever else is to be looked at. */
interface Expected {
  readonly name: string;
  /** Degrees of WGS-84, or as in `crs` of the sheet; `undefined`: it has no position and is refused. */
  readonly at: readonly [lng: number, lat: number];
  readonly has?: Readonly<Record<string, unknown>>;
}

export interface StrangeSheet {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly encoding?: string;
  /** What the positions below are in. @default 'wgs84' */
  readonly crs?: 'wgs84' | 'gcj02' | 'bd09';
  readonly stations: readonly Expected[];
  /** Findings that must be among those told, as `code row`. */
  readonly told?: readonly string[];
  readonly withinMeters?: number;
}

/** Two places of Shanghai, for sheets that need any. */
export const people: readonly [number, number] = [121.4737, 31.2304];
export const bund: readonly [number, number] = [121.4901, 31.2405];
