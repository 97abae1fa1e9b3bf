/*
 * What an import has to say, for people. Both reports come in parts, to be written one after the other
 * (`writeFile` of node:fs/promises takes them as they are): a million findings never are one string.
 */
export type { ReportCsvOptions, ReportHtmlOptions, ReportOutline } from './options';
export { reportCsv } from './report-csv';
export { reportHtml } from './report-html';
export { localeOf, type ReportLocale } from './report-locale';
export { describeFinding } from './words';
