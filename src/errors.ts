import { nearestSpelling, show } from './wording';

/**
 * The base of every error this package throws on purpose. `code` is stable across releases and is
 * what a program should test; `message` is for people and says what was given and what is allowed.
 *
 * @example
 * try {
 *   set.nearest({ lng: 31.23, lat: 121.47 });
 * } catch (error) {
 *   isYizhanError(error) && error.code; // 'INVALID_POSITION'
 * }
 */
export class YizhanError extends Error {
  override readonly name: string = 'YizhanError';
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message);
    this.code = code;
    // Assigned by hand: the two-argument Error constructor is newer than some of our hosts.
    if (options && 'cause' in options) this.cause = options.cause;
  }
  declare readonly cause?: unknown;
}

/** Whether `value` is one of our errors, also when it was made by another copy of this package. */
export function isYizhanError(value: unknown): value is YizhanError {
  return (
    value instanceof Error &&
    typeof (value as { code?: unknown }).code === 'string' &&
    (value instanceof YizhanError || yizhanErrorNames.has(value.name))
  );
}

/** A position that is not a place on Earth: not numbers, or out of range. `code: 'INVALID_POSITION'`. */
export class InvalidPositionError extends YizhanError {
  override readonly name = 'InvalidPositionError';
  readonly value: unknown;

  constructor(what: string, value: unknown, expected: string) {
    super('INVALID_POSITION', `Invalid ${what}: expected ${expected}, got ${show(value)}`);
    this.value = value;
  }
}

/** An option that is unknown or has a value it cannot have. `code: 'INVALID_OPTION'`. */
export class InvalidOptionError extends YizhanError {
  override readonly name = 'InvalidOptionError';
  readonly option: string;
  readonly value: unknown;

  constructor(option: string, value: unknown, expected: string) {
    super('INVALID_OPTION', `Invalid option ${option}: expected ${expected}, got ${show(value)}`);
    this.option = option;
    this.value = value;
  }
}

/** A name that is not in its vocabulary, with the nearest spelling that is. `code: 'UNKNOWN_CODE'`. */
export class UnknownCodeError extends YizhanError {
  override readonly name = 'UnknownCodeError';
  readonly value: unknown;
  readonly allowed: readonly string[];
  readonly suggestion: string | undefined;

  constructor(what: string, value: unknown, codes: readonly string[], extra?: string) {
    const suggestion = nearestSpelling(value, codes);
    const hint = suggestion === undefined ? '' : `; did you mean ${suggestion}?`;
    const more = extra === undefined ? '' : `, or ${extra}`;
    super(
      'UNKNOWN_CODE',
      `Unknown ${what} ${show(value)}${hint} (allowed: ${codes.join(', ')}${more})`,
    );
    this.value = value;
    this.allowed = codes;
    this.suggestion = suggestion;
  }
}

/** One thing wrong with one field of one record of a batch. */
export interface RecordProblem {
  /** Which record of the batch, counted from 1 (in a CSV file: the data row, the header not counted). */
  readonly record: number;
  /** The record's id, where it has one that can be read. */
  readonly id: string | undefined;
  /** The field, as a path: `position`, `services[2]`, `offers[0].from`. Empty: the whole record. */
  readonly field: string;
  readonly value: unknown;
  /** What is allowed there. */
  readonly allowed: string;
}

/** One problem in words, on one line. */
export function describeProblem(problem: RecordProblem): string {
  const id = problem.id === undefined ? '' : ` (id ${show(problem.id)})`;
  const field = problem.field === '' ? '' : `${problem.field}: `;
  return `record ${problem.record}${id}: ${field}expected ${problem.allowed}, got ${show(problem.value)}`;
}

/** Records that are not stations; `problems` has every problem of every record. `code: 'INVALID_RECORDS'`. */
export class InvalidRecordsError extends YizhanError {
  override readonly name = 'InvalidRecordsError';
  readonly problems: readonly RecordProblem[];

  constructor(problems: readonly RecordProblem[], total: number) {
    const bad = new Set(problems.map((problem) => problem.record)).size;
    const shown = problems.slice(0, 5).map((problem) => `\n  ${describeProblem(problem)}`);
    const rest = problems.length - shown.length;
    super(
      'INVALID_RECORDS',
      `${bad} of ${total} records ${bad === 1 ? 'is not a station' : 'are not stations'}:${shown.join('')}` +
        (rest > 0 ? `\n  … and ${rest} more, all in error.problems` : '') +
        `\nPass onInvalid: 'skip' to go on without them`,
    );
    this.problems = problems;
  }
}

/** Input that should be GeoJSON and is not. `code: 'INVALID_GEOJSON'`. */
export class InvalidGeoJsonError extends YizhanError {
  override readonly name = 'InvalidGeoJsonError';

  constructor(expected: string, value: unknown) {
    super(
      'INVALID_GEOJSON',
      `Not the GeoJSON needed here: expected ${expected}, got ${show(value)}`,
    );
  }
}

/** An area that encloses nothing definite: an open ring, too few corners. `code: 'INVALID_AREA'`. */
export class InvalidAreaError extends YizhanError {
  override readonly name = 'InvalidAreaError';

  constructor(where: string, expected: string, value: unknown) {
    super('INVALID_AREA', `Invalid area: ${where} must be ${expected}, got ${show(value)}`);
  }
}

