import { readGeoJson } from '../dataset/geojson';
import { type ClockOptions, checkClock } from '../dataset/hours/local-clock';
import { readRecords, type StationBatch } from '../dataset/records';
import type { StationRecord } from '../dataset/station';
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

/** The records of a collection, and the options with what it states where they say nothing. */
export function readCollection(
  collection: unknown,
  options: StationSetOptions,
): { records: StationRecord[]; stated: StationSetOptions } {
  const { records, crs, terms, clock } = readGeoJson(collection);
  return {
    records: records as StationRecord[],
    stated: {
      ...options,
      sourceCrs: options?.sourceCrs ?? crs,
      terms: options?.terms ?? terms,
      utcOffsetMinutes: options?.utcOffsetMinutes ?? clock.utcOffsetMinutes,
      holidays: options?.holidays === undefined ? clock.holidays : options.holidays,
    },
  };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof (value as Partial<Iterable<unknown>> | undefined)?.[Symbol.iterator] === 'function';
}
