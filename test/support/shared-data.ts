import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real data that is not ours to republish lies beside a checkout, not in it. */
export function sharedData(path: string): string {
  return fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
}

/** For `it.skipIf`: tests on real data are skipped, visibly, where it is absent. */
export function isMissing(path: string): boolean {
  return !existsSync(sharedData(path));
}
