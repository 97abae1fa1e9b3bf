import { type LngLat, type Position, readPosition } from '../geo/position';
import { freezeAll } from './copy';
import { isOpeningHours } from './hours-syntax';
import { fieldNames } from './schema';
import type { Station, StationRecord } from './station';

/** A record's known fields, checked and copied. */
export type CheckedFields = Omit<StationRecord, 'extra'> & {
  readonly extra?: Record<string, unknown>;
};

/** What most sources leave out. */
const defaults = {
  kind: 'other',
  services: [],
  audiences: [],
  access: [],
  status: 'active',
} as const;

/**
 * The station of a record that has been checked, frozen.
 *
 * @param unknown fields that no station has; they go to `extra`
 * @param place turns the record's position into the set's CRS
 */
export function makeStation(
  record: CheckedFields,
  unknown: readonly [string, unknown][],
  place: (position: LngLat) => LngLat,
): Station {
  const { lng, lat } = place(readPosition(record.position as Position));
  const extra = [...Object.entries(record.extra ?? {}), ...unknown];
  const fields: Record<string, unknown> = {
    ...defaults,
    ...record,
    position: { lng, lat },
    services: unique(record.services),
    audiences: unique(record.audiences),
    access: unique(record.access),
  };
  keepUnreadableHours(fields, extra);
  fields['extra'] = extra.length > 0 ? Object.fromEntries(extra) : undefined;
  // One order of fields for all stations, whatever the record's.
  const given = fieldNames.filter((name) => fields[name] !== undefined);
  const station = Object.fromEntries(given.map((name) => [name, fields[name]]));
  freezeAll(station);
  return station as unknown as Station;
}

/** Hours that no compiler could read are still worth showing: they become the text as supplied. */
function keepUnreadableHours(fields: Record<string, unknown>, extra: [string, unknown][]): void {
  const hours = fields['hours'] as string | undefined;
  if (hours === undefined || isOpeningHours(hours)) return;
  fields['hours'] = undefined;
  if (fields['hoursText'] === undefined) fields['hoursText'] = hours;
  else extra.push(['hours', hours]);
}

function unique(codes: readonly string[] = []): readonly string[] {
  return [...new Set(codes)];
}
