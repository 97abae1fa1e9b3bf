import { dateOf, weekdayOf } from '../hours/days';

export type Locale = 'zh' | 'en';

/** How far a station's clock is ahead of UTC at an instant, in minutes. */
export type MinutesAhead = (millis: number) => number;

const perMinute = 60_000;
const perDay = 1440;

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** A sign on a door says 次日 of its closing time; of an opening, people say 明天. */
const nextDay = {
  end: { zh: '次日', en: 'tomorrow' },
  start: { zh: '明天', en: 'tomorrow' },
};

/**
 * An instant as somebody says it who stands there at another: the time alone for the same day, else with the
 * day, which is a weekday as long as that cannot be today's.
 *
 * @param edge midnight is 24:00 for what ends then, and 00:00 of the next day for what starts
 */
export function whenText(
  instant: number,
  at: number,
  minutesAhead: MinutesAhead,
  locale: Locale,
  edge: 'start' | 'end',
): string {
  const local = Math.floor(instant / perMinute) + minutesAhead(instant);
  const day = edge === 'end' ? Math.ceil(local / perDay) - 1 : Math.floor(local / perDay);
  const today = Math.floor((Math.floor(at / perMinute) + minutesAhead(at)) / perDay);
  const time = clockText(local - day * perDay);
  if (day === today) return time;
  if (day === today + 1) return `${nextDay[edge][locale]} ${time}`;
  if (day > today && day < today + 7) return `${weekdays[locale][weekdayOf(day)]} ${time}`;
  return `${dateText(day, today, locale)} ${time}`;
}

function clockText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function dateText(day: number, today: number, locale: Locale): string {
  const { year, month, day: ofMonth } = dateOf(day);
  const isThisYear = year === dateOf(today).year;
  if (locale === 'zh') return `${isThisYear ? '' : `${year}年`}${month}月${ofMonth}日`;
  return `${ofMonth} ${months[month - 1]}${isThisYear ? '' : ` ${year}`}`;
}
