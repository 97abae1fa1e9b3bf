import { readKeySet } from '../../dataset/manifest/keys';
import { type NewKeys, type Rotation, rotateKeys } from '../../publish/sign/rotate-keys';
import { keysFile, partialKeysFile } from '../../publish/site/site-folder';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { dataFlags, readNumberFlag } from '../flags';
import type { Output } from '../output';
import {
  keyFlag,
  onlyWord,
  pinnedFlags,
  readPinnedKeys,
  readPublished,
  requireSigningKeys,
} from '../signing';
import { UsageError } from '../usage-error';

export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  words: 'DIR',
  summary: 'says which keys sign from now on, signed with old keys and new',
  flags: {
    dataset: { value: 'NAME', help: 'what apps ask for: shanghai' },
    ...pinnedFlags,
    'new-keys': {
      value: 'HEX',
      help: 'the public keys from now on, between commas (default: sign the change that others began)',
    },
    'new-threshold': { value: 'N', help: 'how many of them have to sign (default: 1)' },
    floor: {
      value: 'N',
      help: 'the lowest sequence number from now on (default: that of the manifest)',
    },
    published: { value: 'TIME', help: 'an instant (default: SOURCE_DATE_EPOCH, else now)' },
    ...keyFlag,
    quiet: dataFlags['quiet']!,
    help: dataFlags['help']!,
  },
  examples: [
    'yizhan rotate-keys site --dataset shanghai --keys $OLD --new-keys $NEW --key old.json --key new.json',
    'yizhan rotate-keys site --dataset shanghai --keys $OLD --key second-signer.json',
  ],
  async run(args, output) {
    const folder = onlyWord(args, 'yizhan rotate-keys DIR');
    const dataset = args.one('dataset');
    if (dataset === undefined) throw new UsageError('rotate-keys needs --dataset');
    const pinned = { ...readPinnedKeys(args, 'rotate-keys'), dataset };
    const keys = await requireSigningKeys(args, 'rotate-keys');
    noteRotation(await rotateKeys(folder, pinned, readNewKeys(args), keys), output);
    return 0;
  },
};

function readNewKeys(args: Arguments): NewKeys | undefined {
  const keys = args.list('new-keys');
  if (keys !== undefined)
    return {
      ...readKeySet(keys, readNumberFlag(args, 'new-threshold')),
      sequenceFloor: readNumberFlag(args, 'floor'),
      publishedAt: readPublished(args),
    };
  for (const flag of ['new-threshold', 'floor', 'published'])
    if (args.has(flag)) throw new UsageError(`--${flag} goes with --new-keys`);
  return undefined;
}

function noteRotation(rotation: Rotation, output: Output): void {
  const { payload, old, new: fresh, isPublished } = rotation;
  output.note(`change ${payload.version} of the keys, ${payload.threshold} of which sign:`);
  for (const key of payload.keys) output.note(`  ${key}`);
  output.note(`manifests from sequence ${payload.sequenceFloor} on are accepted`);
  output.note(
    `signed by ${old.signed} of the old keys (needed: ${old.needed}) and ${fresh.signed} of the new (needed: ${fresh.needed})`,
  );
  output.note(
    isPublished
      ? `it is in ${keysFile}: now sign the manifest with the new keys as well`
      : `the next signer needs ${partialKeysFile}`,
  );
}
