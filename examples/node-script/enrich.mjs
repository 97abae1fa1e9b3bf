// Run: npm run build && node examples/node-script/enrich.mjs examples/node-script/orders.csv > out.csv
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { added, findColumns } from './columns.mjs';
import { decodeText } from './decode-text.mjs';
import { enrichOrder } from './enrich-order.mjs';
import { openSet } from './open-set.mjs';
import { Progress } from './progress.mjs';

const usage = `enrich.mjs ORDERS.csv [--source URL (--keys KEY,… | --unsigned) | --data STATIONS.geojson] [--crs gcj02]
  ORDERS.csv may be - for standard input. Exit codes: 0 all well, 1 some rows have a problem, 2 wrong use or nothing to
  read, 3 cannot write, 130 interrupted.`;

/** So many characters are written at a time. */
const writtenAtOnce = 16_384;

/** The rows, until there are no more or it is interrupted. */
async function* readRows(texts, signal) {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: 'greedy' });
  const fed = pipeline(texts, parser);
  // It is awaited below; until then, an error of the input is the parser's.
  fed.catch(() => {});
  try {
    yield* parser;
    await fed;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Whole lines of the answer, and nothing else: whoever stops this stops between two of them. */
async function* enrich(rows, { set, progress, count, signal }) {
  let columns;
  let width;
  let text = '';
  for await (const row of rows) {
    // What is still on its way may be half a row.
    if (signal.aborted) break;
    if (columns === undefined) {
      columns = findColumns(row);
      width = row.length;
      text = `\uFEFF${lineOf([...row, ...added])}`;
      continue;
    }
    const cells = enrichOrder(set, columns, row);
    if (row.length !== width) addProblem(cells, `${row.length} cells, the header has ${width}`);
    if (cells.at(-1) !== '') count.problems++;
    text += lineOf([...Array.from({ length: width }, (_, i) => row[i] ?? ''), ...cells]);
    progress.row();
    if (text.length < writtenAtOnce) continue;
    yield text;
    text = '';
  }
  if (columns === undefined && !signal.aborted) throw new Error('there is no header');
  yield text;
}

function lineOf(cells) {
  return `${Papa.unparse([cells])}\r\n`;
}

function addProblem(cells, problem) {
  cells.push([cells.pop(), problem].filter(Boolean).join('; '));
}

function fail(code, message) {
  process.stderr.write(`enrich: ${message}\n`);
  process.exitCode = code;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      source: { type: 'string' },
      keys: { type: 'string' },
      unsigned: { type: 'boolean' },
      data: { type: 'string' },
      crs: { type: 'string', default: 'gcj02' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) return fail(2, `one file of orders\n${usage}`);
  const totalBytes = file === '-' ? undefined : statSync(file).size;
  const { set, close } = await openSet(values);
  if (!values.source && !values.data)
    process.stderr.write(
      'enrich: stations from the made-up sample: no place to send a person to\n',
    );

  const input = file === '-' ? process.stdin : createReadStream(file);
  const progress = new Progress(totalBytes);
  const count = { problems: 0 };
  const interrupt = new AbortController();
  const onSignal = () => {
    interrupt.abort();
    input.destroy();
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const { signal } = interrupt;
  const rows = readRows(decodeText(progress.counting(input)), signal);
  try {
    await pipeline(enrich(rows, { set, progress, count, signal }), process.stdout);
  } finally {
    progress.end();
    close();
    process.removeListener('SIGINT', onSignal).removeListener('SIGTERM', onSignal);
  }
  const rowsDone = progress.rows.toLocaleString('en');
  if (signal.aborted) return fail(130, `interrupted after ${rowsDone} orders`);
  const message = `${rowsDone} orders, ${count.problems} with a problem`;
  if (count.problems > 0) return fail(1, `${message}: see the last column`);
  process.stderr.write(`enrich: ${message}\n`);
}

let isStopped = false;

/** What ends it early, which may be told by several: the first one counts. */
function stop(error) {
  if (isStopped) return;
  isStopped = true;
  // Whoever reads has enough, as with `| head`.
  if (error.code === 'EPIPE') return;
  if (['ENOSPC', 'EFBIG', 'EIO'].includes(error.code))
    return fail(3, `cannot write: ${error.message}`);
  fail(2, error.message);
}

process.stdout.on('error', stop);
// Remarks that nobody reads are no reason to stop.
process.stderr.on('error', () => {});
main().catch(stop);
