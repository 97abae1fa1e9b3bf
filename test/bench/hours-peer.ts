import OpeningHours from 'opening_hours';
import type { HolidayCalendar } from '../../src/dataset/hours/holidays';

/** As texts: numbers it takes for no position at all. */
const shanghai = {
  lat: '31.2304',
  lon: '121.4737',
  address: { country_code: 'cn', state: '上海市' },
} as never;

/** The npm package opening_hours, for Shanghai. It works in the time zone of its process. */
export function peerHours(hours: string): OpeningHours {
  if (new Date(2026, 0, 1).getTime() !== Date.UTC(2026, 0, 1, -8)) {
    throw new Error('opening_hours has to run with TZ=Asia/Shanghai');
  }
  return new OpeningHours(hours, shanghai);
}

const perDay = 86_400_000;

/** What it takes for China's holidays: eight days, the same each year; none that follow the moon. */
export function peerHolidays(): HolidayCalendar {
  const [from, until] = ['2024-01-01', '2030-12-31'];
  const peer = peerHours('PH');
  const days = (Date.parse(until) - Date.parse(from)) / perDay + 1;
  const publicHolidays = Array.from({ length: days }, (_, i) =>
    new Date(Date.parse(from) + i * perDay).toISOString().slice(0, 10),
  ).filter((day) => peer.getState(new Date(`${day}T12:00`)));
  return { from, until, publicHolidays };
}
