import type { DaySet, Element } from './elements';
import type { YearDays } from './meaning';
import type { Span } from './spans';

/** On these days, in these parts of the year: these spans, or none. */
export interface Clause {
  /** Missing: all year. */
  readonly dates?: readonly YearDays[];
  /** Missing: every day, where no other clause says something else. */
  readonly days?: DaySet;
  /** `without`: not in these spans (a break at noon); `asUsual`: as the rest. */
  readonly state: 'open' | 'closed' | 'without' | 'asUsual' | 'unknown';
  readonly spans?: readonly Span[];
  /** Where the words stand in the normalised text. */
  readonly start: number;
  readonly end: number;
}

/** A clause that is complete, or an element that still looks for its partner. */
export type Part =
  | Element
  | { readonly kind: 'clause'; readonly clause: Clause; readonly gap: number };
