import type { Station } from '../../dataset/station';
import type { Crs } from '../../geo/crs';
import type { FieldName } from './fields';
import { between, type Locale, type Word } from './labels';
import type { PlacedStation } from './place-stations';

/** What a cell shows: text, a number, a day or an instant; nothing where the field is missing. */
export type CellValue = string | number | { readonly date: string } | undefined;

/** A column of the sheet of stations. */
export interface SheetColumn {
  /** The field, and what of it: `parking.car`, `service:toilet`. */
  readonly field: string;
  readonly title: { readonly zh: string; readonly en: string };
  value(placed: PlacedStation): CellValue;
}

const crsName = { wgs84: 'WGS84', gcj02: 'GCJ02', bd09: 'BD09' } as const;

const statusText = {
  zh: { active: '启用', suspended: '暂停', planned: '筹建' },
  en: { active: 'active', suspended: 'suspended', planned: 'planned' },
} as const;

const yesNo = { zh: { true: '有', false: '无' }, en: { true: 'yes', false: 'no' } } as const;

/** In a column of its own, a service that is there. */
const tick = '√';

export interface SheetOptions {
  readonly crs: Crs;
  readonly locale: Locale;
  readonly serviceColumns: boolean;
}

/** The columns of the sheet of stations; every field of a station is in one of them. */
export function sheetColumns(
  stations: readonly Station[],
  words: readonly Word[],
  { crs, locale, serviceColumns }: SheetOptions,
): SheetColumn[] {
  const written = new Map(
    words.map(({ vocabulary, code, written }) => [`${vocabulary}:${code}`, written]),
  );
  const codes = (field: 'services' | 'audiences' | 'access', zh: string, en: string): SheetColumn =>
    column(field, zh, en, (station) => {
      const labels = station[field].map((code) => written.get(`${field}:${code}`)!);
      return labels.join(between[locale]) || undefined;
    });
  const parking = (vehicle: 'ebike' | 'car' | 'truck', zh: string, en: string): SheetColumn =>
    column(`parking.${vehicle}`, zh, en, ({ parking: places }) => {
      const value = places?.[vehicle];
      return typeof value === 'boolean' ? yesNo[locale][`${value}`] : value;
    });
  const mapId = (provider: 'amap' | 'tencent' | 'baidu', zh: string, en: string): SheetColumn =>
    column(`providerIds.${provider}`, zh, en, (station) => station.providerIds?.[provider]);
  return [
    field('id', '编号', 'id'),
    field('name', '名称', 'name'),
    field('nameEn', '英文名称', 'English name'),
    column('kind', '类型', 'kind', ({ kind }) => written.get(`kinds:${kind}`)),
    field('district', '行政区划代码', 'district code'),
    field('address', '地址', 'address'),
    field('directions', '怎么走', 'directions'),
    {
      field: 'lng',
      title: { zh: `经度（${crsName[crs]}）`, en: `longitude (${crsName[crs]})` },
      value: ({ lng }) => lng,
    },
    {
      field: 'lat',
      title: { zh: `纬度（${crsName[crs]}）`, en: `latitude (${crsName[crs]})` },
      value: ({ lat }) => lat,
    },
    ...(serviceColumns
      ? tickColumns(stations, words, locale)
      : [codes('services', '服务', 'services')]),
    codes('audiences', '服务对象', 'audiences'),
    codes('access', '进入方式', 'access'),
    field('hours', '开放时间', 'opening hours'),
    field('hoursText', '开放时间（原文）', 'opening hours (text)'),
    field('phone', '电话', 'phone'),
    field('capacity', '容纳人数', 'capacity'),
    field('beds', '床位', 'beds'),
    parking('ebike', '电动车停车', 'e-bike parking'),
    parking('car', '汽车停车', 'car parking'),
    parking('truck', '货车停车', 'truck parking'),
    field('programme', '项目', 'programme'),
    field('host', '单位', 'host'),
    column('status', '状态', 'status', ({ status }) => statusText[locale][status]),
    // One address on each line, unless an address has several itself.
    column('photos', '照片', 'photos', ({ photos }) =>
      photos?.every((photo) => /^[^\s[]\S*$/.test(photo)) && photos.length > 0
        ? photos.join('\n')
        : json(photos),
    ),
    column('offers', '资源', 'offers', ({ offers }) => json(offers)),
    mapId('amap', '高德编号', 'Amap id'),
    mapId('tencent', '腾讯编号', 'Tencent id'),
    mapId('baidu', '百度编号', 'Baidu id'),
    column('verifiedAt', '核实日期', 'verified on', ({ verifiedAt }) => dated(verifiedAt)),
    column('updatedAt', '更新日期', 'updated on', ({ updatedAt }) => dated(updatedAt)),
    field('source', '来源', 'source'),
    column('extra', '其他', 'extra', ({ extra }) => json(extra)),
  ];
}

function column(
  field: string,
  zh: string,
  en: string,
  value: (station: Station) => CellValue,
): SheetColumn {
  return { field, title: { zh, en }, value: ({ station }) => value(station) };
}

/** A column that shows a field as it is. */
function field(name: FieldName, zh: string, en: string): SheetColumn {
  return column(name, zh, en, (station) => station[name] as string | number | undefined);
}

/** A column for each service that any of the stations has. */
function tickColumns(
  stations: readonly Station[],
  words: readonly Word[],
  locale: Locale,
): SheetColumn[] {
  const offered = new Set<string>(stations.flatMap(({ services }) => services));
  return words
    .filter(({ vocabulary, code }) => vocabulary === 'services' && offered.has(code))
    .map(({ code, written, zh, en }) =>
      column(
        `service:${code}`,
        locale === 'zh' ? written : zh,
        locale === 'en' ? written : en,
        ({ services }) => ((services as readonly string[]).includes(code) ? tick : undefined),
      ),
    );
}

function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function dated(date: string | undefined): CellValue {
  return date === undefined ? undefined : { date };
}
