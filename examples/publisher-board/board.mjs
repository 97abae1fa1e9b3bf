// Run: npm run board, or: npm run board -- ./site --keys KEY --report report.html
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeSample } from './make-sample.mjs';
import { serveBoard } from './serve.mjs';

const usage = `board [SITE] [--keys KEY,…] [--threshold 1] [--report report.html] [--crs gcj02] [--today YYYY-MM-DD] [--port 0] [--no-open]
  SITE is a folder or the address of a site; without one, a sample is made.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string' },
    threshold: { type: 'string', default: '1' },
    report: { type: 'string' },
    crs: { type: 'string', default: 'gcj02' },
    today: { type: 'string' },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

async function main() {
  if (values.help) return void console.log(usage);
  const [site, ...rest] = positionals;
  if (rest.length > 0) throw new Error(`one site, not ${positionals.length}\n${usage}`);
  const what = site === undefined ? await sample() : { site, keys: values.keys?.split(',') };
  const { url } = await serveBoard({
    ...what,
    report: values.report ?? what.report,
    threshold: Number(values.threshold),
    crs: values.crs,
    today: values.today,
    port: Number(values.port),
    sdkVersion: JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
      .version,
  });
  console.log(`The board is at ${url} (Ctrl-C ends it)`);
  if (!values['no-open']) openPage(url);
}

/** In a folder that goes with the process. */
async function sample() {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-board-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit());
  console.log('Making two versions of the made-up sample …');
  return makeSample(folder);
}

/** Where nothing can open it, the address above has to do. */
function openPage(url) {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

main().catch((error) => {
  console.error(`board: ${error.message}`);
  process.exitCode = 2;
});
