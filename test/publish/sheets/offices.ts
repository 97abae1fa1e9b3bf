import type { StationRecord } from '../../../src/dataset/station';
import * as hours from './hours-styles';
import { type Office, type OfficeColumn, toDms, toWide } from './office';
import * as words from './office-words';

type Text = 'name' | 'address' | 'host' | 'phone' | 'district' | 'nameEn' | 'directions';

const text = (header: string, field: Text): OfficeColumn => [
  header,
  ({ record }) => record[field] ?? '',
];
const number: OfficeColumn = ['序号', (row) => row.number];
const kind = (header: string): OfficeColumn => [
  header,
  ({ record }) => words.kindWords[record.kind ?? 'other'],
];
const list = (
  header: string,
  field: 'services' | 'access' | 'audiences',
  table: words.Words,
  separator: string,
): OfficeColumn => [
  header,
  ({ record }) => (record[field] ?? []).map((code) => table[code]).join(separator),
];
const open = (header: string, style: hours.HoursStyle): OfficeColumn => [
  header,
  ({ record }) => (record.hours === undefined ? '' : style(record.hours)),
];
const degrees = (header: string, axis: 'lng' | 'lat', places = 6): OfficeColumn => [
  header,
  ({ position }) => Number(position[axis].toFixed(places)),
];
const yesNo = (
  table: words.Words,
  yes: string | number,
  no: string | number,
  around: (word: string) => string = (word) => word,
): OfficeColumn[] =>
  Object.entries(table).map(([code, word]) => [
    around(word),
    ({ record }) => (record.services?.some((one) => one === code) ? yes : no),
  ]);
const pair = (
  header: string,
  order: readonly ('lng' | 'lat')[],
  separator: string,
): OfficeColumn => [
  header,
  ({ position }) => order.map((axis) => position[axis].toFixed(6)).join(separator),
];
/** Among others in one list, for its type. */
const column = (header: string, cell: OfficeColumn[1]): OfficeColumn => [header, cell];
const status: OfficeColumn = [
  '运营状态',
  ({ record }) =>
    ({ active: '正常', suspended: '暂停', planned: '筹建中' })[record.status ?? 'active'],
];
const phone = (header: string, style: (phone: string) => string): OfficeColumn => [
  header,
  ({ record }) => (record.phone === undefined ? '/' : style(record.phone)),
];
/** The road of an address, which comes again and again. */
const road = ({ address = '' }: StationRecord) => /区(.*?[路街道弄])/.exec(address)?.[1] ?? '';

const usual = ['name', 'kind', 'services', 'hours'] as const;

