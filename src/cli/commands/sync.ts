import type { ClientStatus } from '../../client/status';
import { isYizhanError } from '../../core';
import type { Command } from '../command';
import { dataFlags } from '../flags';
import { counted, onlyWord } from '../signing';
import { openSource, refresh, trustFlags } from '../source';

/** What was asked for has come, and is gone with this process. */
const notKeptCode = 3;

export const sync: Command = {
  name: 'sync',
  words: 'URL',
  summary: 'brings the stations of a source to this device, or brings them up to date',
  flags: {
    ...trustFlags,
    crs: dataFlags['crs']!,
    'data-crs': dataFlags['data-crs']!,
    quiet: dataFlags['quiet']!,
    help: dataFlags['help']!,
  },
  examples: [
    'yizhan sync https://stations.example.cn/manifest.json --keys $KEYS --dir stations',
    'yizhan near 121.4737,31.2304 --source https://stations.example.cn/manifest.json --keys $KEYS --dir stations',
  ],
  async run(args, output) {
    const client = await openSource(args, output, onlyWord(args, 'yizhan sync URL'), 'now');
    try {
      const isChanged = await refresh(client, output);
      output.data(describe(client.status(), isChanged));
      const { problem } = client.status().storage;
      if (problem === undefined) return 0;
      output.note(`not kept: ${problem.message}`);
      return notKeptCode;
    } catch (error) {
      const { stations, source } = client.status();
      if (isYizhanError(error) && source !== 'none')
        output.note(`The ${counted(stations, 'station')} that were here stay.`);
      throw error;
    } finally {
      client.close();
    }
  },
};

function describe(status: ClientStatus, isChanged: boolean): string {
  const { stations, sequence, published, expires, stale, signed, skipped } = status;
  const lines = [`${isChanged ? 'new' : 'up to date'}: ${counted(stations, 'station')}`];
  if (sequence !== undefined)
    lines.push(
      `sequence ${sequence}, published ${published!.toISOString()}, expires ${expires!.toISOString()}${stale ? ' (stale)' : ''}`,
    );
  if (skipped > 0) lines.push(`${counted(skipped, 'record')} that are no stations left out`);
  if (!signed) lines.push('unsigned: nobody was asked who made it');
  return lines.map((line) => `${line}\n`).join('');
}
