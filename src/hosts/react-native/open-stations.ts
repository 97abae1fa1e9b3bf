import { version } from '../../../package.json';
import type { StationClient } from '../../client/client';
import { openClient } from '../../client/open';
import { type OpenOptions, readOpenOptions } from '../../client/open-options';
import { defaultTiming } from '../../client/timing';
import { InvalidOptionError } from '../../errors';
import { keyValueStore } from '../key-value/key-value-store';
import { type AsyncStorageLike, readStorage } from './async-storage';
import { type Xhr, xhrTransport } from './xhr-transport';

declare const XMLHttpRequest: new () => Xhr;

/** What is used of React Native's `AppState`. */
export interface AppStateLike {
  addEventListener(
    type: 'change',
    listener: (state: string) => void,
  ): { remove(): void } | undefined;
}

export interface ReactNativeOpenOptions extends OpenOptions {
  /** Where stations are kept: `AsyncStorage`, or what looks like it. Required: no guessing. */
  readonly storage: AsyncStorageLike;
  /**
   * React Native's `AppState`: with it, the client looks for something new when the app comes to the front.
   * @default not
   */
  readonly appState?: AppStateLike | undefined;
}

/**
 * Opens the stations of a source in a React Native app: at once with what the phone has kept, else as soon as they are
 * downloaded. Keeps them in the storage that is given, in parts that Android can read back. Needs Hermes or another
 * engine with BigInt (React Native 0.70 and later have it).
 *
 * @throws InvalidOptionError, UnknownCodeError; and when there are no stations at all, why none could be had:
 *   UpdateError, InvalidManifestError, InvalidPackError, InvalidGeoJsonError
 * @example
 * // import AsyncStorage from '@react-native-async-storage/async-storage';
 * // import { AppState } from 'react-native';
 * const near = openStations({
 *   source: 'https://stations.example.cn/manifest.json',
 *   keys: ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025'],
 *   crs: 'gcj02',
 *   storage: AsyncStorage,
 *   appState: AppState,
 * })
 *   .then((client) => client.nearest({ lng: 121.4737, lat: 31.2304 }, { limit: 3 }))
 *   .catch((error) => error.code);
 * near instanceof Promise; // true
 */
export async function openStations(options: ReactNativeOpenOptions): Promise<StationClient> {
  const read = readOpenOptions(options, ['storage', 'appState']);
  const storage = readStorage(options.storage);
  const watch = readAppState(options.appState);
  return openClient(read, {
    loadTransport: async () => xhrTransport(() => new XMLHttpRequest()),
    loadGeoJson: () => import('../../client/geojson-pack'),
    openStore: async (name) => keyValueStore(storage, `yizhan-${name}-`),
    ...(watch && { watch }),
    sdkVersion: version,
    now: Date.now,
    timing: defaultTiming,
  });
}

/** @throws InvalidOptionError */
function readAppState(appState: AppStateLike | undefined) {
  if (appState === undefined) return undefined;
  if (typeof appState?.addEventListener !== 'function')
    throw new InvalidOptionError('appState', appState, "React Native's AppState");
  return (onReturn: () => void) => {
    const subscription = appState.addEventListener('change', (state) => {
      if (state === 'active') onReturn();
    });
    return () => subscription?.remove();
  };
}
