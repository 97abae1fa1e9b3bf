import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';

/** Small and read-only file systems need a root that may mount. */
export function canMount(): boolean {
  try {
    const folder = '/tmp/yizhan-mount-probe';
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'pipe' });
    execFileSync('umount', [folder], { stdio: 'pipe' });
    return true;
  } catch {
    console.warn('No right to mount: tests on small and read-only disks are skipped.');
    return false;
  }
}
