import { totalOf } from '../../dataset/manifest/shrink';
import { shortKey } from '../../dataset/manifest/signatures';
import { type SignedSite, signSite } from '../../publish/sign/sign-site';
import { manifestFile, partialManifestFile } from '../../publish/site/site-folder';
import type { Command } from '../command';
import { dataFlags, readNumberFlag } from '../flags';
import type { Output } from '../output';
import { counted, keyFlag, onlyWord, requireSigningKeys } from '../signing';

export const sign: Command = {
  name: 'sign',
  words: 'DIR',
  summary: 'signs what yizhan build made, and publishes it once enough keys have signed',
  flags: {
    ...keyFlag,
    threshold: { value: 'N', help: 'how many signatures it takes to publish (default: 1)' },
    quiet: dataFlags['quiet']!,
    help: dataFlags['help']!,
  },
  examples: ['yizhan sign site --key key-1.json', 'yizhan sign site --key key-2.pem --threshold 2'],
  async run(args, output) {
    const folder = onlyWord(args, 'yizhan sign DIR');
    const keys = await requireSigningKeys(args, 'sign');
    noteSigned(await signSite(folder, keys, readNumberFlag(args, 'threshold') ?? 1), output);
    return 0;
  },
};

/** Tells what was signed, so that nobody signs what they did not mean to. */
export function noteSigned(site: SignedSite, output: Output): void {
  const { payload, signers, threshold, isPublished } = site;
  const { dataset, channel, sequence, packs, publishedAt, expiresAt, shrunkAt } = payload;
  output.note(
    `${dataset}, ${channel}, sequence ${sequence}: ${counted(totalOf(payload), 'station')} in ${counted(packs.length, 'pack')}, published ${publishedAt}, expires ${expiresAt}`,
  );
  if (shrunkAt === sequence) output.note('devices are told that many stations may be gone');
  output.note(`signed by ${signers.map(shortKey).join(', ')}`);
  output.note(
    isPublished
      ? `${manifestFile} is the new one`
      : `${signers.length} of ${threshold} signatures: the next signer needs ${partialManifestFile}`,
  );
}
