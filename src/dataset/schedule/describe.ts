import { checkOptionNames, readChoice } from '../../options';
import { offsetAt } from '../hours/offsets';
import { type Locale, type MinutesAhead, whenText } from './describe-when';
import { wordsOf } from './describe-words';
import {
  type Instant,
  type Opening,
  openingAtMillis,
  readInstant,
  readSchedule,
  stateAt,
} from './opening';
import type { OpeningState, Schedule } from './schedule';

export interface DescribeOptions {
  /** @default 'zh' */
  readonly locale?: Locale | undefined;
  /** @default now */
  readonly at?: Instant | undefined;
}

/**
 * Whether a station is open, as a person says it, in times of the station's own clock: `营业中 · 21:00 打烊`,
 * `23:00 开门`, `时间未知`, and from half an hour before the end `即将打烊 (12 分钟)`. What the source adds comes last.
 *
 * @throws InvalidOptionError
 * @example
 * const { schedule } = compileHours('Mo-Fr 09:00-18:00');
 * const at = Date.parse('2026-11-23T12:00:00+08:00');
 * describe(schedule, { at }); // '营业中 · 18:00 打烊'
 * describe(schedule, { at, locale: 'en' }); // 'Open · closes 18:00'
 */
export function describe(schedule: Schedule, options: DescribeOptions = {}): string {
  checkOptionNames(options, ['locale', 'at']);
  const locale = readChoice('locale', options.locale, ['zh', 'en']);
  const at = readInstant('at', options.at === undefined ? Date.now() : options.at);
  const opening = openingAtMillis(readSchedule(schedule), at);
  const { until } = opening;
  return describeOpening(opening, {
    at,
    locale,
    minutesAhead: (millis) => offsetAt(schedule.offsets, millis),
    next: until && stateAt(schedule, until.getTime()),
  });
}

/** What a sentence about an opening needs to know besides. */
export interface DescribeContext {
  /** The instant that the opening holds for, in milliseconds. */
  readonly at: number;
  readonly locale: Locale;
  /** The station's clock. */
  readonly minutesAhead: MinutesAhead;
  /** What comes after `until`. @default 'closed' after `open` */
  readonly next?: OpeningState | undefined;
}

const soonMillis = 30 * 60_000;
/** Farther off, hours become unknown because calendars end, which is nothing to tell a rider. */
const farMillis = 366 * 86_400_000;

/** The same for an opening that is known already, a hit's for instance. */
export function describeOpening(opening: Opening, context: DescribeContext): string {
  const words = wordsOf[context.locale];
  const { state, comment } = opening;
  const parts = state === 'open' ? openParts(opening, context) : shutParts(opening, context);
  if (state === 'unknown') parts.unshift(words.unknown);
  return [...parts, ...(comment === undefined ? [] : [comment])].join(' · ');
}

function openParts(
  { until }: Opening,
  { at, locale, minutesAhead, next }: DescribeContext,
): string[] {
  const words = wordsOf[locale];
  if (until === undefined) return [words.always];
  const end = until.getTime();
  const when = whenText(end, at, minutesAhead, locale, 'end');
  if (next === 'unknown') {
    return end - at > farMillis ? [words.open] : [words.open, words.thenUnknown(when)];
  }
  // Rounded down: a rider who believes it must not stand before a closed door.
  if (end - at <= soonMillis) return [words.closesSoon(Math.floor((end - at) / 60_000))];
  return [words.open, words.closes(when)];
}

/** What follows when it is not open, or nobody knows. */
function shutParts(
  { state, until, nextOpen }: Opening,
  { at, locale, minutesAhead }: DescribeContext,
): string[] {
  const words = wordsOf[locale];
  if (nextOpen !== undefined) {
    const when = whenText(nextOpen.getTime(), at, minutesAhead, locale, 'start');
    return [state === 'closed' ? words.opens(when) : words.thenOpens(when)];
  }
  if (state === 'unknown') return [];
  // Without a next opening, all that can come after closed is that nobody knows.
  const end = until?.getTime();
  if (end === undefined || end - at > farMillis) return [words.closed];
  return [words.closed, words.thenUnknown(whenText(end, at, minutesAhead, locale, 'end'))];
}
