import type { Arguments, Flags } from './arguments';
import type { Output } from './output';

/**
 * 0: found. 1: nothing found, or not understood. 2 is for wrong use, and given by throwing. 3: not written. 4: an import
 * with warnings. 5: one with errors. 130: interrupted, as shells have it.
 */
export type ExitCode = 0 | 1 | 3 | 4 | 5 | 130;

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** The words it takes, as its help shows them. */
  readonly words: string;
  readonly summary: string;
  readonly flags: Flags;
  readonly examples: readonly string[];
  run(args: Arguments, output: Output): Promise<ExitCode>;
}

/** The exit code for so many results; a person is told when there are none. */
export function exitCodeFor(found: number, output: Output): ExitCode {
  if (found > 0) return 0;
  output.note('nothing found');
  return 1;
}
