import type { Service } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { sphereMeters } from '../support/geodesic';
import { Random } from '../support/random';

/** Own codes that some stations of every set hold, so that the same filters can be raced on all. */
export const raced = {
  common: 'x-five-percent',
  scattered: 'x-one-in-a-thousand',
  oneCity: 'x-one-in-a-thousand-one-city',
  /** Each is held by 30 %, but both by 0.1 % only. */
  pair: ['x-pair-one', 'x-pair-other'],
} as const satisfies Record<string, Service | readonly Service[]>;

/** Which of the raced codes each station holds, by item. */
export function handOutCodes(positions: readonly LngLat[]): Service[][] {
  const random = new Random(1_000);
  const size = positions.length;
  const few = Math.round(size / 1000);
  const codes = positions.map((): Service[] => []);
  const give = (items: Iterable<number>, code: Service): void => {
    for (const item of items) codes[item]!.push(code);
  };
  give(shuffled(size, random).subarray(0, Math.round(size / 20)), raced.common);
  give(shuffled(size, random).subarray(0, few), raced.scattered);
  give(nearestItems(positions, random.pick(positions), few), raced.oneCity);
  // Those in the middle hold both.
  const order = shuffled(size, random);
  const third = Math.round(0.3 * size);
  give(order.subarray(0, third), raced.pair[0]);
  give(order.subarray(third - few, 2 * third - few), raced.pair[1]);
  return codes;
}

/** All items in a seeded order (Fisher and Yates). */
export function shuffled(size: number, random: Random): Uint32Array {
  const items = Uint32Array.from({ length: size }, (_, item) => item);
  for (let last = size - 1; last > 0; last--) {
    const other = random.int(0, last);
    const item = items[last]!;
    items[last] = items[other]!;
    items[other] = item;
  }
  return items;
}

function nearestItems(positions: readonly LngLat[], centre: LngLat, count: number): Uint32Array {
  const meters = Float64Array.from(positions, (position) => sphereMeters(centre, position));
  const items = Uint32Array.from(positions, (_, item) => item);
  return items.sort((a, b) => meters[a]! - meters[b]!).subarray(0, count);
}
