import type { FindingList } from '../import/finding-list';
import { isRefused, type RowFacts } from '../import/row-facts';
import { metersFrom, type Spread, spreadOf } from './spread';

/**
 * Positions that cannot be: refuses those off the Earth and those at zero, and turns round those whose longitude
 * and latitude are swapped beyond doubt. Whatever CRS they are in makes no difference here.
 */
export function repairPositions(rows: RowFacts, findings: FindingList): void {
  const spread = spreadOf(rows.lng, rows.lat, plausible(rows));
  for (let at = 0; at < rows.size; at++) {
    if (!rows.isStation(at)) continue;
    const lng = rows.lng[at]!;
    const lat = rows.lat[at]!;
    const value = `${lng},${lat}`;
    if (lng === 0 && lat === 0) {
      refuse(rows, at);
      findings.at(at, { severity: 'error', code: 'position-zero', field: 'lng', value });
    } else if (isFar(spread, lng, lat) && isNear(spread, lat, lng)) {
      swap(rows, at);
      const suggestion = `${lat},${lng}`;
      const code = 'position-swapped';
      findings.at(at, { severity: 'warning', code, field: 'lng', value, suggestion });
    } else if (!isOnEarth(lng, lat)) {
      refuse(rows, at);
      const suggestion = isOnEarth(lat, lng) ? `${lat},${lng}` : undefined;
      const code = 'position-out-of-range';
      findings.at(at, { severity: 'error', code, field: 'lng', value, suggestion });
    } else if ((lng === 0 || lat === 0) && isFar(spread, lng, lat)) {
      refuse(rows, at);
      findings.at(at, { severity: 'error', code: 'position-zero', field: 'lng', value });
    }
  }
}

/** Those that say where the stations are. */
function plausible(rows: RowFacts): Uint32Array {
  return rows
    .stations()
    .filter(
      (at) => isOnEarth(rows.lng[at]!, rows.lat[at]!) && (rows.lng[at] !== 0 || rows.lat[at] !== 0),
    );
}

/** Without a spread nothing on Earth is far. */
function isFar(spread: Spread | undefined, lng: number, lat: number): boolean {
  if (!isOnEarth(lng, lat)) return true;
  return spread !== undefined && metersFrom(spread, lng, lat) > spread.reachMeters;
}

/** Beyond doubt: a place in Tanzania, turned round, lies west of Spain, and is no slip of a British sheet. */
function isNear(spread: Spread | undefined, lng: number, lat: number): boolean {
  if (!isOnEarth(lng, lat)) return false;
  return spread === undefined || metersFrom(spread, lng, lat) <= spread.usualMeters;
}

function isOnEarth(lng: number, lat: number): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function swap(rows: RowFacts, at: number): void {
  const lng = rows.lng[at]!;
  rows.lng[at] = rows.lat[at]!;
  rows.lat[at] = lng;
}

function refuse(rows: RowFacts, at: number): void {
  rows.state[at] = isRefused;
}
