import type { Crs } from '../../../geo/crs';
import { cellText, isNothing } from '../values/cell-text';
import { readCoordinate } from '../values/coordinate';
import { readCoordinatePair } from '../values/coordinate-pair';
import type { Column } from './column';

/** Where a table has its positions: in two columns, or both numbers in one. */
export type PositionPlan =
  | { readonly lng: Column; readonly lat: Column; readonly crs: Crs | undefined }
  | {
      readonly pair: Column;
      readonly isLatFirst: boolean;
      readonly crs: Crs | undefined;
      /** For rows whose pair is blank: lines of NDJSON may be features and records by turns. */
      readonly otherwise?: { readonly lng: Column; readonly lat: Column } | undefined;
    };

/** The columns that a plan takes positions from. */
export function columnsOf(plan: PositionPlan): readonly Column[] {
  if (!('pair' in plan)) return [plan.lng, plan.lat];
  return plan.otherwise ? [plan.pair, plan.otherwise.lng, plan.otherwise.lat] : [plan.pair];
}

type Rows = readonly { readonly cells: readonly unknown[] }[];

/** Of a table with several, the one that needs no conversion; one that says what it is in before one that does not. */
const preference: readonly (Crs | undefined)[] = ['wgs84', 'gcj02', 'bd09', undefined];

/** The columns to take positions from. A table may have several pairs: one for each map. */
export function planPositions(columns: readonly Column[], rows: Rows): PositionPlan | undefined {
  // A feature is where its geometry is, whatever its properties say.
  const geometry = columns.find(
    ({ field, header }) => field === 'position' && header === 'geometry',
  );
  const hasGeometry = ({ cells }: Rows[number]) => Array.isArray(cells[geometry?.index ?? -1]);
  if (geometry !== undefined && rows.some(hasGeometry)) {
    const [lng, lat] = ['lng', 'lat'].map((field) =>
      columns.find((column) => column.field === field && column.crs === undefined),
    );
    const otherwise = lng && lat && !rows.every(hasGeometry) ? { lng, lat } : undefined;
    return { pair: geometry, isLatFirst: false, crs: undefined, otherwise };
  }
  const plans: PositionPlan[] = [];
  for (const crs of preference) {
    const of = (field: string) =>
      columns.find((column) => column.field === field && column.crs === crs);
    const [lng, lat, pair] = [of('lng'), of('lat'), of('position')];
    if (lng && lat) plans.push({ lng, lat, crs });
    if (pair) plans.push({ pair, isLatFirst: isLatFirst(pair, rows), crs });
  }
  // 经度（GCJ02） beside a bare 纬度.
  const [lng, lat] = ['lng', 'lat'].map((field) =>
    columns.find((column) => column.field === field),
  );
  if (plans.length === 0 && lng && lat) return { lng, lat, crs: lng.crs ?? lat.crs };
  return plans.find((plan) => hasValues(plan, rows)) ?? plans[0];
}

function hasValues(plan: PositionPlan, rows: Rows): boolean {
  const { index } = 'pair' in plan ? plan.pair : plan.lng;
  return rows.some(({ cells }) => !isNothing(cellText(cells[index])));
}

/** In China the larger number is the longitude; beyond 90 it is so anywhere. */
export function looksSwapped(first: number, second: number): boolean | undefined {
  const [a, b] = [Math.abs(first), Math.abs(second)];
  if (b > 90 && b <= 180 && a <= 90) return true;
  if (a > 90 && a <= 180 && b <= 90) return false;
  if (first >= 17 && first <= 54 && second >= 73 && second <= 136) return true;
  if (second >= 17 && second <= 54 && first >= 73 && first <= 136) return false;
  return undefined;
}

/** Whether the two columns hold each other's numbers, which nearly all rows must say. */
export function areSwapped(lng: Column, lat: Column, rows: Rows): boolean {
  let swapped = 0;
  let right = 0;
  let all = 0;
  for (const { cells } of rows) {
    const [x, y] = [readCoordinate(cells[lng.index]), readCoordinate(cells[lat.index])];
    if (x === undefined || y === undefined) continue;
    all++;
    const looks = looksSwapped(x.value, y.value);
    if (looks === true || x.axis === 'lat') swapped++;
    else if (looks === false) right++;
  }
  return swapped > all / 2 && swapped >= 4 * right;
}

function isLatFirst(pair: Column, rows: Rows): boolean {
  let latFirst = 0;
  let lngFirst = 0;
  for (const { cells } of rows) {
    const read = readCoordinatePair(cells[pair.index]);
    if (read === undefined) continue;
    const looks =
      read[0].axis === undefined
        ? looksSwapped(read[0].value, read[1].value)
        : read[0].axis === 'lat';
    if (looks === true) latFirst++;
    else if (looks === false) lngFirst++;
  }
  if (latFirst + lngFirst > 0) return latFirst > lngFirst;
  // Only the header is left: latlng, lat/lon, 纬度经度.
  if (/^\W*(?:lat|纬)/i.test(pair.header)) return true;
  if (/^\W*(?:lng|lon|经|x)/i.test(pair.header)) return false;
  // A geometry has its longitude first; people copy from maps, which outside China have it last.
  return rows.some(({ cells }) => {
    const cell = cells[pair.index];
    return typeof cell === 'string' && /^[\s(]*[-+\d]/.test(cell);
  });
}

/** The numbers of the sample, for what they have in common. */
export function* pairsOf(plan: PositionPlan, rows: Rows): Iterable<readonly [number, number]> {
  for (const { cells } of rows) {
    const [x, y] =
      'pair' in plan
        ? (readCoordinatePair(cells[plan.pair.index]) ?? [])
        : [readCoordinate(cells[plan.lng.index]), readCoordinate(cells[plan.lat.index])];
    if (x !== undefined && y !== undefined) yield [x.value, y.value];
  }
}
