import { evaluateHours } from '../support/evaluate-hours';

const perMinute = 60_000;
const perWeek = 7 * 1440;
/** Monday 5 January 1970, in minutes of China's clock. */
const firstMonday = 4 * 1440;
const chinaMinutes = 480;

/**
 * The quickest there can be for hours that are the same each week: a byte for each of its minutes, 10 kB a
 * value. It knows no holidays, no seasons, and not until when.
 */
export function weekArray(hours: string): (millis: number) => number {
  const open = Uint8Array.from({ length: perWeek }, (_, minute) => {
    const local = new Date((firstMonday + minute) * perMinute);
    return evaluateHours(hours, local, noHolidays).state === 'open' ? 1 : 0;
  });
  return (millis) => open[(Math.floor(millis / perMinute) + chinaMinutes - firstMonday) % perWeek]!;
}

const noHolidays = { from: '1970-01-01', until: '1970-12-31', publicHolidays: [] };
