import { main } from './cli/main';

// `yizhan list | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// The exit code is set, not forced, so that everything written reaches a pipe.
process.exitCode = await main(process.argv.slice(2), process);
