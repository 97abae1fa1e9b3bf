import { describe, expect, it } from 'vitest';
import { sampleRecords } from '../../src/cli/sample';
import { StationSet } from '../../src/core';
import { leafSize } from '../../src/geo/leaf-order';
import { buildTree, type Points } from '../../src/search/build-tree';
import { VectorTree } from '../../src/search/vector-tree';
import { Random } from '../support/random';
import { randomPoints } from '../support/random-points';
import { rounds } from '../support/rounds';

/** Of every node: its points, by place, in the order of the leaves. */
function placesByNode(tree: VectorTree): number[][] {
  const places: number[][] = [];
  let next = 0;
  const visit = (node: number): number[] => {
    let below: number[] = [];
    if (node < tree.leaves - 1) below = [...visit(2 * node + 1), ...visit(2 * node + 2)];
    else {
      expect(tree.firstPlace(node)).toBe(next);
      const end = Math.min(next + leafSize, tree.size);
      below = Array.from({ length: end - next }, (_, i) => next + i);
      next = end;
    }
    places[node] = below;
    return below;
  };
  visit(0);
  expect(next).toBe(tree.size);
  return places;
}

/** Everything that a search relies on. */
function expectSound(tree: VectorTree, points: Points): void {
  const { size, words } = points;
  expect([tree.size, tree.words]).toEqual([size, words]);
  // Items say which point came to which place: each came once, with all that belongs to it.
  const pointOf = new Map(Array.from(points.items, (item, point) => [item, point]));
  expect(new Set(tree.items).size).toBe(size);
  const source = Array.from(tree.items, (item) => pointOf.get(item)!);
  const gathered = (from: ArrayLike<number>, each: number) =>
    source.flatMap((point) => Array.from({ length: each }, (_, i) => from[each * point + i]!));
  expect([...tree.ranks]).toEqual(gathered(points.ranks, 1));
  expect([...tree.points]).toEqual(gathered(points.vectors, 3));
  expect([...tree.pointBits]).toEqual(gathered(points.bits, words));
  const places = placesByNode(tree);
  const valuesAt = (node: number, axis: number) =>
    places[node]!.map((place) => tree.points[3 * place + axis]!);
  for (const [node, below] of places.entries()) {
    for (let axis = 0; axis < 3; axis++) {
      const values = valuesAt(node, axis);
      expect(tree.boxes[6 * node + axis]).toBe(Math.min(...values));
      expect(tree.boxes[6 * node + 3 + axis]).toBe(Math.max(...values));
    }
    for (let word = 0; word < words; word++) {
      const union = below.reduce((bits, place) => bits | tree.pointBits[words * place + word]!, 0);
      expect(tree.nodeBits[words * node + word]).toBe(union);
    }
    if (node >= tree.leaves - 1) continue;
    const axis = tree.axes[node]!;
    const split = tree.splits[node]!;
    expect(Math.max(...valuesAt(2 * node + 1, axis))).toBeLessThanOrEqual(split);
    expect(Math.min(...valuesAt(2 * node + 2, axis))).toBeGreaterThanOrEqual(split);
  }
}

describe('buildTree()', () => {
  const random = new Random(181);

  it.each([0, 1, 2, 15, 16, 17, 31, 32, 33, 47, 48, 49, 255, 256, 257, 1_000])(
    'keeps every promise with %i points',
    (size) => {
      for (const words of [1, 2, 3]) {
        const points = randomPoints(random, size, words);
        expectSound(buildTree(points), points);
      }
    },
  );

  it('keeps every promise with up to 3,000 points, also where many are equal', () => {
    for (let i = 0; i < 12; i++) {
      const points = randomPoints(random, random.int(0, 3_000), random.int(1, 4));
      expectSound(buildTree(points), points);
    }
  });

  it('takes hundreds of thousands of equal points, and keeps them all', () => {
    const size = rounds(200_000, 1_000_000);
    const points: Points = {
      size,
      vectors: new Float64Array(3 * size).fill(4_000_000),
      words: 2,
      bits: new Int32Array(2 * size).fill(5),
      items: Uint32Array.from({ length: size }, (_, i) => size - i),
      ranks: Uint32Array.from({ length: size }, (_, i) => i),
    };
    const tree = buildTree(points);
    const seen = new Uint8Array(size + 1);
    let wrong = 0;
    for (let place = 0; place < size; place++) {
      const item = tree.items[place]!;
      seen[item] = 1;
      if (tree.ranks[place] !== size - item) wrong++;
    }
    expect(wrong).toBe(0);
    expect(seen.indexOf(0, 1)).toBe(-1);
    expect(tree.boxes.every((value) => value === 4_000_000)).toBe(true);
    expect(tree.nodeBits.every((bits) => bits === 5)).toBe(true);
    expect(tree.buffer.byteLength / size).toBeLessThanOrEqual(48);
  });

  it('needs no more than 48 bytes a station', () => {
    const sample = StationSet.from(sampleRecords(), { crs: 'gcj02' })['index'].tree;
    expect(sample.words).toBe(2);
    expect(sample.buffer.byteLength / sample.size).toBeLessThanOrEqual(48);
    for (const size of [1_000, 10_007, 100_000, 1_000_000]) {
      expect(VectorTree.allocate(size, 2, false).buffer.byteLength / size).toBeLessThanOrEqual(48);
    }
  });

  it('leaves the points it was given alone', () => {
    const points = randomPoints(random, 500, 2);
    const before = structuredClone(points);
    buildTree(points);
    expect(points).toEqual(before);
  });
});

describe('the buffer of a tree', () => {
  const points = randomPoints(new Random(182), 100, 2);
  const { buffer } = buildTree(points);
  const bytes = new Uint8Array(buffer);

  it('is all there is of it', () => {
    expectSound(new VectorTree(structuredClone(buffer)), points);
  });

  /** The same but for one header word. */
  function changed(word: number, value: number): ArrayBuffer {
    const copy = bytes.slice().buffer;
    new Uint32Array(copy)[word] = value;
    return copy;
  }

  it.each<[string, ArrayBuffer]>([
    ['nothing', new ArrayBuffer(0)],
    ['less than a header', bytes.slice(0, 12).buffer],
    ['half a word', bytes.slice(0, 15).buffer],
    ['zeros', new ArrayBuffer(buffer.byteLength)],
    ['one cut short', bytes.slice(0, -4).buffer],
    ['one of which a byte is lost', bytes.slice(0, -1).buffer],
    ['one with something after it', new Uint8Array([...bytes, 0, 0, 0, 0]).buffer],
    ['one of another version', changed(0, new Uint32Array(buffer)[0]! + 1)],
    ['one that says it is larger', changed(1, 101)],
    ['one that says it is smaller', changed(1, 99)],
    ['one that says it is huge', changed(1, 0xffff_ffff)],
    ['one with other bits', changed(2, 3)],
    ['text', new TextEncoder().encode('{"type":"FeatureCollection","features":[]}').buffer],
  ])('is refused when it is %s', (_, other) => {
    expect(() => new VectorTree(other)).toThrow(RangeError);
  });
});
