import * as z from 'zod/mini';
import { positionFault } from '../geo/position';
import { nearestSpelling } from '../wording';
import { isPlainObject } from './copy';
import { type fieldNames, type StationStatus, statuses } from './station';
import { codesOf, isCode, type VocabularyName } from './vocabulary';

/*
 * What a station record must look like. Every message is the phrase after "expected": what is allowed.
 * This is the only file that knows zod.
 */

/** A value that passes `test`; `expected` names what is allowed, also when it depends on what was given. */
function value<T>(
  test: (input: unknown) => boolean,
  expected: string | ((input: unknown) => string),
) {
  return z.custom<T>(test, {
    error: (issue) => (typeof expected === 'string' ? expected : expected(issue.input)),
  });
}

function code(vocabulary: VocabularyName) {
  const codes = codesOf(vocabulary);
  return value<string>(
    (input) => typeof input === 'string' && isCode(vocabulary, input),
    (input) => {
      const suggestion = nearestSpelling(input, codes);
      const hint = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
      return `one of ${codes.join(', ')}, or the dataset's own x-…${hint}`;
    },
  );
}

function codeList(vocabulary: VocabularyName) {
  return z.array(code(vocabulary), 'a list of codes');
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isDate(input: unknown, withTime: boolean): boolean {
  const match = typeof input === 'string' ? datePattern.exec(input) : null;
  if (match === null || !isDay(Number(match[1]), Number(match[2]), Number(match[3]))) return false;
  return match[4] === undefined || (withTime && !Number.isNaN(Date.parse(match[0])));
}

let stationSchema: ReturnType<typeof makeSchema> | undefined;

/** Made by the first record that is checked: an app that opens packs has none. */
function makeSchema() {
  // Content security policies forbid `new Function`, which zod would otherwise compile its schemas with.
  z.config({ jitless: true });
  const text = z.string('text');
  const id = value<string>(
    (input) => typeof input === 'string' && input !== '',
    'text that is not empty',
  );
  const count = value<number>(
    (input) => Number.isInteger(input) && (input as number) >= 0,
    'a whole number, 0 or more',
  );

  const position = value<unknown>(
    (input) => positionFault(input) === undefined,
    (input) => positionFault(input) as string,
  );

  const day = value<string>((input) => isDate(input, false), 'a day, YYYY-MM-DD');
  const instant = value<string>(
    (input) => isDate(input, true),
    'a day, YYYY-MM-DD, or an instant such as 2026-11-23T08:00:00Z',
  );

  const places = value<number | boolean>(
    (input) => typeof input === 'boolean' || (Number.isInteger(input) && (input as number) >= 0),
    'a whole number, 0 or more, or true or false',
  );

  const object = 'an object';

  const offer = z.object(
    {
      title: id,
      service: z.optional(code('services')),
      description: z.optional(text),
      from: z.optional(day),
      until: z.optional(day),
      hours: z.optional(text),
    },
    object,
  );

  const shape: Record<(typeof fieldNames)[number], z.ZodMiniType> = {
    id,
    name: z.optional(text),
    nameEn: z.optional(text),
    position,
    address: z.optional(text),
    directions: z.optional(text),
    kind: z.optional(code('kinds')),
    programme: z.optional(text),
    host: z.optional(text),
    district: z.optional(
      value<string>(
        (input) => typeof input === 'string' && /^\d{6}$/.test(input),
        'six digits, as text',
      ),
    ),
    services: z.optional(codeList('services')),
    audiences: z.optional(codeList('audiences')),
    access: z.optional(codeList('access')),
    hours: z.optional(text),
    hoursText: z.optional(text),
    phone: z.optional(text),
    capacity: z.optional(count),
    parking: z.optional(
      z.object(
        { ebike: z.optional(places), car: z.optional(places), truck: z.optional(places) },
        object,
      ),
    ),
    beds: z.optional(count),
    photos: z.optional(z.array(text, 'a list of addresses')),
    offers: z.optional(z.array(offer, 'a list of offers')),
    providerIds: z.optional(
      z.object(
        { amap: z.optional(text), tencent: z.optional(text), baidu: z.optional(text) },
        object,
      ),
    ),
    status: z.optional(
      value<StationStatus>(
        (input) => statuses.includes(input as StationStatus),
        `one of ${statuses.join(', ')}`,
      ),
    ),
    verifiedAt: z.optional(instant),
    updatedAt: z.optional(instant),
    source: z.optional(text),
    // Any own key at all may stand in here, `__proto__` too, so it is checked but not rebuilt.
    extra: z.optional(value<object>(isPlainObject, object)),
  };
  return z.object(shape, object);
}

export interface FieldProblem {
  readonly path: readonly PropertyKey[];
  readonly allowed: string;
}

/** Everything that is wrong with the known fields of one record; nothing when they make a station. */
export function checkFields(fields: unknown): readonly FieldProblem[] {
  stationSchema ??= makeSchema();
  const result = stationSchema.safeParse(fields);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({ path: issue.path, allowed: issue.message }));
}
