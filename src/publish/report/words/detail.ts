import type { ReportLocale } from '../report-locale';
import { doubtsInChinese } from './doubt-words';
import { fieldName } from './field-name';

/** A detail as a person reads it: names instead of codes; what needs no translation as it is. */
export function detailInWords(key: string, value: string | number, locale: ReportLocale): string {
  if (typeof value === 'number') return numberInWords(key, value);
  if (key === 'crs' || key === 'stated') return crsNames.get(value) ?? value;
  if (key === 'field') return fieldName(value, locale);
  if (key === 'area') return areas[locale].get(value) ?? value;
  if (key === 'kind') return rowKinds[locale].get(value) ?? value;
  if (key === 'doubts' && locale === 'zh') {
    return value
      .split('; ')
      .map((doubt) => doubtsInChinese.get(doubt) ?? doubt)
      .join('；');
  }
  return value;
}

function numberInWords(key: string, value: number): string {
  if (key === 'confidence') return `${Math.round(value * 100)}%`;
  // No sheet knows a place to a tenth of a metre; other numbers may be degrees, of which 1e-6 is that.
  const places = key === 'meters' ? (value < 10 ? 1 : 0) : 6;
  return String(Number(value.toFixed(places)));
}

const crsNames: ReadonlyMap<string, string> = new Map([
  ['wgs84', 'WGS-84'],
  ['gcj02', 'GCJ-02'],
  ['bd09', 'BD-09'],
]);

const areas: Readonly<Record<ReportLocale, ReadonlyMap<string, string>>> = {
  zh: new Map([
    ['bounds', '声明的范围'],
    ['districts', '各区的边界'],
    ['others', '其他各行所在的范围'],
  ]),
  en: new Map([
    ['bounds', 'the declared area'],
    ['districts', 'the outlines of all districts'],
    ['others', 'where all other rows are'],
  ]),
};

/** What a row is that is no station. */
const rowKinds: Readonly<Record<ReportLocale, ReadonlyMap<string, string>>> = {
  zh: new Map([
    ['repeated-header', '重复的表头'],
    ['total', '合计'],
    ['note', '备注'],
    ['section', '小标题'],
    ['untagged', '没有标签的点'],
  ]),
  en: new Map([
    ['repeated-header', 'the header once more'],
    ['total', 'a total'],
    ['note', 'a remark'],
    ['section', 'a heading'],
    ['untagged', 'a point without tags'],
  ]),
};
