import { convert, type Station, type StationSet } from '../core';
import { clockAt } from '../dataset/hours/local-clock';
import { readOffsets } from '../dataset/hours/offsets';
import type { DatedOffset } from '../dataset/schedule/schedule';
import { offsetsOf } from '../publish/time-zone';
import type { Arguments, Flags } from './arguments';
import { type StatedTime, yearsOf } from './time';
import { UsageError } from './usage-error';

export const timeZoneFlag: Flags = {
  'time-zone': {
    value: 'NAME',
    help: "the stations' time zone: Europe/London (default: what the data states, else China's there)",
  },
};

/** For which dates hours are worked out by default; clocks are to be known for those at least. */
const compiled = [2024, 2030] as const;

/** What is needed of a time zone around some years: the first and the last day. */
export function daysAround(years: readonly number[]): { from: string; until: string } {
  const first = Math.min(compiled[0], ...years.map((year) => year - 1));
  const last = Math.max(compiled[1], ...years.map((year) => year + 2));
  return { from: `${first}-01-01`, until: `${last}-12-31` };
}

/**
 * What `--time-zone` says of the clock in the years around now and some times.
 *
 * @throws InvalidOptionError when there is no such zone
 */
export function readTimeZone(
  args: Arguments,
  times: readonly (StatedTime | undefined)[],
): DatedOffset[] | undefined {
  const name = args.one('time-zone');
  if (name === undefined) return undefined;
  const { from, until } = daysAround(yearsOf(times, Date.now()));
  return offsetsOf(name, from, until);
}

const chinaMinutes = 480;

/** The clock that times without a zone are on. */
export function clockOf({ clock }: StationSet): readonly DatedOffset[] {
  return readOffsets(clock.utcOffsetMinutes ?? chinaMinutes);
}

/**
 * Refuses to judge hours whose clock nobody knows.
 *
 * @param source how remarks call the stations' file
 * @throws UsageError
 */
export function checkClocks(set: StationSet, source: string): void {
  if (set.clock.utcOffsetMinutes !== undefined) return;
  const isLost = ({ position }: Station) =>
    clockAt(convert(position, set.crs, 'wgs84'), set.clock) === undefined;
  if (!set.filter().some(isLost)) return;
  throw new UsageError(
    `${source} does not say its time zone, and has stations outside China: pass --time-zone Europe/London`,
  );
}
