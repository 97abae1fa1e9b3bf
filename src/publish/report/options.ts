import type { ReportLocale } from './report-locale';

/** The border of a district, to be drawn under the points. */
export interface ReportOutline {
  readonly name: string;
  /** Rings of `[lng, lat]` in WGS-84, in degrees; outer rings and holes alike, for only their lines are drawn. */
  readonly rings: readonly (readonly (readonly [lng: number, lat: number])[])[];
}

/** What {@link reportHtml} is told beside the report. */
export interface ReportHtmlOptions {
  /**
   * The language that the page opens in; its reader can switch. Default: `zh` where a file, a sheet or a header is
   * named in Chinese, else `en`.
   */
  readonly locale?: ReportLocale | undefined;
  /** The page's heading, such as the dataset's name; said in the page's language when left out. */
  readonly title?: string | undefined;
  /** When the import ran; given, not asked of the clock, so that the same report gives the same page. */
  readonly generatedAt: Date;
  /** Drawn under the points. Default: none. */
  readonly outlines?: readonly ReportOutline[] | undefined;
  /**
   * What the file with all findings is called, for the line that says where the rest is. Default `report.csv`.
   */
  readonly csvName?: string | undefined;
}

/** What {@link reportCsv} is told beside the report. */
export interface ReportCsvOptions {
  /**
   * The language of the headers and of what is said. Default: `zh` where a file, a sheet or a header is named in
   * Chinese, else `en`.
   */
  readonly locale?: ReportLocale | undefined;
}
