import { PerformanceObserver } from 'node:perf_hooks';
import { openingAt } from '../../src/core';
import { stateAt } from '../../src/dataset/schedule/opening';
import { harderHours, hoursQuestions, sampleHours } from './raced-hours';

/*
 * A process of its own, run with room for all that is allocated: nothing is collected while it is counted.
 * Prints a line of JSON, read by `lookUpBytes`.
 */

const calls = 1_000_000;

export interface BytesOfCall {
  readonly name: string;
  /** All that a call allocates. */
  readonly allocated: number;
  /** What of that is still there when the results are kept, which is the results. */
  readonly kept: number;
}

let collections = 0;
new PerformanceObserver((list) => {
  collections += list.getEntries().length;
}).observe({ entryTypes: ['gc'] });

const collect = globalThis.gc!;
const used = () => process.memoryUsage().heapUsed;
const kept: unknown[] = new Array(calls).fill(undefined);
const sink: { last: unknown } = { last: undefined };

async function bytesOf(name: string, call: (question: number) => unknown): Promise<BytesOfCall> {
  // Compiled code and whatever is made once come first.
  for (let i = 0; i < calls; i++) sink.last = call(i);
  const dropped = await counted(name, () => {
    for (let i = 0; i < calls; i++) sink.last = call(i);
  });
  for (let i = 0; i < calls; i++) kept[i] = call(i);
  kept.fill(undefined);
  collect();
  const before = used();
  for (let i = 0; i < calls; i++) kept[i] = call(i);
  collect();
  const results = used() - before;
  kept.fill(undefined);
  return { name, allocated: dropped / calls, kept: results / calls };
}

async function counted(name: string, run: () => void): Promise<number> {
  collect();
  await settled();
  collections = 0;
  const before = used();
  run();
  const bytes = used() - before;
  await settled();
  if (collections > 0) throw new Error(`${name}: collected while counting, make room for it`);
  return bytes;
}

/** Collections are reported in another turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

async function main(): Promise<void> {
  const found: BytesOfCall[] = [];
  const all = [
    ['the sample’s hours', sampleHours()],
    ['harder hours', harderHours],
    ['24/7', ['24/7']],
  ] as const;
  for (const [title, values] of all) {
    const questions = hoursQuestions(values);
    const { schedules, which } = questions;
    // Made before: a number that is no small integer is allocated for each call, by whoever calls.
    const dates = questions.millis.map((at) => new Date(at));
    const size = dates.length;
    found.push(
      await bytesOf(`openingAt, ${title}`, (i) =>
        openingAt(schedules[which[i % size]!]!, dates[i % size]!),
      ),
    );
    found.push(
      await bytesOf(`state alone, ${title}`, (i) =>
        stateAt(schedules[which[i % size]!]!, dates[i % size]!.getTime()),
      ),
    );
  }
  console.log(JSON.stringify(found));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
