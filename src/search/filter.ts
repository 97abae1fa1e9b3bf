import { type Instant, readInstant, readMinutes } from '../dataset/schedule/opening';
import type { Station } from '../dataset/station';
import {
  type Access,
  type Audience,
  codesOf,
  isCode,
  type Kind,
  type Service,
  type VocabularyName,
} from '../dataset/vocabulary';
import { InvalidOptionError, UnknownCodeError } from '../errors';
import { type Clause, type CodeField, everyone } from './code-bits';
import type { OpeningDemand } from './openings';

/**
 * Which stations a query may return. A station must pass every part that is given; a list that is
 * empty asks for nothing and so excludes nothing.
 */
export interface Filter {
  /** All of these services. */
  readonly services?: readonly Service[] | undefined;
  /** At least one of these services. */
  readonly anyService?: readonly Service[] | undefined;
  /** Welcome to this audience; a station that lists none welcomes everyone. */
  readonly audience?: Audience | undefined;
  /** At least one of these ways in. A station that lists none is left out: nobody said how to get in. */
  readonly access?: readonly Access[] | undefined;
  /** One of these kinds. */
  readonly kinds?: readonly Kind[] | undefined;
  /** In one of these districts, by six-digit code. */
  readonly districts?: readonly string[] | undefined;
  /** Not closed then, by the station's own clock. @default closed stations are returned, too */
  readonly openAt?: Instant | undefined;
  /** Nor closed at any time in so many minutes from then on; from now on, where `openAt` is not given. @default 0 */
  readonly openFor?: number | undefined;
  /**
   * With `openAt` or `openFor`: whether stations that may be open or closed, for all anybody knows, are returned.
   * They keep their place in the order, and their `opening` says `unknown`.
   * @default true
   */
  readonly includeUnknown?: boolean | undefined;
  /**
   * Something featured or scheduled of this service: a doctor on Wednesdays. Opening hours are then those of what
   * is offered. Without `openAt` and `openFor`, it only must not be over.
   */
  readonly offer?: Service | undefined;
  /** Anything else. Called only for stations that pass all other parts. */
  readonly where?: ((station: Station) => boolean) | undefined;
}

export const filterNames = [
  'services',
  'anyService',
  'audience',
  'access',
  'kinds',
  'districts',
  'openAt',
  'openFor',
  'includeUnknown',
  'offer',
  'where',
] as const satisfies readonly (keyof Filter)[];

/** A filter, checked, in the parts that an index asks about. */
export interface FilterParts {
  /** All of these must hold. */
  readonly clauses: readonly Clause[];
  readonly districts: readonly string[] | undefined;
  readonly offer: Service | undefined;
  /** What must hold of opening hours, if anything must. */
  readonly opening: OpeningDemand | undefined;
  /** When hits say whether they are open. */
  readonly at: number;
  readonly where: Filter['where'];
}

/**
 * Checks what a filter asks for.
 *
 * @throws UnknownCodeError for a code that is in no vocabulary, InvalidOptionError for anything else amiss
 */
export function readFilter(filter: Filter): FilterParts {
  const { audience, where } = filter;
  const clauses: Clause[] = [];
  const atLeastOne = (field: CodeField, codes: readonly string[] | undefined) => {
    if (codes) clauses.push({ field, codes });
  };
  const all = readCodes('services', filter.services, 'services', 'service');
  for (const code of all ?? []) atLeastOne('services', [code]);
  atLeastOne('services', readCodes('anyService', filter.anyService, 'services', 'service'));
  if (audience !== undefined) {
    checkCode('audience', audience, 'audiences', 'audience');
    atLeastOne('audiences', [audience, everyone]);
  }
  atLeastOne('access', readCodes('access', filter.access, 'access', 'access'));
  atLeastOne('kinds', readCodes('kinds', filter.kinds, 'kinds', 'kind'));
  if (where !== undefined && typeof where !== 'function') {
    throw new InvalidOptionError('where', where, 'a function');
  }
  const districts = readDistricts(filter.districts);
  return { clauses, districts, ...readOpening(filter), where };
}

type OpeningParts = Pick<FilterParts, 'offer' | 'opening' | 'at'>;

function readOpening({ openAt, openFor, includeUnknown, offer }: Filter): OpeningParts {
  const at = openAt === undefined ? Date.now() : readInstant('openAt', openAt);
  const minutes = readMinutes('openFor', openFor);
  if (includeUnknown !== undefined && typeof includeUnknown !== 'boolean') {
    throw new InvalidOptionError('includeUnknown', includeUnknown, 'true or false');
  }
  if (offer !== undefined) checkCode('offer', offer, 'services', 'service');
  const isJudged = openAt !== undefined || openFor !== undefined;
  if (!isJudged && includeUnknown === false) {
    throw new InvalidOptionError('includeUnknown', includeUnknown, 'openAt or openFor beside it');
  }
  const opening = { at, minutes, includeUnknown: includeUnknown ?? true, offer };
  return { at, offer, opening: isJudged ? opening : undefined };
}

/** The codes of a list; `undefined` when it asks for nothing. */
function readCodes(
  option: string,
  list: unknown,
  vocabulary: VocabularyName,
  what: string,
): readonly string[] | undefined {
  const codes = readList(option, list, `a list of ${what} codes`);
  for (const code of codes ?? []) checkCode(option, code, vocabulary, what);
  return codes as readonly string[] | undefined;
}

function readList(option: string, list: unknown, expected: string): readonly unknown[] | undefined {
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) throw new InvalidOptionError(option, list, expected);
  // A copy: the filter may be remembered, and the caller may reuse their list.
  return list.length === 0 ? undefined : [...list];
}

function checkCode(option: string, code: unknown, vocabulary: VocabularyName, what: string): void {
  if (typeof code === 'string' && isCode(vocabulary, code)) return;
  throw new UnknownCodeError(
    `${what} in ${option}`,
    code,
    codesOf(vocabulary),
    "a dataset's own x-… code",
  );
}

function readDistricts(list: unknown): readonly string[] | undefined {
  const expected = 'a list of six-digit codes, as text';
  const districts = readList('districts', list, expected);
  districts?.forEach((code) => {
    if (typeof code !== 'string' || !/^\d{6}$/.test(code)) {
      throw new InvalidOptionError('districts', code, expected);
    }
  });
  return districts as readonly string[] | undefined;
}
