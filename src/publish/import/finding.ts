import type { Origin } from './draft';

/**
 * `error`: the row is not in the dataset, or a rider would be led astray. `warning`: somebody should look.
 * `note`: understood differently from how it was written.
 */
export type Severity = 'error' | 'warning' | 'note';

/** One line of the report: something that a clerk may act on. */
export interface Finding {
  readonly severity: Severity;
  /** Stable, for programs: `no-position`, `probable-duplicate`, `hours-unreadable`, … */
  readonly code: string;
  readonly origin: Origin;
  /** Where the other row stands, for what takes two. */
  readonly other?: Origin | undefined;
  /** The header as written in the sheet. */
  readonly column?: string | undefined;
  /** The value as written. */
  readonly value?: string | undefined;
  /** What the words of the code need: names, distances in metres, what was expected. */
  readonly details?: Readonly<Record<string, string | number>> | undefined;
  /** What to write instead, where that can be told; ready to paste. */
  readonly suggestion?: string | undefined;
  /** The id of the station the row became, if it did. */
  readonly stationId?: string | undefined;
}
