import type { DayTime, SunEvent, TimeSpan } from './rule';
import type { Scanner } from './scanner';

const clock = /(\d{1,2}):([0-5]\d)(?!\d)/y;
const event = /(dawn|sunrise|sunset|dusk)(?![a-z])/y;
const shifted = /\( *(dawn|sunrise|sunset|dusk) *([+-])(\d{1,2}):([0-5]\d) *\)/y;
/** What begins a list that goes on, so that a comma before it does not end the rule. */
const nextTime = /, *(?=[\d(]|(?:dawn|sunrise|sunset|dusk)(?![a-z]))/y;
/** A year or a date of the next rule (`, 2026 Dec 24`) is no time. */
const timeAhead = /(?=\d{1,2}:|\(|dawn|sunrise|sunset|dusk)/y;

const perDay = 1440;

/** Times of day: `09:00-11:30,13:30-17:00`, `20:00-02:00`, `17:00+`, `(sunrise+01:00)-sunset`. */
export function readTimes(scanner: Scanner): TimeSpan[] {
  const spans: TimeSpan[] = [];
  if (!scanner.sees(timeAhead)) return spans;
  do {
    spans.push(readSpan(scanner));
    const before = scanner.at;
    const goesOn = scanner.take(nextTime) !== undefined && scanner.sees(timeAhead);
    if (!goesOn) {
      scanner.at = before;
      return spans;
    }
  } while (true);
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
  return { event: offset[1] as SunEvent, minutes: offset[2] === '-' ? -minutes : minutes };
}
