import { type Instant, readInstant, readMinutes } from '../dataset/schedule/opening';
import { InvalidOptionError } from '../errors';
import { readNumber } from '../options';
import type { Filter } from './filter';

/** How a route is travelled. With any of these, opening hours are judged when the rider comes by. */
export interface TripOptions {
  /** When the rider sets out: from `from` or `fromMeters` where that is given. @default now */
  readonly departAt?: Instant | undefined;
  /** @default 18: an e-bike in a city, with its lights and crossings */
  readonly speedKmh?: number | undefined;
  /** Minutes spent at stops before. @default 0 */
  readonly stopMinutes?: number | undefined;
  /** Not closed then, by the station's own clock; `arrival` is when the rider comes by. @default closed stations are returned, too */
  readonly openAt?: Instant | 'arrival' | undefined;
}

/** A trip, checked. */
export interface Trip {
  /** Milliseconds since 1970, stops included. */
  readonly departure: number;
  readonly millisPerMeter: number;
}

export const tripNames = ['departAt', 'speedKmh', 'stopMinutes'] as const;

const defaults = { speedKmh: 18, stopMinutes: 0 };
/** Slower than any walk: a mistake in the unit. */
const leastSpeed = 0.1;

/**
 * @returns `undefined` when nothing says how the route is travelled
 * @throws InvalidOptionError
 */
export function readTrip(options: TripOptions): Trip | undefined {
  const { departAt, speedKmh, stopMinutes, openAt } = options;
  const isGiven = [departAt, speedKmh, stopMinutes].some((value) => value !== undefined);
  if (!isGiven && openAt !== 'arrival') return undefined;
  const start = departAt === undefined ? Date.now() : readInstant('departAt', departAt);
  if (openAt !== undefined && openAt !== 'arrival' && readInstant('openAt', openAt) !== start) {
    const expected = "'arrival', or the instant of departAt: opening is judged on the way";
    throw new InvalidOptionError('openAt', openAt, expected);
  }
  const speed = readNumber('speedKmh', speedKmh, leastSpeed, 'km/h', defaults.speedKmh);
  const stops = readMinutes('stopMinutes', stopMinutes, defaults.stopMinutes);
  return { departure: start + stops * 60_000, millisPerMeter: 3_600 / speed };
}

/** When the rider has gone so far. */
export function arrivalAt({ departure, millisPerMeter }: Trip, aheadMeters: number): number {
  return departure + Math.max(0, aheadMeters) * millisPerMeter;
}

/** The filter of a trip, in which `openAt` is an instant. */
export function filterOfTrip(
  options: Omit<Filter, 'openAt'> & TripOptions,
  trip: Trip | undefined,
): Filter {
  const { openAt } = options;
  return { ...options, openAt: openAt === 'arrival' ? trip?.departure : openAt };
}
