import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';

/*
 * Compiles the benchmark, library and peers alike, to the syntax the library ships in, and runs the
 * result by itself. Run by tsx directly, it would time tsx: that names every closure when it is made,
 * which nearly halves the speed of our sources and leaves the peers' packages as they are.
 */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-bench-'));
  try {
    await build({
      config: false,
      entry: { bench: fileURLToPath(new URL('./run.ts', import.meta.url)) },
      outDir: folder,
      format: 'esm',
      outExtension: () => ({ js: '.mjs' }),
      target: 'es2019',
      platform: 'node',
      noExternal: [/./],
      silent: true,
    });
    const bundle = join(folder, 'bench.mjs');
    const options = { stdio: 'inherit' } as const;
    return spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], options).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();
