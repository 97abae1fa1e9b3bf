import { labelOf, type OwnTerms, type Station } from '../../core';
import { offsetAt } from '../../dataset/hours/offsets';
import type { DatedOffset } from '../../dataset/schedule/schedule';
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

/** When the rider comes by, on the stations' clock. */
export function arrivalColumn(
  clock: readonly DatedOffset[],
): Column<Row & { readonly arriveAt?: Date }> {
  return {
    title: { zh: '到达', en: 'arrival' },
    text: ({ arriveAt }) => (arriveAt === undefined ? '' : timeOn(clock, arriveAt.getTime())),
  };
}

function timeOn(clock: readonly DatedOffset[], millis: number): string {
  return new Date(millis + offsetAt(clock, millis) * 60_000).toISOString().slice(11, 16);
}

/** Hours as the data has them. */
function statedHours({ station }: Row): string {
  return station.hours ?? station.hoursText ?? '?';
}

/**
 * The columns that every table of stations ends with.
 *
 * @param hours what to say of a station's hours; as the data has them by default
 */
export function stationColumns<R extends Row>(
  locale: Locale,
  terms: OwnTerms,
  hours: (row: R) => string = statedHours,
): Column<R>[] {
  return [
    {
      title: { zh: '名称', en: 'station' },
      text: ({ station }) => titleOf(station, locale, terms) + statusOf(station, locale),
      shrinks: 2,
    },
    {
      title: { zh: '开放时间', en: 'hours' },
      text: hours,
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
