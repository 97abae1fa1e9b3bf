import type { ImportReport } from '../import/import-report';

/** The languages that reports are written in. */
export type ReportLocale = 'zh' | 'en';

/** The language of who made the sheets: Chinese where a file, a sheet or a header is named in Chinese. */
export function localeOf({ tables }: ImportReport): ReportLocale {
  const han = /\p{Script=Han}/u;
  const isChinese = tables.some(
    ({ file, sheet = '', columns }) =>
      han.test(sheet) || han.test(file) || columns.some(({ header }) => han.test(header)),
  );
  return isChinese ? 'zh' : 'en';
}
