import { InvalidOptionError } from './errors';
import { nearestSpelling } from './wording';

/**
 * Refuses options that nobody reads: a misspelt filter that were ignored would send a rider to the
 * wrong place.
 *
 * @throws InvalidOptionError
 */
export function checkOptionNames(options: unknown, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new InvalidOptionError('options', options, 'an object');
  }
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const suggestion = nearestSpelling(name, names);
    const hint = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
    const value = (options as Record<string, unknown>)[name];
    throw new InvalidOptionError(name, value, `an option among ${names.join(', ')}${hint}`);
  }
}

/** The most results one can ask for; leave the limit out to get all there are. */
const largestLimit = 10_000_000;

/** @returns the limit, infinite when it is not given */
export function readLimit(limit: unknown): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (Number.isInteger(limit) && (limit as number) >= 0 && (limit as number) <= largestLimit) {
    return limit as number;
  }
  throw new InvalidOptionError(
    'limit',
    limit,
    `a whole number from 0 to ${largestLimit} (leave it out for no limit)`,
  );
}

/** A finite number of at least `least`; `fallback` when it is not given. */
export function readNumber(
  option: string,
  value: unknown,
  least: number,
  unit: string,
  fallback: number,
): number {
  if (value === undefined) return fallback;
  if (typeof value === 'number' && Number.isFinite(value) && value >= least) return value;
  throw new InvalidOptionError(option, value, `a finite number of ${unit}, ${least} or more`);
}

/** One of a few words; the first when it is not given. */
export function readChoice<T extends string>(
  option: string,
  value: unknown,
  choices: readonly [T, ...T[]],
): T {
  if (value === undefined) return choices[0];
  if (choices.includes(value as T)) return value as T;
  throw new InvalidOptionError(option, value, `one of ${choices.join(', ')}`);
}
