import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { buildTree } from '../../src/search/build-tree';
import { bundled } from '../support/bundled';
import { type Answer, answer, type Question } from '../support/nearest-worker';
import { Random } from '../support/random';
import { randomPoints } from '../support/random-points';

const random = new Random(191);
const points = randomPoints(random, 2_000, 2);
const questions: Question[] = Array.from({ length: 200 }, () => {
  const [x, y, z] = [0, 1, 2].map(() => random.between(-6e6, 6e6)) as [number, number, number];
  const mask = random.int(1, 0xffff);
  const nothing = new Int32Array(0);
  const demand = { word: random.int(0, 1), mask, others: nothing, wide: nothing, words: 2 };
  return {
    from: { x, y, z },
    limit: random.int(1, 30),
    demand: random.chance(0.5) ? demand : undefined,
  };
});

const thread = await bundled('test/support/nearest-worker.ts');

/** What another thread answers that has nothing but the buffer. */
async function answersOfAThread(
  buffer: ArrayBufferLike,
  transferList: ArrayBuffer[],
): Promise<Answer[]> {
  const worker = new Worker(thread, {
    workerData: { buffer, questions },
    transferList,
  });
  const [answers] = (await once(worker, 'message')) as [Answer[]];
  await worker.terminate();
  return answers;
}

describe('a tree in another thread', () => {
  const answers = questions.map((question) => answer(buildTree(points), question));

  it('answers the same from memory that is shared', async () => {
    const { buffer } = buildTree(points, true);
    expect(buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(await answersOfAThread(buffer, [])).toEqual(answers);
    expect(buffer.byteLength).toBeGreaterThan(0);
  });

  it('answers the same from a buffer that was handed over, not copied', async () => {
    const buffer = buildTree(points).buffer as ArrayBuffer;
    expect(buffer).toBeInstanceOf(ArrayBuffer);
    const asked = answersOfAThread(buffer, [buffer]);
    expect(buffer.byteLength).toBe(0);
    expect(await asked).toEqual(answers);
  });

  it('has something to answer', () => {
    expect(answers.filter((found) => found.length > 0).length).toBeGreaterThan(150);
  });
});
