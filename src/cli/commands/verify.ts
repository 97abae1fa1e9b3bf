import { version } from '../../../package.json';
import { totalOf } from '../../dataset/manifest/shrink';
import { folderReader } from '../../publish/verify/folder-reader';
import { httpReader } from '../../publish/verify/http-reader';
import { type SiteReport, verifySite } from '../../publish/verify/verify-site';
import type { Command } from '../command';
import { dataFlags } from '../flags';
import type { Output } from '../output';
import { stepsTo } from '../progress';
import { counted, onlyWord, pinnedFlags, readPinnedKeys, sizeText } from '../signing';
import { UsageError } from '../usage-error';

export const verify: Command = {
  name: 'verify',
  words: 'URL|DIR',
  summary: 'checks all that a device would check of a site, and more',
  flags: {
    ...pinnedFlags,
    unsigned: { help: 'do not ask who signed it' },
    dataset: { value: 'NAME', help: 'what apps ask for (default: what the manifest says)' },
    channel: { value: 'NAME', help: 'the same for the channel' },
    quiet: dataFlags['quiet']!,
    help: dataFlags['help']!,
  },
  examples: [
    'yizhan verify https://stations.example.cn/ --keys $KEYS --threshold 2',
    'yizhan verify site --unsigned',
  ],
  async run(args, output) {
    const place = onlyWord(args, 'yizhan verify URL|DIR');
    const isUnsigned = args.has('unsigned');
    if (isUnsigned && args.has('keys')) throw new UsageError('give either --keys or --unsigned');
    const pinned = isUnsigned ? undefined : readPinnedKeys(args, 'verify');
    const reader = /^https?:/i.test(place) ? httpReader(place) : await folderReader(place);
    const report = await verifySite(reader, {
      keys: pinned?.keys,
      threshold: pinned?.threshold,
      dataset: args.one('dataset'),
      channel: args.one('channel'),
      now: Date.now(),
      sdkVersion: version,
      onProgress: stepsTo(output.progress, 'checking'),
    }).finally(() => output.progress.clear());
    printReport(report, output);
    return report.failures.length === 0 ? 0 : 1;
  },
};

function printReport(report: SiteReport, output: Output): void {
  const { payload, keysVersion, checked, failures, notes } = report;
  const lines: string[] = [];
  if (payload !== undefined) {
    const { dataset, channel, sequence, publishedAt, expiresAt, packs } = payload;
    lines.push(
      `${dataset}, ${channel}, sequence ${sequence}`,
      `published ${publishedAt}, expires ${expiresAt}`,
      keysVersion === undefined
        ? 'signatures: not asked'
        : `signatures: enough of the trusted keys${keysVersion === 0 ? '' : `, which changed ${counted(keysVersion, 'time')}`}`,
      `packs: ${checked.packs} of ${packs.length}, ${checked.stations} of ${counted(totalOf(payload), 'station')}`,
      `deltas: ${checked.deltas}, of which ${checked.deltasApplied} were applied`,
      `read: ${sizeText(checked.bytes)}`,
    );
  }
  output.data(lines.map((line) => `${line}\n`).join(''));
  for (const note of notes) output.data(`note: ${note}\n`);
  for (const failure of failures) output.data(`FAILED ${failure}\n`);
  output.data(failures.length === 0 ? 'good\n' : `${counted(failures.length, 'failure')}\n`);
}
