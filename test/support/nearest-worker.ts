import { parentPort, workerData } from 'node:worker_threads';
import type { Vector } from '../../src/geo/ellipsoid';
import type { Demand } from '../../src/search/code-bits';
import { nearestPlaces } from '../../src/search/nearest';
import { VectorTree } from '../../src/search/vector-tree';

export interface Question {
  readonly from: Vector;
  readonly limit: number;
  readonly demand: Demand | undefined;
}

/** Items, and the squared chord to each. */
export type Answer = readonly (readonly [item: number, chord2: number])[];

export function answer(tree: VectorTree, { from, limit, demand }: Question): Answer {
  const reach2 = Number.POSITIVE_INFINITY;
  const found = nearestPlaces(tree, from, { limit, reach2, demand, accept: undefined });
  return Array.from({ length: found.count }, (_, i) => [
    tree.items[found.places[i]!]!,
    found.chords2[i]!,
  ]);
}

// As a thread: the buffer of a tree and questions come in, answers go out.
if (parentPort !== null && workerData?.questions !== undefined) {
  const { buffer, questions } = workerData as { buffer: ArrayBufferLike; questions: Question[] };
  const tree = new VectorTree(buffer);
  parentPort.postMessage(questions.map((question) => answer(tree, question)));
}
