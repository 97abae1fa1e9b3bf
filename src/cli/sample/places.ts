import type { LngLat } from '../../geo/position';
import type { District, Town } from './districts';
import type { Random, Weighted } from './random';

/** A made-up place for a station. */
export interface Place {
  readonly district: District;
  readonly town: Town;
  /** GCJ-02, whole millionths of a degree. */
  readonly position: LngLat;
}

/** Kilometres in a degree at Shanghai's latitude: enough to scatter points, nothing is measured by it. */
const kmPerLng = 95.2;
const kmPerLat = 110.9;

/** Scatters `count` places over the districts, district by district, no two in the same position. */
export function scatter(
  districts: readonly District[],
  count: number,
  randomOf: (district: District) => Random,
): Place[] {
  const centres = districts.flatMap((district) =>
    district.towns.map((town) => ({ district, x: town.lng * kmPerLng, y: town.lat * kmPerLat })),
  );
  const taken = new Set<string>();
  const counts = shares(districts, count);
  return districts.flatMap((district, index) => {
    const random = randomOf(district);
    const towns = district.towns.map((town) => [town, town.weight] as const);
    return Array.from({ length: counts[index]! }, () =>
      placeIn(district, towns, random, centres, taken),
    );
  });
}

interface Centre {
  readonly district: District;
  readonly x: number;
  readonly y: number;
}

/** Tries until a position is nearer to a town of its own district than to any other, and free. */
function placeIn(
  district: District,
  towns: Weighted<Town>,
  random: Random,
  centres: readonly Centre[],
  taken: Set<string>,
): Place {
  for (;;) {
    const town = random.weighted(towns);
    const position = {
      lng: toMillionths(town.lng + (random.normal() * town.spreadKm) / kmPerLng),
      lat: toMillionths(town.lat + (random.normal() * town.spreadKm) / kmPerLat),
    };
    const key = `${position.lng},${position.lat}`;
    if (taken.has(key) || nearestDistrict(position, centres) !== district) continue;
    taken.add(key);
    return { district, town, position };
  }
}

function nearestDistrict({ lng, lat }: LngLat, centres: readonly Centre[]): District {
  const x = lng * kmPerLng;
  const y = lat * kmPerLat;
  let best = centres[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const centre of centres) {
    const squared = (centre.x - x) * (centre.x - x) + (centre.y - y) * (centre.y - y);
    if (squared < least) {
      least = squared;
      best = centre;
    }
  }
  return best.district;
}

/** Divides `count` by weight into whole numbers that add up, the largest remainders rounded up. */
function shares(districts: readonly District[], count: number): readonly number[] {
  const total = districts.reduce((sum, { weight }) => sum + weight, 0);
  const exact = districts.map(({ weight }) => (weight * count) / total);
  const whole = exact.map(Math.floor);
  const left = count - whole.reduce((sum, value) => sum + value, 0);
  exact
    .map((value, index) => ({ index, remainder: value - whole[index]! }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, left)
    .forEach(({ index }) => {
      whole[index]! += 1;
    });
  return whole;
}

function toMillionths(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
