import { openStations, type StationClient } from 'yizhan';

/** Where the publisher's manifest is. An app has an address of its own here, such as a CDN's. */
export const source = new URL('/stations/manifest.json', location.href).href;

/** How long it took until there was something to answer from, in milliseconds. */
export let openedInMs = 0;

/** `ready: 'now'` waits for nothing: on a device that has stations they are there, on a new one the page shows how they come. */
export async function openSample(): Promise<StationClient> {
  const begin = performance.now();
  const client = await openStations({
    source,
    // The publisher's public key: `npm run demo` makes one, an app has it in its source.
    keys: [import.meta.env['VITE_STATION_KEY']],
    crs: 'gcj02',
    ready: 'now',
    refresh: { onOpen: true, everyMinutes: 60 },
  });
  if (client.status().source !== 'none') openedInMs = performance.now() - begin;
  const stop = client.on('update', () => {
    openedInMs ||= performance.now() - begin;
    stop();
  });
  return client;
}
