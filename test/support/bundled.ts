import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';

const root = fileURLToPath(new URL('../..', import.meta.url));
const made = new Map<string, Promise<string>>();

/**
 * The path of an entry, such as `src/cli.ts`, as one file of JavaScript: Node and its threads run no TypeScript, and
 * to compile it anew in each process takes longer than what most of them do.
 */
export function bundled(entry: string): Promise<string> {
  let path = made.get(entry);
  if (path === undefined) {
    path = bundle(entry);
    made.set(entry, path);
  }
  return path;
}

async function bundle(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-bundled-'));
  const name = basename(entry, '.ts');
  await build({
    config: false,
    silent: true,
    entry: { [name]: join(root, entry) },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    removeNodeProtocol: false,
    // All of it: where the file lies there is no node_modules.
    noExternal: [/./],
    splitting: false,
    outDir: folder,
    outExtension: () => ({ js: '.mjs' }),
  });
  return join(folder, `${name}.mjs`);
}
