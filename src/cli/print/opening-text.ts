import type { StationSet } from '../../core';
import { offsetAt } from '../../dataset/hours/offsets';
import { describeOpening } from '../../dataset/schedule/describe';
import type { Opening } from '../../dataset/schedule/opening';
import { StationList } from '../../dataset/station-list';
import type { Service } from '../../dataset/vocabulary';
import { Openings } from '../../search/openings';
import type { Row } from './formats';

/** A row whose hours were judged: on arrival, where the rider's way there is known. */
export interface JudgedRow extends Row {
  readonly opening: Opening;
  readonly arriveAt?: Date;
}

/** What the hours were judged for. */
interface Judgement {
  readonly at: number;
  readonly offer: Service | undefined;
  readonly locale: 'zh' | 'en';
}

/** Each row's state in a person's words: `营业中 · 21:00 打烊`. */
export function openingTexts(
  rows: readonly JudgedRow[],
  set: StationSet,
  { at, offer, locale }: Judgement,
): (row: JudgedRow) => string {
  const stations = [...new Set(rows.map(({ station }) => station))];
  const items = new Map(stations.map((station, item) => [station, item]));
  const openings = new Openings(new StationList(stations, set.crs, set.clock), set.clock);
  return ({ station, opening, arriveAt }) => {
    const { until, state } = opening;
    const { offsets } = openings.scheduleFor(station);
    const text = describeOpening(opening, {
      at: arriveAt?.getTime() ?? at,
      locale,
      minutesAhead: (millis) => offsetAt(offsets, millis),
      next: until && openings.openingOf(items.get(station)!, until.getTime(), offer).state,
    });
    // Hours in somebody's words were not judged, but a person can.
    const own = station.hours === undefined ? station.hoursText : undefined;
    return state === 'unknown' && own !== undefined ? `${text} · “${own}”` : text;
  };
}

/** Each row with what holds of its hours then. */
export function judged(
  rows: readonly Row[],
  set: StationSet,
  { at, offer }: Omit<Judgement, 'locale'>,
): JudgedRow[] {
  const stations = rows.map(({ station }) => station);
  const openings = new Openings(new StationList(stations, set.crs, set.clock), set.clock);
  return rows.map((row, item) => ({ ...row, opening: openings.openingOf(item, at, offer) }));
}
