import { metersBetween, toVector } from '../../geo/ellipsoid';
import type { LngLat } from '../../geo/position';
import { plainName } from '../check/names';
import { hash53 } from '../import/hash';
import { candidates, readings } from './candidates';
import type { Verdict } from './verdict';

/** Places whose CRS is known, in WGS-84, by a name that only one of them has. */
export class KnownPlaces {
  private readonly places = new Map<number, LngLat | undefined>();

  add(name: string, lng: number, lat: number): void {
    const key = keyOf(name);
    if (key === 0) return;
    // A name that two have tells nothing.
    this.places.set(key, this.places.has(key) ? undefined : { lng, lat });
  }

  get(name: string): LngLat | undefined {
    return this.places.get(keyOf(name));
  }
}

function keyOf(name: string): number {
  return hash53(plainName(name));
}

/** A position told from the same place's known one: nearer than that in one CRS, and much farther in the others. */
const nearMeters = 150;
const fewestVotes = 3;
const leastShare = 0.8;

/** What CRS puts rows where places of the same name are known to be. */
export function judgeByKnownPlaces(
  rows: Iterable<{ readonly name: string; readonly lng: number; readonly lat: number }>,
  known: KnownPlaces,
): Verdict | undefined {
  const votes = candidates.map(() => 0);
  let all = 0;
  for (const { name, lng, lat } of rows) {
    const place = known.get(name);
    if (place === undefined) continue;
    const vector = toVector(place);
    const meters = readings(lng, lat).map((reading) => metersBetween(toVector(reading), vector));
    const [nearest, second] = [...meters].sort((a, b) => a - b);
    if (nearest! > nearMeters || second! < 2 * nearest! + 50) continue;
    votes[meters.indexOf(nearest!)]!++;
    all++;
  }
  const most = Math.max(...votes);
  if (all < fewestVotes || most < leastShare * all) return undefined;
  const crs = candidates[votes.indexOf(most)]!;
  return {
    crs,
    // Laplace's rule of succession.
    confidence: (most + 1) / (all + 2),
    reason: {
      zh: `${all} 个站点的名称与已知坐标系的站点相同，其中 ${most} 个按 ${crs} 读时位置相合`,
      en: `of ${all} stations known by name from elsewhere, ${most} are in the same place when read as ${crs}`,
    },
  };
}
