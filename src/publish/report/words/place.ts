import type { Origin } from '../../import/draft';
import type { ReportLocale } from '../report-locale';

/** Where a row stands, in words: `驿站.xlsx · Sheet1 · 第 12 行`; only the row when `beside` is of the same table. */
export function placeOf(origin: Origin, locale: ReportLocale, beside?: Origin): string {
  const same = beside?.file === origin.file && beside.sheet === origin.sheet;
  const table = same ? [] : [origin.file, ...(origin.sheet === undefined ? [] : [origin.sheet])];
  // Row 0 is the table as a whole.
  const row = locale === 'zh' ? `第 ${origin.row} 行` : `row ${origin.row}`;
  const whole = locale === 'zh' ? '整张表' : 'the whole table';
  return [...table, origin.row === 0 ? whole : row].join(' · ');
}
