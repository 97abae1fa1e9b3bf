import { once } from 'node:events';
import { UnknownCodeError } from '../../core';
import { type Fault, faultNames, faults } from '../../publish/serve/faults';
import {
  defaultPort,
  type FaultTarget,
  faultTargets,
  serveSite,
} from '../../publish/serve/serve-site';
import type { Command } from '../command';
import { dataFlags, readNumberFlag } from '../flags';
import { onlyWord } from '../signing';

export const serve: Command = {
  name: 'serve',
  words: 'DIR',
  summary: 'serves a site for development, as a good host would, or with something wrong',
  flags: {
    port: { value: 'N', help: `0 for any that is free (default: ${defaultPort})` },
    host: {
      value: 'ADDRESS',
      help: '0.0.0.0 lets phones on the same network in (default: 127.0.0.1)',
    },
    fault: {
      value: 'NAME',
      help: Object.entries(faults)
        .map(([name, what]) => `${name} (${what})`)
        .join('; '),
    },
    'fault-on': { value: 'PART', help: `${faultTargets.join(', ')} (default: all)` },
    quiet: dataFlags['quiet']!,
    help: dataFlags['help']!,
  },
  examples: ['yizhan serve site', 'yizhan serve site --fault truncated --fault-on packs'],
  async run(args, output) {
    const folder = onlyWord(args, 'yizhan serve DIR');
    const fault = args.one('fault') as Fault | undefined;
    if (fault !== undefined && !faultNames.includes(fault))
      throw new UnknownCodeError('fault', fault, faultNames);
    const server = await serveSite(folder, {
      port: readNumberFlag(args, 'port'),
      host: args.one('host'),
      fault,
      faultOn: args.one('fault-on') as FaultTarget | undefined,
      onRequest: ({ method, path, status }) => output.note(`${status} ${method} ${path}`),
    });
    output.data(`${server.url}manifest.json\n`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await server.close();
    return 0;
  },
};
