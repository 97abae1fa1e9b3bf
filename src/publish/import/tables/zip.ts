import { strFromU8, unzipSync } from 'fflate';

/*
 * What of a workbook's archive its reader does not tell: how large it is unpacked, and single files.
 */

/** The bytes that an archive says its files have unpacked, before any is. */
export function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
}

/** The files that `isWanted`, as text, by their path in the archive. */
export function unzipTexts(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): ReadonlyMap<string, string> {
  const files = unzipSync(bytes, { filter: ({ name }) => isWanted(name) });
  return new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
}