/**
 * A route that cannot be read or travelled: text cut short, no points, or a leap to the opposite side
 * of the Earth. `code: 'INVALID_ROUTE'`.
 */
export class InvalidRouteError extends YizhanError {
  override readonly name = 'InvalidRouteError';
  /** Where the text is wrong, in UTF-16 units counted from 1, where it is text that is wrong. */
  readonly character: number | undefined;

  constructor(message: string, character?: number) {
    super(
      'INVALID_ROUTE',
      `Invalid route: ${message}${character === undefined ? '' : `, at character ${character}`}`,
    );
    this.character = character;
  }
}

/** Why a file of stations could not be read. */
export type DataFileErrorCode =
  | 'FILE_NOT_READABLE'
  | 'FILE_EMPTY'
  | 'FILE_BINARY'
  | 'FILE_ENCODING'
  | 'FILE_TOO_LARGE'
  | 'FILE_FORMAT';

/** Hours that are not in OpenStreetMap `opening_hours` syntax. `at` is where they stop being so. `code: 'INVALID_HOURS'`. */
export class InvalidHoursError extends YizhanError {
  override readonly name = 'InvalidHoursError';
  readonly value: unknown;
  /** In characters from the start. */
  readonly at: number;

  constructor(value: unknown, expected: string, at: number) {
    const rest = typeof value === 'string' ? value.slice(at, at + 20) : undefined;
    const where = rest === '' ? ' at the end' : ` at character ${at + 1}, ${show(rest)}`;
    super(
      'INVALID_HOURS',
      `Invalid hours ${show(value)}: expected ${expected}${rest === undefined ? '' : where}`,
    );
    this.value = value;
    this.at = at;
  }
}

/** A file that could not be read as stations or as a route; `code` says why, `path` which. */
export class DataFileError extends YizhanError {
  override readonly name = 'DataFileError';
  readonly path: string;

  constructor(
    code: DataFileErrorCode,
    path: string,
    reason: string,
    options?: { cause?: unknown },
  ) {
    super(code, `Cannot read ${show(path)}: ${reason}`, options);
    this.path = path;
  }
}

/** Bytes that are no pack, or no change to this one. `code: 'INVALID_PACK'`. */
export class InvalidPackError extends YizhanError {
  override readonly name = 'InvalidPackError';

  /** @param found what was found where it should not be */
  constructor(found: string, options?: { cause?: unknown }) {
    super(
      'INVALID_PACK',
      `Invalid pack: expected one as docs/station-pack.proto has it, found ${found}`,
      options,
    );
  }
}

/** Why a manifest, or a statement of new keys, is not accepted. */
export type ManifestErrorCode =
  | 'NOT_MANIFEST'
  | 'MANIFEST_TOO_LARGE'
  | 'UNSIGNED'
  | 'UNKNOWN_KEY'
  | 'BAD_SIGNATURE'
  | 'THRESHOLD_NOT_MET'
  | 'MANIFEST_INVALID'
  | 'UNSUPPORTED_FORMAT'
  | 'SDK_TOO_OLD'
  | 'WRONG_DATASET'
  | 'WRONG_CHANNEL'
  | 'ROLLBACK'
  | 'EQUIVOCATION'
  | 'NOT_KEYS'
  | 'KEYS_INVALID'
  | 'KEYS_GAP';

/** A manifest or a statement of new keys that is not to be trusted, or not for this app; `code` says why. */
export class InvalidManifestError extends YizhanError {
  override readonly name = 'InvalidManifestError';
  declare readonly code: ManifestErrorCode;

  constructor(code: ManifestErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}

export type UpdateErrorCode =
  | 'NETWORK_FAILED'
  | 'NETWORK_STALLED'
  | 'NETWORK_TOO_SLOW'
  | 'DEADLINE_PASSED'
  | 'HTTP_STATUS'
  | 'SERVER_BUSY'
  | 'FOREIGN_REDIRECT'
  | 'WRONG_SIZE'
  | 'WRONG_HASH'
  | 'NO_SUCH_PACK'
  | 'NO_GEOJSON'
  | 'SHRUNK'
  | 'ABORTED'
  | 'CLOSED'
  | 'NO_STATIONS'
  | 'BUNDLED_FAILED'
  | 'LISTENER_FAILED';

/** An update that did not come about, or a client that has no stations yet; `code` says why. What was there stays. */
export class UpdateError extends YizhanError {
  override readonly name = 'UpdateError';
  declare readonly code: UpdateErrorCode;
  readonly status: number | undefined;
  /** How long the server wants to be left alone, a day at most. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: UpdateErrorCode,
    message: string,
    options: { cause?: unknown; status?: number; retryAfterSeconds?: number | undefined } = {},
  ) {
    super(code, message, options);
    this.status = options.status;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export type StorageErrorCode = 'STORAGE_FULL' | 'STORAGE_READ_ONLY' | 'STORAGE_FAILED';

/** A device's storage that is full, may not be written, or fails; `code` says which. */
export class StorageError extends YizhanError {
  override readonly name = 'StorageError';
  declare readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}

const yizhanErrorNames: ReadonlySet<string> = new Set(
  `YizhanError InvalidPositionError InvalidOptionError UnknownCodeError InvalidRecordsError
  InvalidGeoJsonError InvalidAreaError InvalidRouteError InvalidHoursError DataFileError InvalidPackError
  ExportError InvalidManifestError PublishError UpdateError StorageError`.split(/\s+/),
);
