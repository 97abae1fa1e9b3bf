import { version } from '../../../package.json';
import type { StationClient } from '../../client/client';
import type { Host } from '../../client/host';
import { openClient } from '../../client/open';
import { type OpenOptions, readOpenOptions } from '../../client/open-options';
import { defaultTiming } from '../../client/timing';
import type { DatabaseFactory } from './indexed-db';
import { openIndexedDbStore } from './indexed-db-store';
import { type LockManager, webLock } from './web-locks';

/** What a page, a WebView or a worker has, or has not. Looked at when a client is opened, never before. */
interface Browser {
  readonly indexedDB?: DatabaseFactory;
  readonly navigator?: { readonly locks?: LockManager };
  readonly document?: EventSource & { readonly visibilityState: string };
  readonly addEventListener?: EventSource['addEventListener'];
  readonly removeEventListener?: EventSource['removeEventListener'];
}

interface EventSource {
  addEventListener(name: string, listener: () => void): void;
  removeEventListener(name: string, listener: () => void): void;
}

/**
 * Opens the stations of a source: from this device when they are here, else from the network. Keeps them in IndexedDB;
 * where a page may keep nothing, in memory, and `status().storage` says so.
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
export async function openStations(options: OpenOptions): Promise<StationClient> {
  return openClient(readOpenOptions(options, []), browserHost(globalThis as unknown as Browser));
}

function browserHost(browser: Browser): Host {
  const isPage = browser.document !== undefined || databases(browser) !== undefined;
  return {
    loadTransport: async () => {
      const { kyTransport } = await import('../http/ky-transport');
      return kyTransport({ seesRedirects: !isPage, hasCache: isPage });
    },
    loadGeoJson: () => import('../../client/geojson-pack'),
    openStore: (name) => openIndexedDbStore(databases(browser), `yizhan-${name}`),
    lock: (name) => {
      const locks = browser.navigator?.locks;
      return locks && webLock(locks, name);
    },
    watch: (onReturn) => watch(browser, onReturn),
    sdkVersion: version,
    now: Date.now,
    timing: defaultTiming,
  };
}

/** In a sandboxed frame the mere question throws. */
function databases(browser: Browser): DatabaseFactory | undefined {
  try {
    return browser.indexedDB ?? undefined;
  } catch {
    return undefined;
  }
}

/** The network is back, or the rider looks at the page again. */
function watch(browser: Browser, onReturn: () => void): () => void {
  const { document } = browser;
  const onSight = () => {
    if (document?.visibilityState === 'visible') onReturn();
  };
  browser.addEventListener?.('online', onReturn);
  document?.addEventListener('visibilitychange', onSight);
  return () => {
    browser.removeEventListener?.('online', onReturn);
    document?.removeEventListener('visibilitychange', onSight);
  };
}
