import { chinaHolidays } from '../../dataset/hours/china-holidays';
import type { HoursOptions } from '../../dataset/hours/compile';
import { weekdayOf } from '../../dataset/hours/days';
import { clockAt, type LocalClock } from '../../dataset/hours/local-clock';
import { offsetAt, readOffsets } from '../../dataset/hours/offsets';
import type { DatedOffset } from '../../dataset/schedule/schedule';
import { type LngLat, readPosition } from '../../geo/position';
import type { Arguments, Flags } from '../arguments';
import { readLngLat } from '../flags';
import { instantOf, readTime, yearsOf } from '../time';
import { daysAround, readTimeZone } from '../time-zone';
import { UsageError } from '../usage-error';
import { clockText } from './runs';
import { isoOf } from './week';

export const settingFlags: Flags = {
  at: { value: 'TIME', help: 'for when to tell the state: 2026-11-23T22:30 (default: now)' },
  'time-zone': { value: 'NAME', help: "its time zone: Europe/London (default: China's)" },
  position: {
    value: 'LNG,LAT',
    help: 'where it is, in WGS-84, for what hangs on sunrise and sunset',
  },
};

/** The place and the time that hours are understood for. */
export interface Setting {
  readonly options: HoursOptions & LocalClock;
  readonly at: number;
  /** 0 for Monday. */
  readonly weekday: number;
  /** `at` on the clock of the place: `2026-11-23`, `14:00`. */
  readonly date: string;
  readonly time: string;
}

const chinaClock: LocalClock = { utcOffsetMinutes: 480, holidays: chinaHolidays };

/** @throws UsageError, InvalidOptionError, InvalidPositionError */
export function readSetting(args: Arguments): Setting {
  const now = Date.now();
  const stated = readTime(args, 'at');
  const place = args.one('position');
  const position =
    place === undefined
      ? undefined
      : readPosition(readLngLat(place, '--position'), () => '--position');
  const clock = readClock(args, position, readTimeZone(args, [stated]));
  const offsets = readOffsets(clock.utcOffsetMinutes);
  const at = stated === undefined ? now : instantOf(stated, offsets, now);
  const minutes = Math.floor(at / 60_000) + offsetAt(offsets, at);
  const day = Math.floor(minutes / 1440);
  return {
    options: { ...clock, position, ...daysAround(yearsOf([stated], now)) },
    at,
    weekday: weekdayOf(day),
    date: isoOf(day),
    time: clockText(minutes - day * 1440),
  };
}

function readClock(
  args: Arguments,
  position: LngLat | undefined,
  offsets: readonly DatedOffset[] | undefined,
): LocalClock {
  if (position === undefined) {
    if (offsets === undefined || args.one('time-zone') === 'Asia/Shanghai') return chinaClock;
    return { utcOffsetMinutes: offsets, holidays: null };
  }
  const clock = clockAt(position, { utcOffsetMinutes: offsets });
  if (clock !== undefined) return clock;
  throw new UsageError('--position lies outside China: pass --time-zone Europe/London with it');
}
