import { main, type Terminal } from '../../src/cli/main';
import { withSampleSet } from './sample-set';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function yizhan(
  argv: readonly string[],
  options: { env?: Terminal['env']; columns?: number; isWatched?: boolean } = {},
): Promise<Run> {
  let out = '';
  let err = '';
  const terminal = options.columns === undefined ? {} : { isTTY: true, columns: options.columns };
  const code = await withSampleSet(() =>
    main(argv, {
      stdout: {
        ...terminal,
        write: (data) => (out += typeof data === 'string' ? data : Buffer.from(data).toString()),
      },
      stderr: {
        write: (text) => (err += text),
        ...(options.isWatched && { isTTY: true, columns: 80 }),
      },
      env: options.env ?? {},
    }),
  );
  return { code, out, err };
}
