import { strFromU8, unzipSync } from 'fflate';

/*
 * What of a workbook's archive its reader does not tell: how large it is unpacked, and single files.
 */

/** The paths of an archive's files, and the bytes that it says they have unpacked, before any is. */
export function listFiles(bytes: Uint8Array): { paths: readonly string[]; unpackedSize: number } {
  const paths: string[] = [];
  let unpackedSize = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      paths.push(name);
      unpackedSize += originalSize;
      return false;
    },
  });
  return { paths, unpackedSize };
}

/** The files that `isWanted`, as text, by their path in the archive. */
export function unzipTexts(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const files = unzipSync(bytes, { filter: ({ name }) => isWanted(name) });
  return new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
}
