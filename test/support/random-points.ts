import type { Points } from '../../src/search/build-tree';
import type { Random } from './random';

/** Seeded points for a tree, a fifth of them on top of another; some all in one plane. */
export function randomPoints(random: Random, size: number, words: number): Points {
  const vectors = new Float64Array(3 * size);
  const flat = random.chance(0.2);
  for (let point = 0; point < size; point++) {
    const same = point > 0 && random.chance(0.2) ? 3 * random.int(0, point - 1) : undefined;
    for (let axis = 0; axis < 3; axis++) {
      const value = flat && axis === 1 ? 7 : random.between(-6_378_137, 6_378_137);
      vectors[3 * point + axis] = same === undefined ? value : vectors[same + axis]!;
    }
  }
  const bits = Int32Array.from({ length: words * size }, () => random.int(0, 0xffff_ffff));
  // Sparse, so that nodes differ: a bit is set once in eight.
  bits.forEach((word, i) => {
    bits[i] = word & random.int(0, 0xffff_ffff) & random.int(0, 0xffff_ffff);
  });
  return {
    size,
    vectors,
    words,
    bits,
    items: Uint32Array.from({ length: size }, (_, point) => 7 * point + 3),
    ranks: shuffled(random, size),
  };
}

function shuffled(random: Random, size: number): Uint32Array {
  const ranks = Uint32Array.from({ length: size }, (_, rank) => rank);
  for (let i = size - 1; i > 0; i--) {
    const j = random.int(0, i);
    [ranks[i], ranks[j]] = [ranks[j]!, ranks[i]!];
  }
  return ranks;
}
