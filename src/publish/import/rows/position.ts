import type { LngLat } from '../../../geo/position';
import type { PositionPlan } from '../columns/positions';
import { columnsOf, looksSwapped, pairsOf } from '../columns/positions';
import type { GridRow } from '../tables/grid';
import { cellText, isNothing } from '../values/cell-text';
import { type Coordinate, readCoordinate } from '../values/coordinate';
import { readCoordinatePair } from '../values/coordinate-pair';
import { gridOf } from '../values/grids';
import { middleOf, type Region, regionOf, toDegrees } from '../values/to-degrees';
import type { RowDraft } from './row-draft';

/** Reads the positions of one table's rows, one after the other. */
export class PositionReader {
  private readonly near: {
    region: Region;
    middle: LngLat | undefined;
    previous: LngLat | undefined;
    grid: string | undefined;
  };
  private readonly units = new Set<string>();

  /**
   * @param sample rows to see by where the table is
   * @param grid in whose metres they are, where the table says so
   */
  constructor(
    private readonly plan: PositionPlan,
    sample: readonly GridRow[],
    grid?: string | undefined,
  ) {
    const pairs = [...pairsOf(plan, sample)];
    const region = regionOf(pairs);
    const headers = columnsOf(plan).map(({ header }) => header);
    this.near = {
      region,
      middle: middleOf(pairs, region),
      previous: undefined,
      grid: grid ?? (region === undefined ? gridOf(pairs, headers.join(' ')) : undefined),
    };
  }

  /** Reads a row's position into its draft; a finding when there is something that cannot be one. */
  read(cells: readonly unknown[], draft: RowDraft): void {
    const { plan } = this;
    const read = 'pair' in plan ? fromPair(cells, plan, draft) : fromTwo(cells, plan, draft);
    if (read === undefined) return;
    const { lng, lat, column, value } = read;
    const degrees = toDegrees(lng, lat, this.near);
    if (degrees === undefined) {
      draft.keep(column, value);
      draft.find({ severity: 'error', code: 'coordinates-projected', column, value });
      return;
    }
    const { unit, isGuess, isWgs84 } = degrees;
    if (isWgs84) draft.crs = 'wgs84';
    this.near.previous = draft.position = { lng: degrees.lng, lat: degrees.lat };
    draft.decimals = degrees.decimals;
    // A unit holds for the whole column, and is told once.
    if (unit !== undefined && !this.units.has(unit)) {
      this.units.add(unit);
      draft.find({
        severity: 'note',
        code: 'coordinates-converted',
        column,
        value,
        details: { unit },
      });
    }
    if (!isGuess) return;
    const suggestion = `${degrees.lng.toFixed(5)}, ${degrees.lat.toFixed(5)}`;
    draft.find({ severity: 'warning', code: 'coordinates-guessed', column, value, suggestion });
  }
}

interface Read {
  readonly lng: Coordinate;
  readonly lat: Coordinate;
  /** To point at. */
  readonly column: string;
  readonly value: string;
}

function fromTwo(
  cells: readonly unknown[],
  { lng, lat }: Pick<Exclude<PositionPlan, { pair: unknown }>, 'lng' | 'lat'>,
  draft: RowDraft,
): Read | undefined {
  const [x, y] = [cells[lng.index], cells[lat.index]];
  const [a, b] = [readCoordinate(x), readCoordinate(y)];
  draft.columns.set('lng', lng.header).set('lat', lat.header);
  const value = `${cellText(x)}, ${cellText(y)}`;
  if (a === undefined || b === undefined) {
    for (const [cell, read, column] of [
      [x, a, lng],
      [y, b, lat],
    ] as const) {
      const text = cellText(cell);
      if (isNothing(text)) continue;
      // Half a position places nothing, but it must not vanish either.
      draft.keep(column.header, text);
      if (read !== undefined) continue;
      const whole = readCoordinatePair(cell);
      if (whole !== undefined) {
        const [first, second] = order(whole, false);
        return { lng: first, lat: second, column: column.header, value: text };
      }
      draft.find({
        severity: 'error',
        code: 'coordinates-unreadable',
        column: column.header,
        value: text,
      });
    }
    return undefined;
  }
  const isTurned = a.axis === 'lat' || b.axis === 'lng';
  return { lng: isTurned ? b : a, lat: isTurned ? a : b, column: lng.header, value };
}

function fromPair(
  cells: readonly unknown[],
  { pair, isLatFirst, otherwise }: Extract<PositionPlan, { pair: unknown }>,
  draft: RowDraft,
): Read | undefined {
  const cell = cells[pair.index];
  const value = cellText(cell);
  if (isNothing(value) && otherwise !== undefined) return fromTwo(cells, otherwise, draft);
  draft.columns.set('lng', pair.header).set('lat', pair.header);
  if (isNothing(value)) return undefined;
  for (const { index, header } of otherwise ? [otherwise.lng, otherwise.lat] : []) {
    if (!isNothing(cellText(cells[index]))) draft.keep(header, cells[index]);
  }
  const read = readCoordinatePair(cell);
  if (read === undefined) {
    draft.keep(pair.header, value);
    draft.find({ severity: 'error', code: 'coordinates-unreadable', column: pair.header, value });
    return undefined;
  }
  const [lng, lat] = order(read, isLatFirst);
  return { lng, lat, column: pair.header, value };
}

/** The longitude first: by its letter, else by what can only be one, else as the column has it. */
function order(
  [first, second]: readonly [Coordinate, Coordinate],
  isLatFirst: boolean,
): readonly [Coordinate, Coordinate] {
  const marked =
    first.axis ?? (second.axis === 'lng' ? 'lat' : second.axis === 'lat' ? 'lng' : undefined);
  const isTurned =
    marked !== undefined
      ? marked === 'lat'
      : (looksSwapped(first.value, second.value) ?? isLatFirst);
  return isTurned ? [second, first] : [first, second];
}
