import { main } from './cli/main';
import { removeUnfinishedFiles } from './publish/files/whole-file';

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

// Interrupted, it leaves no half-written files; then it ends as it would have.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  const end = () => {
    // A command that sees to it itself, as import and serve do, has a listener of its own.
    if (process.listenerCount(signal) > 1) return;
    removeUnfinishedFiles();
    process.removeListener(signal, end);
    process.kill(process.pid, signal);
  };
  process.on(signal, end);
}

// The exit code is set, not forced, so that everything written reaches a pipe.
try {
  process.exitCode = await main(process.argv.slice(2), process);
} catch (error) {
  console.error(error);
  process.exitCode = failed;
}
