import type { CollectionFacts } from '../../dataset/geojson';
import type { Crs } from '../../geo/crs';
import type { Draft, Origin } from './draft';
import type { Finding } from './finding';
import type { TableReading } from './import-report';
import type { Mapping } from './mapping';
import type { Taking } from './tables/decode';
import type { TableFormat } from './tables/formats';

/** How to read a file; what is not given is detected. */
export interface ReadOptions {
  /** What text is encoded in: any label that `TextDecoder` knows, such as `gb18030` or `big5`. */
  readonly encoding?: string | undefined;
  /** The sheet of a workbook, by name or by number from 1. @default every sheet with a table of stations */
  readonly sheet?: string | number | undefined;
  /** What columns and values mean, where guessing gets it wrong. */
  readonly mapping?: Mapping | undefined;
  readonly format?: TableFormat | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How far reading has come; `totalBytes` where the size is known beforehand. */
export interface ReadProgress {
  readonly file: string;
  readonly bytes?: number | undefined;
  readonly totalBytes?: number | undefined;
  readonly rows: number;
}

/** One table on its way in: what it says of itself, and its rows. */
export interface Table {
  readonly facts: Omit<TableReading, 'rows' | 'placed' | 'crs'>;
  /** What the file or its headers state that positions are in: `yizhan.crs`, 经度(GCJ02). */
  readonly crs: Crs | undefined;
  /** What our own GeoJSON states besides; not checked yet. */
  readonly head: Omit<CollectionFacts, 'crs'>;
  /** About the table as a whole: titles above the header, columns that hold each other's values. */
  readonly findings: readonly Finding[];
  /** Where its header is, from 1; 0: none. Of two lines the last. Missing where there can be none, as in JSON. */
  readonly headerRow?: number | undefined;
  /** Streams; may be called again, which reads again. */
  rows(): AsyncIterable<ReadRow>;
}

/** One row that is not blank. Without a draft it is no station, and a finding says why. */
export interface ReadRow {
  readonly origin: Origin;
  readonly draft: Draft | undefined;
  readonly findings: readonly Finding[];
}

/** What of the options every kind of table needs, checked. */
export interface Reading {
  readonly path: string;
  readonly mapping: Mapping;
  readonly sheet: string | number | undefined;
  readonly encoding: string | undefined;
  /** Counts what is taken; `bytes` are those of the last pass over the file. */
  readonly progress: Progress;
  /** For a pass that reads no rows. */
  readonly quiet: Taking;
}

/** Tells how far reading has come, at most once for each quarter of a megabyte or thousand rows. */
export class Progress implements Taking {
  private rows = 0;
  private bytes: number | undefined;

  constructor(
    private readonly file: string,
    private readonly totalBytes: number | undefined,
    private readonly tell: ReadOptions['onProgress'],
    readonly signal: AbortSignal | undefined,
  ) {}

  onBytes(bytes: number): void {
    this.bytes = bytes;
    this.report();
  }

  onRow(): void {
    this.rows++;
    if (this.rows % 1000 !== 0) return;
    this.signal?.throwIfAborted();
    this.report();
  }

  private report(): void {
    const { file, bytes, totalBytes, rows } = this;
    this.tell?.({ file, bytes, totalBytes, rows });
  }
}
