import { type Layout, layouts } from '../../publish/build/areas';
import { type BuiltSite, buildSite } from '../../publish/build/build-site';
import { payloadFile } from '../../publish/site/site-folder';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { dataFlags, readNumberFlag } from '../flags';
import { inputName } from '../input-name';
import type { Output } from '../output';
import { stepsTo } from '../progress';
import { counted, keyFlag, onlyWord, readPublished, readSigningKeys, sizeText } from '../signing';
import { loadStations } from '../stations';
import { timeZoneFlag } from '../time-zone';
import { UsageError } from '../usage-error';
import { noteSigned } from './sign';

const { data: _, ...sourceFlags } = dataFlags;

export const build: Command = {
  name: 'build',
  words: 'FILE',
  summary: 'packs, deltas and a manifest, ready to be signed and served',
  flags: {
    out: { value: 'DIR', help: 'the site: where to write' },
    dataset: { value: 'NAME', help: 'what apps ask for: shanghai' },
    packs: { value: 'LAYOUT', help: `${layouts.join(', ')}: how it is divided (default: none)` },
    previous: { value: 'DIR', help: 'the site as it was (default: the one in --out)' },
    deltas: { value: 'N', help: 'from how many earlier versions, 0 to 8 (default: 3)' },
    keep: { value: 'N', help: 'of how many earlier versions files stay (default: 10)' },
    'expires-days': { value: 'N', help: 'after how many days it counts as stale (default: 30)' },
    channel: { value: 'NAME', help: 'of several manifests of one dataset (default: stable)' },
    sequence: { value: 'N', help: 'higher than before (default: one more)' },
    published: { value: 'TIME', help: 'an instant (default: SOURCE_DATE_EPOCH, else now)' },
    'min-sdk': { value: 'VERSION', help: 'the oldest yizhan that is to read it' },
    'allow-shrink': {
      help: 'a fifth or more of the stations may be gone, and devices are told so',
    },
    'skip-invalid': { help: 'go on without records that are no stations' },
    ...keyFlag,
    threshold: { value: 'N', help: 'how many signatures it takes to publish (default: 1)' },
    ...timeZoneFlag,
    ...sourceFlags,
  },
  examples: [
    'yizhan build stations.geojson --out site --dataset shanghai --key key-1.json',
    'yizhan build stations.geojson --out site --dataset shanghai --packs district --deltas 5',
  ],
  async run(args, output) {
    const file = onlyWord(args, 'yizhan build FILE --out DIR --dataset NAME');
    const folder = needed(args, 'out');
    const dataset = needed(args, 'dataset');
    const publishedAt = readPublished(args);
    const keys = await readSigningKeys(args);
    output.progress.show(() => `reading ${inputName(file)}`);
    const { set } = await loadStations(withData(args, file), output);
    if (set.skipped.length > 0 && !args.has('skip-invalid'))
      throw new UsageError(
        'some records are no stations: mend them, or pass --skip-invalid to publish without them',
      );
    output.progress.clear();
    const site = await buildSite(set, folder, {
      dataset,
      packs: args.one('packs') as Layout | undefined,
      channel: args.one('channel'),
      previous: args.one('previous'),
      deltas: readNumberFlag(args, 'deltas'),
      keep: readNumberFlag(args, 'keep'),
      sequence: readNumberFlag(args, 'sequence'),
      publishedAt,
      expiresDays: readNumberFlag(args, 'expires-days'),
      minSdk: args.one('min-sdk'),
      allowShrink: args.has('allow-shrink'),
      keys,
      threshold: readNumberFlag(args, 'threshold'),
      onProgress: stepsTo(output.progress, 'packing'),
    });
    noteBuilt(site, folder, output);
    return 0;
  },
};

/** What every command reads from `--data` is the word here. */
function withData(args: Arguments, file: string): Arguments {
  return { ...args, one: (flag) => (flag === 'data' ? file : args.one(flag)) };
}

function needed(args: Arguments, flag: string): string {
  const value = args.one(flag);
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`build needs --${flag}`);
}

function noteBuilt(site: BuiltSite, folder: string, output: Output): void {
  const { payload, signed, shrinks, packedBytes, removedFiles, notes } = site;
  for (const note of notes) output.note(note);
  for (const { pack, before, after } of shrinks)
    output.note(`${pack ?? 'all together'}: ${before} stations before, ${after} now, as allowed`);
  const deltas = payload.packs.reduce((sum, pack) => sum + pack.deltas.length, 0);
  output.note(
    `${counted(payload.packs.length, 'pack')} of ${sizeText(packedBytes.packs)}, ${counted(deltas, 'delta')} of ${sizeText(packedBytes.deltas)} in ${folder}`,
  );
  if (removedFiles > 0) output.note(`${counted(removedFiles, 'file')} of old versions removed`);
  if (signed !== undefined) noteSigned(signed, output);
  else
    output.note(
      `sequence ${payload.sequence} waits in ${payloadFile}: yizhan sign ${folder} signs it`,
    );
}
