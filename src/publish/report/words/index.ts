import type { Finding } from '../../import/finding';
import type { ReportLocale } from '../report-locale';
import { cellWords } from './cell-words';
import { fill } from './fill';
import { positionWords } from './position-words';
import { stationWords } from './station-words';
import { tableWords } from './table-words';
import type { Wording } from './wording';

const known: ReadonlyMap<string, Wording> = new Map([
  ...positionWords,
  ...cellWords,
  ...stationWords,
  ...tableWords,
]);

/**
 * One plain sentence (at times two) about a finding: what is wrong, and what to do. A code that has no
 * words yet is shown as it is, with what it carries.
 *
 * @example
 * const origin = { file: 'huangpu.csv', row: 5 };
 * describeFinding({ severity: 'error', code: 'no-position', origin }, 'zh'); // '没有坐标，这一行未进入数据集；请补上经度和纬度。'
 */
export function describeFinding(finding: Finding, locale: ReportLocale): string {
  const says = known.get(finding.code)?.says[locale];
  return says === undefined ? withoutWords(finding, locale) : fill(says, finding, locale);
}

/** What a code is called in a list: a few words, or the code itself. */
export function codeName(code: string, locale: ReportLocale): string {
  return known.get(code)?.name[locale] ?? code;
}

/** Says what there is, and leaves it to a person. */
function withoutWords(finding: Finding, locale: ReportLocale): string {
  const details = Object.keys(finding.details ?? {}).map((key) => `${key} {${key}}`);
  const listed = details.length === 0 ? '' : ` (${details.join(', ')})`;
  const says =
    locale === 'zh'
      ? `发现 ${finding.code}[，所在列“{column}”][，值“{value}”]${listed}，请核对这一行。`
      : `Found ${finding.code}[ in column “{column}”][, value “{value}”]${listed}: please check this row.`;
  return fill(says, finding, locale);
}

/** The codes that have words, for the test that every code has. */
export const wordedCodes: ReadonlyMap<string, Wording> = known;
