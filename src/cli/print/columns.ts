import { labelOf, type OwnTerms, type Station } from '../../core';
import type { Row } from './formats';
import type { Column } from './table';

type Locale = 'zh' | 'en';

/** A station's name; without one, its kind and address. */
function titleOf(station: Station, locale: Locale, terms: OwnTerms): string {
  const name = locale === 'en' ? (station.nameEn ?? station.name) : station.name;
  if (name !== undefined) return name;
  const kind = labelOf('kinds', station.kind, locale, terms);
  return station.address === undefined ? kind : `${kind}, ${station.address}`;
}

const statusText = {
  zh: { suspended: '（暂停）', planned: '（筹建）' },
  en: { suspended: ' (suspended)', planned: ' (planned)' },
};

function statusOf({ status }: Station, locale: Locale): string {
  return status === 'active' ? '' : statusText[locale][status];
}

/** The columns that every table of stations ends with. */
export function stationColumns(locale: Locale, terms: OwnTerms): Column<Row>[] {
  return [
    {
      title: { zh: '名称', en: 'station' },
      text: ({ station }) => titleOf(station, locale, terms) + statusOf(station, locale),
      shrinks: 2,
    },
    {
      title: { zh: '开放时间', en: 'hours' },
      text: ({ station }) => station.hours ?? station.hoursText ?? '?',
      shrinks: 1,
    },
    {
      title: { zh: '服务', en: 'services' },
      text: ({ station }) =>
        station.services
          .map((code) => labelOf('services', code, locale, terms))
          .join(locale === 'zh' ? '、' : ', '),
      shrinks: 1,
    },
    { title: { zh: '编号', en: 'id' }, text: ({ station }) => station.id, colour: 'dim' },
  ];
}
