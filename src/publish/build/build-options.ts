import { nameExpected, namePattern } from '../../dataset/manifest/json-reader';
import { defaultChannel, mostDeltas } from '../../dataset/manifest/payload';
import { versionPattern } from '../../dataset/manifest/read-payload';
import { InvalidOptionError } from '../../errors';
import { checkOptionNames, readChoice } from '../../options';
import type { SigningKey } from '../sign/private-keys';
import { type Layout, layouts } from './areas';

export interface BuildOptions {
  /** The dataset's name: lower-case letters, digits and hyphens. Apps ask for it. */
  readonly dataset: string;
  /**
   * One pack of everything, one for each city, or one for each district.
   * @default 'none'
   */
  readonly packs?: Layout | undefined;
  /**
   * Several manifests of one dataset, such as one for trying out.
   * @default 'stable'
   */
  readonly channel?: string | undefined;
  /**
   * The site as it was before, for the sequence number and the deltas. May be the folder that is written.
   * @default the folder that is written
   */
  readonly previous?: string | undefined;
  /**
   * From how many earlier versions of each pack there is a delta, 0 to 8.
   * @default 3
   */
  readonly deltas?: number | undefined;
  /**
   * Of how many earlier versions the files stay.
   * @default 10
   */
  readonly keep?: number | undefined;
  /**
   * Higher than the one before.
   * @default one more
   */
  readonly sequence?: number | undefined;
  /**
   * Milliseconds since 1970. The manifest has it to the second.
   * @default now
   */
  readonly publishedAt?: number | undefined;
  /**
   * After how many days apps show the data as stale.
   * @default 30
   */
  readonly expiresDays?: number | undefined;
  /**
   * The oldest version of this package that reads the packs.
   * @default '0.0.1'
   */
  readonly minSdk?: string | undefined;
  /**
   * Goes on, and tells devices that it is meant, when a fifth or more of the stations is gone.
   * @default false
   */
  readonly allowShrink?: boolean | undefined;
  /**
   * Who signs at once. Without any, `signSite` does it later.
   * @default []
   */
  readonly keys?: readonly SigningKey[] | undefined;
  /**
   * How many signatures it takes to publish.
   * @default 1
   */
  readonly threshold?: number | undefined;
  /** Called before each pack. */
  readonly onProgress?: ((step: { done: number; total: number; name: string }) => void) | undefined;
}

/** With the defaults in their places. */
export interface CheckedBuildOptions {
  readonly dataset: string;
  readonly packs: Layout;
  readonly channel: string;
  readonly previous: string | undefined;
  readonly deltas: number;
  readonly keep: number;
  readonly sequence: number | undefined;
  readonly publishedAt: number;
  readonly expiresDays: number;
  readonly minSdk: string;
  readonly allowShrink: boolean;
  readonly keys: readonly SigningKey[];
  readonly threshold: number;
  readonly onProgress: NonNullable<BuildOptions['onProgress']>;
}

const optionNames = [
  'dataset',
  'packs',
  'channel',
  'previous',
  'deltas',
  'keep',
  'sequence',
  'publishedAt',
  'expiresDays',
  'minSdk',
  'allowShrink',
  'keys',
  'threshold',
  'onProgress',
];

/** The first version that reads packs. */
const firstReader = '0.0.1';
/** Years that are no mistake in the unit: 2000 to 2199. */
const [earliest, latest] = [Date.UTC(2000), Date.UTC(2200) - 1];

/** @throws InvalidOptionError */
export function readBuildOptions(options: BuildOptions): CheckedBuildOptions {
  checkOptionNames(options, optionNames);
  const { channel = defaultChannel, minSdk = firstReader, publishedAt = Date.now() } = options;
  const whole = (name: keyof BuildOptions, fallback: number, least: number, most: number) =>
    readWhole(name, options[name], fallback, least, most);
  readName('dataset', options.dataset);
  readName('channel', channel);
  if (typeof minSdk !== 'string' || !versionPattern.test(minSdk))
    throw new InvalidOptionError('minSdk', minSdk, 'a version such as 1.2.3');
  if (!(publishedAt >= earliest && publishedAt <= latest))
    throw new InvalidOptionError('publishedAt', publishedAt, 'milliseconds since 1970');
  return {
    dataset: options.dataset,
    packs: readChoice('packs', options.packs, layouts),
    channel,
    previous: options.previous,
    deltas: whole('deltas', 3, 0, mostDeltas),
    keep: whole('keep', 10, 1, 1000),
    sequence:
      options.sequence === undefined ? undefined : whole('sequence', 1, 1, Number.MAX_SAFE_INTEGER),
    publishedAt,
    expiresDays: whole('expiresDays', 30, 1, 3660),
    minSdk,
    allowShrink: options.allowShrink === true,
    keys: options.keys ?? [],
    threshold: whole('threshold', 1, 1, 16),
    onProgress: options.onProgress ?? (() => {}),
  };
}

function readName(option: string, value: unknown): void {
  if (typeof value === 'string' && value.length <= 64 && namePattern.test(value)) return;
  throw new InvalidOptionError(option, value, nameExpected);
}

function readWhole(
  option: string,
  value: unknown,
  fallback: number,
  least: number,
  most: number,
): number {
  if (value === undefined) return fallback;
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  throw new InvalidOptionError(option, value, `a whole number from ${least} to ${most}`);
}
