import type { YearDays } from './meaning';
import type { Span } from './spans';

/** Which days a clause is for; several kinds together are all of these days. */
export interface DaySet {
  readonly days: number;
  /** Not on public holidays (工作日). */
  readonly work?: boolean;
  readonly holidays?: 'public' | 'lax' | 'taiwan';
  /** Holidays by another calendar (春节): they can be named, not computed. */
  readonly feast?: boolean;
  readonly nths?: readonly number[];
}

/** How far an element stands from the one before. */
export const gaps = { none: 0, paren: 1, comma: 2, break: 3 } as const;

type Statement = 'closed' | 'asUsual' | 'except' | 'exceptAfter';

/** What a clause is made of. */
export type Element = (
  | { readonly kind: 'days'; readonly set: DaySet }
  | { readonly kind: 'dates'; readonly dates: readonly YearDays[] }
  | { readonly kind: 'times'; readonly spans: readonly Span[] }
  | { readonly kind: Statement }
  /** At noon, where two spans may show it already. */
  | { readonly kind: 'noonBreak' }
  | { readonly kind: 'others'; readonly of?: 'days' | 'year' }
  | { readonly kind: 'season' | 'allYear' | 'exceptEnd' | 'included' }
) & {
  readonly gap: number;
  /** Where it stands in the normalised text. */
  readonly start: number;
  readonly end: number;
};

export function unite(a: DaySet, b: DaySet): DaySet {
  const holidays = a.holidays ?? b.holidays;
  return {
    days: a.days | b.days,
    ...(a.work || b.work ? { work: true } : {}),
    ...(holidays === undefined ? {} : { holidays }),
    ...(a.feast || b.feast ? { feast: true } : {}),
    ...((a.nths ?? b.nths) === undefined ? {} : { nths: (a.nths ?? b.nths)! }),
  };
}
