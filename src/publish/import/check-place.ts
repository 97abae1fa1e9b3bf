import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidOptionError } from '../../errors';
import { openPlace } from '../files/write-file';

/**
 * Refuses a place to write to before the work rather than after it: one that cannot be written, and one that is
 * read or written besides. A clerk's only copy of a sheet is not to be lost to a slip in `out`.
 *
 * @param others files that must stay as they are; `-` is none
 * @throws InvalidOptionError
 */
export async function checkPlace(
  option: string,
  path: string,
  others: readonly string[],
): Promise<void> {
  const old = await stat(path).catch(() => undefined);
  for (const other of others) {
    if (other === '-') continue;
    const info = old && (await stat(other).catch(() => undefined));
    const isSame = info !== undefined && info.ino === old!.ino && info.dev === old!.dev;
    if ((isSame && info.isFile()) || resolve(other) === resolve(path)) {
      const expected = `another file than ${JSON.stringify(other)}, which is in use`;
      throw new InvalidOptionError(option, path, expected);
    }
  }
  // A pipe would take opening and closing for all there is.
  if (old !== undefined && !old.isFile() && !old.isDirectory()) return;
  await (await openPlace(option, path)).discard();
}
