import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { BytesOfCall } from './look-up-bytes';
import { columns } from './report';

/** A gigabyte for what is young: a million answers, and whatever is made besides. */
const flags = ['--expose-gc', '--min-semi-space-size=1024', '--max-semi-space-size=1024'];

/** What a look-up allocates, and what of that is its answer. */
export function lookUpBytes(): { readonly table: string; readonly bytes: readonly BytesOfCall[] } {
  // It is compiled beside what calls it.
  const program = join(dirname(process.argv[1]!), 'look-up-bytes.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, program], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  const bytes: BytesOfCall[] = JSON.parse(stdout);
  const rows = bytes.map(({ name, allocated, kept }) => [
    name,
    allocated.toFixed(1),
    kept.toFixed(1),
    (allocated - kept).toFixed(1),
    '',
  ]);
  const headings = ['bytes a call', 'allocated', 'the answer', 'beyond it', ''];
  return { table: columns([headings, ...rows]), bytes };
}
