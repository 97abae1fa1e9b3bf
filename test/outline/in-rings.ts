import type { Position } from 'geojson';
import type { LngLat } from '../../src/geo/position';

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

/** The edges of polygons, by the degrees of latitude that they touch. */
const known = new WeakMap<object, Map<number, Edge[]>>();

function bandsOf(polygons: readonly (readonly Position[])[][]): Map<number, Edge[]> {
  const before = known.get(polygons);
  if (before !== undefined) return before;
  const bands = new Map<number, Edge[]>();
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const edge = [...ring[i - 1]!, ...ring[i]!] as unknown as Edge;
      const last = Math.floor(Math.max(edge[1], edge[3]));
      for (let band = Math.floor(Math.min(edge[1], edge[3])); band <= last; band++) {
        bands.set(band, [...(bands.get(band) ?? []), edge]);
      }
    }
  }
  known.set(polygons, bands);
  return bands;
}

/** Whether a place lies in one of the polygons, by winding numbers: written apart from ours, to judge it. */
export function inRings(
  { lng, lat }: LngLat,
  polygons: readonly (readonly Position[])[][],
): boolean {
  let turns = 0;
  for (const [x1, y1, x2, y2] of bandsOf(polygons).get(Math.floor(lat)) ?? []) {
    // Up-crossings to the right of the place, less down-crossings.
    const side = (x2 - x1) * (lat - y1) - (lng - x1) * (y2 - y1);
    if (y1 <= lat && y2 > lat && side > 0) turns++;
    else if (y2 <= lat && y1 > lat && side < 0) turns--;
  }
  return turns !== 0;
}
