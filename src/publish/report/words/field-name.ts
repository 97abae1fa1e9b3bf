import { labelOf, type VocabularyName } from '../../../dataset/vocabulary';
import type { ReportLocale } from '../report-locale';

/** What the fields of a station are called by a person: in Chinese, in English. */
const names = new Map<string, readonly [zh: string, en: string]>(
  Object.entries({
    id: ['编号', 'id'],
    name: ['名称', 'name'],
    nameEn: ['英文名称', 'English name'],
    position: ['坐标', 'position'],
    lng: ['经度', 'longitude'],
    lat: ['纬度', 'latitude'],
    address: ['地址', 'address'],
    directions: ['怎么走', 'directions'],
    kind: ['类型', 'kind'],
    programme: ['项目', 'programme'],
    host: ['单位', 'host'],
    district: ['区县', 'district'],
    services: ['服务', 'services'],
    audiences: ['服务对象', 'audiences'],
    access: ['进入方式', 'access'],
    hours: ['开放时间', 'opening hours'],
    hoursText: ['开放时间（文字）', 'opening hours (text)'],
    phone: ['电话', 'phone'],
    capacity: ['容纳人数', 'capacity'],
    parking: ['停车', 'parking'],
    beds: ['床位', 'beds'],
    photos: ['照片', 'photos'],
    offers: ['资源', 'offers'],
    providerIds: ['地图编号', 'map ids'],
    status: ['状态', 'status'],
    verifiedAt: ['核实日期', 'verified on'],
    updatedAt: ['更新日期', 'updated on'],
    source: ['来源', 'source'],
    extra: ['附加信息', 'extra'],
    opens: ['开门时间', 'opens at'],
    closes: ['关门时间', 'closes at'],
    days: ['开放日', 'open on'],
    'always-open': ['24 小时开放', 'always open'],
    'hours-workdays': ['工作日时间', 'hours on workdays'],
    'hours-weekend': ['周末时间', 'hours on weekends'],
    'hours-holidays': ['节假日时间', 'hours on holidays'],
    'hours-summer': ['夏季时间', 'hours in summer'],
    'hours-winter': ['冬季时间', 'hours in winter'],
    'hours-note': ['开放时间说明', 'note on hours'],
    'running-number': ['序号', 'running number'],
  }),
);

const vocabularyOf = new Map<string, VocabularyName>([
  ['service', 'services'],
  ['audience', 'audiences'],
  ['access', 'access'],
  ['kind', 'kinds'],
]);

/** What a field is called, `service:toilet` by the vocabulary; a field of no such name as itself; '' for none. */
export function fieldName(field: string | undefined, locale: ReportLocale): string {
  if (field === undefined) return '';
  const [prefix = '', code] = field.split(':');
  const vocabulary = vocabularyOf.get(prefix);
  if (code !== undefined && vocabulary !== undefined) {
    const yesNo = locale === 'zh' ? '有无：' : 'has: ';
    return `${yesNo}${labelOf(vocabulary, code, locale)}`;
  }
  return names.get(field)?.[locale === 'zh' ? 0 : 1] ?? field;
}
