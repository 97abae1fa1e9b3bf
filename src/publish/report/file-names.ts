import type { Finding } from '../import/finding';
import type { ImportReport } from '../import/import-report';

/**
 * Files as a clerk knows them: without their folders, which are of the publisher's machine; two of one name by the
 * path from the folder that all have in common.
 */
export function fileNames({ tables }: ImportReport): (file: string) => string {
  const files = [...new Set(tables.map(({ file }) => file))];
  const times = new Map<string, number>();
  for (const file of files) times.set(nameOf(file), (times.get(nameOf(file)) ?? 0) + 1);
  const common = commonFolder(files);
  return (file) => {
    const name = nameOf(file);
    return (times.get(name) ?? 0) < 2 || !file.startsWith(common)
      ? name
      : file.slice(common.length);
  };
}

/** A finding whose places are named so. */
export function withFileNames(finding: Finding, named: (file: string) => string): Finding {
  const { origin, other } = finding;
  return {
    ...finding,
    origin: { ...origin, file: named(origin.file) },
    ...(other !== undefined && { other: { ...other, file: named(other.file) } }),
  };
}

function nameOf(file: string): string {
  return file.slice(afterFolder(file)) || file;
}

function afterFolder(file: string): number {
  return Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
}

function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = first.slice(0, afterFolder(first));
  while (folder !== '' && !others.every((file) => file.startsWith(folder))) {
    folder = folder.slice(0, afterFolder(folder.slice(0, -1)));
  }
  return folder;
}
