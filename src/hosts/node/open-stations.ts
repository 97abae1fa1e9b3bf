import { join } from 'node:path';
import { version } from '../../../package.json';
import type { StationClient } from '../../client/client';
import type { Host } from '../../client/host';
import { openClient } from '../../client/open';
import { type OpenOptions, readOpenOptions } from '../../client/open-options';
import { defaultTiming } from '../../client/timing';
import { InvalidOptionError } from '../../errors';
import { userCacheFolder } from './cache-folder';
import { openFileStore } from './file-store';

export interface NodeOpenOptions extends OpenOptions {
  /**
   * Where stations are kept: a folder for this alone. Processes that name the same one share what is in it.
   * @default `yizhan` in the user's cache folder (`$XDG_CACHE_HOME`, `~/.cache`, `~/Library/Caches`, `%LOCALAPPDATA%`)
   */
  readonly folder?: string | undefined;
}

/**
 * Opens the stations of a source: from this device when they are here, else from the network. Keeps them in files.
 *
 * @throws InvalidOptionError, UnknownCodeError; UpdateError, InvalidManifestError, InvalidGeoJsonError when there is
 *   nothing to answer from yet
 *
 * @example
 * const keys = ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'];
 * const source = 'https://stations.example.cn/manifest.json';
 * // `now`: it waits for nothing, and queries throw until there are stations.
 * const opened = openStations({ source, keys, crs: 'gcj02', ready: 'now', refresh: false });
 * const near = opened.then(
 *   (client) => client.nearest({ lng: 121.4737, lat: 31.2304 }, { services: ['toilet'], limit: 3 }),
 * ).catch((error) => error.code);
 * near instanceof Promise; // true
 */
export function openStations(options: NodeOpenOptions): Promise<StationClient> {
  return openStationsWith(options, {});
}

/** The same with parts of the host replaced. */
export async function openStationsWith(
  options: NodeOpenOptions,
  replaced: Partial<Host>,
): Promise<StationClient> {
  const read = readOpenOptions(options, ['folder']);
  const { folder = defaultFolder() } = options;
  if (typeof folder !== 'string' || folder === '')
    throw new InvalidOptionError('folder', folder, 'the path of a folder');
  return openClient(read, {
    loadTransport: async () => {
      const { kyTransport } = await import('../http/ky-transport');
      return kyTransport({ seesRedirects: true, hasCache: false });
    },
    loadGeoJson: () => import('../../client/geojson-pack'),
    openStore: (name) => openFileStore(join(folder, name)),
    sdkVersion: version,
    now: Date.now,
    timing: defaultTiming,
    ...replaced,
  });
}

/** @throws InvalidOptionError for a user without a home, as in some containers */
function defaultFolder(): string {
  try {
    return join(userCacheFolder(), 'yizhan');
  } catch {
    throw new InvalidOptionError(
      'folder',
      undefined,
      'the path of a folder: this user has no home',
    );
  }
}
