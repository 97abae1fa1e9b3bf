import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { tempFolder } from './sites';

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

/** A folder on a disk of its own, of this size: `512k`. Gone after the test. */
export function smallDisk(size: string): string {
  const disk = tempFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  return disk;
}
