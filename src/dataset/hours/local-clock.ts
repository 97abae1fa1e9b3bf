import { shareOf } from '../../geo/outline';
import type { LngLat } from '../../geo/position';
import type { DatedOffset } from '../schedule/schedule';
import { Calendar } from './calendar';
import { chinaHolidays } from './china-holidays';
import type { HolidayCalendar } from './holidays';
import { readOffsets } from './offsets';

/** What stations' clocks and calendars are, for those who know. */
export interface ClockOptions {
  /**
   * How far the stations' clocks are ahead of UTC; where they change, from which instant on, each.
   * @default 480 in China; elsewhere nobody knows, and no hours are judged
   */
  readonly utcOffsetMinutes?: number | readonly DatedOffset[] | undefined;
  /**
   * What `PH` and `SH` mean in hours. With `null`, hours that hang on holidays are known only as far as they are
   * the same either way.
   * @default mainland China's there, elsewhere `null`
   */
  readonly holidays?: HolidayCalendar | null | undefined;
}

/** A clock and a calendar that hours are compiled for. */
export interface LocalClock {
  readonly utcOffsetMinutes: number | readonly DatedOffset[];
  readonly holidays: HolidayCalendar | null;
}

const chinaMinutes = 480;

/** Around Hong Kong with Macau, and around Taiwan: no place in there has another clock. [west, south, east, north] */
const neighbours = [
  [113.5, 22.1, 114.5, 22.6],
  [118, 21.8, 122.3, 26.5],
] as const;

/** @throws InvalidOptionError */
export function checkClock({ utcOffsetMinutes, holidays }: ClockOptions): void {
  if (utcOffsetMinutes !== undefined) readOffsets(utcOffsetMinutes);
  if (holidays !== undefined && holidays !== null) new Calendar(holidays);
}

/**
 * The clock at a position of WGS-84, if anybody knows it.
 *
 * @param options checked
 */
export function clockAt({ lng, lat }: LngLat, options: ClockOptions): LocalClock | undefined {
  const isMainland = shareOf(lng, lat, 'gcj02') === 1;
  const isChina =
    isMainland ||
    neighbours.some(
      ([west, south, east, north]) => lng >= west && lng <= east && lat >= south && lat <= north,
    );
  const minutes = options.utcOffsetMinutes ?? (isChina ? chinaMinutes : undefined);
  if (minutes === undefined) return undefined;
  const holidays = options.holidays === undefined && isMainland ? chinaHolidays : options.holidays;
  return { utcOffsetMinutes: minutes, holidays: holidays ?? null };
}
