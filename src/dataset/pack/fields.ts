/*
 * Which fields of a station are columns of which type. The columns are named in the file, so that a field that comes
 * later is skipped by those who do not know it.
 */

/** Columns of text. `providerIds` and `parking` have a column for each of their members. */
export const textFields = [
  'name',
  'nameEn',
  'address',
  'directions',
  'programme',
  'host',
  'district',
  'hours',
  'hoursText',
  'phone',
  'providerIds.amap',
  'providerIds.tencent',
  'providerIds.baidu',
  'verifiedAt',
  'updatedAt',
  'source',
] as const;

/** Columns of text that is JSON. */
export const jsonFields = ['photos', 'extra'] as const;

/** Columns of numbers: 0 for none, 1 for false, 2 for true, 3 for 0, and so on. */
export const numberFields = [
  'capacity',
  'beds',
  'parking.ebike',
  'parking.car',
  'parking.truck',
] as const;

export type TextField = (typeof textFields)[number];
export type JsonField = (typeof jsonFields)[number];
export type NumberField = (typeof numberFields)[number];

/** A number or a yes or no, as columns of numbers have it. */
export function numberOf(value: number | boolean | undefined): number {
  if (value === undefined) return 0;
  return typeof value === 'boolean' ? 1 + Number(value) : value + 3;
}

export function valueAs(number: number): number | boolean | undefined {
  if (number === 0) return undefined;
  return number < 3 ? number === 2 : number - 3;
}

/** The greatest number that a column holds. */
export const mostNumber = 2 ** 32 - 4;
