import { useCallback, useEffect, useState } from 'react';
import {
  openStations,
  type ReactNativeOpenOptions,
  type StationClient,
  type StationSet,
} from 'yizhan/react-native';

export type Stations =
  | { readonly state: 'opening' }
  | {
      readonly state: 'ready';
      /** Another object after every update, so that what is computed from it is computed anew. */
      readonly stations: StationSet;
      readonly client: StationClient;
      /** From before its expiry date: still the best there is. */
      readonly isStale: boolean;
    }
  | { readonly state: 'error'; readonly error: Error; retry(): void };

const opening: Stations = { state: 'opening' };

/**
 * Opens stations while a screen is shown, and closes them with it.
 *
 * @param options an object that stays the same: made outside of components, or by `useMemo`. Another one opens anew.
 */
export function useStations(options: ReactNativeOpenOptions): Stations {
  const [attempt, setAttempt] = useState(0);
  const [stations, setStations] = useState(opening);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another effect
  useEffect(() => {
    let isGone = false;
    let opened: StationClient | undefined;
    setStations(opening);
    openStations(options).then(
      (client) => {
        // The screen was left, or mounted twice by strict mode, before there was anything to close.
        if (isGone) {
          client.close();
          return;
        }
        opened = client;
        const show = () => {
          const { stale: isStale } = client.status();
          setStations({ state: 'ready', stations: client.stations, client, isStale });
        };
        client.on('update', show);
        show();
      },
      (error: Error) => {
        if (!isGone) setStations({ state: 'error', error, retry });
      },
    );
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [options, attempt]);

  return stations;
}
