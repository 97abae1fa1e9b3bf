import { crc32 } from '../dataset/crc32';
import { asciiJson } from '../dataset/manifest/payload';
import { StationClient } from './client';
import type { Host } from './host';
import { Keeper } from './keeper';
import type { ReadOptions } from './open-options';
import { startFrom } from './start';
import type { Policy } from './trust';

/**
 * Opens what the device has, at once; only when it has nothing, and the app brought nothing, the network is waited for.
 *
 * @throws what kept the first stations from coming, when there are none at all and `ready` is `stations`
 */
export async function openClient(options: ReadOptions, host: Host): Promise<StationClient> {
  const { pinned, dataset, channel } = options;
  const policy: Policy = { pinned, dataset, channel, sdkVersion: host.sdkVersion };
  const name = storeName(options);
  const store = await host.openStore(name);
  const keeper = new Keeper(store);
  const start = await startFrom(keeper, options, policy, host.now());
  const lock = host.lock?.(`yizhan-${name}`);
  const client = new StationClient(host, options, policy, store, keeper, lock, start);
  const mustWait = start.current.set === undefined && options.ready === 'stations';
  if (mustWait) {
    try {
      await client.refresh();
    } catch (error) {
      client.close();
      throw error;
    }
  }
  client.startRefreshing(mustWait);
  return client;
}

/**
 * Two clients share what they keep when they want the same of the same source. What a GeoJSON file's positions mean
 * may depend on the app's CRS; a pack states it.
 */
function storeName(options: ReadOptions): string {
  const { sources, dataset, channel, packs, pinned, crs, sourceCrs } = options;
  const positions = pinned === undefined ? [crs, sourceCrs ?? null] : [];
  const wanted = [sources[0], dataset ?? null, channel, packs ?? null, ...positions];
  const text = asciiJson(wanted);
  // 64 bits tell the few sources of one device apart; an app's start need not load a better hash for that.
  return [crc32(text), crc32(text.reverse())]
    .map((sum) => sum.toString(16).padStart(8, '0'))
    .join('');
}
