import { InvalidHoursError } from '../../errors';
import { readDates, readWeeks, readYears } from './parse-dates';
import { readDays } from './parse-days';
import { readTimes } from './parse-times';
import type { Joiner, Problem, Rule } from './rule';
import { Scanner } from './scanner';

/** Longer than any value in use: the longest real ones stay below 400 characters. */
const longest = 1_000;

/**
 * Reads OpenStreetMap `opening_hours` syntax, strictly: what is not in it is somebody's own words.
 * Grammar: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 *
 * @throws InvalidHoursError with the place where it stops being that syntax
 */
export function parseHours(text: string): Rule[] {
  if (typeof text !== 'string') throw new InvalidHoursError(text, 'text', 0);
  if (text.length > longest) {
    throw new InvalidHoursError(text, `at most ${longest} characters`, longest);
  }
  const scanner = new Scanner(text);
  const rules: Rule[] = [];
  let joiner: Joiner | undefined = 'normal';
  while (joiner !== undefined) {
    rules.push(readRule(scanner, joiner));
    joiner = readJoiner(scanner);
  }
  return rules;
}

/** Whether a text is `opening_hours` syntax. */
export function isOpeningHours(text: string): boolean {
  try {
    parseHours(text);
    return true;
  } catch {
    return false;
  }
}

function readJoiner(scanner: Scanner): Joiner | undefined {
  // Whoever ends each rule with a semicolon ends the last one so, too.
  if (scanner.isAtEnd || scanner.take(/; *$/y)) return undefined;
  if (scanner.take(/;/y)) return 'normal';
  if (scanner.take(/\|\|/y)) return 'fallback';
  if (scanner.take(/,/y)) return 'additional';
  return scanner.fail('a rule to end here, with ; or , or ||');
}

const always = /24\/7/y;
const stateWord = /(open|closed|off|unknown)(?![a-z])/y;
const quoted = /"([^"]*)"/y;

function readRule(scanner: Scanner, joiner: Joiner): Rule {
  const start = scanner.at;
  const isAlways = scanner.take(always) !== undefined;
  const years = isAlways ? [] : readYears(scanner);
  const dates = isAlways ? [] : readDates(scanner);
  const weeks = isAlways ? [] : readWeeks(scanner);
  if (years.length + dates.length + weeks.length > 0) scanner.takeTight(/:(?= |$)/y);
  // `Apr-Oct: 24/7` is in use, and clear.
  const isWholeDay = isAlways || scanner.take(always) !== undefined;
  const days = isWholeDay ? noDays : readDays(scanner);
  const timesAt = scanner.at;
  const times = isWholeDay || scanner.take(always) ? [] : readTimes(scanner);
  const hasSelector = scanner.at > start && scanner.text.slice(start, scanner.at).trim() !== '';
  const word = scanner.take(stateWord)?.[1];
  const comment = scanner.take(quoted)?.[1];
  if (!hasSelector && word === undefined && comment === undefined) {
    scanner.fail('days, times, or open, off or unknown');
  }
  const problem = problemOf(scanner, times, timesAt);
  return {
    joiner,
    years,
    dates,
    weeks,
    ...days,
    times,
    state: stateOf(word, comment),
    ...(comment !== undefined && comment.trim() !== '' && { comment: comment.trim() }),
    ...(problem !== undefined && { problem }),
  };
}

const noDays = { weekdays: [], holidays: [], needsBoth: false };

/** A comment in place of a state says that it depends. */
function stateOf(word: string | undefined, comment: string | undefined): Rule['state'] {
  if (word === 'closed' || word === 'off') return 'closed';
  if (word === 'open' || word === 'unknown') return word;
  return comment === undefined ? 'open' : 'unknown';
}

/** A point in time says when something happens, not when it is open. Intervals are lists of such points. */
function problemOf(scanner: Scanner, times: Rule['times'], at: number): Problem | undefined {
  if (scanner.takeTight(/\/(\d\d:\d\d|\d+)/y)) {
    return { reason: 'times at an interval say nothing of what is between them', at };
  }
  const isPoint = times.some((span) => span.until === undefined && !span.openEnd);
  return isPoint ? { reason: 'a time without an end', at } : undefined;
}
