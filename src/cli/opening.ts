import type { AlongOptions, Filter, StationSet } from '../core';
import type { Service } from '../dataset/vocabulary';
import type { Arguments, Flags } from './arguments';
import { readDuration, readNumberFlag } from './flags';
import { instantOf, readTime, type StatedTime } from './time';
import { clockOf, timeZoneFlag } from './time-zone';
import { UsageError } from './usage-error';

/** What every command that selects stations understands of opening hours. */
export const openingFlags: Flags = {
  open: { help: 'not closed now; stations whose hours nobody knows stay, and say so' },
  'open-at': {
    value: 'TIME',
    help: "not closed then: 2026-11-23T22:30 or 22:30, by the stations' own clock unless +08:00 or Z follows",
  },
  'open-for': { value: 'MINUTES', help: 'nor closed for so long from then on: 15 or 2h' },
  'known-open': { help: 'known to be open then: none whose hours nobody knows' },
  offer: {
    value: 'CODE',
    help: 'with something on offer of this service, whose hours count then: medical',
  },
  ...timeZoneFlag,
};

/** How a route is travelled; with any of these hours are judged on arrival. */
const travelFlags: Flags = {
  'depart-at': { value: 'TIME', help: 'when the rider sets out: 2026-11-23T22:30 (default: now)' },
  speed: { value: 'KMH', help: 'how fast the rider goes (default: 18)' },
  stop: { value: 'MINUTES', help: 'how long the rider stops on the way there (default: 0)' },
};

/** What `along` understands. */
export const tripFlags: Flags = {
  ...openingFlags,
  open: { help: 'not closed on arrival; stations whose hours nobody knows stay, and say so' },
  ...travelFlags,
};

/** What the flags ask of opening hours, before the stations and their clock are known. */
export interface OpeningWish {
  /** Whether any of the flags is given, so that an answer shows the state. */
  readonly isJudged: boolean;
  /** Whether stations that are closed are left out. */
  readonly isDemanded: boolean;
  readonly isTrip: boolean;
  readonly openAt: StatedTime | undefined;
  readonly departAt: StatedTime | undefined;
  readonly openFor: number | undefined;
  readonly includeUnknown: false | undefined;
  readonly offer: Service | undefined;
  readonly speedKmh: number | undefined;
  readonly stopMinutes: number | undefined;
  readonly now: number;
}

/** @throws InvalidOptionError, UsageError when flags contradict each other */
export function readOpeningWish(args: Arguments): OpeningWish {
  const given = (flags: readonly string[]) => flags.some(args.has);
  if (args.has('open') && args.has('open-at'))
    throw new UsageError('either --open, which is now, or --open-at, not both');
  const isTrip = given(Object.keys(travelFlags));
  if (isTrip && args.has('open-at'))
    throw new UsageError(
      'either --open-at, or --open with --depart-at, --speed or --stop, which is on arrival',
    );
  const isDemanded = given(['open', 'open-at', 'open-for', 'known-open']);
  return {
    isJudged: isDemanded || isTrip || args.has('offer'),
    isDemanded,
    isTrip,
    openAt: readTime(args, 'open-at'),
    departAt: readTime(args, 'depart-at'),
    openFor: readDuration(args, 'open-for'),
    includeUnknown: args.has('known-open') ? false : undefined,
    offer: args.one('offer') as Service | undefined,
    speedKmh: readNumberFlag(args, 'speed'),
    stopMinutes: readDuration(args, 'stop'),
    now: Date.now(),
  };
}

/** When hours are judged, unless it is on arrival. */
export function momentOf({ openAt, now }: OpeningWish, set: StationSet): number {
  return openAt === undefined ? now : instantOf(openAt, clockOf(set), now);
}

/** The wish as part of a filter. */
export function openingFilter(wish: OpeningWish, set: StationSet): Filter {
  const { isDemanded, openFor, includeUnknown, offer } = wish;
  const openAt = isDemanded ? momentOf(wish, set) : undefined;
  return { openAt, openFor, includeUnknown, offer };
}

/** The same along a route, where open means on arrival, unless the time is given. */
export function tripOptions(wish: OpeningWish, set: StationSet): AlongOptions {
  const { isDemanded, isTrip, departAt, speedKmh, stopMinutes, now } = wish;
  const filter = openingFilter(wish, set);
  if (wish.openAt !== undefined || !(isDemanded || isTrip)) return filter;
  return {
    ...filter,
    openAt: isDemanded ? 'arrival' : undefined,
    departAt: departAt === undefined ? now : instantOf(departAt, clockOf(set), now),
    speedKmh,
    stopMinutes,
  };
}
