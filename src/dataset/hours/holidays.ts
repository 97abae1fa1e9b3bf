/** What `PH` and `SH` mean, for as long as somebody has published it. */
export interface HolidayCalendar {
  /** The first day that the calendar speaks of, `YYYY-MM-DD`. Before it nobody knows what is a holiday. */
  readonly from: string;
  /** The last one, included. */
  readonly until: string;
  /** `PH`: days `2026-10-01`, or several in a row `2026-10-01/2026-10-07`. */
  readonly publicHolidays: readonly string[];
  /** `SH`, in the same form. Missing: nobody knows. */
  readonly schoolHolidays?: readonly string[] | undefined;
  /** Days of a weekend that are worked to make up for a holiday (调休), in the same form. */
  readonly workdays?: readonly string[] | undefined;
}
