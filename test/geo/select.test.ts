import { describe, expect, it } from 'vitest';
import { select } from '../../src/geo/select';
import { Random } from '../support/random';

const size = 20_000;
const random = new Random(300);

/** In which order stations may come along an axis. */
const orders: Readonly<Record<string, (i: number) => number>> = {
  'there and back': (i) => Math.abs(i - size / 2),
  'back and there': (i) => -Math.abs(i - size / 2),
  ascending: (i) => i,
  descending: (i) => -i,
  'a sawtooth': (i) => i % 100,
  'all equal': () => 7,
  'no order': () => random.next(),
};

describe('select()', () => {
  it.each(Object.keys(orders))('parts points in linear time: %s', (name) => {
    for (const k of [1, size / 2, size - 2]) {
      const points = new Float64Array(3 * size);
      for (let i = 0; i < size; i++) points[3 * i] = orders[name]!(i);
      const sorted = Float64Array.from({ length: size }, (_, i) => points[3 * i]!).sort();
      let reads = 0;
      const counted = new Proxy(points, {
        get(target, key) {
          reads++;
          return target[key as unknown as number];
        },
      });
      const items = Uint32Array.from({ length: size }, (_, i) => i);
      select(counted, items, k, 0, size - 1, 0);
      expect(points[3 * k]).toBe(sorted[k]);
      for (let i = 0; i < k; i++) expect(points[3 * i]! <= points[3 * k]!).toBe(true);
      for (let i = k; i < size; i++) expect(points[3 * i]! >= points[3 * k]!).toBe(true);
      // A quadratic pivot reads thousands of times each.
      expect(reads).toBeLessThan(60 * size);
    }
  });
});
