/*
 * How long queries take here: the mean of the last ones, since a single one is shorter than what a browser's clock tells
 * apart. The first, which compile code and unpack stations, are soon out of it.
 */

const mostRuns = 50;
const runs: number[] = [];

export function timed<Result>(run: () => Result): Result {
  const begin = performance.now();
  const result = run();
  runs.push(performance.now() - begin);
  if (runs.length > mostRuns) runs.shift();
  return result;
}

/** Milliseconds; of so many of the last queries. */
export function queryTime(): { mean: number; count: number } | undefined {
  if (runs.length === 0) return undefined;
  return { mean: runs.reduce((sum, ms) => sum + ms, 0) / runs.length, count: runs.length };
}
