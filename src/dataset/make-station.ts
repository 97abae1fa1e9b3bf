import { type LngLat, type Position, readPosition } from '../geo/position';
import { freezeAll } from './copy';
import { isOpeningHours } from './hours/parse';
import type { Station } from './station';

/**
 * Makes a record's own copy of its known fields, checked and with defaults, the station, and freezes it.
 *
 * @param unknown fields that no station has; they go to `extra`
 * @param place turns the record's position into the set's CRS
 */
export function makeStation(
  fields: Record<string, unknown>,
  unknown: readonly [string, unknown][],
  place: (position: LngLat) => LngLat,
): Station {
  const { lng, lat } = place(readPosition(fields['position'] as Position));
  fields['position'] = { lng, lat };
  for (const list of ['services', 'audiences', 'access']) {
    const codes = new Set(fields[list] as string[]);
    if (codes.size < (fields[list] as string[]).length) fields[list] = [...codes];
  }
  const extra = [...Object.entries(fields['extra'] ?? {}), ...unknown];
  keepUnreadableHours(fields, extra);
  if (extra.length > 0) fields['extra'] = Object.fromEntries(extra);
  else delete fields['extra'];
  freezeAll(fields);
  return fields as unknown as Station;
}

/** Hours that no compiler could read are still worth showing: they become the text as supplied. */
function keepUnreadableHours(fields: Record<string, unknown>, extra: [string, unknown][]): void {
  const hours = fields['hours'] as string | undefined;
  if (hours === undefined || isOpeningHours(hours)) return;
  delete fields['hours'];
  if (fields['hoursText'] === undefined) fields['hoursText'] = hours;
  else extra.push(['hours', hours]);
}
