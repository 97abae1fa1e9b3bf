import { readDay } from '../dataset/hours/days';
import type { DatedOffset } from '../dataset/schedule/schedule';
import { InvalidOptionError } from '../errors';
import { spellingHint } from '../wording';

const second = 1000;
const day = 86_400 * second;

/** No clock is further from UTC; so the days asked for are covered whole, wherever the zone is. */
const farthest = 15 * 3600 * second;

/**
 * What a time zone's clock does on the days from `from` until `until`, both included, so that a phone need
 * know no time zone: one offset, and one more from each instant at which the clock is changed. Two changes
 * within a day of each other would pass for none; no zone does that.
 *
 * @param timeZone its IANA name, such as `Europe/London`
 * @throws InvalidOptionError for a zone this Node does not know, and for days that are none
 */
export function offsetsOf(timeZone: string, from: string, until: string): DatedOffset[] {
  const clock = clockOf(timeZone);
  const [firstDay, lastDay] = [dayOption('from', from), dayOption('until', until)];
  if (lastDay < firstDay) throw new InvalidOptionError('until', until, `${from} or a day after it`);
  const first = firstDay * day - farthest;
  const last = (lastDay + 1) * day + farthest;
  let minutes = offsetAt(clock, first);
  const offsets: DatedOffset[] = [{ from: Number.NEGATIVE_INFINITY, minutes }];
  for (let before = first; before < last; before += day) {
    const after = Math.min(before + day, last);
    const next = offsetAt(clock, after);
    if (next === minutes) continue;
    offsets.push({ from: changeBetween(clock, before, after), minutes: next });
    minutes = next;
  }
  return offsets;
}

/** The first second of the new offset, by halving: the clock differs at the two ends. */
function changeBetween(clock: Intl.DateTimeFormat, before: number, after: number): number {
  const old = offsetAt(clock, before);
  let [low, high] = [before / second, after / second];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(clock, middle * second) === old) low = middle;
    else high = middle;
  }
  return high * second;
}

/** Minutes ahead of UTC: what the clock shows, read as if it were UTC's, less the instant. */
function offsetAt(clock: Intl.DateTimeFormat, instant: number): number {
  const shown: Record<string, number> = {};
  for (const part of clock.formatToParts(instant)) shown[part.type] = Number(part.value);
  const { year, month, day: date, hour, minute, second: seconds } = shown;
  const asUtc = Date.UTC(year!, month! - 1, date!, hour!, minute!, seconds!);
  return (asUtc - instant) / (60 * second);
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      // `undefined` would mean the zone of this machine.
      timeZone: String(timeZone),
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    const hint = spellingHint(timeZone, zoneNames());
    throw new InvalidOptionError(
      'timeZone',
      timeZone,
      `an IANA time zone, such as Asia/Shanghai${hint}`,
    );
  }
}

/** Newer than the library this is compiled against, and in every Node that runs it. */
function zoneNames(): readonly string[] {
  return (Intl as unknown as { supportedValuesOf(key: 'timeZone'): string[] }).supportedValuesOf(
    'timeZone',
  );
}

function dayOption(name: string, text: string): number {
  const number = typeof text === 'string' ? readDay(text) : undefined;
  if (number === undefined) throw new InvalidOptionError(name, text, 'a day such as 2026-10-01');
  return number;
}
