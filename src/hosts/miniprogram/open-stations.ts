import { version } from '../../../package.json';
import type { StationClient } from '../../client/client';
import { openClient } from '../../client/open';
import { type OpenOptions, readOpenOptions } from '../../client/open-options';
import { defaultTiming } from '../../client/timing';
import { keyValueStore } from '../key-value/key-value-store';
import type { MiniProgramApi } from './api';
import { platformApi } from './platform';
import { apiStorage } from './storage';
import { requestTransport } from './transport';

export interface MiniProgramOpenOptions extends OpenOptions {
  /** The platform's object. @default `wx` or `my`, whichever there is */
  readonly api?: MiniProgramApi | undefined;
}

/**
 * Opens the stations of a source in a mini-program: at once with what the phone has kept in the app's storage, else as
 * soon as they are downloaded by `wx.request` or `my.request`; the source's host has to be among the domains that the
 * app registered. Then looks for something new by itself, now and whenever the app is shown again. Sources are sites as
 * `yizhan build` makes them: GeoJSON is not read here.
 *
 * A city's stations take about a megabyte of the storage's ten, twice; a source that does not fit is served from memory, and
 * `status()` says why.
 *
 * @throws InvalidOptionError, UnknownCodeError; and when there are no stations at all, why none could be had:
 *   UpdateError, InvalidManifestError, InvalidPackError
 * @example
 * // const { openStations } = require('yizhan/miniprogram');
 * const source = 'https://stations.example.cn/manifest.json';
 * const keys = ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025'];
 * const near = openStations({ source, keys, crs: 'gcj02' })
 *   .then((client) => client.nearest({ lng: 121.4737, lat: 31.2304 }, { limit: 3 }))
 *   .catch((error) => error.code);
 * near instanceof Promise; // true
 */
export async function openStations(options: MiniProgramOpenOptions): Promise<StationClient> {
  const read = readOpenOptions(options, ['api']);
  const api = platformApi(options.api);
  return openClient(read, {
    loadTransport: async () => requestTransport(api),
    openStore: async (name) => keyValueStore(apiStorage(api), `yizhan-${name}-`),
    watch: (onReturn) => watch(api, onReturn),
    sdkVersion: version,
    now: Date.now,
    timing: defaultTiming,
  });
}

/** The rider is back, or the network is. */
function watch(api: MiniProgramApi, onReturn: () => void): () => void {
  const onNetwork = ({ isConnected }: { readonly isConnected: boolean }) => {
    if (isConnected) onReturn();
  };
  api.onAppShow?.(onReturn);
  api.onNetworkStatusChange?.(onNetwork);
  return () => {
    api.offAppShow?.(onReturn);
    api.offNetworkStatusChange?.(onNetwork);
  };
}
