import { districtName } from '../../import/values/districts';
import type { ReportLocale } from '../report-locale';
import { doubtsInChinese } from './doubt-words';
import { fieldName } from './field-name';

/** A detail as a person reads it: names instead of codes; what needs no translation as it is. */
export function detailInWords(key: string, value: string | number, locale: ReportLocale): string {
  if (key === 'meters') return distanceInWords(Number(value), locale);
  if (typeof value === 'number') return numberInWords(key, value);
  if (key === 'crs' || key === 'stated') return crsNames.get(value) ?? value;
  if (key === 'field') return fieldName(value, locale);
  if (key === 'district' || key === 'found') return districtInWords(value, locale);
  if (key === 'area') return areas[locale].get(value) ?? value;
  if (key === 'kind') return rowKinds[locale].get(value) ?? value;
  if (key === 'doubts') return doubtsInWords(value.split('; '), locale);
  return value;
}

function numberInWords(key: string, value: number): string {
  if (key === 'confidence') return `${Math.round(value * 100)}%`;
  // Numbers may be degrees, of which 1e-6 is a tenth of a metre.
  return String(Number(value.toFixed(6)));
}

/** No sheet knows a place to a tenth of a metre, and nobody counts metres to another city. */
function distanceInWords(meters: number, locale: ReportLocale): string {
  const [metres, kilometres] = locale === 'zh' ? ['米', '公里'] : ['m', 'km'];
  if (meters >= 10_000) return `${Math.round(meters / 1000)} ${kilometres}`;
  return `${Number(meters.toFixed(meters < 10 ? 1 : 0))} ${metres}`;
}

/** By its name, which is what the sheet says; who reads no Chinese has the code beside it. */
function districtInWords(code: string, locale: ReportLocale): string {
  const name = districtName(code);
  if (name === undefined) return code;
  return locale === 'zh' ? name : `${code} (${name})`;
}

/** Two doubts say enough: what is wrong with a cell is seen by looking at it. */
function doubtsInWords(doubts: readonly string[], locale: ReportLocale): string {
  const [first, more] = [doubts.slice(0, 2), doubts.length > 2];
  if (locale === 'en') return first.join('; ') + (more ? '; …' : '');
  return first.map((doubt) => doubtsInChinese.get(doubt) ?? doubt).join('；') + (more ? '等' : '');
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
