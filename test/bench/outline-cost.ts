import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { median } from './measure';

/** Milliseconds of the first calls in a process. */
interface FirstCalls {
  readonly abroad: number;
  readonly first: number;
  readonly second: number;
}

const processes = 21;

/** What the outline costs, which is made at the first conversion in China. */
export function outlineCost(): { readonly words: string; readonly processes: FirstCalls[] } {
  // It is compiled beside what calls it.
  const program = join(dirname(process.argv[1]!), 'first-convert.mjs');
  const calls = Array.from({ length: processes }, (): FirstCalls => {
    const { stdout } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    return JSON.parse(stdout);
  });
  const firsts = calls.map(({ first }) => first);
  const range = `${Math.min(...firsts).toFixed(1)} to ${Math.max(...firsts).toFixed(1)}`;
  const words =
    `first conversion in China, with making the outline: ${median(firsts).toFixed(1)} ms (${range}, ` +
    `${processes} processes); one abroad before it: ${milliseconds(calls.map(({ abroad }) => abroad))}; ` +
    `the next in China: ${milliseconds(calls.map(({ second }) => second))}`;
  return { words, processes: calls };
}

function milliseconds(values: readonly number[]): string {
  return `${median(values).toPrecision(2)} ms`;
}
