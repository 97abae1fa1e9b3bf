/*
 * The switch "go offline", for trying it out: from then on every request of the page fails as it does without a
 * signal. And the bytes that came, as the browser counts them, headers included.
 */

const realFetch = globalThis.fetch;
let isOffline = false;

globalThis.fetch = (input, init) =>
  isOffline ? Promise.reject(new TypeError('Failed to fetch')) : realFetch(input, init);

export function goOffline(offline: boolean): void {
  isOffline = offline;
  // What yizhan listens to: it looks for something new when the network returns.
  if (!offline) dispatchEvent(new Event('online'));
}

let bytes = 0;

/** Of the stations' server, since the page was opened. */
export const receivedBytes = (): number => bytes;

/** @param source where the manifest is: all beside it counts */
export function countBytes(source: string, onCount: () => void): void {
  const folder = new URL('.', source).href;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[])
      if (entry.name.startsWith(folder)) bytes += entry.transferSize;
    onCount();
  }).observe({ type: 'resource', buffered: true });
}
