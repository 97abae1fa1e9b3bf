import { InvalidPackError } from '../../errors';
import { isPlainObject } from '../copy';
import type { PackRow } from '../pack/content';
import { jsonFields, mostNumber, numberFields, textFields } from '../pack/fields';
import { statuses } from '../station';

/**
 * A station from fields of a delta: of the types that packs hold. What they mean was checked by the publisher, and is
 * signed; this keeps a broken delta from breaking whoever reads it.
 *
 * @throws InvalidPackError
 */
export function checkRow(fields: Readonly<Record<string, unknown>>): PackRow['station'] {
  const { id, kind, services, audiences, access, status, offers, photos, extra } = fields;
  const isFine =
    isText(id) &&
    id !== '' &&
    isText(kind) &&
    [services, audiences, access].every((list) => isTexts(list)) &&
    statuses.includes(status as (typeof statuses)[number]) &&
    (offers === undefined || (Array.isArray(offers) && offers.every(isOffer))) &&
    (photos === undefined || isTexts(photos)) &&
    (extra === undefined || isPlainObject(extra)) &&
    textFields.every((name) => isMissing(fields, name) || isText(valueAt(fields, name))) &&
    numberFields.every(
      (name) => isMissing(fields, name) || isNumber(valueAt(fields, name), name),
    ) &&
    Object.keys(fields).every((name) => known.has(name));
  if (!isFine) throw new InvalidPackError('a station with a field of another type');
  return fields as unknown as PackRow['station'];
}

const known: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'services',
  'audiences',
  'access',
  'status',
  'offers',
  ...[...textFields, ...jsonFields, ...numberFields].map((name) => name.split('.')[0]!),
]);

/** `parking.car` is a member of `parking`. */
function valueAt(fields: Readonly<Record<string, unknown>>, path: string): unknown {
  const [name, member] = path.split('.') as [string, string?];
  if (member === undefined) return fields[name];
  return isPlainObject(fields[name]) ? fields[name][member] : fields[name];
}

function isMissing(fields: Readonly<Record<string, unknown>>, path: string): boolean {
  return valueAt(fields, path) === undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isNumber(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return path.startsWith('parking.');
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= mostNumber;
}

function isOffer(value: unknown): boolean {
  return isPlainObject(value) && isText(value['title']) && Object.values(value).every(isText);
}