/** Sixteen offices that never spoke to each other. */
export const offices: readonly Office[] = [
  {
    ...{ district: '310101', file: '黄浦区骑手友好驿站汇总表.xlsx', crs: 'gcj02', saysCrs: true },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'phone', 'district'] },
    top: [
      ['黄浦区骑手友好驿站汇总表（2026年）'],
      ['填报单位：黄浦区总工会　　填报日期：2026年11月20日'],
    ],
    columns: [
      ...[number, text('驿站名称', 'name'), kind('阵地类型'), text('详细地址', 'address')],
      ...[degrees('经度（GCJ-02）', 'lng'), degrees('纬度（GCJ-02）', 'lat')],
      list('服务项目', 'services', words.serviceWords, '、'),
      ...[open('开放时间', hours.plainZh), phone('联系电话', (one) => one)],
    ],
    bottom: (count) => [['合计', `${count}个`]],
    hasInstructions: true,
  },
  {
    ...{ district: '310104', file: '徐汇.csv', encoding: 'gb18030', crs: 'bd09', saysCrs: true },
    ...{ withinMeters: 2, tells: [...usual, 'access', 'address', 'district', 'audiences'] },
    columns: [
      ...[text('站点名称', 'name'), column('所属区', () => '徐汇区'), text('站点地址', 'address')],
      ...[pair('站点经纬度（百度）', ['lng', 'lat'], ','), kind('站点类型')],
      list('设施设备', 'services', words.otherServiceWords, '，'),
      list('进入方式', 'access', words.accessWords, '、'),
      list('服务对象', 'audiences', words.audienceWords, '、'),
      open('营业时间', hours.dailyZh),
    ],
  },
  {
    ...{
      district: '310105',
      file: '长宁区_阵地表.csv',
      encoding: 'utf8',
      crs: 'wgs84',
      saysCrs: true,
    },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district', 'phone'] },
    columns: [
      ...[text('阵地名称', 'name'), text('所属区县', 'district'), kind('类别')],
      ...[text('地址', 'address'), degrees('WGS84经度', 'lng'), degrees('WGS84纬度', 'lat')],
      ...yesNo(words.serviceWords, '√', ''),
      ...[open('服务时间', hours.spokenZh), phone('电话', (one) => one.replace('-', ' '))],
    ],
  },
  {
    ...{ district: '310106', file: '静安驿站（各街道上报）.xlsx', crs: 'gcj02', saysCrs: true },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district', 'access'] },
    top: [['静安区户外职工驿站一览表'], [], ['坐标系：GCJ-02（高德地图拾取）']],
    columns: [
      ...[number, column('所在道路', ({ record }) => road(record)), text('名称', 'name')],
      ...[kind('类型'), degrees('纬度', 'lat'), degrees('经度', 'lng'), text('地址', 'address')],
      list('配套设施', 'services', words.serviceWords, '；'),
      ...[open('开放时间', hours.linesZh), list('开门方式', 'access', words.accessWords, '/')],
    ],
    merged: '所在道路',
  },
  {
    ...{ district: '310107', file: '普陀区驛站.tsv', encoding: 'utf-16le', separator: '\t' },
    ...{ crs: 'gcj02', saysCrs: true, withinMeters: 2, tells: [...usual, 'phone', 'district'] },
    columns: [
      ...[text('驛站名稱', 'name'), kind('類型'), degrees('高德經度', 'lng')],
      ...[degrees('高德緯度', 'lat'), open('開放時間', hours.wideZh), phone('聯絡電話', toWide)],
      list('服務項目', 'services', words.traditionalServiceWords, '、'),
    ],
  },
  {
    ...{ district: '310109', file: 'hongkou-stations.csv', encoding: 'utf8', separator: ';' },
    ...{ crs: 'wgs84', saysCrs: true, withinMeters: 2 },
    tells: [...usual, 'nameEn', 'access', 'address', 'phone', 'district'],
    columns: [
      ...[text('Name', 'name'), text('Name (English)', 'nameEn'), kind('Type')],
      ...[text('District', 'district'), text('Address', 'address')],
      ...[degrees('Lat (WGS84)', 'lat'), degrees('Long (WGS84)', 'lng')],
      list('Facilities', 'services', words.englishServiceWords, ', '),
      list('Access', 'access', words.englishAccessWords, ', '),
      ...[open('Opening hours', hours.english), phone('Tel.', (one) => `+86 ${one.slice(1)}`)],
    ],
  },
  {
    ...{ district: '310110', file: '杨浦区驿站普查.xlsx', crs: 'wgs84', saysCrs: true },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district'] },
    groups: { 东经: '坐标（WGS84）', 饮水: '设施' },
    columns: [
      ...[number, text('点位名称', 'name'), kind('点位类型'), text('点位地址', 'address')],
      ['东经', ({ position }) => toDms(position.lng)],
      ['北纬', ({ position }) => toDms(position.lat)],
      ...[open('开放时段', hours.plainZh), ...yesNo(words.serviceWords, '有', '无')],
    ],
  },
  {
    ...{ district: '310112', file: '闵行区.csv', encoding: 'gb18030', crs: 'bd09', saysCrs: true },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district'] },
    columns: [
      ...[number, text('网点名称', 'name'), kind('网点类型'), column('区', () => '闵行')],
      ...[text('网点地址', 'address'), pair('百度坐标', ['lat', 'lng'], '，')],
      ...[...yesNo(words.serviceWords, 1, 0), open('运营时间', hours.dailyZh)],
    ],
    bottom: (count) => [[], ['合计', `${count}`], ['注：坐标取自百度地图拾取系统']],
  },
  {
    ...{ district: '310113', file: '上海市宝山区站点（修订）.xlsx', crs: 'gcj02', saysCrs: false },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district', 'verifiedAt', 'status'] },
    columns: [
      ...[text('站点', 'name'), kind('性质'), text('所在位置', 'address')],
      ...[degrees('经度', 'lng'), degrees('纬度', 'lat'), status],
      list('服务内容', 'services', words.otherServiceWords, '\n'),
      open('服务时间', hours.linesZh),
      ['核实日期', ({ record }) => (record.verifiedAt ? new Date(record.verifiedAt) : '—')],
    ],
  },
  {
    ...{
      district: '310114',
      file: '嘉定区小哥驿站.csv',
      encoding: 'utf8',
      crs: 'gcj02',
      saysCrs: true,
    },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district'] },
    columns: [
      ...[text('驿站', 'name'), kind('分类'), text('位置', 'address')],
      ...[degrees('gcj02_lng', 'lng'), degrees('gcj02_lat', 'lat')],
      ...yesNo(words.serviceWords, '是', '否', (word) => `是否有${word}`),
      open('对外开放时间', hours.asOsm),
    ],
  },
  {
    ...{ district: '310115', file: '浦东新区.xlsx', crs: 'gcj02', saysCrs: true, splitAt: 800 },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district'], hasInstructions: true },
    columns: [
      ...[text('驿站名称', 'name'), kind('驿站类型'), text('驿站地址', 'address')],
      ...[degrees('经度(高德)', 'lng', 5), degrees('纬度(高德)', 'lat', 5)],
      ...[...yesNo(words.serviceWords, 'Y', 'N'), open('开放时间', hours.spokenZh)],
    ],
  },
  {
    ...{ district: '310116', file: '金山区报送.csv', encoding: 'utf-16le', separator: '\t' },
    ...{ crs: 'bd09', saysCrs: true, withinMeters: 2, tells: [...usual, 'address', 'district'] },
    columns: [
      ...[column('行政区划代码', () => '310116'), text('服务点名称', 'name'), kind('场所类型')],
      ...[text('服务地址', 'address'), degrees('百度经度', 'lng'), degrees('百度纬度', 'lat')],
      list('可用服务', 'services', words.serviceWords, '|'),
      open('工作时间', hours.plainZh),
    ],
  },
  {
    ...{ district: '310117', file: '松江区明细.xlsx', crs: 'wgs84', saysCrs: true },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district', 'phone'] },
    columns: [
      ...[number, text('站点名称', 'name'), kind('站点性质'), text('具体位置', 'address')],
      ...[degrees('经度(CGCS2000)', 'lng'), degrees('纬度(CGCS2000)', 'lat')],
      list('功能配置', 'services', words.serviceWords, '、'),
      ...[open('开放时间', hours.dailyZh), phone('联系方式', (one) => `张老师 ${one}`)],
    ],
    between: (at) =>
      at % 100 === 0 ? [[], [`${'一二三四五六'[at / 100]}、第${at / 100 + 1}片区`]] : [],
  },
  {
    ...{ district: '310118', file: '青浦区.csv', encoding: 'gb18030', crs: 'gcj02', saysCrs: true },
    ...{ withinMeters: 2, tells: [...usual, 'address', 'district', 'access'] },
    top: Array.from({ length: 12 }, (_, at) => [`说明${at + 1}：请各街镇如实填写，不得漏报。`]),
    columns: [
      ...[text('名称', 'name'), kind('类型'), text('地址', 'address')],
      ...[pair('高德坐标', ['lng', 'lat'], ' '), open('时间', hours.plainZh)],
      list('提供服务', 'services', words.serviceWords, ' '),
      list('进门方式', 'access', words.accessWords, '，'),
    ],
  },
  {
    ...{ district: '310120', file: '奉贤区.xlsx', crs: 'gcj02', saysCrs: true, withinMeters: 2 },
    tells: [...usual, 'address', 'district', 'phone'],
    columns: [
      ...[text('名　称', 'name'), kind('类　别'), text('地　址', 'address')],
      ['火星坐标经度', ({ position }) => toWide(position.lng.toFixed(6))],
      ['火星坐标纬度', ({ position }) => toWide(position.lat.toFixed(6))],
      list('主要设施（多选）', 'services', words.otherServiceWords, '、'),
      ...[open('开 放 时 间', hours.wideZh), phone('电　话', toWide)],
    ],
    bottom: (count) => [['总计：', `${count}`], ['制表人：王五']],
  },
  {
    ...{ district: '310151', file: '崇明区.csv', encoding: 'utf8', crs: 'wgs84', saysCrs: true },
    ...{ withinMeters: 2, tells: [...usual, 'nameEn', 'address', 'district'] },
    columns: [
      ...[text('名称/Name', 'name'), text('英文名/English name', 'nameEn'), kind('类型/Type')],
      ...[text('地址/Address', 'address'), degrees('经度/Lng (WGS84)', 'lng')],
      degrees('纬度/Lat (WGS84)', 'lat'),
      list('设施/Facilities', 'services', words.serviceWords, '、'),
      open('开放时间/Hours', hours.english),
    ],
  },
];
