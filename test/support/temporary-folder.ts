import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For a whole run of tests: temporary files go into one folder, which is gone at the end whatever became of them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-tests-'));
  // What os.tmpdir() goes by, on Windows and elsewhere; workers inherit it.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
