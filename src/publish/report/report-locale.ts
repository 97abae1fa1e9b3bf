/** The languages that reports are written in. */
export type ReportLocale = 'zh' | 'en';
