import type { Station } from '../../dataset/station';

/**
 * What a field holds, for formats whose columns have types. `codes`: a list of codes. `date`: a day or an
 * instant, as text. `json`: what no column type fits.
 */
export type FieldKind = 'text' | 'codes' | 'date' | 'count' | 'json';

/** Every field of a station but its position, in the order of the columns. */
const fieldKinds = {
  id: 'text',
  name: 'text',
  nameEn: 'text',
  kind: 'text',
  district: 'text',
  address: 'text',
  directions: 'text',
  services: 'codes',
  audiences: 'codes',
  access: 'codes',
  hours: 'text',
  hoursText: 'text',
  phone: 'text',
  capacity: 'count',
  beds: 'count',
  parking: 'json',
  programme: 'text',
  host: 'text',
  status: 'text',
  photos: 'json',
  offers: 'json',
  providerIds: 'json',
  verifiedAt: 'date',
  updatedAt: 'date',
  source: 'text',
  extra: 'json',
} as const satisfies Record<Exclude<keyof Station, 'position'>, FieldKind>;

export type FieldName = keyof typeof fieldKinds;

/** The fields with what each holds, in order. */
export const fields = Object.entries(fieldKinds) as readonly (readonly [FieldName, FieldKind])[];

/** Whether all counts of a field fit into 32 bits with a sign; a count may be any whole number. */
export function fitsInt32(stations: readonly Station[], field: 'capacity' | 'beds'): boolean {
  return stations.every((station) => (station[field] ?? 0) < 2 ** 31);
}
