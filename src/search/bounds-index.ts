import KDBush from 'kdbush';
import type { Bounds } from '../geo/bounds';
import type { LngLat } from '../geo/position';

/** Finds positions in a box of degrees. This is the only file that knows kdbush. */
export class BoundsIndex {
  /** `undefined` when there is nothing to find: kdbush refuses to index nothing. */
  private readonly index: KDBush | undefined;

  constructor(positions: readonly LngLat[]) {
    if (positions.length === 0) return;
    const index = new KDBush(positions.length);
    for (const { lng, lat } of positions) index.add(west180(lng), lat);
    this.index = index.finish();
  }

  /** The numbers of the positions in the box, edges included, each once and in no order. */
  within([west, south, east, north]: Bounds): number[] {
    const index = this.index;
    if (index === undefined) return [];
    const range = (from: number, to: number) => index.range(from, south, to, north);
    const found = west <= east ? range(west, east) : [...range(west, 180), ...range(-180, east)];
    // 180° E and 180° W are one line, which the index keeps at its western name.
    if (east === 180 && west > -180) found.push(...range(-180, -180));
    return found;
  }
}

function west180(lng: number): number {
  return lng === 180 ? -180 : lng;
}
