import { type ClockOptions, checkClock } from '../dataset/hours/local-clock';
import { readRecords, type StationBatch } from '../dataset/records';
import { readTerms } from '../dataset/terms';
import type { OwnTerms } from '../dataset/vocabulary';
import { InvalidOptionError } from '../errors';
import { type Crs, convertChecked, readCrs } from '../geo/crs';
import { checkOptionNames, readChoice } from '../options';
import type { StationSetOptions } from './set-options';

/** What a set is made of, checked. */
export interface SetContent extends StationBatch {
  readonly crs: Crs;
  readonly terms: OwnTerms;
  readonly clock: ClockOptions;
}

const optionNames = ['crs', 'sourceCrs', 'onInvalid', 'terms', 'utcOffsetMinutes', 'holidays'];

/** @throws InvalidRecordsError, UnknownCodeError, InvalidOptionError */
export function readSet(records: Iterable<unknown>, options: StationSetOptions): SetContent {
  checkOptionNames(options, optionNames);
  const { utcOffsetMinutes, holidays } = options;
  const crs = readCrs(options.crs, 'crs');
  const sourceCrs = options.sourceCrs === undefined ? crs : readCrs(options.sourceCrs, 'sourceCrs');
  const onInvalid = readChoice('onInvalid', options.onInvalid, ['throw', 'skip']);
  const terms = readTerms(options.terms ?? {});
  const clock = { utcOffsetMinutes, holidays };
  checkClock(clock);
  if (!isIterable(records)) {
    throw new InvalidOptionError('records', records, 'an array of station records');
  }
  const batch = readRecords(records, onInvalid, (position) =>
    convertChecked(position, sourceCrs, crs),
  );
  return { ...batch, crs, terms, clock };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof (value as Partial<Iterable<unknown>> | undefined)?.[Symbol.iterator] === 'function';
}
