import { UpdateError } from '../errors';
import type { PackGeoJson } from './geojson-pack';
import type { Host } from './host';

/*
 * The parts that only updates need. They come when the first one begins, so that an app starts and answers without
 * them; and once more with the next one, if they did not.
 */

/** @throws UpdateError `NETWORK_FAILED` */
export function loadParts(host: Host) {
  return load(async () => {
    const [{ update }, transport] = await Promise.all([import('./update'), host.loadTransport()]);
    return { update, transport };
  });
}

/** @throws UpdateError `NETWORK_FAILED`, `NO_GEOJSON` where the host does without */
export async function loadGeoJson(host: Host, source: string): Promise<PackGeoJson> {
  const parts = await load(async () => host.loadGeoJson?.());
  if (parts !== undefined) return parts.packGeoJson;
  throw new UpdateError(
    'NO_GEOJSON',
    `${source} is no manifest, and GeoJSON is not read here: publish it with yizhan build`,
  );
}

async function load<T>(parts: () => Promise<T>): Promise<T> {
  try {
    return await parts();
  } catch (cause) {
    const message = `Cannot load the part of this app that updates stations: ${(cause as Error).message}`;
    throw new UpdateError('NETWORK_FAILED', message, { cause });
  }
}
