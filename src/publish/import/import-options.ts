import type { Crs } from '../../geo/crs';
import type { ReadOptions } from './read-drafts';

/** How far an import has come. */
export interface ImportProgress {
  readonly phase: 'reading' | 'checking' | 'writing';
  /** What is being read. */
  readonly file?: string | undefined;
  readonly rows: number;
  readonly bytes?: number | undefined;
  readonly totalBytes?: number | undefined;
}

/** Takes the dataset's text, part by part. It waits for what is returned. */
export interface TextSink {
  write(text: string): unknown;
}

export interface ImportOptions extends Omit<ReadOptions, 'onProgress'> {
  /**
   * Where the dataset goes, as GeoJSON: a file, which appears whole or not at all, or whoever takes the text.
   * @default nowhere: the import only reports
   */
  readonly out?: string | TextSink | undefined;
  /** What all positions are in, whatever the tables state. @default as stated, else judged from evidence */
  readonly crs?: Crs | undefined;
  /**
   * What the dataset's positions are in.
   * @default that of `previous`; else that of the tables when they agree, else `gcj02`
   */
  readonly outCrs?: Crs | undefined;
  /** A GeoJSON file with the outline of each district, by its six-digit code. */
  readonly districts?: string | undefined;
  /** What the outlines are in. @default what the file states, else `gcj02`, as Chinese outlines are */
  readonly districtsCrs?: Crs | undefined;
  /** How far outside its district's outline a station may lie. @default 1,000 metres */
  readonly districtToleranceMeters?: number | undefined;
  /** `[west, south, east, north]` in degrees of WGS-84: where the stations should be. */
  readonly bounds?: readonly [number, number, number, number] | undefined;
  /** The dataset as it was before, whose ids stay. */
  readonly previous?: string | undefined;
  /** The day of the import, `YYYY-MM-DD`, for what is out of date. @default today, UTC */
  readonly today?: string | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}
