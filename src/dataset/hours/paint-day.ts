import { type Painting, paint, type Tint } from './painting';
import type { Rule, TimeSpan } from './rule';
import type { SunMinutes } from './sun';

/** What the sun does on the day itself, and on the next one. */
type SunNear = (daysOn: 0 | 1) => SunMinutes | undefined;

const perDay = 1440;
/** What begins on a day ends on the next one at the latest. */
const perPainting = 2 * perDay;

/**
 * What the rules that match a day say of it, and of the night after it. Each paints over those before it:
 * one that opens replaces them, an additional one adds, a fallback takes what is still closed.
 */
export function paintDay(
  rules: readonly Rule[],
  matching: readonly number[],
  sun: SunNear,
): Painting {
  let painting = blank;
  for (const number of matching) {
    const rule = rules[number]!;
    const ground = replaces(rule, rules[number - 1]) ? blank : painting;
    painting = paintRule(ground, rule, number, sun);
  }
  return painting;
}

const nothing: Tint = { state: 'closed', comment: undefined, rule: -1, isWeak: true };
export const blank: Painting = [{ from: 0, until: perPainting, tint: nothing }];

/** Rules that only close leave the rest of the day as it was. */
function replaces(rule: Rule, before: Rule | undefined): boolean {
  if (rule.joiner !== 'normal' || rule.state === 'closed') return false;
  // `Mo-Fr 10:00-16:00; 18:00-20:00` means both: that is how everybody reads it who wrote such a thing.
  return hasDays(rule) || (rule.state === 'open' && before !== undefined && !hasDays(before));
}

function hasDays({ years, dates, weeks, weekdays, holidays }: Rule): boolean {
  return years.length + dates.length + weeks.length + weekdays.length + holidays.length > 0;
}

function paintRule(painting: Painting, rule: Rule, number: number, sun: SunNear): Painting {
  const { times, comment, joiner, problem } = rule;
  const state = problem === undefined ? rule.state : 'unknown';
  const isFallback = joiner === 'fallback';
  const isWholeDay = times.length === 0 || problem !== undefined;
  // A day off ends nothing that began the evening before; a time that is crossed out does.
  const isWeak = isFallback || (isWholeDay && state === 'closed');
  const tint: Tint = { state, comment, rule: number, isWeak };
  const onto = isFallback ? (old: Tint) => old.state === 'closed' : () => true;
  // Nor does anything of a day off go on after midnight.
  if (isWholeDay) return paint(painting, 0, state === 'closed' ? perPainting : perDay, tint, onto);
  const unsure: Tint = { ...tint, state: 'unknown' };
  let result = painting;
  for (const span of times) {
    const reach = reachOf(span, sun);
    if (reach === undefined) {
      result = paint(result, 0, perDay, unsure, onto);
      continue;
    }
    result = paint(result, reach.from, reach.until, tint, onto);
    // Open without a stated end is unknown; closed without one is not.
    const after = state === 'closed' ? tint : unsure;
    result = paint(result, reach.until, reach.openUntil, after, onto);
  }
  return result;
}

/** From when until when, and how long it may go on; `undefined` where the sun does not rise or set. */
function reachOf(
  { from, until, openEnd }: TimeSpan,
  sun: SunNear,
): { from: number; until: number; openUntil: number } | undefined {
  const start = minutesOf(from, sun, 0);
  let end = until === undefined ? start : minutesOf(until, sun, 0);
  if (start === undefined || end === undefined) return undefined;
  // `22:00-02:00`, and `10:00-10:00` for a whole day.
  if (until !== undefined && end <= start) {
    const next = minutesOf(until, sun, 1);
    if (next === undefined) return undefined;
    end = next + perDay;
  }
  return { from: start, until: end, openUntil: openEnd ? openEndOf(end) : end };
}

function minutesOf(time: TimeSpan['from'], sun: SunNear, daysOn: 0 | 1): number | undefined {
  if (time.event === undefined) return time.minutes;
  const event = sun(daysOn)?.[time.event];
  return event === undefined ? undefined : event + time.minutes;
}

/**
 * How long an evening without a stated end may last. Not in the specification; the times are those that
 * opening_hours.js takes, so that two programs say the same of a bar.
 */
function openEndOf(lastKnown: number): number {
  const hour = Math.floor((lastKnown % perDay) / 60);
  if (lastKnown >= perDay || hour >= 22) return lastKnown + 8 * 60;
  return hour >= 17 ? lastKnown + 10 * 60 : perDay;
}
