import type { StationClient } from '../client/client';
import { readCrs } from '../geo/crs';
import { openStations } from '../hosts/node/open-stations';
import type { Arguments, Flags } from './arguments';
import { readNumberFlag } from './flags';
import type { Output } from './output';
import { pinnedFlags, readPinnedKeys, sizeText } from './signing';
import { UsageError } from './usage-error';

export const trustFlags: Flags = {
  ...pinnedFlags,
  'keys-version': {
    value: 'N',
    help: 'how often the publisher had changed keys when you were given these (default: 0)',
  },
  unsigned: { help: 'do not ask who signed it' },
  packs: { value: 'NAMES', help: 'only these packs of it, between commas (default: all)' },
  dir: { value: 'DIR', help: "where stations are kept (default: the user's cache folder)" },
};

/** @throws UsageError when something is said of a source, and none is given */
export function checkSourceFlags(args: Arguments): void {
  const name = Object.keys(trustFlags).find((flag) => args.has(flag));
  if (name !== undefined && !args.has('source'))
    throw new UsageError(`--${name} goes with --source`);
}

/**
 * Opens a source as an app does. Stations that are kept here answer at once; without any, they are fetched.
 *
 * @param ready `now` to fetch nothing by itself
 */
export async function openSource(
  args: Arguments,
  output: Output,
  source: string,
  ready: 'stations' | 'now',
): Promise<StationClient> {
  const isUnsigned = args.has('unsigned');
  if (!isUnsigned && !args.has('keys'))
    throw new UsageError(
      'a source needs --keys, the public keys of its publisher (or --unsigned, to try things out)',
    );
  if (isUnsigned && args.has('keys')) throw new UsageError('give either --keys or --unsigned');
  const pinned = isUnsigned ? undefined : readPinnedKeys(args, 'a source');
  const dataCrs = args.one('data-crs');
  const client = await openStations({
    source,
    crs: readCrs(args.one('crs') ?? 'wgs84', 'CRS in --crs'),
    sourceCrs: dataCrs === undefined ? undefined : readCrs(dataCrs, 'CRS in --data-crs'),
    keys: pinned?.keys,
    threshold: pinned?.threshold,
    keysVersion: isUnsigned ? undefined : readNumberFlag(args, 'keys-version'),
    unsigned: isUnsigned,
    packs: args.list('packs'),
    folder: args.one('dir'),
    refresh: false,
    ready: 'now',
  });
  try {
    // Also where others' keys have signed what is here: whoever names keys here and now means them.
    const { source: from, signed } = client.status();
    const isMissing = from === 'none' || (!isUnsigned && !signed);
    if (ready === 'stations' && isMissing) await refresh(client, output);
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

/** Looks for something new, with a bar on a terminal; Ctrl-C leaves what is there as it is. */
export async function refresh(client: StationClient, output: Output): Promise<boolean> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  try {
    return await client.refresh({
      signal: controller.signal,
      onProgress: ({ phase, receivedBytes, totalBytes }) =>
        output.progress.show(() => progressLine(phase, receivedBytes, totalBytes)),
    });
  } finally {
    process.off('SIGINT', stop);
    output.progress.clear();
  }
}

const barLength = 20;

/** `fetching [########            ] 98.0 kB of 246.7 kB` */
function progressLine(phase: string, received: number, total: number): string {
  if (total === 0) return `${phase} …`;
  const filled = Math.round((received / total) * barLength);
  const bar = '#'.repeat(filled).padEnd(barLength);
  return `${phase} [${bar}] ${sizeText(received)} of ${sizeText(total)}`;
}
