// Run: npm run demo [-- --no-open] [--port 4173] [--fresh]
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startDemo } from './demo/start.mjs';

const { values } = parseArgs({
  options: {
    'no-open': { type: 'boolean', default: false },
    port: { type: 'string', default: '4173' },
    /** Other keys, and the first version again. */
    fresh: { type: 'boolean', default: false },
    folder: { type: 'string', default: fileURLToPath(new URL('.demo', import.meta.url)) },
  },
});
const { folder } = values;
const port = Number(values.port);
if (values.fresh) rmSync(folder, { recursive: true, force: true });

console.log('Publishing the made-up stations and building the page …');
const demo = await startDemo({ folder, port });
const { sequence, stations, packBytes } = demo.first;
console.log(
  `Version ${sequence}: ${stations} made-up stations in ${kilobytes(packBytes)}, signed.`,
);
if (port !== 0 && !demo.url.endsWith(`:${port}/`))
  console.log(`Port ${port} is taken, so it is another one.`);
console.log(`\n  ${demo.url}\n\nEnter publishes the next version, Ctrl-C ends.`);
if (!values['no-open']) openBrowser(demo.url);

const lines = createInterface({ input: process.stdin });
lines.on('line', async () => {
  const next = await demo.publish();
  console.log(`Version ${next.sequence}: the delta has ${kilobytes(next.deltaBytes)}.`);
});
// In a terminal, the interface hears Ctrl-C first.
lines.on('SIGINT', end);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);

async function end() {
  lines.close();
  await demo.close();
  process.exit(0);
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Where there is no browser, the address on the screen will do. */
function openBrowser(url) {
  const [command, ...before] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[
    process.platform
  ] ?? ['xdg-open'];
  spawn(command, [...before, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
