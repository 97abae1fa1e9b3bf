import type { DayTime, SunEvent, TimeSpan } from './rule';
import type { Scanner } from './scanner';

const clock = /(\d{1,2}):([0-5]\d)(?!\d)/y;
const event = /(dawn|sunrise|sunset|dusk)(?![a-z])/y;
const shifted = /\( *(dawn|sunrise|sunset|dusk) *([+-])(\d{1,2}):([0-5]\d) *\)/y;
/** A time: not the year or the day of a date, which may begin the next rule (`, 2026 Dec 24`). */
const aTime = '(?=\\d{1,2}:|\\(|(?:dawn|sunrise|sunset|dusk)(?![a-z]))';
const timeAhead = new RegExp(aTime, 'y');
/** A comma with a time after it: it does not end the rule. */
const nextTime = new RegExp(`, *${aTime}`, 'y');

const perDay = 1440;

/** Times of day: `09:00-11:30,13:30-17:00`, `20:00-02:00`, `17:00+`, `(sunrise+01:00)-sunset`. */
export function readTimes(scanner: Scanner): TimeSpan[] {
  const spans: TimeSpan[] = [];
  if (!scanner.sees(timeAhead)) return spans;
  do spans.push(readSpan(scanner));
  while (scanner.take(nextTime));
  return spans;
}

function readSpan(scanner: Scanner): TimeSpan {
  const from = readTime(scanner, perDay - 1);
  if (scanner.take(/\+/y)) return { from, openEnd: true };
  if (!scanner.take(/-/y)) return { from, openEnd: false };
  const until = readTime(scanner, 2 * perDay);
  return { from, until, openEnd: scanner.takeTight(/\+/y) !== undefined };
}

function readTime(scanner: Scanner, latest: number): DayTime {
  const at = scanner.at;
  const time = scanner.take(clock);
  if (time) {
    const minutes = 60 * Number(time[1]) + Number(time[2]);
    if (minutes <= latest) return { minutes };
    scanner.fail(latest < perDay ? 'a time from 00:00 to 23:59' : 'a time up to 48:00', at);
  }
  const sun = scanner.take(event);
  if (sun) return { event: sun[1] as SunEvent, minutes: 0 };
  const offset = scanner.take(shifted) ?? scanner.fail('a time such as 09:00 or sunset');
  const minutes = 60 * Number(offset[3]) + Number(offset[4]);
  if (minutes > perDay / 2) scanner.fail('at most 12 hours before or after', at);
  return { event: offset[1] as SunEvent, minutes: offset[2] === '-' ? -minutes : minutes };
}
