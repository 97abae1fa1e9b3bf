import { writeNewKey } from '../../publish/sign/private-keys';
import type { Command } from '../command';
import { dataFlags } from '../flags';
import { UsageError } from '../usage-error';

export const keygen: Command = {
  name: 'keygen',
  words: '',
  summary: 'a new pair of keys: the private one in a file, the public one on standard output',
  flags: {
    out: {
      value: 'FILE',
      help: 'a file that is not there yet; PEM if it ends in .pem, else JSON. Only its owner can read it',
    },
    quiet: dataFlags['quiet']!,
    help: dataFlags['help']!,
  },
  examples: ['yizhan keygen --out key-1.json', 'yizhan keygen --out key-2.pem >> public-keys.txt'],
  async run(args, output) {
    const path = args.one('out');
    if (path === undefined || path === '')
      throw new UsageError('keygen needs --out: the file to write the private key to');
    const { publicKey } = await writeNewKey(path);
    output.data(`${publicKey}\n`);
    output.note(
      `the private key is in ${path}: keep it, keep it secret, and keep a copy elsewhere`,
    );
    return 0;
  },
};
