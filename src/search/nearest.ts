import type { Vector } from '../geo/ellipsoid';
import type { VectorTree } from './vector-tree';

/** An item and the squared chord to it. */
export interface Neighbour {
  readonly item: number;
  readonly chord2: number;
}

/**
 * The nearest items that pass `accept`, nearest first; of two equally near, the one of lower `rank`.
 *
 * @param reach2 the greatest squared chord, included
 */
export function nearestItems(
  tree: VectorTree,
  from: Vector,
  options: {
    readonly limit: number;
    readonly reach2: number;
    readonly ranks: Uint32Array;
    readonly accept: (item: number) => boolean;
  },
): Neighbour[] {
  const { limit, ranks, accept } = options;
  if (limit === 0) return [];
  const worseThan = (a: Neighbour, b: Neighbour): boolean =>
    a.chord2 > b.chord2 || (a.chord2 === b.chord2 && ranks[a.item]! > ranks[b.item]!);
  const best: Neighbour[] = [];
  let reach2 = options.reach2;
  tree.near(from, reach2, (item, chord2) => {
    // Two points at one distance must both get here: the reach is inclusive, and the ranks decide.
    if (!accept(item)) return reach2;
    const found = { item, chord2 };
    if (best.length < limit) {
      push(best, found, worseThan);
    } else if (worseThan(best[0]!, found)) {
      replaceTop(best, found, worseThan);
    }
    if (best.length === limit) reach2 = Math.min(reach2, best[0]!.chord2);
    return reach2;
  });
  return best.sort((a, b) => (worseThan(a, b) ? 1 : -1));
}

type Compare<T> = (a: T, b: T) => boolean;

/** Adds to a binary heap whose top is the worst. */
function push<T>(heap: T[], value: T, worseThan: Compare<T>): void {
  let i = heap.length;
  heap.push(value);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (!worseThan(value, heap[parent]!)) break;
    heap[i] = heap[parent]!;
    i = parent;
  }
  heap[i] = value;
}

function replaceTop<T>(heap: T[], value: T, worseThan: Compare<T>): void {
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && worseThan(heap[child + 1]!, heap[child]!)) child++;
    if (!worseThan(heap[child]!, value)) break;
    heap[i] = heap[child]!;
    i = child;
  }
  heap[i] = value;
}
