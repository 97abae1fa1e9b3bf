import { main } from './cli/main';

/** Neither an answer nor wrong use: a full disk, or a fault of ours. */
const failed = 3;

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `yizhan list | head` closes the pipe early: that is no error of ours, and remarks nobody reads are none.
    if (error.code === 'EPIPE') return stream === process.stdout ? process.exit(0) : undefined;
    process.stderr.write(`yizhan: cannot write: ${error.message}\n`);
    process.exit(failed);
  });
}

// The exit code is set, not forced, so that everything written reaches a pipe.
try {
  process.exitCode = await main(process.argv.slice(2), process);
} catch (error) {
  console.error(error);
  process.exitCode = failed;
}
