import { InvalidPackError } from '../../errors';
import { type Crs, readCrs } from '../../geo/crs';
import { isPlainObject } from '../copy';
import { type ClockOptions, checkClock } from '../hours/local-clock';
import { readTerms } from '../terms';
import type { PackHead } from './content';

/** What a pack says of all its stations, as JSON: it is small, and read once. */
export function writeHead({ crs, decimals, terms, clock }: PackHead): string {
  return JSON.stringify({ crs, decimals, terms: sorted(terms), clock: sorted(clock) });
}

/** The same whatever order the publisher's file had; lists keep theirs. */
function sorted(value: unknown): unknown {
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  );
}

/** @throws InvalidPackError */
export function readHead(text: string): PackHead {
  try {
    const head = JSON.parse(text) as Record<string, unknown>;
    const { crs, decimals, terms, clock } = head;
    if (!Number.isInteger(decimals) || (decimals as number) < 0 || (decimals as number) > 7) {
      throw new InvalidPackError(`positions of ${String(decimals)} decimals`);
    }
    checkClock(clock as ClockOptions);
    return {
      crs: readCrs(crs, 'CRS of the pack') as Crs,
      decimals: decimals as number,
      terms: readTerms(terms),
      clock: clock as ClockOptions,
    };
  } catch (cause) {
    if (cause instanceof InvalidPackError) throw cause;
    throw new InvalidPackError('a head that cannot be read', { cause });
  }
}
