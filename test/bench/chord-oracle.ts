import type { Station } from '../../src/core';
import { perPoint, putPoint } from '../../src/geo/boxes';
import { toVector } from '../../src/geo/ellipsoid';
import type { LngLat } from '../../src/geo/position';
import { rounded } from '../../src/search/vector-tree';

interface Near {
  readonly id: string;
  readonly chord2: number;
}

/** For each position the ids of the nearest stations by straight chords, looking at every station. */
export function nearestByChords(
  stations: readonly Station[],
  positions: readonly LngLat[],
  limit: number,
): string[][] {
  const points = new Float64Array(perPoint * stations.length);
  stations.forEach(({ position }, item) => {
    putPoint(points, item, toVector(position));
  });
  return positions.map((from) => {
    const best: Near[] = [];
    const { x, y, z } = toVector(from);
    let reach2 = Number.POSITIVE_INFINITY;
    for (let item = 0; item < stations.length; item++) {
      const at = perPoint * item;
      const dx = points[at]! - x;
      const dy = points[at + 1]! - y;
      const dz = points[at + 2]! - z;
      // What differs by rounding alone is a tie for the library, and the id decides.
      const chord2 = rounded(dx * dx + dy * dy + dz * dz);
      if (chord2 > reach2) continue;
      best.push({ id: stations[item]!.id, chord2 });
      best.sort((a, b) => a.chord2 - b.chord2 || (a.id < b.id ? -1 : 1));
      best.length = Math.min(best.length, limit);
      if (best.length === limit) reach2 = best[limit - 1]!.chord2;
    }
    return best.map(({ id }) => id);
  });
}
