import type { ManifestPack } from '../dataset/manifest/payload';
import type { PackContent } from '../dataset/pack/content';
import { readContent } from '../dataset/pack/read-content';
import { writePack } from '../dataset/pack/write-pack';
import { InvalidPackError } from '../errors';

/** A pack, unpacked. */
export interface Bytes {
  readonly bytes: Uint8Array;
}

/**
 * Reads packs completely, so that nothing in them can surprise a rider, and makes one of them.
 *
 * @param stated what the manifest says of them, in the same order
 * @throws InvalidPackError
 */
export function assemble(
  packs: readonly Bytes[],
  stated: readonly ManifestPack[] = [],
): Uint8Array {
  const contents = packs.map(({ bytes }, i): PackContent => {
    const content = readContent(bytes);
    const count = stated[i]?.count ?? content.rows.length;
    if (content.rows.length === count) return content;
    throw new InvalidPackError(`${content.rows.length} stations, where ${count} are signed`);
  });
  return contents.length === 1 ? packs[0]!.bytes : writePack(united(contents));
}

/** Packs of one build: what they say of their stations in common is the same, but for the labels each has need of. */
function united(contents: readonly PackContent[]): PackContent {
  const rows = contents.flatMap((content) => content.rows);
  rows.sort((a, b) => (a.station.id < b.station.id ? -1 : 1));
  const twice = rows.find(({ station }, i) => station.id === rows[i + 1]?.station.id);
  if (twice !== undefined)
    throw new InvalidPackError(`station ${JSON.stringify(twice.station.id)} in two packs`);
  const terms: Record<string, object> = {};
  for (const content of contents)
    for (const [name, labels] of Object.entries(content.terms))
      terms[name] = { ...terms[name], ...labels };
  const decimals = Math.max(...contents.map((content) => content.decimals));
  return { ...contents[0]!, decimals, terms: terms as PackContent['terms'], rows };
}
